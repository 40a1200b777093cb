package foramen.dicom.io;

import java.io.IOException;
import java.util.Locale;

/** Bytes that cannot be read (or written) as DICOM; the message is one sentence, with the offset where one is known. */
public class DicomException extends IOException {
    private static final long serialVersionUID = 1L;
    /** Where no single byte is to blame. */
    public static final long NOWHERE = -1;

    private final long offset;

    /** Says {@code sentence}, about the byte at {@code offset} or about the whole ({@link #NOWHERE}). */
    public DicomException(String sentence, long offset) {
        super(offset < 0 ? sentence : String.format(Locale.ROOT, "%s (at byte %d)", sentence, offset));
        this.offset = offset;
    }

    /** Says {@code sentence} about the whole, and keeps the cause. */
    public DicomException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.offset = NOWHERE;
    }

    /** The position in the file's (inflated) bytes, or {@link #NOWHERE}. */
    public long offset() {
        return offset;
    }
}
