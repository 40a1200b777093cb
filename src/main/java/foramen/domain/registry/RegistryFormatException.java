package foramen.domain.registry;

/** A registry file is not what it should be; the message is one sentence for the operator. */
public final class RegistryFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public RegistryFormatException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public RegistryFormatException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
