package foramen.domain.clip;

import java.util.Arrays;
import java.util.Objects;

/** When each frame of a clip is shown, in milliseconds from the first (DICOM PS3.3 C.7.6.5). */
public final class FrameTiming {
    /** Where the file says nothing, peers play at 25 frames a second (engineering default). */
    public static final double DEFAULT_FRAME_MILLIS = 40;

    private static final double SHORTEST_MILLIS = 1000.0 / 120;
    private static final double LONGEST_MILLIS = 1000;

    private final double[] starts;
    private final double end;
    private final String source;

    private FrameTiming(double[] starts, double end, String source) {
        this.starts = starts;
        this.end = end;
        this.source = Objects.requireNonNull(source);
    }

    /**
     * Equal steps.
     *
     * @param frames number of frames, at least one
     * @param frameMillis step; kept between 1 and 120 frames a second
     * @param source which attribute said so
     */
    public static FrameTiming uniform(int frames, double frameMillis, String source) {
        double step = sane(frameMillis);
        double[] starts = new double[frames];
        for (int i = 0; i < frames; i++) {
            starts[i] = i * step;
        }
        return new FrameTiming(starts, frames * step, source);
    }

    /**
     * A step of its own for each frame.
     *
     * @param increments milliseconds from the frame before; the first is nought (Frame Time Vector, (0018,1065))
     * @param source which attribute said so
     */
    public static FrameTiming vector(double[] increments, String source) {
        double[] starts = new double[increments.length];
        double sum = 0;
        for (int i = 1; i < increments.length; i++) {
            sum += sane(increments[i]);
            starts[i] = sum;
        }
        double last = increments.length > 1 ? sum / (increments.length - 1) : DEFAULT_FRAME_MILLIS;
        return new FrameTiming(starts, sum + last, source);
    }

    private static double sane(double millis) {
        return Double.isFinite(millis) && millis > 0
                ? Math.clamp(millis, SHORTEST_MILLIS, LONGEST_MILLIS)
                : DEFAULT_FRAME_MILLIS;
    }

    /** How many frames there are. */
    public int frames() {
        return starts.length;
    }

    /** When frame {@code index} (from 0) is first shown, in milliseconds. */
    public double startMillis(int index) {
        return starts[index];
    }

    /** The length of one round, in milliseconds. */
    public double durationMillis() {
        return end;
    }

    /** The mean rate in frames a second. */
    public double framesPerSecond() {
        return starts.length * 1000.0 / end;
    }

    /** The frame shown {@code millis} after the first; times outside the clip give its first or last frame. */
    public int frameAt(double millis) {
        int i = Arrays.binarySearch(starts, millis);
        return Math.clamp(i >= 0 ? i : -i - 2, 0, starts.length - 1);
    }

    /** Which attribute of the file the timing comes from, or that it is a default. */
    public String source() {
        return source;
    }
}
