package foramen.dicom.sr;

import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import java.util.Map;
import java.util.Optional;

/** The codes of DICOM PS3.16 that reports are made of, and Foramen's own where the standard has none. */
public final class Codes {
    /** Designator of Foramen's own coding scheme, declared in (0008,0110). */
    public static final String OWN_SCHEME = "99FORAMEN";

    public static final Code IMAGING_MEASUREMENT_REPORT = dcm("126000", "Imaging Measurement Report");
    public static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
    public static final Code ENGLISH = new Code("RFC5646", "en", "English");
    public static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");
    public static final Code PERSON = dcm("121006", "Person");
    public static final Code DEVICE = dcm("121007", "Device");
    public static final Code PERSON_OBSERVER_NAME = dcm("121008", "Person Observer Name");
    public static final Code DEVICE_UID = dcm("121012", "Device Observer UID");
    public static final Code DEVICE_NAME = dcm("121013", "Device Observer Name");
    public static final Code DEVICE_MANUFACTURER = dcm("121014", "Device Observer Manufacturer");
    public static final Code DEVICE_MODEL = dcm("121015", "Device Observer Model Name");
    public static final Code PROCEDURE_REPORTED = dcm("121058", "Procedure reported");
    public static final Code ULTRASONIC_GUIDANCE = sct("61593002", "Ultrasonic guidance procedure");
    public static final Code INDICATIONS = dcm("121109", "Indications for Procedure");
    public static final Code IMAGE_LIBRARY = dcm("111028", "Image Library");
    public static final Code IMAGE_LIBRARY_GROUP = dcm("126200", "Image Library Group");
    public static final Code MODALITY = dcm("121139", "Modality");
    public static final Code ULTRASOUND = dcm("US", "Ultrasound");
    public static final Code IMAGING_MEASUREMENTS = dcm("126010", "Imaging Measurements");
    public static final Code MEASUREMENT_GROUP = dcm("125007", "Measurement Group");
    public static final Code TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
    public static final Code TRACKING_UID = dcm("112040", "Tracking Unique Identifier");
    public static final Code FINDING = dcm("121071", "Finding");
    public static final Code FINDING_CATEGORY = sct("276214006", "Finding category");
    public static final Code ANATOMICAL_STRUCTURE = sct("91723000", "Anatomical Structure");
    public static final Code ABNORMAL_STRUCTURE = sct("49755003", "Morphologically Abnormal Structure");
    public static final Code PHYSICAL_OBJECT = sct("260787004", "Physical object");
    public static final Code FINDING_SITE = sct("363698007", "Finding Site");
    public static final Code BUTTOCK = sct("46862004", "Buttock");
    public static final Code LATERALITY = sct("272741003", "Laterality");
    public static final Code TOPOGRAPHICAL_MODIFIER = sct("106233006", "Topographical modifier");
    public static final Code IMAGE_REGION = dcm("111030", "Image Region");
    public static final Code SOURCE_OF_MEASUREMENT = dcm("121112", "Source of Measurement");
    public static final Code ARM_OF_ANGLE = dcm("121223", "Arm of angle");
    public static final Code PATH = dcm("121055", "Path");
    public static final Code MEASUREMENT_METHOD = sct("370129005", "Measurement Method");
    public static final Code AREA_OF_POLYGON = dcm("122501", "Area of closed irregular polygon");
    public static final Code DERIVATION = dcm("121401", "Derivation");
    public static final Code MAXIMUM = sct("56851009", "Maximum");
    public static final Code MINIMUM = sct("255605001", "Minimum");
    public static final Code COMMENT = dcm("121106", "Comment");
    public static final Code MEASUREMENT_FAILURE = dcm("114006", "Measurement failure");
    public static final Code NEEDLE = sct("79068005", "Needle");
    public static final Code NEEDLE_GAUGE = dcm("111465", "Needle Gauge");
    public static final Code NEEDLE_LENGTH = dcm("111467", "Needle Length");
    public static final Code TARGET = dcm("112162", "Target");
    public static final Code AREA = sct("42798000", "Area");
    public static final Code RATIO = sct("118586006", "Ratio");
    public static final Code LIGAMENT = sct("52082005", "Ligament");
    public static final Code BLOOD_VESSEL = sct("59820001", "Blood vessel");
    public static final Code CALCIFICATION = sct("18115005", "pathologic calcification");
    public static final Code POSTERIOR_FEATURES = dcm("111366", "Posterior acoustic features");
    public static final Code NO_POSTERIOR_FEATURES = dcm("111367", "No posterior acoustic features");
    public static final Code POSTERIOR_SHADOWING = dcm("111369", "Posterior shadowing");
    public static final Code DRUG_ADMINISTERED = dcm("122083", "Drug administered");
    public static final Code VOLUME_ADMINISTERED = dcm("122091", "Volume administered");
    public static final Code CONCENTRATION = dcm("122093", "Concentration");
    public static final Code QUANTITY_ADMINISTERED = dcm("121382", "Quantity administered");
    public static final Code MASS_ADMINISTERED = dcm("121383", "Mass administered");
    public static final Code DESCRIPTION_OF_MATERIAL = dcm("121145", "Description of Material");
    public static final Code LOT = dcm("121149", "Lot Identifier");
    public static final Code PERSON_ADMINISTERING = dcm("121152", "Person administering drug/contrast");

