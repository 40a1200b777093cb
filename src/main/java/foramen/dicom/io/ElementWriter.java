package foramen.dicom.io;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts elements down in explicit little endian (PS3.5 section 7.1.2); sequences and items with end marks. */
final class ElementWriter {
    static final long UNDEFINED = 0xFFFFFFFFL;
    static final int MOST_SHORT = 0xFFFE;
    private static final int STEP = 1 << 20;

    private final OutputStream out;
    private @Nullable ByteSource source;

    ElementWriter(OutputStream out) {
        this.out = out;
    }

    /** Names the file that values left in it are to be copied from. */
    ElementWriter from(ByteSource bytes) {
        source = bytes;
        return this;
    }

    static int headerLength(Vr vr) {
        return vr.hasLongForm() ? 12 : 8;
    }

    void elements(DataSet set, Predicate<DataElement> which) throws IOException {
        for (DataElement e : set.elements()) {
            if (which.test(e)) {
                element(e);
            }
        }
    }

    void element(DataElement element) throws IOException {
        switch (element) {
            case DataElement.Value v -> {
                header(v.tag(), v.vr(), v.length() + (v.length() & 1L));
                byte[] bytes = v.bytes();
                out.write(bytes);
                if (bytes.length % 2 != 0) {
                    out.write(v.vr().padding());
                }
            }
            case DataElement.Sequence s -> {
                header(s.tag(), Vr.SQ, UNDEFINED);
                for (DataSet item : s.items()) {
                    mark(Tag.ITEM, UNDEFINED);
                    elements(item, e -> true);
                    mark(Tag.ITEM_END, 0);
                }
                sequenceEnd();
            }
            case DataElement.Fragments f -> {
                header(f.tag(), f.vr(), UNDEFINED);
                for (DataElement.Value v : f.fragments()) {
                    fragment(v.bytes());
                }
                sequenceEnd();
            }
            case DataElement.Bulk b -> bulk(b);
        }
    }

    private void bulk(DataElement.Bulk b) throws IOException {
        ByteSource bytes = source;
        if (bytes == null) {
            throw new DicomException("The value of " + Tag.format(b.tag()) + " was left in its file",
                    DicomException.NOWHERE);
        }
        header(b.tag(), b.vr(), b.length() + (b.length() & 1));
        copy(bytes, b.offset(), b.length(), b.bigEndian() ? b.vr().unit() : 1);
        pad(b.length());
    }

    void pixelHeader(Vr vr, long length) throws IOException {
        header(Tag.PIXEL_DATA, vr, length == UNDEFINED ? length : length + (length & 1));
    }

    /** A fragment copied piece by piece, for one of a video may be of 4 GiB. */
    void fragment(ByteSource bytes, long offset, long length) throws IOException {
        mark(Tag.ITEM, length + (length & 1));
        copy(bytes, offset, length, 1);
        pad(length);
    }

    private void copy(ByteSource bytes, long offset, long length, int swapped) throws IOException {
        for (long at = 0; at < length; at += STEP) {
            byte[] step = bytes.read(offset + at, Math.min(STEP, length - at));
            ByteOrders.swap(step, swapped);
            out.write(step);
        }
    }

    void fragment(byte[] bytes) throws IOException {
        mark(Tag.ITEM, bytes.length + (bytes.length & 1));
        out.write(bytes);
        pad(bytes.length);
    }

    void sequenceEnd() throws IOException {
        mark(Tag.SEQUENCE_END, 0);
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void pad(long length) throws IOException {
        if ((length & 1) != 0) {
            out.write(0);
        }
    }

    private void header(int tag, Vr vr, long length) throws IOException {
        if (length > UNDEFINED) {
            throw new DicomException(Tag.format(tag) + " is too long to be written", DicomException.NOWHERE);
        }
        // A value too long for a short header is written as UN (PS3.5 section 6.2.2).
        Vr written = !vr.hasLongForm() && length > MOST_SHORT ? Vr.UN : vr;
        ByteBuffer b = ByteBuffer.allocate(headerLength(written)).order(ByteOrder.LITTLE_ENDIAN);
        b.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
        b.put((byte) written.name().charAt(0)).put((byte) written.name().charAt(1));
        if (written.hasLongForm()) {
            b.putShort((short) 0).putInt((int) length);
        } else {
            b.putShort((short) length);
        }
        out.write(b.array());
    }

    private void mark(int tag, long length) throws IOException {
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) Tag.group(tag))
                .putShort((short) Tag.element(tag)).putInt((int) length).array());
    }

    static byte[] littleInts(long[] values) {
        ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            b.putInt((int) v);
        }
        return b.array();
    }
}
