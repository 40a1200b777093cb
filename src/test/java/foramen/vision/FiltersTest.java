package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final int W = 37;
    private static final int H = 23;

    @Test
    void theMedianIsTheMiddleOfTheSortedSquare() {
        GreyFrame frame = random(1);
        for (int width : new int[]{3, 5}) {
            GreyFrame median = Filters.median(frame, width);
            for (int y = 0; y < H; y++) {
                for (int x = 0; x < W; x++) {
                    assertEquals(sortedMiddle(frame, x, y, width / 2), median.grey(x, y), x + "," + y);
                }
            }
        }
    }

    @Test
    void noFilterChangesAnEvenPictureOrTheOneGiven() {
        byte[] even = new byte[W * H];
        Arrays.fill(even, (byte) 200);
        GreyFrame frame = new GreyFrame(W, H, even);
        for (GreyFrame out : new GreyFrame[]{Filters.median(frame, 5), Filters.gaussian(frame, 2),
                Filters.lee(frame)}) {
            assertArrayEquals(even, out.pixels());
        }
        GreyFrame noisy = random(2);
        byte[] before = noisy.pixels().clone();
        Filters.lee(noisy);
        Filters.gaussian(noisy, 1);
        Filters.median(noisy, 3);
        assertArrayEquals(before, noisy.pixels());
    }

    @Test
    void aGaussianSpreadsAPointAsItsFormulaSays() {
        byte[] px = new byte[W * H];
        px[11 * W + 18] = (byte) 255;
        GreyFrame out = Filters.gaussian(new GreyFrame(W, H, px), 1);

        assertEquals(255 / (2 * Math.PI), out.grey(18, 11), 1);
        assertEquals(255 / (2 * Math.PI) * Math.exp(-0.5), out.grey(19, 11), 1);
        assertEquals(0, out.grey(25, 11));
    }

    @Test
    void leeCalmsSpeckleAndKeepsTheEdge() {
        Random random = new Random(3);
        byte[] px = new byte[W * H];
        for (int i = 0; i < px.length; i++) {
            double level = i % W < W / 2 ? 40 : 180;
            px[i] = (byte) Math.round(level * (1 + 0.15 * random.nextGaussian()));
        }
        GreyFrame frame = new GreyFrame(W, H, px);
        GreyFrame out = Filters.lee(frame);

        assertTrue(spread(out) < 0.4 * spread(frame), spread(out) + " of " + spread(frame));
        assertTrue(out.grey(W / 2, 12) - out.grey(W / 2 - 1, 12) > 60, "the edge is washed out");
    }

    @Test
    void sizesThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Filters.median(random(1), 4));
        assertThrows(IllegalArgumentException.class, () -> Filters.gaussian(random(1), 0));
    }

    private static double spread(GreyFrame f) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int y = 4; y < H - 4; y++) {
            for (int x = 4; x < W / 2 - 5; x++) {
                sum += f.grey(x, y);
                squares += f.grey(x, y) * (double) f.grey(x, y);
                n++;
            }
        }
        return Math.sqrt(squares / n - sum / n * (sum / n));
    }

    private static int sortedMiddle(GreyFrame f, int x, int y, int r) {
        int[] v = new int[(2 * r + 1) * (2 * r + 1)];
        int n = 0;
        for (int j = -r; j <= r; j++) {
            for (int i = -r; i <= r; i++) {
                v[n++] = f.grey(Math.clamp(x + i, 0, W - 1), Math.clamp(y + j, 0, H - 1));
            }
        }
        Arrays.sort(v);
        return v[n / 2];
    }

    private static GreyFrame random(int seed) {
        byte[] px = new byte[W * H];
        new Random(seed).nextBytes(px);
        return new GreyFrame(W, H, px);
    }
}
