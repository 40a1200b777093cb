package foramen.domain.clip;

import java.io.IOException;

/** A clip or a frame of it that cannot be had; the message is one sentence for the user: what, where, what to do. */
public class ClipException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public ClipException(String sentence) {
        super(sentence);
    }

    /** Says {@code sentence}, and keeps the cause for the log. */
    public ClipException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
