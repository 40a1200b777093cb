package foramen.vision;

import java.io.IOException;

/** An algorithm that cannot run here; the message is a sentence for the user. */
public class VisionException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what cannot be done and what to do instead, and why it came to that. */
    public VisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
