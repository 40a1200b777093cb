package foramen.dicom.sr.exact;

import foramen.dicom.sr.Codes;
import foramen.domain.anatomy.Code;

/** The concepts of risks, sessions and visits, as {@link Fields} has those of drawings and the ledger. */
final class CareFields {
    static final Code RISKS = Codes.own("risks", "Risks of the patient");
    static final Code PRESENT = Codes.own("present", "Present");
    static final Code ABSENT = Codes.own("absent", "Asked and absent");
    static final Code DETAIL = Codes.own("detail", "Detail in words");
    static final Code WORDS = Codes.own("words", "Words");
    static final Code HEIGHT_CM = Codes.own("height-cm", "Height in cm");

    static final Code SESSIONS = Codes.own("sessions", "Number of sessions");
    static final Code SESSION = Codes.own("session", "Session as recorded");
    static final Code COURSE = Codes.own("course", "Course");
    static final Code NUMBER = Codes.own("number", "Number");
    static final Code OF = Codes.own("of", "Of how many");
    static final Code PROTOCOL = Codes.own("protocol", "Protocol");
    static final Code PROTOCOL_VERSION = Codes.own("protocol-version", "Version of the protocol");
    static final Code DAY = Codes.own("day", "Day");
    static final Code PROFILE = Codes.own("profile", "Profile of the protocol");
    static final Code STATUS = Codes.own("status", "Status");
    static final Code CLOSED = Codes.own("closed", "Closed at");
    static final Code SYRINGE = Codes.own("syringe", "Syringe");
    static final Code COMPONENT = Codes.own("component", "Product in the syringe");
    static final Code POWDER = Codes.own("powder", "Amount of a dry vial");
    static final Code DOSE_UNIT = Codes.own("dose-unit", "Unit of the dose");
    static final Code GTIN = Codes.own("gtin", "Global Trade Item Number");
    static final Code ALIQUOT = Codes.own("aliquot", "Portion for one place");
    static final Code SYRINGE_ID = Codes.own("syringe-id", "From which syringe");
    static final Code TARGET_ID = Codes.own("target-id", "Target of the protocol");
    static final Code LINE_ORIGIN = Codes.own("line-origin", "Portion of a session that the line comes from");
    static final Code SESSION_ID = Codes.own("session-id", "Of which session");
    static final Code ALIQUOT_ID = Codes.own("aliquot-id", "Which portion");
    static final Code AMOUNT = Codes.own("amount", "Amount, exactly");
    static final Code ELSEWHERE = Codes.own("elsewhere", "Given elsewhere");
    static final Code EPINEPHRINE = Codes.own("epinephrine", "With epinephrine");

    static final Code CHECK = Codes.own("check", "Answer to the checklist");
    static final Code ITEM = Codes.own("item", "Item");
    static final Code STATE = Codes.own("state", "State");
    static final Code TIME_OUT = Codes.own("time-out", "Time-out");
    static final Code ANTICOAGULATION = Codes.own("anticoagulation", "Decision about anticoagulants");
    static final Code DRUG = Codes.own("drug", "Drug");
    static final Code LAST_DOSE = Codes.own("last-dose", "Last dose");
    static final Code INR = Codes.own("inr", "INR");
    static final Code PLATELETS = Codes.own("platelets", "Platelets");
    static final Code DECISION = Codes.own("decision", "Decision");
    static final Code OBSERVATION = Codes.own("observation", "Observation afterwards");
    static final Code FROM = Codes.own("from", "From");
    static final Code UNTIL = Codes.own("until", "Until");
    static final Code LEG_STRENGTH = Codes.own("leg-strength", "Leg strong before walking");
    static final Code COMPLICATION = Codes.own("complication", "Complication");
    static final Code KIND = Codes.own("kind", "Kind");
    static final Code OVERRULE = Codes.own("overrule", "Alert passed over");
    static final Code ALERT = Codes.own("alert", "Alert");
    static final Code SENTENCE = Codes.own("sentence", "Sentence as shown");
    static final Code RULE_VERSION = Codes.own("rule-version", "Version of the rules");

    static final Code FOLLOW_UP = Codes.own("follow-up", "Follow-up as recorded");
    static final Code VISITS = Codes.own("visits", "Number of visits");
    static final Code EVENTS = Codes.own("events", "Number of events");
    static final Code VISIT = Codes.own("visit", "Visit");
    static final Code WINDOW = Codes.own("window", "Planned visit that it stands for");
    static final Code EXAMINER = Codes.own("examiner", "Examiner");
    static final Code TEST = Codes.own("test", "Provocation test");
    static final Code RESULT = Codes.own("result", "Result");
    static final Code PAIN_SITE = Codes.own("pain-site", "Where the pain was reproduced");
    static final Code NRS = Codes.own("nrs", "Pain during the test, 0 to 10");
    static final Code ANGLE = Codes.own("angle", "Angle of pain in degrees");
    static final Code NEURO = Codes.own("neuro", "Neurological finding");
    static final Code GRADE = Codes.own("grade", "Grade");
    static final Code RED_FLAGS = Codes.own("red-flags", "Red flags were asked for");
    static final Code FLAG = Codes.own("flag", "Red flag that is there");
    static final Code PAIN = Codes.own("pain", "Pain");
    static final Code INSTRUMENT = Codes.own("instrument", "Instrument");
    static final Code VALUE = Codes.own("value", "Value");
    static final Code HIP_ANSWERS = Codes.own("hip-answers", "Answers of the Harris Hip Score");
    static final Code ROM_RULE = Codes.own("rom-rule", "Rule for motion");
    static final Code DEFORMITY_RULE = Codes.own("deformity-rule", "Rule for deformity");
    static final Code CHOICE = Codes.own("choice", "Chosen answer");
    static final Code MEASURED = Codes.own("measured", "Measured");
    static final Code HIP_SCORE = Codes.own("hip-score", "Hip score");
    static final Code RULES = Codes.own("rules", "Rules it was counted by");
    static final Code EDITION = Codes.own("edition", "Version of the rules' file");
    static final Code RAW = Codes.own("raw", "Points before scaling");
    static final Code TOTAL = Codes.own("total", "Total");
    static final Code EVENT = Codes.own("event", "Event");
    static final Code WHAT = Codes.own("what", "What");
    static final Code RETURN_OF_PAIN = Codes.own("return-of-pain", "For return of pain");

    static final Code SCALE_SOURCE = Codes.own("scale-source", "Where the scale comes from");

    private CareFields() {}
}
