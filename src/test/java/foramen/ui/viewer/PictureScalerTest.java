package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureScalerTest {
    private static final int COLUMNS = 37;
    private static final int ROWS = 23;
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final int BLACK = 0xFF000000;

    private static int[] noise(long seed) {
        Random random = new Random(seed);
        return random.ints(COLUMNS * ROWS).map(p -> p | BLACK).toArray();
    }

    private static int[] scaled(int[] in, ViewTransform view) {
        int[] out = new int[WIDTH * HEIGHT];
        Arrays.fill(out, 0x12345678);
        new PictureScaler(COLUMNS, ROWS).scale(in, view, out, WIDTH, HEIGHT);
        return out;
    }

    @Test
    void aPixelToAPixelIsACopyAndTheRestIsBlack() {
        int[] in = noise(1);
        int[] out = scaled(in, new ViewTransform(1, 5, 9));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x >= 5 && x < 5 + COLUMNS && y >= 9 && y < 9 + ROWS;
                assertEquals(inside ? in[(y - 9) * COLUMNS + x - 5] : BLACK, out[y * WIDTH + x]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.31, 0.93, 1, 1.7, 3.9})
    void everyPixelLiesLinearlyBetweenItsFourNeighbours(double zoom) {
        int[] in = noise(2);
        for (int shift = 0; shift < 8; shift++) {
            ViewTransform view = new ViewTransform(zoom, -20 + 7.3 * shift, -9 + 4.7 * shift, shift % 2 == 1,
                    shift % 3 == 2 ? 1.3 : 1);
            int[] out = scaled(in, view);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    for (int bits = 0; bits < 24; bits += 8) {
                        assertEquals(expected(in, view, x, y, bits), out[y * WIDTH + x] >> bits & 0xFF, 2.5,
                                view + " at " + x + ", " + y);
                    }
                    assertEquals(0xFF, out[y * WIDTH + x] >>> 24);
                }
            }
        }
    }

    @Test
    void aMirroredPictureIsTheSameTurnedRound() {
        int[] in = noise(3);
        int[] plain = scaled(in, new ViewTransform(1.5, 10.25, 3));
        int[] mirrored = scaled(in, new ViewTransform(1.5, WIDTH - 10.25, 3, true, 1));
        int[] turned = new int[plain.length];
        for (int i = 0; i < plain.length; i++) {
            turned[i / WIDTH * WIDTH + WIDTH - 1 - i % WIDTH] = plain[i];
        }
        assertArrayEquals(turned, mirrored);
    }

    @Test
    void aPictureOutOfSightLeavesTheViewBlack() {
        for (int colour : scaled(noise(4), new ViewTransform(1.5, WIDTH + 3, -200))) {
            assertEquals(BLACK, colour);
        }
    }

    @Test
    void anotherViewOfTheSamePictureIsNotMixedUpWithTheFirst() {
        PictureScaler scaler = new PictureScaler(COLUMNS, ROWS);
        int[] in = noise(5);
        int[] out = new int[WIDTH * HEIGHT];
        scaler.scale(in, new ViewTransform(2.2, 1, 1), out, WIDTH, HEIGHT);
        scaler.scale(in, new ViewTransform(0.7, 8.5, 2), out, WIDTH, HEIGHT);
        assertArrayEquals(scaled(in, new ViewTransform(0.7, 8.5, 2)), out);
    }

    private static double expected(int[] in, ViewTransform view, int x, int y, int bits) {
        double u = Math.clamp((x + 0.5 - view.tx()) / view.across() - 0.5, 0, COLUMNS - 1.0);
        double v = Math.clamp((y + 0.5 - view.ty()) / view.down() - 0.5, 0, ROWS - 1.0);
        int i = (int) u;
        int j = (int) v;
        int right = Math.min(i + 1, COLUMNS - 1);
        int below = Math.min(j + 1, ROWS - 1);
        double top = level(in, i, j, bits) * (1 - u + i) + level(in, right, j, bits) * (u - i);
        double bottom = level(in, i, below, bits) * (1 - u + i) + level(in, right, below, bits) * (u - i);
        return (top * (1 - v + j) + bottom * (v - j))
                * covered(x, view.tx(), view.tx() + view.across() * COLUMNS)
                * covered(y, view.ty(), view.ty() + view.down() * ROWS);
    }

    private static int level(int[] in, int column, int row, int bits) {
        return in[row * COLUMNS + column] >> bits & 0xFF;
    }

    private static double covered(int pixel, double a, double b) {
        return Math.clamp(Math.min(pixel + 1, Math.max(a, b)) - Math.max(pixel, Math.min(a, b)), 0, 1);
    }
}
