package foramen.domain.revision;

/**
 * One thing of a case that an edit is about.
 *
 * @param kind what sort of thing
 * @param id its identifier within its kind; empty where a case has only one of them
 */
public record Subject(Kind kind, String id) {
    /** Sorts of things, as the case has them. */
    public enum Kind {
        PATIENT, SIDE, INDICATION, RISKS, ELSEWHERE, CLIP, SCALE, ANNOTATION, PLAN, SESSION, INJECTION, VISIT, EVENT, SCHEDULE, IMAGE, REFERENCE, SAME_SETTINGS
    }
}
