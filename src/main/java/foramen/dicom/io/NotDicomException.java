package foramen.dicom.io;

/** Bytes that nothing marks as DICOM. */
public final class NotDicomException extends DicomException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public NotDicomException() {
        super("There is neither the DICM mark at byte 128 nor a data set at byte 0 or 132", NOWHERE);
    }
}
