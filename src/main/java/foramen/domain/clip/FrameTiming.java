package foramen.domain.clip;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * When each frame of a clip is shown, in milliseconds from the first (DICOM PS3.3 C.7.6.5), and how the file would have
 * it played.
 */
public final class FrameTiming {
    /** Where the file says nothing, peers play at 25 frames a second (engineering default). */
    public static final double DEFAULT_FRAME_MILLIS = 40;
    /** No frame is shown for less: 120 frames a second (fact sheet 1.2). */
    public static final double SHORTEST_MILLIS = 1000.0 / 120;
    /** No frame is shown for longer: one frame a second (fact sheet 1.2). */
    public static final double LONGEST_MILLIS = 1000;

    /** Preferred Playback Sequencing (0018,1244). */
    public enum Sequencing {
        /** The file does not say. */
        UNSTATED,
        /** Again from the first frame. */
        LOOP,
        /** Back to the first frame, then forth again. */
        SWEEP
    }

    /**
     * How the file would have it played.
     *
     * @param first first frame of the loop, from 0: Start Trim (0008,2142)
     * @param last last frame of the loop, from 0: Stop Trim (0008,2143)
     * @param sequencing what happens at the end of it
     */
    public record Playback(int first, int last, Sequencing sequencing) {
        /** Refuses a loop without frames. */
        public Playback {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("No loop: frames " + first + " to " + last);
            }
        }
    }

    private final double[] starts;
    private final double end;
    private final String source;
    private final Playback playback;
    private final Map<String, String> stated;

    private FrameTiming(double[] starts, double end, String source, Playback playback, Map<String, String> stated) {
        this.starts = starts;
        this.end = end;
        this.source = Objects.requireNonNull(source);
        this.playback = playback;
        this.stated = stated;
    }

    private FrameTiming(double[] starts, double end, String source) {
        this(starts, end, source, new Playback(0, starts.length - 1, Sequencing.UNSTATED), Map.of());
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

    /**
     * The same times, played as the file would have it.
     *
     * @throws IllegalArgumentException where the loop reaches beyond the last frame
     */
    public FrameTiming playedAs(Playback next) {
        if (next.last() >= starts.length) {
            throw new IllegalArgumentException("There is no frame " + next.last());
        }
        return new FrameTiming(starts, end, source, next, stated);
    }

    /** The same, with all that the file states about time, by the names of the attributes. */
    public FrameTiming stating(Map<String, String> attributes) {
        return new FrameTiming(starts, end, source, playback,
                Collections.unmodifiableMap(new LinkedHashMap<>(attributes)));
    }

    private static double sane(double millis) {
        return Double.isFinite(millis) && millis > 0
                ? Math.clamp(millis, SHORTEST_MILLIS, LONGEST_MILLIS)
                : DEFAULT_FRAME_MILLIS;
    }

    /** Whether a frame can be shown for {@code millis}, as it stands. */
    public static boolean isPlayable(double millis) {
        return millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS;
    }

    /** How many frames there are. */
    public int frames() {
        return starts.length;
    }

    /** When frame {@code index} (from 0) is first shown, in milliseconds. */
    public double startMillis(int index) {
        return starts[index];
    }

    /** When frame {@code index} (from 0) makes way for the next, in milliseconds. */
    public double endMillis(int index) {
        return index + 1 < starts.length ? starts[index + 1] : end;
    }

    /** The length of one round of the whole clip, in milliseconds. */
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

    /** How the file would have it played; the whole clip where it does not say. */
    public Playback playback() {
        return playback;
    }

    /** All that the file states about time, by the names of the attributes, as it stands there. */
    public Map<String, String> stated() {
        return stated;
    }
}
