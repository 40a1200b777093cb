package foramen.dicom.io;

import foramen.dicom.data.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds the bytes of DICOM files by hand, right or wrong ones. */
public final class DicomBytes {
    /** The length that says "until the end mark". */
    public static final long UNDEFINED = 0xFFFFFFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean explicit;
    private final ByteOrder order;

    private DicomBytes(boolean explicit, ByteOrder order) {
        this.explicit = explicit;
        this.order = order;
    }

    /** Explicit little endian elements. */
    public static DicomBytes explicit() {
        return new DicomBytes(true, ByteOrder.LITTLE_ENDIAN);
    }

    /** Implicit little endian elements. */
    public static DicomBytes implicit() {
        return new DicomBytes(false, ByteOrder.LITTLE_ENDIAN);
    }

    /** Explicit big endian elements. */
    public static DicomBytes big() {
        return new DicomBytes(true, ByteOrder.BIG_ENDIAN);
    }

    /** A whole file: preamble, meta information with {@code syntax}, then {@code body}. */
    public static byte[] file(String syntax, byte[] body) {
        DicomBytes meta = explicit().text(Tag.TRANSFER_SYNTAX_UID, "UI", syntax);
        byte[] start = new byte[132];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, start, 128, 4);
        return explicit().raw(start).number(Tag.FILE_META_LENGTH, "UL", 4, meta.out.size()).raw(meta.bytes()).raw(body)
                .bytes();
    }

    /** Bytes as they are. */
    public DicomBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** An element's header only. */
    public DicomBytes header(int tag, String vr, long length) {
        ByteBuffer b = ByteBuffer.allocate(12).order(order);
        b.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
        if (!explicit) {
            b.putInt((int) length);
        } else {
            b.put((byte) vr.charAt(0)).put((byte) vr.charAt(1));
            if ("OB OW OF OD OL OV SQ UN UT UC UR SV UV".contains(vr)) {
                b.putShort((short) 0).putInt((int) length);
            } else {
                b.putShort((short) length);
            }
        }
        out.write(b.array(), 0, b.position());
        return this;
    }

    /** An item or delimiter. */
    public DicomBytes mark(int tag, long length) {
        return raw(ByteBuffer.allocate(8).order(order).putShort((short) Tag.group(tag))
                .putShort((short) Tag.element(tag)).putInt((int) length).array());
    }

    /** An element of bytes. */
    public DicomBytes bytes(int tag, String vr, byte[] value) {
        return header(tag, vr, value.length).raw(value);
    }

    /** An element of Latin-1 text, padded. */
    public DicomBytes text(int tag, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        return bytes(tag, vr, even.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An element of one number of {@code size} bytes. */
    public DicomBytes number(int tag, String vr, int size, long value) {
        ByteBuffer b = ByteBuffer.allocate(size).order(order);
        switch (size) {
            case 2 -> b.putShort((short) value);
            case 4 -> b.putInt((int) value);
            default -> b.putLong(value);
        }
        return bytes(tag, vr, b.array());
    }

    /** A description of a picture. */
    public DicomBytes picture(int rows, int columns, int samples, String photometric, int bits) {
        return number(Tag.SAMPLES_PER_PIXEL, "US", 2, samples).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .number(Tag.ROWS, "US", 2, rows).number(Tag.COLUMNS, "US", 2, columns)
                .number(Tag.BITS_ALLOCATED, "US", 2, bits).number(Tag.BITS_STORED, "US", 2, bits)
                .number(Tag.HIGH_BIT, "US", 2, bits - 1).number(Tag.PIXEL_REPRESENTATION, "US", 2, 0);
    }

    /** All of it. */
    public byte[] bytes() {
        return out.toByteArray();
    }
}
