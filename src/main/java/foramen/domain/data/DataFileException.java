package foramen.domain.data;

/** A data file is not what it should be; the message is one sentence with file, line and field, and what to do. */
public final class DataFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public DataFileException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public DataFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The same complaint, with its cause kept for the log. */
    public DataFileException because(Throwable cause) {
        initCause(cause);
        return this;
    }
}
