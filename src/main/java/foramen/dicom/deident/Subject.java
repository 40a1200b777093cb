package foramen.dicom.deident;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands for a patient in the copies.
 *
 * @param pseudonym instead of name and number
 * @param shiftDays by how many days dates move
 */
record Subject(String pseudonym, int shiftDays) {
    /**
     * By what a file knows its patient: the number, else name and date of birth, else the study.
     *
     * <p>Copies of a case agree as long as its files agree on the Patient ID.
     */
    static String identity(DataSet data) {
        String number = data.text(Tag.PATIENT_ID).strip();
        if (!number.isEmpty()) {
            return "number " + number;
        }
        String name = data.text(Tag.PATIENT_NAME).strip().toUpperCase(Locale.ROOT);
        if (!name.isEmpty()) {
            return "name " + name + " " + data.text(Tag.PATIENT_BIRTH_DATE);
        }
        return "study " + Stream.of(Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID)
                .map(data::text).filter(u -> !u.isEmpty()).findFirst().orElse("");
    }
}
