package foramen.domain.injection;

/**
 * Something to know before a line is recorded.
 *
 * @param severity whether the line can be recorded as it stands
 * @param message one sentence: what and what to do
 * @param source where the rule comes from, may be empty
 */
public record Alert(Severity severity, String message, String source) {
    /** How grave an alert is. */
    public enum Severity {
        /** The line cannot be recorded as it stands. */
        STOP,
        /** The operator should know. */
        CAUTION
    }
}
