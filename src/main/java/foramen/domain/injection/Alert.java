package foramen.domain.injection;

/**
 * Something to know before a dose is given or a line recorded.
 *
 * @param kind which rule speaks
 * @param subject what it is about where a rule can speak more than once, such as a syringe or an allergy; may be empty
 * @param severity what it means for going on
 * @param message one sentence: what and what to do
 * @param source where the rule comes from, may be empty
 * @param version version of the rules that spoke
 * @param overriding whether somebody may go on with a typed reason
 */
public record Alert(AlertKind kind, String subject, Severity severity, String message, String source, String version,
        Overriding overriding) {
    /** How grave an alert is, the gravest first. */
    public enum Severity {
        /** It cannot go on as it stands. */
        STOP,
        /** Something is not known, so a limit could not be checked: this is not the same as all being well. */
        CANNOT_CHECK,
        /** The operator should know. */
        CAUTION,
        /** For the record. */
        NOTE
    }

    /** Whether an alert may be passed over. */
    public enum Overriding {
        /** Only what it complains of can be changed. */
        NEVER,
        /** With a reason that is typed and kept. */
        WITH_REASON
    }

    /** The stable name of the rule, such as {@code la-sum-over}. */
    public String id() {
        return kind.id();
    }

    /** Rule and subject: what an override names. */
    public String key() {
        return subject.isEmpty() ? id() : id() + ":" + subject;
    }

    /** Whether nothing goes on before this is mended or overridden. */
    public boolean blocks() {
        return severity == Severity.STOP || severity == Severity.CANNOT_CHECK;
    }
}
