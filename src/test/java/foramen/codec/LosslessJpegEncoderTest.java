package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LosslessJpegEncoderTest {
    private static byte[] samples(int count, int precision, int unrest, long seed) {
        Random random = new Random(seed);
        byte[] samples = new byte[precision <= 8 ? count : 2 * count];
        int v = 0;
        for (int i = 0; i < count; i++) {
            v = unrest == 0 ? v : v + random.nextInt(2 * unrest + 1) - unrest;
            int kept = v & ((1 << precision) - 1);
            if (precision <= 8) {
                samples[i] = (byte) kept;
            } else {
                samples[2 * i] = (byte) kept;
                samples[2 * i + 1] = (byte) (kept >> 8);
            }
        }
        return samples;
    }

    private static void comesBack(byte[] samples, int columns, int rows, int components, int precision)
            throws CodecException {
        byte[] stream = LosslessJpegEncoder.encode(samples, columns, rows, components, precision);
        PictureHeader header = PictureHeader.parse(stream);
        assertArrayEquals(samples, LosslessJpeg.decode(stream, header));
    }

    @Property(tries = 200)
    void whatIsWrittenReadsBack(@ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll boolean colour,
            @ForAll @IntRange(min = 2, max = 16) int precision, @ForAll @IntRange(min = 0, max = 70_000) int unrest,
            @ForAll long seed) throws CodecException {
        int components = colour ? 3 : 1;
        comesBack(samples(columns * rows * components, precision, unrest, seed), columns, rows, components, precision);
    }

    @Test
    void theWidestAndTheHighestPicturesReadBack() throws CodecException {
        comesBack(samples(65_535 * 2, 16, 40_000, 1), 65_535, 2, 1, 16);
        comesBack(samples(65_535 * 3, 8, 5, 2), 1, 65_535, 3, 8);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LosslessJpegEncoder.encode(new byte[3], 2, 2, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> LosslessJpegEncoder.encode(new byte[0], 0, 2, 1, 8));
    }

    @Property(tries = 100)
    void rleComesBackWhateverTheSize(@ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(min = 1, max = 20) int rows, @ForAll @IntRange(min = 0, max = 3) int unrest,
            @ForAll long seed) throws CodecException {
        byte[] plane = samples(columns * rows, 8, unrest, seed);
        byte[] packed = RleCodec.encode(java.util.List.of(plane, plane), columns);
        RleCodec.Planes planes = RleCodec.decode(packed, 2, columns * rows);
        assertArrayEquals(plane, planes.planes().get(0));
        assertArrayEquals(plane, planes.planes().get(1));
    }
}
