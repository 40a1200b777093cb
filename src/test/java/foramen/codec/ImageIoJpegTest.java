package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImageIoJpegTest {
    private static final int COLUMNS = 40;
    private static final int ROWS = 24;

    private final JpegCodec codec = new ImageIoJpeg();

    private static int[] picture() {
        int[] argb = new int[COLUMNS * ROWS];
        for (int i = 0; i < argb.length; i++) {
            int x = i % COLUMNS;
            int y = i / COLUMNS;
            argb[i] = 0xFF000000 | ((x * 6) << 16) | ((y * 10) << 8) | 100;
        }
        return argb;
    }

    @Test
    void encodingIsTheSameEachTimeAndSaysItsSampling() throws CodecException {
        byte[] half = codec.encode(picture(), COLUMNS, ROWS, 0.9, JpegCodec.Chroma.HALF);
        assertArrayEquals(half, new ImageIoJpeg().encode(picture(), COLUMNS, ROWS, 0.9, JpegCodec.Chroma.HALF));
        JpegHeader header = JpegHeader.parse(half);
        assertEquals(0xC0, header.process());
        assertEquals(new JpegHeader.Component(1, 2, 1), header.components().get(0));
        assertEquals(new JpegHeader.Component(2, 1, 1), header.components().get(1));
        assertTrue(header.jfif() && header.isSubsampled());
        byte[] full = codec.encode(picture(), COLUMNS, ROWS, 0.9, JpegCodec.Chroma.FULL);
        assertTrue(!JpegHeader.parse(full).isSubsampled());
    }

    @Test
    void decodingGivesTheComponentsUnconverted() throws CodecException {
        byte[] stream = codec.encode(picture(), COLUMNS, ROWS, 0.95, JpegCodec.Chroma.FULL);
        byte[] raw = codec.decode(stream).samples();
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            int argb = Ycc.toArgb(raw[3 * i] & 0xFF, raw[3 * i + 1] & 0xFF, raw[3 * i + 2] & 0xFF);
            for (int shift = 0; shift < 24; shift += 8) {
                assertEquals(picture()[i] >> shift & 0xFF, argb >> shift & 0xFF, 8);
            }
        }
    }

    @Test
    void greyStaysGrey() throws CodecException {
        byte[] grey = new byte[COLUMNS * ROWS];
        Arrays.fill(grey, (byte) 77);
        assertArrayEquals(grey, codec.decode(codec.encodeGrey(grey, COLUMNS, ROWS, 0.9)).samples());
    }

    @Test
    void aStreamCutShortStillGivesAPicture() throws CodecException {
        byte[] stream = codec.encode(picture(), COLUMNS, ROWS, 0.9, JpegCodec.Chroma.HALF);
        byte[] cut = Arrays.copyOf(stream, stream.length - 60);
        assertEquals(3 * COLUMNS * ROWS, codec.decode(cut).samples().length);
    }

    @Test
    void whatIsNoJpegIsRefused() {
        assertThrows(CodecException.class, () -> codec.decode(new byte[]{1, 2, 3, 4, 5}));
        assertThrows(CodecException.class, () -> codec.decode(new byte[]{(byte) 0xFF, (byte) 0xD8, 0, 0, 0}));
    }

    @Test
    void fullRangeColoursConvertAsJfifSays() {
        assertEquals(0xFFFFFFFF, Ycc.toArgb(255, 128, 128));
        assertEquals(0xFF000000, Ycc.toArgb(0, 128, 128));
        assertEquals(0xFFFE0000, Ycc.toArgb(76, 85, 255));
    }
}
