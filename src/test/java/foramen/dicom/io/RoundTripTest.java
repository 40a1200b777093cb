package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final DataSet SMALL = DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.3")
            .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.4").build();

    private static byte[] write(DataSet data, Optional<PixelPayload> pixels, String syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, data, pixels, syntax);
        return out.toByteArray();
    }

    private static DicomFile read(byte[] bytes) throws IOException {
        return new DicomReader().read(new MemoryByteSource(bytes));
    }

    private static byte[] rewrite(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().rewrite(out, file);
        return out.toByteArray();
    }

    @Test
    void compressedFramesSurviveWithTheirOffsetTable() throws IOException {
        byte[] frame = {1, 2, 3};
        byte[] written = write(SMALL, Optional.of(new PixelPayload.Encapsulated(List.of(frame, frame))),
                TransferSyntax.RLE.uid());
        DicomFile file = read(written);
        var table = (PixelDataLocation.Encapsulated) file.pixels().orElseThrow();
        assertArrayEquals(new long[]{0, 12}, table.basicOffsets());
        assertArrayEquals(new byte[]{1, 2, 3, 0}, file.source().read(table.offset(1), table.length(1)));
        assertArrayEquals(written, rewrite(file));
    }

    /** Found by fuzzing: read backwards, (0400,2014) of 1024 bytes begins like a big-endian DICOMDIR. */
    @Test
    void whatForamenWroteIsReadAsItDeclaresHoweverOddItsFirstElement() throws IOException {
        DataSet odd = DataSet.builder().bytes(0x04002014, Vr.UL, new byte[1024]).build();
        DicomFile file = read(write(odd, Optional.empty(), EXPLICIT));
        assertEquals(List.of(), file.warnings());
        assertEquals(List.copyOf(odd.elements()).toString(), List.copyOf(file.data().elements()).toString());
    }

    @Test
    void uncompressedFramesAreWrittenEven() throws IOException {
        byte[] frame = {1, 2, 3};
        byte[] written = write(SMALL, Optional.of(new PixelPayload.Native(8, List.of(frame, frame, frame))), EXPLICIT);
        DicomFile file = read(written);
        assertEquals(10, ((PixelDataLocation.Native) file.pixels().orElseThrow()).length());
        assertArrayEquals(written, rewrite(file));
    }

    @Test
    void metaInformationIsCompleteAndItsLengthRight() throws IOException {
        byte[] bytes = write(SMALL, Optional.empty(), EXPLICIT);
        for (int i = 0; i < 128; i++) {
            assertEquals(0, bytes[i]);
        }
        int length = (bytes[140] & 0xFF) | ((bytes[141] & 0xFF) << 8);
        assertEquals(8, bytes[144 + length], "group 0008 follows where the length says");
        DataSet meta = read(bytes).meta();
        assertEquals("1.2.3", meta.text(Tag.MEDIA_SOP_CLASS_UID));
        assertEquals("1.2.3.4", meta.text(Tag.MEDIA_SOP_INSTANCE_UID));
        assertEquals(EXPLICIT, meta.text(Tag.TRANSFER_SYNTAX_UID));
    }

    @Test
    void bigEndianPixelsAreTurnedRound() throws IOException {
        byte[] body = DicomBytes.big().text(Tag.SOP_CLASS_UID, "UI", "1.2").number(Tag.BITS_ALLOCATED, "US", 2, 16)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[]{1, 2, 3, 4}).bytes();
        DicomFile again = read(rewrite(read(DicomBytes.file(TransferSyntax.EXPLICIT_BIG_ENDIAN.uid(), body))));
        var n = (PixelDataLocation.Native) again.pixels().orElseThrow();
        assertArrayEquals(new byte[]{2, 1, 4, 3}, again.source().read(n.offset(), n.length()));
    }

    @Test
    void whatDoesNotBelongIntoADataSetIsRefused() {
        DataSet data = DataSet.builder().text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, EXPLICIT).build();
        assertThrows(DicomException.class, () -> write(data, Optional.empty(), EXPLICIT));
        assertThrows(DicomException.class,
                () -> write(SMALL, Optional.empty(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid()));
    }
}
