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
    private static final long UNDEFINED = HeaderParser.UNDEFINED;
    private static final int HEADER = HeaderParser.SHORT;

    private final Cursor in;
    private final DicomLimits limits;
    private final Warnings warnings;
    private final HeaderParser headers;
    private int count;
    private long held;
    private @Nullable PixelDataLocation pixels;

    DataSetParser(Cursor in, DicomLimits limits, Warnings warnings) {
        this.in = in;
        this.limits = limits;
        this.warnings = warnings;
        this.headers = new HeaderParser(in, warnings);
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
                warnings.add("There are " + (end - in.position()) + " stray bytes at byte " + in.position()
                        + "; they were skipped.");
                in.seek(end);
                return;
            }
            int tag = in.peekTag(0, coding.bigEndian());
            if (Tag.group(tag) == 0xFFFE) {
                if (depth > 0) {
                    return;
                }
                warnings.add("There is a stray delimiter at byte " + in.position() + "; it was skipped.");
                in.skip(HEADER);
            } else if (depth == 0 && tag == 0) {
                warnings.add("Nothing but filling follows from byte " + in.position() + "; it was skipped.");
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
        long at = in.position();
        HeaderParser.Header h = headers.read(end, coding);
        if (h.size() > end - at) {
            warnings.add("The header of " + h.name(at) + " is cut off; it was left out.");
            return false;
        }
        in.skip(h.size());
        boolean undefined = h.length() == UNDEFINED;
        long left = end - in.position();
        if (!undefined && h.length() > left && h.vr() != Vr.SQ && !(depth == 0 && isPixels(h.tag()))) {
            warnings.add(h.name(at) + " claims " + h.length() + " bytes where " + left
                    + " are left; it and what follows were left out.");
            return false;
        }
        boolean foreign = Tag.group(h.tag()) == 0 || Tag.group(h.tag()) == 2;
        if (depth == 0 && foreign && !undefined && h.vr() != Vr.SQ) {
            warnings.add(h.name(at) + " does not belong into a data set; it was skipped.");
            in.skip(h.length());
            return true;
        }
        // The last of several counts, wherever it stands.
        if (set.contains(h.tag()) || (depth == 0 && isPixels(h.tag()) && pixels != null)) {
            warnings.add(h.name(at) + " is there twice; the later one was taken.");
        }
        if (undefined) {
            return undefined(set, h, at, end, coding, depth);
        }
        if (depth == 0 && isPixels(h.tag())) {
            nativePixels(h, at, left, coding);
        } else if (h.vr() == Vr.SQ || isHiddenSequence(h)) {
            sequence(set, h, at, left, coding, depth);
        } else {
            value(set, h, at, coding);
        }
        return true;
    }

    private static boolean isPixels(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private void nativePixels(HeaderParser.Header h, long at, long left, Coding coding) {
        if (h.length() > left) {
            warnings.add(h.name(at) + " ends early: " + left + " of " + h.length() + " bytes are there and were kept.");
        }
        long there = Math.min(h.length(), left);
        // Whatever else a file calls its pixels, they are words or bytes (PS3.5 section 8.2).
        Vr vr = h.tag() == Tag.PIXEL_DATA && h.vr() != Vr.OB ? Vr.OW : h.vr();
        pixels = new PixelDataLocation.Native(h.tag(), vr, in.position(), there, coding.bigEndian());
        in.skip(there);
    }

    /** A sequence of the standard that somebody who did not know it passed on as UN (PS3.5 section 6.2.2 note 5). */
    private boolean isHiddenSequence(HeaderParser.Header h) throws IOException {
        return h.vr() == Vr.UN && h.length() >= HEADER && in.peekTag(0, false) == Tag.ITEM
                && DataDictionary.standard().find(h.tag()).map(e -> e.vr().equals("SQ")).orElse(false);
    }

    private void sequence(DataSetBuilder set, HeaderParser.Header h, long at, long left, Coding coding, int depth)
            throws IOException {
        if (h.length() > left) {
            warnings.add(h.name(at) + " claims " + h.length() + " bytes where " + left
                    + " are left; it was cut there.");
        }
        long to = in.position() + Math.min(h.length(), left);
        Coding inner = h.vr() == Vr.UN ? unknownSequence(to) : coding;
        set.sequence(h.tag(), items(set.charset(), to, false, inner, depth + 1));
        in.seek(to);
    }

    private void value(DataSetBuilder set, HeaderParser.Header h, long at, Coding coding) throws IOException {
        if (h.length() > limits.valueBytes() || held + h.length() > limits.heldBytes()) {
            set.put(new DataElement.Bulk(h.tag(), h.vr(), in.position(), h.length(), coding.bigEndian()));
            in.skip(h.length());
            return;
        }
        held += h.length();
        if ((h.length() & 1) != 0) {
            warnings.add(h.name(at) + " has an odd length of " + h.length() + " bytes; it is padded when written.");
        }
        byte[] bytes = in.take(h.length());
        if (coding.bigEndian()) {
            ByteOrders.swap(bytes, h.vr().unit());
        }
        if (h.tag() == Tag.PIXEL_REPRESENTATION && bytes.length > 0) {
            headers.signed(bytes[0] != 0);
        }
        // Group lengths are retired and often wrong; nobody needs them.
        if (Tag.element(h.tag()) != 0) {
            set.put(new DataElement.Value(h.tag(), h.vr(), bytes));
        }
    }

    private boolean undefined(DataSetBuilder set, HeaderParser.Header h, long at, long end, Coding coding, int depth)
            throws IOException {
        boolean picture = depth == 0 && isPixels(h.tag());
        boolean encapsulated = (h.tag() == Tag.PIXEL_DATA && h.vr() != Vr.SQ) || h.vr() == Vr.OB || h.vr() == Vr.OW;
        if (picture || encapsulated) {
            FragmentScanner scanner = new FragmentScanner(in, limits, warnings, coding.bigEndian());
            if (picture) {
                pixels = scanner.locate(end);
            } else {
                List<DataElement.Value> fragments = scanner.load(end, limits.heldBytes() - held);
                held += fragments.stream().mapToLong(DataElement.Value::length).sum();
                set.put(new DataElement.Fragments(h.tag(), h.vr(), fragments));
            }
            return true;
        }
        boolean opens = end - in.position() >= HEADER && Tag.group(in.peekTag(0, coding.bigEndian())) == 0xFFFE;
        if (h.vr() != Vr.SQ && !opens && !isLittleItem(end)) {
            warnings.add(h.name(at) + " has no length and is no sequence; it and what follows were left out.");
            return false;
        }
        Coding inner = h.vr() == Vr.UN ? unknownSequence(end) : coding;
        set.sequence(h.tag(), items(set.charset(), end, true, inner, depth + 1));
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
        boolean signed = headers.signed();
        long left = end - in.position();
        if (length == UNDEFINED) {
            elements(set, end, coding, depth);
            boolean closed = end - in.position() >= HEADER && in.peekTag(0, coding.bigEndian()) == Tag.ITEM_END;
            if (closed) {
                in.skip(HEADER);
            } else {
                warnings.add("An item has no end mark before byte " + in.position() + "; it was taken to end there.");
            }
        } else {
            if (length > left) {
                warnings.add("An item at byte " + (in.position() - HEADER) + " is longer than its sequence; "
                        + "it was cut there.");
            }
            long to = in.position() + Math.min(length, left);
            elements(set, to, coding, depth);
            if (in.position() < to) {
                warnings.add("An item is damaged at byte " + in.position() + "; its elements before were kept.");
            }
            in.seek(to);
        }
        headers.signed(signed);
        return set.build();
    }
}
