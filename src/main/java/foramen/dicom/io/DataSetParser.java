package foramen.dicom.io;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.SpecificCharacterSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses elements (PS3.5 sections 7.1 to 7.5). Each step moves on by eight bytes or more, so it always ends. */
final class DataSetParser {
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 12;

    private record Header(int tag, Vr vr, long length, int size) {}

    private final Cursor in;
    private final DicomLimits limits;
    private final Warnings warnings;
    private int count;
    private boolean signed;
    private @Nullable PixelDataLocation pixels;

    DataSetParser(Cursor in, DicomLimits limits, Warnings warnings) {
        this.in = in;
        this.limits = limits;
        this.warnings = warnings;
    }

    Optional<PixelDataLocation> pixels() {
        return Optional.ofNullable(pixels);
    }

    /** The file meta information: whatever there is of group 0002, whatever its stated length. */
    DataSet meta() throws IOException {
        DataSetBuilder set = DataSet.builder(SpecificCharacterSet.ASCII);
        while (in.size() - in.position() >= HEADER && Tag.group(in.peekTag(0, false)) == 2) {
            if (!element(set, in.size(), Coding.EXPLICIT_LITTLE, 1)) {
                break;
            }
        }
        return set.build();
    }

    /** The data set from the position to the end of the source. */
    DataSet dataSet(Coding coding) throws IOException {
        DataSetBuilder set = DataSet.builder(SpecificCharacterSet.ASCII);
        elements(set, in.size(), coding, 0);
        return set.build();
    }

    /** Reads elements up to {@code end} or to a delimiter, which is left for the caller. */
    private void elements(DataSetBuilder set, long end, Coding coding, int depth) throws IOException {
        while (in.position() < end) {
            if (end - in.position() < HEADER) {
                warnings.add("There are " + (end - in.position()) + " stray bytes at byte " + in.position() + ".");
                in.seek(end);
                return;
            }
            int tag = in.peekTag(0, coding.bigEndian());
            if (Tag.group(tag) == 0xFFFE) {
                if (depth > 0) {
                    return;
                }
                warnings.add("There is a stray delimiter at byte " + in.position() + ".");
                in.skip(HEADER);
            } else if (depth == 0 && tag == 0) {
                warnings.add("Nothing but filling follows from byte " + in.position() + ".");
                in.seek(end);
            } else if (!element(set, end, coding, depth)) {
                in.seek(end);
            }
        }
    }

    private void counted() throws DicomException {
        if (++count > limits.elements()) {
            throw new DicomException("The file has more than " + limits.elements() + " elements", in.position());
        }
    }

    /** Reads one element; false when there is no going on behind it. */
    private boolean element(DataSetBuilder set, long end, Coding coding, int depth) throws IOException {
        counted();
        Header h = header(end, coding);
        if (h.size > end - in.position()) {
            warnings.add("The file ends inside the header of " + Tag.format(h.tag) + ".");
            return false;
        }
        in.skip(h.size);
        boolean picture = depth == 0 && isPixels(h.tag);
        long left = end - in.position();
        if (h.length == UNDEFINED) {
            return undefined(set, h, end, coding, depth);
        }
        if (picture) {
            if (h.length > left) {
                warnings.add("The pixel data ends early: " + left + " of " + h.length + " bytes are there.");
            }
            long there = Math.min(h.length, left);
            pixels = new PixelDataLocation.Native(h.tag, h.vr, in.position(), there, coding.bigEndian());
            in.skip(there);
            return true;
        }
        if (h.length > left && h.vr != Vr.SQ) {
            warnings.add(label(h.tag) + " at byte " + (in.position() - h.size) + " is longer than what is left; "
                    + "it and what follows were left out.");
            return false;
        }
        if (h.vr == Vr.SQ) {
            if (h.length > left) {
                warnings.add(label(h.tag) + " is longer than what holds it; it was cut there.");
            }
            long to = in.position() + Math.min(h.length, left);
            set.sequence(h.tag, items(set.charset(), to, false, coding, depth + 1));
            in.seek(to);
            return true;
        }
        value(set, h, coding, depth);
        return true;
    }

