package foramen.dicom.deident;

import java.io.Serial;

/** Why there is no de-identified copy; the message names neither file nor value, so that it may stand in a proof. */
public final class DeidentException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What kind of reason it is. */
    public enum Kind {
        /** The file is sound, but there is nothing to do, or somebody has to decide something first. */
        REFUSED,
        /** It could not be done. */
        FAILED
    }

    private final Kind kind;

    /** Says {@code reason}, the end of a sentence that starts with the file's name. */
    public DeidentException(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    /** The same with what caused it, for the log. */
    public DeidentException(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** What kind of reason it is. */
    public Kind kind() {
        return kind;
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
