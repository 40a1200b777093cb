package foramen.dicom.sr.exact;

/** An exact record that does not say what it should; the message is part of a sentence: {@code the field … is …}. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says {@code what}. */
    public Malformed(String what) {
        super(what);
    }

    /** Says {@code what}, and keeps the cause. */
    public Malformed(String what, Throwable cause) {
        super(what, cause);
    }
}