    private static boolean isPixels(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private static String label(int tag) {
        return DataDictionary.standard().label(tag);
    }

    private void value(DataSetBuilder set, Header h, Coding coding, int depth) throws IOException {
        if (h.length > limits.valueBytes()) {
            if (depth > 0) {
                throw new DicomException(label(h.tag) + " is longer than " + limits.valueBytes() + " bytes",
                        in.position());
            }
            set.put(new DataElement.Bulk(h.tag, h.vr, in.position(), h.length, coding.bigEndian()));
            in.skip(h.length);
            return;
        }
        byte[] bytes = in.take(h.length);
        if (coding.bigEndian()) {
            ByteOrders.swap(bytes, h.vr.unit());
        }
        if (h.tag == Tag.PIXEL_REPRESENTATION && bytes.length > 0) {
            signed = bytes[0] != 0;
        }
        // Group lengths are retired and often wrong; nobody needs them.
        if (Tag.element(h.tag) != 0) {
            set.put(new DataElement.Value(h.tag, h.vr, bytes));
        }
    }

    private Header header(long end, Coding coding) throws IOException {
        int tag = in.peekTag(0, coding.bigEndian());
        long length = in.peek32(4, coding.bigEndian());
        if (!coding.explicit()) {
            return new Header(tag, implicitVr(tag), length, HEADER);
        }
        Optional<Vr> vr = Vr.of(in.peek(4), in.peek(5));
        int shortLength = in.peek16(6, coding.bigEndian());
        if (vr.isPresent() && !vr.get().hasLongForm()) {
            return new Header(tag, vr.get(), shortLength, HEADER);
        }
        if (vr.isPresent()) {
            boolean whole = end - in.position() >= LONG_HEADER;
            return new Header(tag, vr.get(), whole ? in.peek32(8, coding.bigEndian()) : 0, LONG_HEADER);
        }
        warnings.add(label(tag) + " at byte " + in.position() + " names no known value representation.");
        long left = end - in.position() - HEADER;
        if (length <= left || length == UNDEFINED || shortLength > left) {
            return new Header(tag, implicitVr(tag), length, HEADER);
        }
        return new Header(tag, implicitVr(tag), shortLength, HEADER);
    }

    private Vr implicitVr(int tag) {
        return DataDictionary.standard().implicitVr(tag, signed);
    }

    private boolean undefined(DataSetBuilder set, Header h, long end, Coding coding, int depth) throws IOException {
        boolean encapsulated = h.tag == Tag.PIXEL_DATA || h.vr == Vr.OB || h.vr == Vr.OW;
        if (encapsulated) {
            FragmentScanner scanner = new FragmentScanner(in, limits, warnings, coding.bigEndian());
            if (depth == 0 && isPixels(h.tag)) {
                pixels = scanner.locate(end);
            } else {
                set.put(new DataElement.Fragments(h.tag, h.vr, scanner.load(end)));
            }
            return true;
        }
        boolean opens = end - in.position() >= HEADER && Tag.group(in.peekTag(0, coding.bigEndian())) == 0xFFFE;
        if (h.vr != Vr.SQ && !opens && !isLittleItem(end)) {
            warnings.add(label(h.tag) + " at byte " + (in.position() - h.size)
                    + " has no length and is no sequence; it and what follows were left out.");
            return false;
        }
        Coding inner = h.vr == Vr.UN ? unknownSequence(end) : coding;
        set.sequence(h.tag, items(set.charset(), end, true, inner, depth + 1));
        return true;
    }

    private boolean isLittleItem(long end) throws IOException {
        return end - in.position() >= HEADER && Tag.group(in.peekTag(0, false)) == 0xFFFE;
    }

    /** UN of undefined length holds implicit little endian items (PS3.5 section 6.2.2 note 7), but some say otherwise. */
    private Coding unknownSequence(long end) throws IOException {
        boolean named = end - in.position() >= 2 * HEADER && Vr.of(in.peek(12), in.peek(13)).isPresent();
        return named ? Coding.EXPLICIT_LITTLE : Coding.IMPLICIT_LITTLE;
    }

    private List<DataSet> items(SpecificCharacterSet charset, long end, boolean open, Coding coding, int depth)
            throws IOException {
        if (depth > limits.depth()) {
            throw new DicomException("Sequences nest deeper than " + limits.depth() + " levels", in.position());
        }
        List<DataSet> items = new ArrayList<>();
        while (end - in.position() >= HEADER) {
            int tag = in.peekTag(0, coding.bigEndian());
            if (tag == Tag.SEQUENCE_END) {
                in.skip(HEADER);
                return items;
            }
            if (tag != Tag.ITEM) {
                warnings.add("A sequence is damaged at byte " + in.position() + "; its items before were kept.");
                return items;
            }
            items.add(item(charset, end, coding, depth));
        }
        if (open) {
            warnings.add("A sequence has no end mark; it was taken to end at byte " + end + ".");
        }
        return items;
    }

    private DataSet item(SpecificCharacterSet charset, long end, Coding coding, int depth) throws IOException {
        counted();
        long length = in.peek32(4, coding.bigEndian());
        in.skip(HEADER);
        DataSetBuilder set = DataSet.builder(charset);
        long left = end - in.position();
        if (length == UNDEFINED) {
            elements(set, end, coding, depth);
            boolean closed = end - in.position() >= HEADER && in.peekTag(0, coding.bigEndian()) == Tag.ITEM_END;
            if (closed) {
                in.skip(HEADER);
            } else {
                warnings.add("An item has no end mark before byte " + in.position() + ".");
            }
            return set.build();
        }
        if (length > left) {
            warnings.add("An item is longer than its sequence at byte " + in.position() + "; it was cut there.");
        }
        long to = in.position() + Math.min(length, left);
        elements(set, to, coding, depth);
        in.seek(to);
        return set.build();
    }
}
