package foramen.testing;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;

/**
 * A clip whose every frame is a sector of grey steps, dark above and bright below, with a bright fascia across: lines are
 * seen on each grey, and a picture of it is a small file.
 *
 * @param info what it says of itself
 */
public record SteppedClip(ClipInfo info) implements Clip {
    private static final int LEFT = 100;
    private static final int RIGHT = 540;
    private static final int TOP = 60;
    private static final int BOTTOM = 440;
    private static final int STEP = 38;
    private static final int DARKEST = 24;
    private static final int RISE = 14;
    private static final int FASCIA = 210;

    /** The calibrated clip of 640 × 480. */
    public static SteppedClip calibrated() {
        return new SteppedClip(FakeClip.calibrated().info());
    }

    @Override
    public Frame frame(int index) {
        int[] argb = new int[info.columns() * info.rows()];
        for (int y = 0; y < info.rows(); y++) {
            for (int x = 0; x < info.columns(); x++) {
                int grey = grey(x, y);
                argb[y * info.columns() + x] = 0xFF000000 | grey << 16 | grey << 8 | grey;
            }
        }
        return new Frame(info.columns(), info.rows(), argb);
    }

    private static int grey(int x, int y) {
        if (x < LEFT || x >= RIGHT || y < TOP || y >= BOTTOM) {
            return 0;
        }
        int fascia = TOP + (BOTTOM - TOP) / 3 + (x - LEFT) / 8;
        return y >= fascia && y < fascia + 14 ? FASCIA : DARKEST + RISE * ((y - TOP) / STEP);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
