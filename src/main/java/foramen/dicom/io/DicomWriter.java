package foramen.dicom.io;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes DICOM Part 10 files (PS3.10 section 7.1), strictly: an empty preamble, right file meta information, explicit
 * little endian, everything even, and the same bytes for the same input.
 */
public final class DicomWriter {
    /** Implementation Version Name (0002,0013). */
    public static final String IMPLEMENTATION_VERSION = "FORAMEN";

    private static final int PREAMBLE = 128;
    private static final long MOST_OFFSET = 0xFFFFFFFFL;
    private static final long MOST_NATIVE = 0xFFFFFFFEL;

    private final long mostOffset;

    /** A writer that puts offsets beyond 4 GiB into an Extended Offset Table. */
    public DicomWriter() {
        this(MOST_OFFSET);
    }

    DicomWriter(long mostOffset) {
        this.mostOffset = mostOffset;
    }

    /**
     * Writes an object.
     *
     * @param out where to; not closed
     * @param data everything but file meta information and pixel data
     * @param pixels the pixel data, if there is any
     * @param transferSyntax UID of an explicit little endian syntax that fits the pixels
     * @throws DicomException when the object cannot be written as it should be, such as with a text too long for its
     *         representation; nothing has been written then
     */
    public void write(OutputStream out, DataSet data, Optional<PixelPayload> pixels, String transferSyntax)
            throws IOException {
        ValueRules.check(data);
        writeAsFound(out, data, pixels, transferSyntax);
    }

    /**
     * Writes an object as {@link #write} does, but leaves the values as they are: those of a file that was read are not
     * ours to judge.
     *
     * @throws DicomException when the object cannot be written at all, such as with values left in another file
     */
    public void writeAsFound(OutputStream out, DataSet data, Optional<PixelPayload> pixels, String transferSyntax)
            throws IOException {
        ElementWriter writer = start(out, data, transferSyntax);
        // Offsets that came with other pixels would be wrong.
        writer.elements(data, e -> Integer.compareUnsigned(e.tag(), Tag.PIXEL_DATA) < 0
                && e.tag() != Tag.EXTENDED_OFFSET_TABLE && e.tag() != Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
        if (pixels.isPresent()) {
            pixels(writer, pixels.get());
        }
        writer.elements(data, e -> Integer.compareUnsigned(e.tag(), Tag.PIXEL_DATA) > 0);
    }

    /** Whether all values of {@code data} may be written as they are; what others wrote often may not. */
    public static boolean isLegal(DataSet data) {
        try {
            ValueRules.check(data);
            return true;
        } catch (DicomException e) {
            // The answer is no; whoever asks says what becomes of the value.
            return false;
        }
    }

    /**
     * Writes a file that was read, pixel data and all; native ones become explicit little endian, compressed ones stay
     * as they are, and so does every value: it is not ours to judge.
     */
    public void rewrite(OutputStream out, DicomFile file) throws IOException {
        boolean compressed = file.pixels().isPresent() && file.pixels().get() instanceof PixelDataLocation.Encapsulated;
        String syntax = compressed ? file.transferSyntaxUid() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
        int pixelTag = file.pixels().filter(p -> p instanceof PixelDataLocation.Native)
                .map(p -> ((PixelDataLocation.Native) p).tag()).orElse(Tag.PIXEL_DATA);
        ElementWriter writer = start(out, file.data(), syntax).from(file.source());
        writer.elements(file.data(), e -> Integer.compareUnsigned(e.tag(), pixelTag) < 0);
        if (file.pixels().isPresent()) {
            switch (file.pixels().get()) {
                case PixelDataLocation.Native n -> writer.element(new DataElement.Bulk(n.tag(),
                        n.vr(), n.offset(),
                        n.length(), n.bigEndian()));
                case PixelDataLocation.Encapsulated e -> copyFragments(writer, file.source(), e);
            }
        }
        writer.elements(file.data(), e -> Integer.compareUnsigned(e.tag(), pixelTag) > 0);
    }

    private static ElementWriter start(OutputStream out, DataSet data, String transferSyntax) throws IOException {
        if (data.elements().stream().anyMatch(e -> isForeign(e.tag()))) {
            throw new DicomException("A data set to be written holds no file meta information and no pixel data",
                    DicomException.NOWHERE);
        }
        boolean fits = !transferSyntax.isEmpty() && !transferSyntax.equals(TransferSyntax.DEFLATED.uid())
                && TransferSyntax.of(transferSyntax).map(s -> s.isExplicit() && !s.isBigEndian()).orElse(true);
        if (!fits) {
            throw new DicomException("Foramen does not write transfer syntax " + transferSyntax,
                    DicomException.NOWHERE);
        }
        out.write(new byte[PREAMBLE]);
        out.write(new byte[]{'D', 'I', 'C', 'M'});
        ElementWriter writer = new ElementWriter(out);
        DataSet meta = meta(data, transferSyntax);
        writer.element(lengthOf(meta));
        writer.elements(meta, e -> true);
        return writer;
    }

    private static boolean isForeign(int tag) {
        return Tag.group(tag) == 0 || Tag.group(tag) == 2 || tag == Tag.PIXEL_DATA;
    }

    private static DataSet meta(DataSet data, String transferSyntax) {
        DataSetBuilder meta = DataSet.builder().bytes(Tag.FILE_META_VERSION, Vr.OB, new byte[]{0, 1});
        data.string(Tag.SOP_CLASS_UID).ifPresent(u -> meta.text(Tag.MEDIA_SOP_CLASS_UID, Vr.UI, u));
        data.string(Tag.SOP_INSTANCE_UID).ifPresent(u -> meta.text(Tag.MEDIA_SOP_INSTANCE_UID, Vr.UI, u));
        return meta.text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, transferSyntax)
                .text(Tag.IMPLEMENTATION_CLASS_UID, Vr.UI, Uid.IMPLEMENTATION_CLASS)
                .text(Tag.IMPLEMENTATION_VERSION, Vr.SH, IMPLEMENTATION_VERSION).build();
    }

