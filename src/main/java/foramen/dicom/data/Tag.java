package foramen.dicom.data;

import java.util.Locale;

/** The attribute tags that Foramen names, as {@code ggggeeee} (DICOM PS3.6); order them unsigned. */
public final class Tag {
    public static final int FILE_META_LENGTH = 0x00020000;
    public static final int FILE_META_VERSION = 0x00020001;
    public static final int MEDIA_SOP_CLASS_UID = 0x00020002;
    public static final int MEDIA_SOP_INSTANCE_UID = 0x00020003;
    public static final int TRANSFER_SYNTAX_UID = 0x00020010;
    public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
    public static final int IMPLEMENTATION_VERSION = 0x00020013;

    public static final int DIRECTORY_RECORDS = 0x00041220;
    public static final int RECORD_IN_USE = 0x00041410;
    public static final int RECORD_TYPE = 0x00041430;
    public static final int REFERENCED_FILE_ID = 0x00041500;
    public static final int REFERENCED_SOP_INSTANCE_IN_FILE = 0x00041511;

    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    public static final int IMAGE_TYPE = 0x00080008;
    public static final int INSTANCE_CREATION_DATE = 0x00080012;
    public static final int INSTANCE_CREATION_TIME = 0x00080013;
    public static final int SOP_CLASS_UID = 0x00080016;
    public static final int SOP_INSTANCE_UID = 0x00080018;
    public static final int STUDY_DATE = 0x00080020;
    public static final int SERIES_DATE = 0x00080021;
    public static final int ACQUISITION_DATE = 0x00080022;
    public static final int CONTENT_DATE = 0x00080023;
    public static final int ACQUISITION_DATE_TIME = 0x0008002A;
    public static final int STUDY_TIME = 0x00080030;
    public static final int SERIES_TIME = 0x00080031;
    public static final int ACQUISITION_TIME = 0x00080032;
    public static final int CONTENT_TIME = 0x00080033;
    public static final int ACCESSION_NUMBER = 0x00080050;
    public static final int MODALITY = 0x00080060;
    public static final int MANUFACTURER = 0x00080070;
    public static final int INSTITUTION_NAME = 0x00080080;
    public static final int REFERRING_PHYSICIAN = 0x00080090;
    public static final int CODE_VALUE = 0x00080100;
    public static final int CODING_SCHEME = 0x00080102;
    public static final int CODE_MEANING = 0x00080104;
    public static final int STUDY_DESCRIPTION = 0x00081030;
    public static final int SERIES_DESCRIPTION = 0x0008103E;
    public static final int MODEL_NAME = 0x00081090;
    public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
    public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
    public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
    public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
    public static final int DERIVATION_DESCRIPTION = 0x00082111;
    public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
    public static final int START_TRIM = 0x00082142;
    public static final int STOP_TRIM = 0x00082143;
    public static final int RECOMMENDED_DISPLAY_FRAME_RATE = 0x00082144;
    public static final int ANATOMIC_REGION_SEQUENCE = 0x00082218;
    public static final int ANATOMIC_REGION_MODIFIER_SEQUENCE = 0x00082220;

    public static final int PATIENT_NAME = 0x00100010;
    public static final int PATIENT_ID = 0x00100020;
    public static final int PATIENT_BIRTH_DATE = 0x00100030;
    public static final int PATIENT_SEX = 0x00100040;
    public static final int PATIENT_WEIGHT = 0x00101030;

    public static final int CINE_RATE = 0x00180040;
    public static final int SOFTWARE_VERSIONS = 0x00181020;
    public static final int FRAME_TIME = 0x00181063;
    public static final int FRAME_TIME_VECTOR = 0x00181065;
    public static final int ACTUAL_FRAME_DURATION = 0x00181242;
    public static final int PREFERRED_PLAYBACK_SEQUENCING = 0x00181244;
    public static final int IMAGER_PIXEL_SPACING = 0x00181164;
    public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
    public static final int TRANSDUCER_DATA = 0x00185010;
    public static final int SOFT_TISSUE_THERMAL_INDEX = 0x00185027;
    public static final int BONE_THERMAL_INDEX = 0x00185024;
    public static final int CRANIAL_THERMAL_INDEX = 0x00185026;
    public static final int MECHANICAL_INDEX = 0x00185022;
    public static final int DEPTH_OF_SCAN_FIELD = 0x00185050;
    public static final int ULTRASOUND_REGIONS = 0x00186011;
    public static final int REGION_SPATIAL_FORMAT = 0x00186012;
    public static final int REGION_DATA_TYPE = 0x00186014;
    public static final int REGION_FLAGS = 0x00186016;
    public static final int REGION_MIN_X0 = 0x00186018;
    public static final int REGION_MIN_Y0 = 0x0018601A;
    public static final int REGION_MAX_X1 = 0x0018601C;
    public static final int REGION_MAX_Y1 = 0x0018601E;
    public static final int REFERENCE_PIXEL_X0 = 0x00186020;
    public static final int REFERENCE_PIXEL_Y0 = 0x00186022;
    public static final int PHYSICAL_UNITS_X = 0x00186024;
    public static final int PHYSICAL_UNITS_Y = 0x00186026;
    public static final int REFERENCE_VALUE_X = 0x00186028;
    public static final int REFERENCE_VALUE_Y = 0x0018602A;
    public static final int PHYSICAL_DELTA_X = 0x0018602C;
    public static final int PHYSICAL_DELTA_Y = 0x0018602E;
    public static final int TRANSDUCER_TYPE = 0x00186031;
    public static final int TRANSDUCER_GEOMETRY_CODE_SEQUENCE = 0x0018980D;

