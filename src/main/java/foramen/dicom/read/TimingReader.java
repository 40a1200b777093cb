package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.FrameTiming.Playback;
import foramen.domain.clip.FrameTiming.Sequencing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When each frame is shown (DICOM PS3.3 C.7.6.5 and C.7.6.6): what Frame Increment Pointer points at, else Frame Time
 * or its vector, then Recommended Display Frame Rate, Cine Rate and Actual Frame Duration, else the default. Each value
 * that is held or passed over gives a warning.
 */
final class TimingReader {
    /** The source where the file says nothing. */
    static final String DEFAULT = "default";

    private static final double MILLIS = 1000;
    private static final int LONGEST_STATEMENT = 64;

    /** What the file may state about time, in the order in which it is told. */
    private static final List<Attribute> ATTRIBUTES = List.of(new Attribute("Frame Time", Tag.FRAME_TIME),
            new Attribute("Frame Time Vector", Tag.FRAME_TIME_VECTOR),
            new Attribute("Recommended Display Frame Rate", Tag.RECOMMENDED_DISPLAY_FRAME_RATE),
            new Attribute("Cine Rate", Tag.CINE_RATE),
            new Attribute("Actual Frame Duration", Tag.ACTUAL_FRAME_DURATION),
            new Attribute("Start Trim", Tag.START_TRIM), new Attribute("Stop Trim", Tag.STOP_TRIM),
            new Attribute("Preferred Playback Sequencing", Tag.PREFERRED_PLAYBACK_SEQUENCING));

    /** One of them. */
    private record Attribute(String name, int tag) {}

    private final DataSet data;
    private final int frames;
    private final List<String> warnings;

    private TimingReader(DataSet data, int frames, List<String> warnings) {
        this.data = data;
        this.frames = frames;
        this.warnings = warnings;
    }

    static FrameTiming read(DataSet data, int frames, List<String> warnings) {
        TimingReader reader = new TimingReader(data, frames, warnings);
        return reader.timing().playedAs(reader.playback()).stating(reader.stated());
    }

    private FrameTiming timing() {
        boolean points = data.whole(Tag.FRAME_INCREMENT_POINTER).orElse(0) == Tag.FRAME_TIME_VECTOR;
        boolean vector = data.contains(Tag.FRAME_TIME_VECTOR) && !data.strings(Tag.FRAME_TIME_VECTOR).isEmpty();
        OptionalDouble time = OptionalDouble.empty();
        if (!points || !vector) {
            time = step(Tag.FRAME_TIME, "Frame Time", false);
        }
        if (vector && time.isEmpty()) {
            Optional<FrameTiming> byVector = vector();
            if (byVector.isPresent()) {
                return byVector.get();
            }
            time = step(Tag.FRAME_TIME, "Frame Time", false);
        }
        if (time.isPresent()) {
            return FrameTiming.uniform(frames, time.getAsDouble(), "Frame Time");
        }
        return byRate();
    }

    private FrameTiming byRate() {
        OptionalDouble recommended = step(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, "Recommended Display Frame Rate", true);
        if (recommended.isPresent()) {
            return FrameTiming.uniform(frames, recommended.getAsDouble(), "Recommended Display Frame Rate");
        }
        OptionalDouble cine = step(Tag.CINE_RATE, "Cine Rate", true);
        if (cine.isPresent()) {
            return FrameTiming.uniform(frames, cine.getAsDouble(), "Cine Rate");
        }
        OptionalDouble duration = step(Tag.ACTUAL_FRAME_DURATION, "Actual Frame Duration", false);
        if (duration.isPresent()) {
            return FrameTiming.uniform(frames, duration.getAsDouble(), "Actual Frame Duration");
        }
        if (frames > 1) {
            warnings.add("The file does not say how fast it plays; 25 frames a second are assumed.");
        }
        return FrameTiming.uniform(frames, FrameTiming.DEFAULT_FRAME_MILLIS, DEFAULT);
    }

