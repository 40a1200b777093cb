package foramen.dicom.io;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.io.IOException;
import java.util.Optional;

/** Reads the headers of elements (PS3.5 section 7.1), whether they name their representation or not. */
final class HeaderParser {
    static final long UNDEFINED = 0xFFFFFFFFL;
    static final int SHORT = 8;
    static final int LONG = 12;

    /**
     * What stands before a value.
     *
     * @param tag its tag
     * @param vr its representation, as named or as the dictionary says
     * @param length its length in bytes, or {@link #UNDEFINED}
     * @param size the header's own length in bytes
     */
    record Header(int tag, Vr vr, long length, int size) {
        /** The element in words, for a warning about the one at byte {@code at}. */
        String name(long at) {
            String tagged = Tag.format(tag);
            String label = DataDictionary.standard().label(tag);
            return (label.equals(tagged) ? label : label + " " + tagged) + " at byte " + at;
        }
    }

    private final Cursor in;
    private final Warnings warnings;
    private boolean signed;

    HeaderParser(Cursor in, Warnings warnings) {
        this.in = in;
        this.warnings = warnings;
    }

    /** Whether values that may be either are signed, as the data set's Pixel Representation says. */
    boolean signed() {
        return signed;
    }

    void signed(boolean now) {
        signed = now;
    }

    /** The header at the position, where eight bytes are left; does not move. */
    Header read(long end, Coding coding) throws IOException {
        int tag = in.peekTag(0, coding.bigEndian());
        long length = in.peek32(4, coding.bigEndian());
        if (!coding.explicit()) {
            return new Header(tag, implicitVr(tag), length, SHORT);
        }
        Optional<Vr> vr = Vr.of(in.peek(4), in.peek(5));
        int shortLength = in.peek16(6, coding.bigEndian());
        if (vr.isPresent() && !vr.get().hasLongForm()) {
            return new Header(tag, vr.get(), shortLength, SHORT);
        }
        long left = end - in.position() - SHORT;
        if (vr.isPresent()) {
            return new Header(tag, vr.get(), left >= 4 ? in.peek32(8, coding.bigEndian()) : 0, LONG);
        }
        boolean fits = length <= left || length == UNDEFINED || shortLength > left;
        Header header = new Header(tag, implicitVr(tag), fits ? length : shortLength, SHORT);
        warnings.add(header.name(in.position()) + " names no known value representation; it was read as "
                + header.vr + ".");
        return header;
    }

    private Vr implicitVr(int tag) {
        return DataDictionary.standard().implicitVr(tag, signed);
    }
}