    private static final Map<Laterality, Code> SIDES = Map.of(Laterality.LEFT, sct("7771000", "Left"),
            Laterality.RIGHT, sct("24028007", "Right"), Laterality.BILATERAL, sct("51440002", "Bilateral"));
    /** What older reports say for the same concepts (fact sheet 4.3: map SRT to SCT). */
    private static final Map<String, String> SRT = Map.ofEntries(Map.entry("G-A101", "7771000"),
            Map.entry("G-A100", "24028007"), Map.entry("G-A102", "51440002"), Map.entry("G-C0E3", "363698007"),
            Map.entry("G-C171", "272741003"), Map.entry("G-A166", "42798000"), Map.entry("G-A185", "103339001"),
            Map.entry("G-A186", "103340004"), Map.entry("G-D7FE", "410668003"), Map.entry("M-54000", "49755003"));

    private Codes() {}

    /** A code of Foramen's own scheme. */
    public static Code own(String value, String meaning) {
        return new Code(OWN_SCHEME, value, meaning);
    }

    private static Code dcm(String value, String meaning) {
        return new Code("DCM", value, meaning);
    }

    /** A SNOMED CT code that PS3.16 publishes. */
    public static Code sct(String value, String meaning) {
        return new Code("SCT", value, meaning);
    }

    /** A unit in UCUM. */
    public static Code ucum(String unit) {
        return new Code("UCUM", unit, unit);
    }

    /** The code of a side; none where none is set. */
    public static Optional<Code> side(Laterality side) {
        return Optional.ofNullable(SIDES.get(side));
    }

    /** The side that {@code code} names. */
    public static Laterality side(Code code) {
        return SIDES.entrySet().stream().filter(e -> same(e.getValue(), code)).map(Map.Entry::getKey).findFirst()
                .orElse(Laterality.UNSPECIFIED);
    }

    /** Whether two codes name one concept, whatever words they carry and whether in SRT or SCT. */
    public static boolean same(Code a, Code b) {
        Code p = current(a);
        Code q = current(b);
        return p.scheme().equals(q.scheme()) && p.value().equals(q.value());
    }

    private static Code current(Code code) {
        boolean snomed = code.scheme().equals("SRT") || code.scheme().equals("SNM3") || code.scheme().equals("99SDM");
        return snomed && SRT.containsKey(code.value())
                ? sct(SRT.get(code.value()), code.meaning())
                : code;
    }
}
