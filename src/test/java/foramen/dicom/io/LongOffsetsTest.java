package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files beyond two and four gigabytes, made of holes so that they cost no disk. */
class LongOffsetsTest {
    private static final byte[] MARK = {1, 2, 3, 4, 5, 6, 7, 8};

    private final Path file;

    LongOffsetsTest(@TempDir Path folder) {
        this.file = folder.resolve("long.dcm");
    }

    private static void put(FileChannel to, long at, byte[] bytes) throws IOException {
        to.write(ByteBuffer.wrap(bytes), at);
    }

    private FileChannel create() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE);
    }

    private static DicomBytes start() {
        return DicomBytes.explicit().text(Tag.MODALITY, "CS", "US").picture(1000, 1000, 1, "MONOCHROME2", 8);
    }

    @Test
    void aNativeLengthBetweenTwoAndFourGigabytesIsUnsigned() throws IOException {
        long length = 3_500_000_000L;
        byte[] head = DicomBytes.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(),
                start().header(Tag.PIXEL_DATA, "OB", length).bytes());
        try (FileChannel to = create()) {
            put(to, 0, head);
            put(to, head.length + length - MARK.length, MARK);
            put(to, head.length + length, DicomBytes.explicit().bytes(0xFFFCFFFC, "OB", MARK).bytes());
        }
        try (DicomFile read = new DicomReader().read(file)) {
            var pixels = (PixelDataLocation.Native) read.pixels().orElseThrow();
            assertEquals(List.of(), read.warnings());
            assertEquals(length, pixels.length());
            assertArrayEquals(MARK, read.source().read(pixels.offset() + length - MARK.length, MARK.length));
            assertArrayEquals(MARK, read.data().bytes(0xFFFCFFFC));
        }
    }

    @Test
    void fragmentsAreFoundBeyondFourGigabytes() throws IOException {
        long each = 1_600_000_000L;
        byte[] head = DicomBytes.file("1.2.840.10008.1.2.4.50",
                start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0).bytes());
        try (FileChannel to = create()) {
            put(to, 0, head);
            long at = head.length;
            for (int i = 0; i < 4; i++) {
                put(to, at, DicomBytes.explicit().mark(Tag.ITEM, each).raw(MARK).bytes());
                at += 8 + each;
            }
            put(to, at, DicomBytes.explicit().mark(Tag.SEQUENCE_END, 0).bytes(0xFFFCFFFC, "OB", MARK).bytes());
        }
        try (DicomFile read = new DicomReader().read(file)) {
            var table = (PixelDataLocation.Encapsulated) read.pixels().orElseThrow();
            assertEquals(List.of(), read.warnings());
            assertEquals(4, table.fragments());
            assertEquals(head.length + 3 * (8 + each) + 8, table.offset(3));
            assertArrayEquals(MARK, read.source().read(table.offset(3), MARK.length));
            assertArrayEquals(MARK, read.data().bytes(0xFFFCFFFC));
        }
    }

    @Test
    void aFragmentOfMoreThanTwoGigabytesIsCopiedPieceByPiece() throws IOException {
        long length = (2L << 30) + 10;
        byte[] head = DicomBytes.file("1.2.840.10008.1.2.4.102",
                start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0).mark(Tag.ITEM, length)
                        .bytes());
        byte[] tail = DicomBytes.explicit().mark(Tag.SEQUENCE_END, 0).bytes();
        long[] written = {0};
        try (DicomFile read = new DicomReader().read(new Hollow(head, length, tail));
                OutputStream count = new Counter(written)) {
            assertEquals(List.of(), read.warnings());
            new DicomWriter().rewrite(count, read);
        }
        assertTrue(written[0] > length && written[0] < length + 1000, written[0] + " bytes");
    }

    /** A head and a tail with noughts between them. */
    private static final class Hollow implements ByteSource {
        private final byte[] head;
        private final long hole;
        private final byte[] tail;

        private Hollow(byte[] head, long hole, byte[] tail) {
            this.head = head;
            this.hole = hole;
            this.tail = tail;
        }

        @Override
        public long size() {
            return head.length + hole + tail.length;
        }

        @Override
        public void read(long position, byte[] target, int from, int length) {
            for (long at = position; at < Math.min(head.length, position + length); at++) {
                target[from + (int) (at - position)] = head[(int) at];
            }
            for (long at = Math.max(position, head.length + hole); at < position + length; at++) {
                target[from + (int) (at - position)] = tail[(int) (at - head.length - hole)];
            }
        }
    }

    private static final class Counter extends OutputStream {
        private final long[] written;

        private Counter(long[] written) {
            this.written = written;
        }

        @Override
        public void write(int b) {
            written[0]++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            written[0] += length;
        }
    }
}
