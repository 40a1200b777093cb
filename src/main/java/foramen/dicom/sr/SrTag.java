package foramen.dicom.sr;

/** The attribute tags of structured reports and of references to other objects, as {@code ggggeeee} (DICOM PS3.6). */
public final class SrTag {
    public static final int TIMEZONE_OFFSET = 0x00080201;
    public static final int CODING_SCHEME_IDENTIFICATION = 0x00080110;
    public static final int CODING_SCHEME_RESPONSIBLE = 0x00080116;
    public static final int CODING_SCHEME_NAME = 0x00080115;
    public static final int LONG_CODE_VALUE = 0x00080119;
    public static final int URN_CODE_VALUE = 0x00080120;
    public static final int REFERENCED_PERFORMED_PROCEDURE_STEP = 0x00081111;
    public static final int REFERENCED_SERIES = 0x00081115;
    public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
    public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
    public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
    public static final int REFERENCED_SOP = 0x00081199;
    public static final int RELATIONSHIP_TYPE = 0x0040A010;
    public static final int OBSERVATION_DATE_TIME = 0x0040A032;
    public static final int VALUE_TYPE = 0x0040A040;
    public static final int CONCEPT_NAME_CODE = 0x0040A043;
    public static final int CONTINUITY_OF_CONTENT = 0x0040A050;
    public static final int DATE_TIME = 0x0040A120;
    public static final int PERSON_NAME = 0x0040A123;
    public static final int UID = 0x0040A124;
    public static final int TEXT_VALUE = 0x0040A160;
    public static final int FLOATING_POINT_VALUE = 0x0040A161;
    public static final int CONCEPT_CODE = 0x0040A168;
    public static final int MEASURED_VALUE = 0x0040A300;
    public static final int NUMERIC_VALUE_QUALIFIER = 0x0040A301;
    public static final int NUMERIC_VALUE = 0x0040A30A;
    public static final int PERFORMED_PROCEDURE_CODE = 0x0040A372;
    public static final int CURRENT_REQUESTED_PROCEDURE_EVIDENCE = 0x0040A375;
    public static final int PERTINENT_OTHER_EVIDENCE = 0x0040A385;
    public static final int COMPLETION_FLAG = 0x0040A491;
    public static final int VERIFICATION_FLAG = 0x0040A493;
    public static final int CONTENT_TEMPLATE = 0x0040A504;
    public static final int CONTENT = 0x0040A730;
    public static final int REFERENCED_CONTENT_ITEM = 0x0040DB73;
    public static final int MEASUREMENT_UNITS = 0x004008EA;
    public static final int MAPPING_RESOURCE = 0x00080105;
    public static final int TEMPLATE_IDENTIFIER = 0x0040DB00;
    public static final int GRAPHIC_DATA = 0x00700022;
    public static final int GRAPHIC_TYPE = 0x00700023;

    private SrTag() {}
}
