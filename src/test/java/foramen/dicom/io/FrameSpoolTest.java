package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameSpoolTest {
    private static byte[] frame(int i) {
        byte[] frame = new byte[100 + i];
        Arrays.fill(frame, (byte) i);
        return frame;
    }

    @Test
    void framesComeBackFromMemoryAndFromTheFile() throws IOException {
        for (long inMemory : new long[]{0, 350, 1 << 20}) {
            try (FrameSpool spool = new FrameSpool(inMemory)) {
                for (int i = 0; i < 90; i++) {
                    spool.add(frame(i));
                }
                assertEquals(90, spool.frames());
                assertEquals(90 * 100 + 89 * 45, spool.bytes());
                for (int i : new int[]{89, 0, 44, 3}) {
                    assertArrayEquals(frame(i), spool.get(i));
                    assertEquals(100 + i, spool.length(i));
                }
            }
        }
    }

    private static DicomFile written(long mostOffset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataSet data = DataSet.builder().text(Tag.NUMBER_OF_FRAMES, Vr.IS, "3").build();
        try (FrameSpool spool = new FrameSpool()) {
            for (int i = 0; i < 3; i++) {
                spool.add(frame(i));
            }
            new DicomWriter(mostOffset).write(out, data, Optional.of(new PixelPayload.Spooled(spool)),
                    TransferSyntax.JPEG_LOSSLESS_SV1.uid());
        }
        return new DicomReader().read(new MemoryByteSource(out.toByteArray()));
    }

    @Test
    void offsetsThatDoNotFitGoIntoTheExtendedTable() throws IOException {
        try (DicomFile basic = written(1000); DicomFile extended = written(200)) {
            var small = (PixelDataLocation.Encapsulated) basic.pixels().orElseThrow();
            assertArrayEquals(new long[]{0, 108, 218}, small.basicOffsets());
            assertEquals(0, basic.data().longs(Tag.EXTENDED_OFFSET_TABLE).length);
            var large = (PixelDataLocation.Encapsulated) extended.pixels().orElseThrow();
            assertEquals(0, large.basicOffsets().length);
            assertArrayEquals(new long[]{0, 108, 218}, extended.data().longs(Tag.EXTENDED_OFFSET_TABLE));
            assertArrayEquals(new long[]{100, 102, 102}, extended.data().longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS));
        }
    }

    @Test
    void moreUncompressedBytesThanALengthCanSayAreRefusedBeforeAnyIsWritten() {
        byte[] frame = new byte[1 << 20];
        List<byte[]> frames = new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return frame;
            }

            @Override
            public int size() {
                return 4096;
            }
        };
        assertThrows(DicomException.class, () -> new DicomWriter().write(OutputStream.nullOutputStream(), DataSet.EMPTY,
                Optional.of(new PixelPayload.Native(8, frames)), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()));
    }
}
