package foramen.phantom;

import foramen.domain.clip.Region;
import foramen.geometry.Point;
import java.util.Arrays;

/** Turns the samples of the beams into the pixels of the sector. */
final class ScanConverter {
    private final BeamGrid grid;
    private final int[] pixel;
    private final float[] beam;
    private final float[] sample;

    ScanConverter(BeamGrid grid, ScreenLayout layout) {
        this.grid = grid;
        Region region = layout.tissue();
        int most = (int) region.pixels();
        int[] pixels = new int[most];
        float[] beams = new float[most];
        float[] samples = new float[most];
        int n = 0;
        for (int y = region.minY(); y <= region.maxY(); y++) {
            for (int x = region.minX(); x <= region.maxX(); x++) {
                Point mm = layout.toMm(new Point(x + 0.5, y + 0.5));
                double b = grid.beam(grid.probe().angle(mm));
                double s = grid.sample(grid.probe().range(mm));
                if (b >= 0 && s >= 0 && b <= grid.beams() - 1.001 && s <= grid.samples() - 1.001) {
                    pixels[n] = y * layout.columns() + x;
                    beams[n] = (float) b;
                    samples[n++] = (float) s;
                }
            }
        }
        pixel = Arrays.copyOf(pixels, n);
        beam = Arrays.copyOf(beams, n);
        sample = Arrays.copyOf(samples, n);
    }

    /** Draws the picture whose envelope has the square {@code power} into {@code screen}. */
    void draw(float[] power, byte[] screen) {
        float[] level = new float[power.length];
        for (int i = 0; i < power.length; i++) {
            level[i] = LogCompression.grey(power[i]);
        }
        smooth(level, 1);
        smooth(level, 1);
        smooth(level, grid.beams());
        smooth(level, grid.beams());
        for (int i = 0; i < pixel.length; i++) {
            int b = (int) beam[i];
            int s = (int) sample[i];
            float u = beam[i] - b;
            float v = sample[i] - s;
            int at = s * grid.beams() + b;
            float top = level[at] * (1 - u) + level[at + 1] * u;
            float bottom = level[at + grid.beams()] * (1 - u) + level[at + grid.beams() + 1] * u;
            float grey = top * (1 - v) + bottom * v;
            screen[pixel[i]] = (byte) Math.clamp(Math.round(grey), 1, 255);
        }
    }

    /** The display's own calming of the grain: each sample takes a quarter from either neighbour {@code step} away. */
    private static void smooth(float[] level, int step) {
        float[] before = level.clone();
        for (int i = step; i < level.length - step; i++) {
            level[i] = 0.25f * before[i - step] + 0.5f * before[i] + 0.25f * before[i + step];
        }
    }
}
