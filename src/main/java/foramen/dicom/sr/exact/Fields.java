package foramen.dicom.sr.exact;

import foramen.dicom.sr.Codes;
import foramen.domain.anatomy.Code;

/**
 * The concepts under which exact values travel, all of Foramen's own coding scheme. One is never given another meaning:
 * reports stay in archives for decades.
 */
final class Fields {
    static final Code FORMAT = Codes.own("format", "Format of the exact records");
    static final Code CASE = Codes.own("case", "Case as recorded");
    static final Code CLIP_RECORD = Codes.own("clip-record", "Clip of the case");
    static final Code ANNOTATION = Codes.own("annotation", "Annotation as recorded");
    static final Code PLAN = Codes.own("plan", "Needle plan as recorded");
    static final Code INJECTION = Codes.own("injection", "Ledger line as recorded");
    static final Code CALIBRATION = Codes.own("calibration", "Scale set by hand, as recorded");
    static final Code FOLLOW = Codes.own("follow", "Tie to the same structure on other frames");
    static final Code VOIDING = Codes.own("voiding", "Why the ledger line does not count");
    static final Code KNOWN_LENGTH = Codes.own("known-length", "Line of known length");
    static final Code ANNOTATIONS = Codes.own("annotations", "Number of annotations");
    static final Code PLANS = Codes.own("plans", "Number of needle plans");
    static final Code LEDGER_LINES = Codes.own("ledger-lines", "Number of ledger lines");
    static final Code ID = Codes.own("id", "Identifier");
    static final Code CREATED = Codes.own("created", "Begun at");
    static final Code SIDE = Codes.own("side", "Side");
    static final Code INDICATION = Codes.own("indication", "Indication");
    static final Code PATIENT_NAME = Codes.own("patient-name", "Patient name, where the case has another");
    static final Code PATIENT_ID = Codes.own("patient-id", "Patient identifier, where the case has another");
    static final Code BIRTH_DATE = Codes.own("birth-date", "Birth date, where the case has another");
    static final Code SEX = Codes.own("sex", "Sex, where the case has another");
    static final Code WEIGHT_KG = Codes.own("weight-kg", "Body weight in kg, where the case has another");
    static final Code WEIGHING = Codes.own("weighing", "Who said the body weight");
    static final Code WEIGHED_ON = Codes.own("weighed-on", "Since when the body weight is known");
    static final Code CLIP = Codes.own("clip", "Clip, by its SOP Instance UID");
    static final Code DESCRIPTION = Codes.own("description", "Description");
    static final Code COLUMNS = Codes.own("columns", "Columns of the picture");
    static final Code ROWS = Codes.own("rows", "Rows of the picture");
    static final Code FRAME = Codes.own("frame", "Frame number, from 1");
    static final Code SHAPE = Codes.own("shape", "Kind of shape");
    static final Code POINTS = Codes.own("points", "Handles in image pixels: x y, x y");
    static final Code HALF_AXIS = Codes.own("half-axis", "Other half axis in pixels");
    static final Code STRUCTURE = Codes.own("structure", "Structure");
    static final Code LEVEL = Codes.own("level", "Level");
    static final Code PLANE = Codes.own("plane", "Plane");
    static final Code LABEL = Codes.own("label", "Label");
    static final Code LOCKED = Codes.own("locked", "Protected from editing");
    static final Code HIDDEN = Codes.own("hidden", "Left out of the picture");
    static final Code ORIGIN = Codes.own("origin", "How it came to be");
    static final Code EXCLUDED = Codes.own("excluded", "Left out of means and comparisons");
    static final Code SHADOW = Codes.own("shadow", "Acoustic shadow");
    static final Code CONTOUR = Codes.own("contour", "Outline of a calcification");
    static final Code TRACK = Codes.own("track", "Track");
    static final Code KEY = Codes.own("key", "Key frame");
    static final Code CONFIDENCE = Codes.own("confidence", "Confidence, 0 to 1");
    static final Code DRIFTING = Codes.own("drifting", "Drifting");
    static final Code REVIEW = Codes.own("review", "Review");
    static final Code AUTHOR = Codes.own("author", "Author");
    static final Code AT = Codes.own("at", "At");
    static final Code ENTRY = Codes.own("entry", "Entry in image pixels: x y");
    static final Code TARGET = Codes.own("target", "Target in image pixels: x y");
    static final Code TARGET_NAME = Codes.own("target-name", "Name of the target");
    static final Code NEEDLE = Codes.own("needle", "Needle of the stock list");
    static final Code NOTE = Codes.own("note", "Note");
    static final Code PRODUCT = Codes.own("product", "Product");
    static final Code PRODUCT_NAME = Codes.own("product-name", "Product name as recorded");
    static final Code SUBSTANCE_CLASS = Codes.own("substance-class", "Class of substance");
    static final Code STRENGTH = Codes.own("strength", "Concentration");
    static final Code STRENGTH_UNIT = Codes.own("strength-unit", "Unit of the concentration");
    static final Code VOLUME_ML = Codes.own("volume-ml", "Volume in mL");
    static final Code LOT = Codes.own("lot", "Lot");
    static final Code EXPIRY = Codes.own("expiry", "Last day of use");
    static final Code SITE = Codes.own("site", "Site");
    static final Code PLAN_ID = Codes.own("plan-id", "Needle plan followed");
    static final Code OPERATOR = Codes.own("operator", "Operator");
    static final Code REASON = Codes.own("reason", "Reason");
    static final Code BY = Codes.own("by", "By");
    static final Code LENGTH_MM = Codes.own("length-mm", "Length in mm as typed");
    static final Code OVERRIDE_REASON = Codes.own("override-reason", "Why a protected scale was overridden");