    public static final int STUDY_INSTANCE_UID = 0x0020000D;
    public static final int SERIES_INSTANCE_UID = 0x0020000E;
    public static final int STUDY_ID = 0x00200010;
    public static final int SERIES_NUMBER = 0x00200011;
    public static final int INSTANCE_NUMBER = 0x00200013;
    public static final int PATIENT_ORIENTATION = 0x00200020;
    public static final int LATERALITY = 0x00200060;
    public static final int IMAGE_LATERALITY = 0x00200062;

    public static final int IMAGE_COMMENTS = 0x00204000;

    public static final int SAMPLES_PER_PIXEL = 0x00280002;
    public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    public static final int PLANAR_CONFIGURATION = 0x00280006;
    public static final int NUMBER_OF_FRAMES = 0x00280008;
    public static final int FRAME_INCREMENT_POINTER = 0x00280009;
    public static final int ROWS = 0x00280010;
    public static final int COLUMNS = 0x00280011;
    public static final int PIXEL_SPACING = 0x00280030;
    public static final int PIXEL_ASPECT_RATIO = 0x00280034;
    public static final int BITS_ALLOCATED = 0x00280100;
    public static final int BITS_STORED = 0x00280101;
    public static final int HIGH_BIT = 0x00280102;
    public static final int PIXEL_REPRESENTATION = 0x00280103;
    public static final int PIXEL_SPACING_CALIBRATION_TYPE = 0x00280A02;
    public static final int BURNED_IN_ANNOTATION = 0x00280301;
    public static final int PIXEL_PADDING_VALUE = 0x00280120;
    public static final int PIXEL_PADDING_LIMIT = 0x00280121;
    public static final int WINDOW_CENTER = 0x00281050;
    public static final int WINDOW_WIDTH = 0x00281051;
    public static final int RESCALE_INTERCEPT = 0x00281052;
    public static final int RESCALE_SLOPE = 0x00281053;
    public static final int VOI_LUT_FUNCTION = 0x00281056;
    public static final int RED_PALETTE_DESCRIPTOR = 0x00281101;
    public static final int RED_PALETTE_DATA = 0x00281201;
    public static final int RED_PALETTE_SEGMENTED = 0x00281221;
    public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
    public static final int LOSSY_RATIO = 0x00282112;
    public static final int LOSSY_METHOD = 0x00282114;
    public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
    public static final int LUT_DESCRIPTOR = 0x00283002;
    public static final int LUT_DATA = 0x00283006;
    public static final int VOI_LUT_SEQUENCE = 0x00283010;
    public static final int FRAME_VOI_LUT_SEQUENCE = 0x00289132;
    public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
    public static final int PRESENTATION_LUT_SHAPE = 0x20500020;
    public static final int SHARED_FUNCTIONAL_GROUPS = 0x52009229;
    public static final int PER_FRAME_FUNCTIONAL_GROUPS = 0x52009230;

    public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
    public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
    public static final int PIXEL_DATA = 0x7FE00010;

    public static final int ITEM = 0xFFFEE000;
    public static final int ITEM_END = 0xFFFEE00D;
    public static final int SEQUENCE_END = 0xFFFEE0DD;

    private Tag() {}

    /** The tag of {@code group} and {@code element}. */
    public static int of(int group, int element) {
        return (group << 16) | (element & 0xFFFF);
    }

    /** The group number, 0 to FFFFH. */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /** The element number, 0 to FFFFH. */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the group is private, that is odd (PS3.5 section 7.8). */
    public static boolean isPrivate(int tag) {
        return (group(tag) & 1) == 1;
    }

    /** Whether the element names the owner of a private block. */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
    }

    /** The tag as the standard prints it: {@code (gggg,eeee)}. */
    public static String format(int tag) {
        return String.format(Locale.ROOT, "(%04X,%04X)", group(tag), element(tag));
    }
}