    /** The step in milliseconds that an attribute gives; a single picture needs none, so it is not warned about. */
    private OptionalDouble step(int tag, String name, boolean isRate) {
        if (data.strings(tag).isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble stated = data.real(tag);
        if (stated.isEmpty() || !(stated.getAsDouble() > 0)) {
            warn(name + (stated.isEmpty() ? " is not a number" : " is " + number(stated.getAsDouble()))
                    + ", which says nothing about speed; it was ignored.");
            return OptionalDouble.empty();
        }
        double millis = isRate ? MILLIS / stated.getAsDouble() : stated.getAsDouble();
        if (!FrameTiming.isPlayable(millis)) {
            warn(name + " is " + number(stated.getAsDouble()) + (isRate ? "" : " ms")
                    + ", outside 1 to 120 frames a second; the clip plays at "
                    + (millis < FrameTiming.SHORTEST_MILLIS ? "120." : "1."));
        }
        return OptionalDouble.of(millis);
    }

    private Optional<FrameTiming> vector() {
        List<Double> values = data.reals(Tag.FRAME_TIME_VECTOR);
        OptionalDouble mean = values.stream().mapToDouble(Double::doubleValue).skip(1)
                .filter(v -> v > 0 && Double.isFinite(v)).average();
        if (mean.isEmpty()) {
            if (frames == 1 && values.size() == 1) {
                return Optional.of(FrameTiming.vector(new double[]{0}, "Frame Time Vector"));
            }
            warn("Frame Time Vector holds no usable time; it was ignored.");
            return Optional.empty();
        }
        if (values.size() != frames) {
            warn("Frame Time Vector has " + values.size() + " values for " + frames
                    + " frames; their mean is used for all.");
            return Optional.of(FrameTiming.uniform(frames, mean.getAsDouble(), "mean of Frame Time Vector"));
        }
        return Optional.of(FrameTiming.vector(mended(values, mean.getAsDouble()), "Frame Time Vector"));
    }

    private double[] mended(List<Double> values, double mean) {
        double[] steps = values.stream().mapToDouble(Double::doubleValue).toArray();
        int bad = 0;
        int held = 0;
        for (int i = 1; i < steps.length; i++) {
            if (!(steps[i] > 0) || !Double.isFinite(steps[i])) {
                steps[i] = mean;
                bad++;
            } else if (!FrameTiming.isPlayable(steps[i])) {
                held++;
            }
        }
        if (steps[0] != 0) {
            warn("Frame Time Vector begins with " + number(steps[0])
                    + " where the standard has 0; the first frame is shown at once.");
        }
        if (bad > 0) {
            warn("Frame Time Vector has " + bad + (bad == 1 ? " value that is" : " values that are")
                    + " not more than 0; the mean of the others is used there.");
        }
        if (held > 0) {
            warn("Frame Time Vector has " + held + (held == 1 ? " value" : " values")
                    + " outside 1 to 120 frames a second; the nearest of these is used there.");
        }
        return steps;
    }

    private Playback playback() {
        int first = trim(Tag.START_TRIM, "Start Trim", 1);
        int last = trim(Tag.STOP_TRIM, "Stop Trim", frames);
        if (first > last) {
            warn("Start Trim " + first + " comes after Stop Trim " + last + "; the whole clip is played.");
            first = 1;
            last = frames;
        }
        return new Playback(first - 1, last - 1, sequencing());
    }

    /** A frame number, from 1, held within the clip. */
    private int trim(int tag, String name, int otherwise) {
        if (data.strings(tag).isEmpty()) {
            return otherwise;
        }
        var stated = data.integer(tag);
        if (stated.isEmpty()) {
            warn(name + " is not a frame number; it was ignored.");
            return otherwise;
        }
        int held = Math.clamp(stated.getAsInt(), 1, frames);
        if (held != stated.getAsInt()) {
            warn(name + " is " + stated.getAsInt() + ", but the clip has " + frames + " frames; " + held
                    + " is used.");
        }
        return held;
    }

    private Sequencing sequencing() {
        if (data.strings(Tag.PREFERRED_PLAYBACK_SEQUENCING).isEmpty()) {
            return Sequencing.UNSTATED;
        }
        return switch (data.integer(Tag.PREFERRED_PLAYBACK_SEQUENCING, -1)) {
            case 0 -> Sequencing.LOOP;
            case 1 -> Sequencing.SWEEP;
            default -> {
                warn("Preferred Playback Sequencing is neither 0 (loop) nor 1 (sweep); it was ignored.");
                yield Sequencing.UNSTATED;
            }
        };
    }

    private Map<String, String> stated() {
        Map<String, String> stated = new LinkedHashMap<>();
        ATTRIBUTES.forEach(a -> {
            List<String> values = data.strings(a.tag());
            if (!values.isEmpty()) {
                String all = values.size() > 1 ? values.size() + " values" : values.getFirst();
                stated.put(a.name(), all.length() > LONGEST_STATEMENT ? all.substring(0, LONGEST_STATEMENT) : all);
            }
        });
        return stated;
    }

    /** A single picture is not played, so nothing about its speed is worth a word. */
    private void warn(String sentence) {
        if (frames > 1) {
            warnings.add(sentence);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
