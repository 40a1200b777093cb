package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.domain.clip.FrameTiming;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When each frame is shown (DICOM PS3.3 C.7.6.5 and C.7.6.6): what Frame Increment Pointer points at, else Frame Time
 * or its vector, then Recommended Display Frame Rate, Cine Rate and Actual Frame Duration, else the default.
 */
final class TimingReader {
    /** The source where the file says nothing. */
    static final String DEFAULT = "default";

    private TimingReader() {}

    static FrameTiming read(DataSet data, int frames, List<String> warnings) {
        List<Double> vector = data.reals(Tag.FRAME_TIME_VECTOR);
        OptionalDouble time = positive(data, Tag.FRAME_TIME);
        boolean points = data.whole(Tag.FRAME_INCREMENT_POINTER).orElse(0) == Tag.FRAME_TIME_VECTOR;
        if (!vector.isEmpty() && (points || time.isEmpty())) {
            if (vector.size() == frames) {
                return FrameTiming.vector(vector.stream().mapToDouble(Double::doubleValue).toArray(),
                        "Frame Time Vector");
            }
            warnings.add("Frame Time Vector has " + vector.size() + " values for " + frames
                    + " frames; their mean is used for all.");
            OptionalDouble mean = vector.stream().mapToDouble(Double::doubleValue).skip(1)
                    .filter(v -> v > 0 && Double.isFinite(v)).average();
            if (mean.isPresent()) {
                return FrameTiming.uniform(frames, mean.getAsDouble(), "mean of Frame Time Vector");
            }
        }
        if (time.isPresent()) {
            return FrameTiming.uniform(frames, time.getAsDouble(), "Frame Time");
        }
        OptionalDouble recommended = positive(data, Tag.RECOMMENDED_DISPLAY_FRAME_RATE);
        if (recommended.isPresent()) {
            return FrameTiming.uniform(frames, 1000 / recommended.getAsDouble(), "Recommended Display Frame Rate");
        }
        OptionalDouble cine = positive(data, Tag.CINE_RATE);
        if (cine.isPresent()) {
            return FrameTiming.uniform(frames, 1000 / cine.getAsDouble(), "Cine Rate");
        }
        OptionalDouble duration = positive(data, Tag.ACTUAL_FRAME_DURATION);
        if (duration.isPresent()) {
            return FrameTiming.uniform(frames, duration.getAsDouble(), "Actual Frame Duration");
        }
        if (frames > 1) {
            warnings.add("The file does not say how fast it plays; 25 frames a second are assumed.");
        }
        return FrameTiming.uniform(frames, FrameTiming.DEFAULT_FRAME_MILLIS, DEFAULT);
    }

    private static OptionalDouble positive(DataSet data, int tag) {
        return data.real(tag).stream().filter(v -> v > 0).findFirst();
    }
}
