package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.ImageIoJpeg;
import foramen.codec.JpegCodec;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.clip.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of many gigabytes, made with holes so that they take no room. */
class LargeFilesTest {
    private static final long GIB = 1L << 30;
    private static final int ITEM = 0xE000FFFE;
    private static final int END = 0xE0DDFFFE;

    private final Path file;

    LargeFilesTest(@TempDir Path folder) {
        this.file = folder.resolve("large.dcm");
    }

    private static ByteBuffer header(int tag, long length) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(tag).putInt((int) length).flip();
    }

    /** A clip of {@code frames} frames up to where its first pixel, or the first item of its pixel data, would stand. */
    private static byte[] before(int columns, int rows, int frames, PixelEncoding encoding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UltrasoundMultiframeWriter().write(out, UltrasoundFixtures.object("large"), 2,
                i -> UltrasoundFixtures.frame(columns, rows, i), encoding);
        // Latin letters stand for bytes, so that places can be found as in a text.
        String text = out.toString(StandardCharsets.ISO_8859_1);
        String mark = "\u00e0\u007f\u0010\u0000OB\u0000\u0000";
        String number = "%06d".formatted(frames);
        String head = text.substring(0, text.lastIndexOf(mark) + mark.length() + 4)
                .replace("(\u0000\u0008\u0000IS\u0002\u00002 ", "(\u0000\u0008\u0000IS\u0006\u0000" + number);
        assertTrue(head.contains(number));
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    private FileChannel sparse() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(file.toAbsolutePath().getParent()).type()
                        .matches("ext.|xfs|btrfs|tmpfs|overlay|apfs|zfs"),
                "this file system may not keep holes");
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE);
    }

    private static void write(FileChannel out, long at, byte[] bytes) throws IOException {
        out.write(ByteBuffer.wrap(bytes), at);
    }

    @Test
    void uncompressedFramesBeyondTwoAndJustBelowFourGibibytesAreReadInTheirPlaces() throws IOException {
        int columns = 2048;
        int rows = 1024;
        long frame = 3L * columns * rows;
        int frames = (int) ((4 * GIB - 2) / frame);
        byte[] head = before(columns, rows, frames, PixelEncoding.RGB);
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(head.length - 4, (int) (frames * frame));
        try (FileChannel out = sparse()) {
            write(out, 0, head);
            for (int i : new int[]{0, frames / 2 + 1, frames - 1}) {
                write(out, head.length + i * frame + 3L * (columns + 5), new byte[]{10, 20, (byte) (i % 200)});
            }
            write(out, head.length + frames * frame - 1, new byte[]{1});
        }
        try (DicomClip clip = new DicomClipReader().open(file)) {
            assertEquals(frames, clip.info().frames());
            for (int i : new int[]{0, frames / 2 + 1, frames - 1}) {
                assertEquals(0xFF0A1400 | (i % 200), clip.frame(i).argb(5, 1), "frame " + i);
                assertEquals(0xFF000000, clip.frame(i).argb(6, 1));
            }
        }
    }

    @Test
    void compressedFramesBeyondFourAndTenGibibytesAreFoundWithoutATable() throws IOException {
        byte[] head = before(64, 48, 6, PixelEncoding.JPEG_BASELINE);
        JpegCodec jpeg = new ImageIoJpeg();
        try (FileChannel out = sparse()) {
            write(out, 0, head);
            long at = head.length;
            out.write(header(ITEM, 0), at);
            at += 8;
            for (int i = 0; i < 6; i++) {
                // Two gibibytes of nought follow each picture's end, as padding.
                Frame picture = UltrasoundFixtures.frame(64, 48, i);
                byte[] stream = jpeg.encode(picture.argb(), 64, 48, 0.9, JpegCodec.Chroma.HALF);
                long length = i == 5 ? stream.length + (stream.length & 1) : 2 * GIB + 4;
                out.write(header(ITEM, length), at);
                write(out, at + 8, stream);
                at += 8 + length;
            }
            assertTrue(at > 10 * GIB);
            out.write(header(END, 0), at);
        }
        assertTimeout(Duration.ofSeconds(5), () -> {
            try (DicomClip clip = new DicomClipReader().open(file)) {
                assertEquals(6, clip.info().frames());
                byte[] stream = jpeg.encode(UltrasoundFixtures.frame(64, 48, 5).argb(), 64, 48, 0.9,
                        JpegCodec.Chroma.HALF);
                int[] expected = new int[64 * 48];
                jpeg.decodeColour(stream, true, expected);
                assertArrayEquals(expected, clip.frame(5).argb());
            }
        });
    }

    @Test
    void aHundredThousandFragmentsWithoutATableAreFoundInSeconds() throws IOException {
        int frames = 100_000;
        byte[] head = before(16, 8, frames, PixelEncoding.JPEG_BASELINE);
        JpegCodec jpeg = new ImageIoJpeg();
        byte[] first = jpeg.encode(UltrasoundFixtures.frame(16, 8, 0).argb(), 16, 8, 0.9, JpegCodec.Chroma.HALF);
        long step = 100_000;
        try (FileChannel out = sparse()) {
            write(out, 0, head);
            out.write(header(ITEM, 0), head.length);
            long at = head.length + 8L;
            for (int i = 0; i < frames; i++) {
                out.write(header(ITEM, step - 8), at);
                if (i == 0 || i == frames - 1) {
                    write(out, at + 8, first);
                }
                at += step;
            }
            out.write(header(END, 0), at);
        }
        assertTimeout(Duration.ofSeconds(20), () -> {
            try (DicomClip clip = new DicomClipReader().open(file)) {
                assertEquals(frames, clip.info().frames());
                assertEquals(clip.frame(0).argb(3, 3), clip.frame(frames - 1).argb(3, 3));
            }
        });
    }
}
