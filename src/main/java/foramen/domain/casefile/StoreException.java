package foramen.domain.casefile;

import java.io.IOException;

/** The store could not do what it was asked; the message is one sentence for the user, and nothing was lost. */
public class StoreException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public StoreException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
