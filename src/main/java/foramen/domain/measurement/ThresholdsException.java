package foramen.domain.measurement;

/** A thresholds file is not what it should be; the message is one sentence for the operator. */
public final class ThresholdsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public ThresholdsException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public ThresholdsException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
