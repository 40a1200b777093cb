package foramen.codec;

import java.io.IOException;

/** Compressed pixels that cannot be decoded; the message says why, as the end of a sentence: "it is 12-bit JPEG". */
public class CodecException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says {@code reason}. */
    public CodecException(String reason) {
        super(reason);
    }

    /** Says {@code reason} and keeps the cause. */
    public CodecException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
