package foramen.app.composition;

/** Something the user has to know and can act upon; the message is one sentence, the exit status 1. */
public final class UserException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public UserException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public UserException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
