package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.NativeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegPicturesTest {
    private static final int COLUMNS = 37;
    private static final int ROWS = 21;

    private final PictureCodec codec = new FfmpegPictures();

    /** A ramp with noise on it; words of two bytes hold all sixteen bits. */
    private static byte[] samples(int bytesPerPixel) {
        byte[] samples = new byte[COLUMNS * ROWS * bytesPerPixel];
        Random random = new Random(7);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 3 + random.nextInt(9));
        }
        return samples;
    }

    private static List<byte[]> streams() throws CodecException {
        return List.of(FfmpegEncoding.jpegLs(samples(1), COLUMNS, ROWS, avutil.AV_PIX_FMT_GRAY8, 1),
                FfmpegEncoding.jpegLs(samples(2), COLUMNS, ROWS, avutil.AV_PIX_FMT_GRAY16(), 2),
                FfmpegEncoding.jpegLs(samples(3), COLUMNS, ROWS, avutil.AV_PIX_FMT_RGB24, 3),
                FfmpegEncoding.jpeg2000(samples(1), COLUMNS, ROWS, avutil.AV_PIX_FMT_GRAY8, 1),
                FfmpegEncoding.jpeg2000(samples(2), COLUMNS, ROWS, avutil.AV_PIX_FMT_GRAY16(), 2),
                FfmpegEncoding.jpeg2000(samples(3), COLUMNS, ROWS, avutil.AV_PIX_FMT_RGB24, 3));
    }

    private RawPicture decode(byte[] stream) throws CodecException {
        return codec.decode(stream, PictureHeader.parse(stream));
    }

    @Test
    void losslessPicturesComeBackAsTheyWere() throws CodecException {
        int[] bytes = {1, 2, 3, 1, 2, 3};
        List<byte[]> streams = streams();
        for (int i = 0; i < bytes.length; i++) {
            RawPicture picture = decode(streams.get(i));
            assertArrayEquals(samples(bytes[i]), picture.samples(), "stream " + i);
            assertEquals(bytes[i] == 2 ? 16 : 8, picture.header().precision());
        }
    }

    @Test
    void aPictureCutShortIsRefusedInWords() throws CodecException {
        List<byte[]> streams = streams();
        for (int i = 0; i < streams.size(); i++) {
            for (int percent : new int[]{50, 80, 95}) {
                byte[] cut = Arrays.copyOf(streams.get(i), streams.get(i).length * percent / 100);
                String said = String.valueOf(
                        assertThrows(CodecException.class, () -> decode(cut), i + " at " + percent).getMessage());
                assertTrue(said.startsWith("its JPEG"), said);
            }
        }
    }

    @Test
    void aHeaderOfAnotherSizeIsNotBelieved() throws CodecException {
        for (byte[] stream : streams()) {
            PictureHeader h = PictureHeader.parse(stream);
            PictureHeader other = new PictureHeader(h.coding(), COLUMNS, ROWS - 1, h.components(), h.precision(),
                    h.signed(), h.decorrelated(), h.jpeg());
            assertThrows(CodecException.class, () -> codec.decode(stream, other));
        }
    }

    @Test
    void manyThreadsGetTheSamePixels() throws CodecException {
        List<byte[]> streams = streams();
        List<byte[]> expected = new ArrayList<>();
        for (byte[] stream : streams) {
            expected.add(decode(stream).samples());
        }
        boolean same = IntStream.range(0, 600).parallel().allMatch(i -> {
            int k = i % streams.size();
            try {
                return Arrays.equals(expected.get(k), decode(streams.get(k)).samples());
            } catch (CodecException e) {
                return false;
            }
        });
        assertTrue(same);
    }

    @Test
    void mutatedPicturesBringNothingButCodecExceptions() throws CodecException {
        Random random = new Random(20261121);
        List<byte[]> streams = streams();
        int decoded = 0;
        for (int round = 0; round < 1200; round++) {
            byte[] bytes = streams.get(round % streams.size()).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                PictureHeader header = PictureHeader.parse(bytes);
                if (header.columns() * (long) header.rows() < 1 << 14) {
                    codec.decode(bytes, header);
                    decoded++;
                }
            } catch (CodecException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }
        assertTrue(decoded > 100, decoded + " decoded");
    }

    /** Costly headers on pictures of a quarter of a megapixel; {@code foramen.fuzz.pictures} raises the count. */
    @Test
    void noMutatedPictureTakesLong() throws CodecException {
        int side = 512;
        byte[] grey = new byte[side * side];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (i / 700 + i % 7);
        }
        List<byte[]> streams = List.of(FfmpegEncoding.jpeg2000(grey, side, side, avutil.AV_PIX_FMT_GRAY8, 1),
                FfmpegEncoding.jpegLs(grey, side, side, avutil.AV_PIX_FMT_GRAY8, 1),
                LosslessJpegEncoder.encode(grey, side, side, 1, 8),
                new ImageIoJpeg().encodeGrey(grey, side, side, 0.9));
        Random random = new Random(3);
        long longest = 0;
        for (int round = 0; round < Integer.getInteger("foramen.fuzz.pictures", 200); round++) {
            byte[] bytes = streams.get(round % streams.size()).clone();
            int reach = random.nextBoolean() ? 160 : bytes.length;
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
            }
            long start = System.nanoTime();
            try {
                PictureHeader header = PictureHeader.parse(bytes);
                if (header.columns() * (long) header.rows() <= 1 << 22) {
                    codec.decode(bytes, header);
                }
            } catch (CodecException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
            longest = Math.max(longest, System.nanoTime() - start);
        }
        assertTrue(longest < 10_000_000_000L, "one took " + longest / 1_000_000 + " ms");
    }

    @Test
    void aHeaderThatAsksForMoreWorkThanItsPixelsNeedIsRefused() throws CodecException {
        byte[] stream = FfmpegEncoding.jpeg2000(samples(1), COLUMNS, ROWS, avutil.AV_PIX_FMT_GRAY8, 1);
        int style = 0;
        while (stream[style] != (byte) 0xFF || stream[style + 1] != 0x52) {
            style++;
        }
        stream[style + 6] = (byte) 0xFF;
        stream[style + 7] = (byte) 0xFF;
        String said = String.valueOf(assertThrows(CodecException.class, () -> decode(stream)).getMessage());
        assertTrue(said.contains("too many pieces"), said);
    }

    @Test
    void theLibraryIsNotUnderTheGplAndLiesInTheFolderNamed() throws Exception {
        String licence = new FfmpegLibrary(FfmpegEncoding.natives()).licence();
        assertTrue(licence.startsWith("LGPL"), licence);
        try (var files = Files.walk(FfmpegEncoding.natives())) {
            assertTrue(files.anyMatch(f -> f.getFileName().toString().contains("avcodec")));
        }
    }

    @Test
    void nativesGoToAFolderOfTheUsersOwn(@TempDir Path home) {
        assertEquals(home.resolve("natives"),
                NativeFolder.resolve(Map.of("FORAMEN_HOME", home.toString()), "Linux", Path.of("/u")));
        assertEquals(Path.of("/u/.cache/foramen/natives"),
                NativeFolder.resolve(Map.of("XDG_CACHE_HOME", "relative"), "Linux", Path.of("/u")));
        assertEquals(Path.of("/u/Library/Caches/Foramen/natives"),
                NativeFolder.resolve(Map.of(), "Mac OS X", Path.of("/u")));
        assertEquals(Path.of("/u/AppData/Local/Foramen/natives"),
                NativeFolder.resolve(Map.of(), "Windows 11", Path.of("/u")));
    }
}
