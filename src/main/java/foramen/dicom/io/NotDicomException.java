package foramen.dicom.io;

/** Bytes that nothing marks as DICOM. */
public final class NotDicomException extends DicomException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public NotDicomException() {
        super("The bytes do not start like a DICOM file", NOWHERE);
    }
}