    private static DataElement lengthOf(DataSet meta) {
        long length = 0;
        for (DataElement e : meta.elements()) {
            length += ElementWriter.headerLength(e.vr()) + ((DataElement.Value) e).length();
        }
        return DataSet.builder().whole(Tag.FILE_META_LENGTH, Vr.UL, length).build().element(Tag.FILE_META_LENGTH)
                .orElseThrow();
    }

    private void pixels(ElementWriter writer, PixelPayload pixels) throws IOException {
        switch (pixels) {
            case PixelPayload.Native n -> {
                long length = n.frames().isEmpty() ? 0 : (long) n.frames().size() * n.frames().getFirst().length;
                if (length > MOST_NATIVE) {
                    throw new DicomException("Uncompressed pixel data of " + length
                            + " bytes is longer than a file can say; choose a compression", DicomException.NOWHERE);
                }
                writer.pixelHeader(n.bitsAllocated() <= 8 ? Vr.OB : Vr.OW, length);
                for (byte[] frame : n.frames()) {
                    writer.raw(frame);
                }
                writer.pad(length);
            }
            case PixelPayload.Encapsulated e -> {
                try (FrameSpool spool = new FrameSpool()) {
                    for (byte[] frame : e.frames()) {
                        spool.add(frame);
                    }
                    encapsulated(writer, spool);
                }
            }
            case PixelPayload.Spooled s -> encapsulated(writer, s.spool());
        }
    }

    private void encapsulated(ElementWriter writer, FrameSpool spool) throws IOException {
        int frames = spool.frames();
        long[] offsets = new long[frames];
        long[] lengths = new long[frames];
        long at = 0;
        for (int i = 0; i < frames; i++) {
            offsets[i] = at;
            lengths[i] = (long) spool.length(i) + (spool.length(i) & 1);
            at += 8 + lengths[i];
        }
        boolean extended = frames > 0 && (offsets[frames - 1] > mostOffset || 4L * frames > mostOffset);
        if (extended) {
            writer.elements(DataSet.builder().whole(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, offsets)
                    .whole(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, lengths).build(), e -> true);
        }
        writer.pixelHeader(Vr.OB, ElementWriter.UNDEFINED);
        writer.fragment(extended ? new byte[0] : ElementWriter.littleInts(offsets));
        for (int i = 0; i < frames; i++) {
            writer.fragment(spool.get(i));
        }
        writer.sequenceEnd();
    }

    private static void copyFragments(ElementWriter writer, ByteSource source, PixelDataLocation.Encapsulated table)
            throws IOException {
        writer.pixelHeader(Vr.OB, ElementWriter.UNDEFINED);
        writer.fragment(ElementWriter.littleInts(table.basicOffsets()));
        for (int i = 0; i < table.fragments(); i++) {
            writer.fragment(source, table.offset(i), table.length(i));
        }
        writer.sequenceEnd();
    }
}
