package foramen.domain.deident;

import java.io.IOException;
import java.io.Serial;

/** Why there is no preview or no copy at all, in one sentence for the operator. */
public final class CopyException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says {@code sentence}. */
    public CopyException(String sentence) {
        super(sentence);
    }

    /** The same with what caused it, for the log. */
    public CopyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
