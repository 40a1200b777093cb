package foramen.dicom.data;

/** The tags of presentation states (PS3.3 C.10 and C.11), by the names of PS3.6. */
public final class PresentationTag {
    public static final int TRACKING_ID = 0x00620020;
    public static final int TRACKING_UID = 0x00620021;
    public static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
    public static final int GRAPHIC_LAYER = 0x00700002;
    public static final int BOUNDING_BOX_UNITS = 0x00700003;
    public static final int ANCHOR_POINT_UNITS = 0x00700004;
    public static final int GRAPHIC_UNITS = 0x00700005;
    public static final int UNFORMATTED_TEXT = 0x00700006;
    public static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
    public static final int GRAPHIC_OBJECT_SEQUENCE = 0x00700009;
    public static final int BOUNDING_BOX_TOP_LEFT = 0x00700010;
    public static final int BOUNDING_BOX_BOTTOM_RIGHT = 0x00700011;
    public static final int ANCHOR_POINT = 0x00700014;
    public static final int ANCHOR_POINT_VISIBILITY = 0x00700015;
    public static final int GRAPHIC_DIMENSIONS = 0x00700020;
    public static final int NUMBER_OF_GRAPHIC_POINTS = 0x00700021;
    public static final int GRAPHIC_DATA = 0x00700022;
    public static final int GRAPHIC_TYPE = 0x00700023;
    public static final int GRAPHIC_FILLED = 0x00700024;
    public static final int IMAGE_ROTATION = 0x00700042;
    public static final int DISPLAYED_AREA_TOP_LEFT = 0x00700052;
    public static final int DISPLAYED_AREA_BOTTOM_RIGHT = 0x00700053;
    public static final int DISPLAYED_AREA_SEQUENCE = 0x0070005A;
    public static final int GRAPHIC_LAYER_SEQUENCE = 0x00700060;
    public static final int GRAPHIC_LAYER_ORDER = 0x00700062;
    public static final int GRAPHIC_LAYER_GREY = 0x00700066;
    public static final int GRAPHIC_LAYER_DESCRIPTION = 0x00700068;
    public static final int CONTENT_LABEL = 0x00700080;
    public static final int CONTENT_DESCRIPTION = 0x00700081;
    public static final int PRESENTATION_CREATION_DATE = 0x00700082;
    public static final int PRESENTATION_CREATION_TIME = 0x00700083;
    public static final int CONTENT_CREATOR = 0x00700084;
    public static final int PRESENTATION_SIZE_MODE = 0x00700100;
    public static final int PRESENTATION_PIXEL_SPACING = 0x00700101;
    public static final int PRESENTATION_PIXEL_ASPECT_RATIO = 0x00700102;
    public static final int GRAPHIC_GROUP_LABEL = 0x00700207;
    public static final int GRAPHIC_GROUP_DESCRIPTION = 0x00700208;
    public static final int LINE_STYLE_SEQUENCE = 0x00700232;
    public static final int GRAPHIC_GROUP_SEQUENCE = 0x00700234;
    public static final int SHADOW_STYLE = 0x00700244;
    public static final int SHADOW_OFFSET_X = 0x00700245;
    public static final int SHADOW_OFFSET_Y = 0x00700246;
    public static final int SHADOW_COLOR = 0x00700247;
    public static final int PATTERN_ON_COLOR = 0x00700251;
    public static final int LINE_THICKNESS = 0x00700253;
    public static final int LINE_DASHING_STYLE = 0x00700254;
    public static final int LINE_PATTERN = 0x00700255;
    public static final int SHADOW_OPACITY = 0x00700258;
    public static final int PATTERN_ON_OPACITY = 0x00700284;
    public static final int GRAPHIC_GROUP_ID = 0x00700295;
    public static final int GRAPHIC_LAYER_CIELAB = 0x00700401;
    public static final int SOFTCOPY_VOI_LUT_SEQUENCE = 0x00283110;
    public static final int RESCALE_TYPE = 0x00281054;
    public static final int ICC_PROFILE = 0x00282000;
    public static final int COLOR_SPACE = 0x00282002;
    public static final int COMPOUND_GRAPHIC_SEQUENCE = 0x00700209;
    public static final int COMPOUND_GRAPHIC_INSTANCE_ID = 0x00700226;
    public static final int ROTATION_ANGLE = 0x00700230;
    public static final int COMPOUND_GRAPHIC_UNITS = 0x00700282;
    public static final int COMPOUND_GRAPHIC_TYPE = 0x00700294;

    private PresentationTag() {}
}
