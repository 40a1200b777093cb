package foramen.domain.delivery;

import java.io.IOException;

/** A file that cannot be imported; the message is one sentence for the user, and nothing was stored. */
public class ImportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public ImportException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public ImportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
