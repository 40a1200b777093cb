package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.NativeFolder;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurboJpegTest {
    private static final byte[] ADOBE_RGB = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0,
            0, 0};

    private final JpegCodec slow = new ImageIoJpeg();
    private final TurboJpeg fast = new TurboJpeg();

    @BeforeEach
    void load() {
        assertTrue(fast.prepare());
    }

    private static int[] picture(int columns, int rows) {
        Random random = new Random(columns);
        int[] argb = new int[columns * rows];
        for (int i = 0; i < argb.length; i++) {
            int x = i % columns;
            int y = i / columns;
            int edge = x > columns / 2 ? 255 : 20;
            argb[i] = 0xFF000000 | (edge << 16) | ((y * 255 / rows) << 8) | random.nextInt(256);
        }
        return argb;
    }

    private List<byte[]> streams(int columns, int rows) throws CodecException {
        List<byte[]> streams = new ArrayList<>();
        for (double quality : new double[]{0.4, 0.95}) {
            for (JpegCodec.Chroma chroma : JpegCodec.Chroma.values()) {
                streams.add(slow.encode(picture(columns, rows), columns, rows, quality, chroma));
            }
        }
        return streams;
    }

    private static int[] colour(JpegCodec codec, byte[] stream, boolean ycc, int pixels) throws CodecException {
        int[] argb = new int[pixels];
        codec.decodeColour(stream, ycc, argb);
        return argb;
    }

    @Test
    void itGivesTheVeryPixelsOfTheJdk() throws CodecException {
        for (int[] size : new int[][]{{1, 1}, {2, 3}, {17, 9}, {64, 48}, {333, 211}}) {
            for (byte[] stream : streams(size[0], size[1])) {
                assertArrayEquals(slow.decode(stream).samples(), fast.decode(stream).samples());
                for (boolean ycc : new boolean[]{true, false}) {
                    assertArrayEquals(colour(slow, stream, ycc, size[0] * size[1]),
                            colour(fast, stream, ycc, size[0] * size[1]), size[0] + " " + ycc);
                }
            }
            byte[] grey = new byte[size[0] * size[1]];
            new Random(3).nextBytes(grey);
            byte[] stream = slow.encodeGrey(grey, size[0], size[1], 0.8);
            assertArrayEquals(slow.decode(stream).samples(), fast.decode(stream).samples());
        }
    }

    @Test
    void theCallerAndNoMarkerDecidesTheColours() throws CodecException {
        byte[] stream = slow.encode(picture(40, 24), 40, 24, 0.9, JpegCodec.Chroma.HALF);
        int[] expected = colour(slow, stream, true, 40 * 24);
        int frame = JpegHeader.parse(stream).frameStart();
        int scan = scan(stream);
        for (int at : new int[]{2, frame, scan}) {
            ByteArrayOutputStream lying = new ByteArrayOutputStream();
            lying.write(stream, 0, at);
            lying.writeBytes(ADOBE_RGB);
            lying.write(stream, at, stream.length - at);
            assertArrayEquals(expected, colour(fast, lying.toByteArray(), true, 40 * 24), "marker at " + at);
        }
    }

    private static int scan(byte[] stream) {
        int at = 2;
        while (stream[at + 1] != (byte) 0xDA) {
            assertEquals((byte) 0xFF, stream[at]);
            at += 2 + (((stream[at + 2] & 0xFF) << 8) | (stream[at + 3] & 0xFF));
        }
        return at;
    }

    @Test
    void aStreamCutShortGivesWhatIsThereAsTheJdkDoes() throws CodecException {
        byte[] stream = slow.encode(picture(64, 48), 64, 48, 0.9, JpegCodec.Chroma.HALF);
        for (int percent : new int[]{40, 70, 95}) {
            byte[] cut = Arrays.copyOf(stream, stream.length * percent / 100);
            assertArrayEquals(colour(slow, cut, true, 64 * 48), colour(fast, cut, true, 64 * 48), percent + " %");
        }
    }

    @Test
    void whatIsNoJpegOrOfAnotherSizeIsRefused() throws CodecException {
        byte[] stream = slow.encode(picture(40, 24), 40, 24, 0.9, JpegCodec.Chroma.HALF);
        assertThrows(CodecException.class, () -> fast.decode(new byte[]{1, 2, 3, 4, 5}));
        assertThrows(CodecException.class, () -> fast.decodeColour(stream, true, new int[40 * 23]));
        byte[] grey = slow.encodeGrey(new byte[64], 8, 8, 0.9);
        assertThrows(CodecException.class, () -> fast.decodeColour(grey, true, new int[64]));
    }

    @Test
    void manyThreadsGetTheSamePixels() throws CodecException {
        List<byte[]> streams = new ArrayList<>(streams(64, 48));
        streams.addAll(streams(17, 9));
        boolean same = IntStream.range(0, 800).parallel().allMatch(i -> {
            byte[] stream = streams.get(i % streams.size());
            try {
                return Arrays.equals(slow.decode(stream).samples(), fast.decode(stream).samples());
            } catch (CodecException e) {
                return false;
            }
        });
        assertTrue(same);
    }

    @Test
    void mutatedPicturesBringNothingButCodecExceptions() throws CodecException {
        Random random = new Random(20261121);
        int rounds = Integer.getInteger("foramen.fuzz.jpeg", 1500);
        List<byte[]> streams = streams(48, 32);
        int decoded = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = streams.get(round % streams.size()).clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                JpegHeader header = JpegHeader.parse(bytes);
                if (header.columns() * (long) header.rows() < 1 << 16) {
                    fast.decode(bytes);
                    decoded++;
                }
            } catch (CodecException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }
        assertTrue(decoded > rounds / 4, decoded + " decoded");
    }

    @Test
    void whereItCannotBeLoadedTheJdkDecodes(@TempDir Path folder) throws Exception {
        Path occupied = Files.writeString(folder.resolve("natives"), "a file, not a folder");
        TurboJpeg lame = new TurboJpeg(new NativeFolder(occupied));
        byte[] stream = slow.encode(picture(40, 24), 40, 24, 0.9, JpegCodec.Chroma.HALF);
        assertArrayEquals(slow.decode(stream).samples(), lame.decode(stream).samples());
    }
}
