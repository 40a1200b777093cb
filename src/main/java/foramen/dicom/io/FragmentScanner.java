package foramen.dicom.io;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks the items of encapsulated pixel data by their lengths, never by searching for delimiters (PS3.5 annex A.4). */
final class FragmentScanner {
    private static final long UNDEFINED = 0xFFFFFFFFL;

    private final Cursor in;
    private final DicomLimits limits;
    private final Warnings warnings;
    private final boolean bigEndian;
    private long[] offsets = new long[64];
    private long[] lengths = new long[64];
    private int count;
    private long after;

    FragmentScanner(Cursor in, DicomLimits limits, Warnings warnings, boolean bigEndian) {
        this.in = in;
        this.limits = limits;
        this.warnings = warnings;
        this.bigEndian = bigEndian;
    }

    /** The table of fragments; leaves the position behind the last of them. */
    PixelDataLocation.Encapsulated locate(long end) throws IOException {
        long[] basic = new long[0];
        walk(end);
        if (count > 0) {
            in.seek(offsets[0]);
            basic = basicOffsets();
        }
        long origin = count > 0 ? offsets[0] + lengths[0] : end;
        in.seek(after);
        return new PixelDataLocation.Encapsulated(origin, basic, Arrays.copyOfRange(offsets, Math.min(1, count), count),
                Arrays.copyOfRange(lengths, Math.min(1, count), count));
    }

    /**
     * The fragments themselves, offset table first, for the small pictures inside items.
     *
     * @param most how many bytes they may have together
     */
    List<DataElement.Value> load(long end, long most) throws IOException {
        walk(end);
        List<DataElement.Value> values = new ArrayList<>(count);
        long total = 0;
        for (int i = 0; i < count; i++) {
            in.seek(offsets[i]);
            total += lengths[i];
            if (lengths[i] > limits.valueBytes() || total > most) {
                throw new DicomException("A picture inside an item is too long to be held in memory", offsets[i]);
            }
            values.add(new DataElement.Value(Tag.ITEM, Vr.OB, in.take(lengths[i])));
        }
        in.seek(after);
        return values;
    }

    private void walk(long end) throws IOException {
        while (end - in.position() >= 8) {
            int tag = in.peekTag(0, bigEndian);
            long length = in.peek32(4, bigEndian);
            if (tag == Tag.SEQUENCE_END) {
                after = in.position() + 8;
                return;
            }
            if (tag != Tag.ITEM) {
                warnings.add("The pixel data breaks off at byte " + in.position() + "; the frames before were kept.");
                after = end;
                return;
            }
            in.skip(8);
            long left = end - in.position();
            if (length == UNDEFINED || length > left) {
                warnings.add("The pixel data ends early: of its last fragment at byte " + in.position() + " " + left
                        + " bytes are there and were kept.");
                add(in.position(), left);
                after = end;
                return;
            }
            add(in.position(), length);
            in.skip(length);
        }
        warnings.add("The pixel data has no end mark; it was taken to end at byte " + end + ".");
        after = end;
    }

    private void add(long offset, long length) throws DicomException {
        if (count >= limits.fragments()) {
            throw new DicomException("The pixel data has more than " + limits.fragments() + " fragments", offset);
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        offsets[count] = offset;
        lengths[count] = length;
        count++;
    }

    private long[] basicOffsets() throws IOException {
        if (lengths[0] > 4L * limits.fragments()) {
            warnings.add("The Basic Offset Table at byte " + offsets[0] + " is too long to be one; it was ignored.");
            return new long[0];
        }
        IntBuffer table = new DataElement.Value(Tag.ITEM, Vr.OL, in.take(lengths[0])).buffer().asIntBuffer();
        long[] basic = new long[table.remaining()];
        for (int i = 0; i < basic.length; i++) {
            basic[i] = table.get(i) & 0xFFFFFFFFL;
        }
        return basic;
    }
}