    static final Code PLAN_VERSION = Codes.own("plan-version", "Version of the plan");
    static final Code MARGIN_RULE = Codes.own("margin-rule", "Margin rule chosen");
    static final Code FURTHER_TARGET = Codes.own("further-target", "Further target of the plan");
    static final Code APPROACH = Codes.own("approach", "How the needle is brought in");
    static final Code PUNCTURE = Codes.own("puncture", "Puncture beside the plane");
    static final Code PLANE_DISTANCE_MM = Codes.own("plane-distance-mm", "Distance to the plane in mm");
    static final Code ANGLE_DEGREES = Codes.own("angle-degrees", "Angle to the skin in degrees");
    static final Code DIRECTION = Codes.own("direction", "Direction");
    static final Code LANDMARK = Codes.own("landmark", "Landmark on the skin");
    static final Code LANDMARK_MM = Codes.own("landmark-mm", "Distance from the landmark in mm");
    static final Code DOPPLER_DONE = Codes.own("doppler-done", "Vessels looked for with Doppler");
    static final Code SKIN_ARC = Codes.own("skin-arc", "Skin arc as set");
    static final Code ARC_FORM = Codes.own("arc-form", "How the skin arc was set");
    static final Code RADIUS_MM = Codes.own("radius-mm", "Radius in mm");
    static final Code RANGE = Codes.own("range", "Frames of the worst case");
    static final Code FIRST_FRAME = Codes.own("first-frame", "First frame, counted from 0");
    static final Code LAST_FRAME = Codes.own("last-frame", "Last frame, counted from 0");
    static final Code PLAN_OVERRIDE = Codes.own("plan-override", "Warning overridden");
    static final Code WARNING = Codes.own("warning", "Rule that warned");
    static final Code TARGET_NUMBER = Codes.own("target-number", "Number of the target");
    static final Code SUBJECT = Codes.own("subject", "Structure it is about");
    static final Code WORDS = Codes.own("words", "Warning as it stood");
    static final Code NEEDLE_SEEN = Codes.own("needle-seen", "Needle as seen");
    static final Code SHAFT = Codes.own("shaft", "Point of the shaft in image pixels: x y");
    static final Code TIP = Codes.own("tip", "Tip in image pixels: x y");
    static final Code SPREAD = Codes.own("spread", "Spread in image pixels: x y, x y");
    static final Code IMAGE = Codes.own("image", "Picture that documents the procedure");
    static final Code STATEMENTS = Codes.own("statements", "What the operator states for measuring");
    static final Code REFERENCE_SITE = Codes.own("reference-site", "Site held to be unaffected");
    static final Code SAME_SETTINGS = Codes.own("same-settings", "Clips taken with the same preset and gain");
    static final Code OTHER_CLIP = Codes.own("other-clip", "Other clip, by its SOP Instance UID");
    static final Code ROLE = Codes.own("role", "What the picture shows");

    private Fields() {}
}
