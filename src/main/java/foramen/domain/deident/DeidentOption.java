package foramen.domain.deident;

/** The options of the profile that Foramen offers (DICOM PS3.15 E.3); codes and meanings of PS3.16 CID 7050. */
public enum DeidentOption {
    /** E.3.6: dates moved by an offset of the patient's own, times kept. */
    DATES_SHIFTED("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    /** E.3.7: sex, age, size, weight and the like. */
    PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    /** E.3.8: serial numbers and names of devices. */
    DEVICE("113109", "Retain Device Identity Option"),
    /** E.3.11: where the image was taken. */
    INSTITUTION("113112", "Retain Institution Identity Option");

    private final String code;
    private final String meaning;

    DeidentOption(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The code value, of DCM. */
    public String code() {
        return code;
    }

    /** The code meaning. */
    public String meaning() {
        return meaning;
    }
}
