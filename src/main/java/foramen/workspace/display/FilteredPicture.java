package foramen.workspace.display;

import foramen.domain.clip.Frame;
import foramen.job.JobRunner;
import foramen.vision.Filters;
import foramen.vision.GreyFrame;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Filters one frame at a time in a job, and only the one wanted last. The frame given is never changed, so whoever
 * measures it measures what is stored. Used on the home thread.
 */
public final class FilteredPicture {
    private static final Logger LOG = LoggerFactory.getLogger(FilteredPicture.class);
    private static final int MEDIAN_WIDTH = 3;
    private static final double SIGMA = 1.5;

    private final JobRunner jobs;
    private final String jobName;
    private JobRunner.@Nullable Handle running;

    /**
     * @param jobs where filters run
     * @param jobName what the status line calls it
     */
    public FilteredPicture(JobRunner jobs, String jobName) {
        this.jobs = jobs;
        this.jobName = jobName;
    }

    /** Gives {@code frame} filtered to {@code done}, empty where it failed; what was asked for before is given up. */
    public void want(Frame frame, PictureFilter filter, Consumer<Optional<Frame>> done) {
        forget();
        running = jobs.start(jobName, progress -> apply(frame, filter), f -> done.accept(Optional.of(f)), e -> {
            LOG.warn("A picture could not be filtered", e);
            done.accept(Optional.empty());
        });
    }

    /** Gives up what was asked for. */
    public void forget() {
        JobRunner.Handle last = running;
        running = null;
        if (last != null) {
            last.cancel();
        }
    }

    /** {@code frame} through {@code filter}, as a frame of its own; coloured pixels, such as Doppler, stay as they are. */
    static Frame apply(Frame frame, PictureFilter filter) {
        GreyFrame grey = GreyFrame.of(frame.argb(), frame.columns(), frame.rows());
        GreyFrame filtered = Objects.requireNonNull(switch (filter) {
            case NONE -> grey;
            case MEDIAN -> Filters.median(grey, MEDIAN_WIDTH);
            case SMOOTH -> Filters.gaussian(grey, SIGMA);
            case DESPECKLE -> Filters.lee(grey);
        });
        int[] in = frame.argb();
        int[] out = new int[in.length];
        byte[] values = filtered.pixels();
        for (int i = 0; i < in.length; i++) {
            int p = in[i];
            int red = p >> 16 & 0xFF;
            boolean coloured = red != (p >> 8 & 0xFF) || red != (p & 0xFF);
            int v = values[i] & 0xFF;
            out[i] = coloured ? p : 0xFF000000 | v << 16 | v << 8 | v;
        }
        return new Frame(frame.columns(), frame.rows(), out);
    }
}
