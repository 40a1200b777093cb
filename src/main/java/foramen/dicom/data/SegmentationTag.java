package foramen.dicom.data;

/** The tags of segmentations and of the functional groups they use (PS3.3 C.8.20, C.7.6.16), by the names of PS3.6. */
public final class SegmentationTag {
    public static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
    public static final int DERIVATION_CODE_SEQUENCE = 0x00089215;
    public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
    public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
    public static final int DIMENSION_INDEX_VALUES = 0x00209157;
    public static final int DIMENSION_ORGANIZATION_UID = 0x00209164;
    public static final int DIMENSION_INDEX_POINTER = 0x00209165;
    public static final int FUNCTIONAL_GROUP_POINTER = 0x00209167;
    public static final int DIMENSION_ORGANIZATION_SEQUENCE = 0x00209221;
    public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
    public static final int DIMENSION_DESCRIPTION_LABEL = 0x00209421;
    public static final int PURPOSE_OF_REFERENCE = 0x0040A170;
    public static final int SEGMENTATION_TYPE = 0x00620001;
    public static final int SEGMENT_SEQUENCE = 0x00620002;
    public static final int PROPERTY_CATEGORY_SEQUENCE = 0x00620003;
    public static final int SEGMENT_NUMBER = 0x00620004;
    public static final int SEGMENT_LABEL = 0x00620005;
    public static final int SEGMENT_DESCRIPTION = 0x00620006;
    public static final int SEGMENT_ALGORITHM_TYPE = 0x00620008;
    public static final int SEGMENT_ALGORITHM_NAME = 0x00620009;
    public static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
    public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    public static final int RECOMMENDED_CIELAB = 0x0062000D;
    public static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
    public static final int PROPERTY_TYPE_SEQUENCE = 0x0062000F;
    public static final int PROPERTY_TYPE_MODIFIER_SEQUENCE = 0x00620011;

    private SegmentationTag() {}
}
