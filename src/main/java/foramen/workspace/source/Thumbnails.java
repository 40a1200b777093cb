package foramen.workspace.source;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.Frame;
import foramen.job.JobRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small first frames, made when they are asked for, one at a time, the newest wish first: that is what is being looked
 * at. Lives on the runner's home thread.
 */
public final class Thumbnails {
    /** The widest a thumbnail is, in pixels: twice what the list shows, for screens of 200 %. */
    public static final int WIDTH = 144;
    /** The highest a thumbnail is, in pixels. */
    public static final int HEIGHT = 108;

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int KEPT = 256;
    private static final int WAITING = 24;

    private record Wish(ClipLocation location, Consumer<Optional<Frame>> ready) {}

    private final ClipReader reader;
    private final JobRunner jobs;
    private final Map<ClipLocation, Optional<Frame>> made = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private boolean busy;
    private boolean pumping;

    /**
     * @param reader opens the clips
     * @param jobs runs the work
     */
    public Thumbnails(ClipReader reader, JobRunner jobs) {
        this.reader = reader;
        this.jobs = jobs;
    }

    /**
     * Gives the first frame of the clip at {@code location}, now or later, at most {@link #WIDTH} × {@link #HEIGHT}.
     *
     * @param ready told on the home thread; nothing where the frame cannot be had; never told where so many newer wishes
     *     came that this one was dropped
     */
    public void request(ClipLocation location, Consumer<Optional<Frame>> ready) {
        Optional<Frame> known = made.get(location);
        if (known != null) {
            ready.accept(known);
            return;
        }
        wishes.push(new Wish(location, ready));
        while (wishes.size() > WAITING) {
            wishes.removeLast();
        }
        pump();
    }

    /** Drops what is still wished for, and what was made. */
    public void forget() {
        wishes.clear();
        made.clear();
    }

    /** A loop, not a recursion, for runners that do the work at once. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            while (!busy && !wishes.isEmpty()) {
                start(wishes.pop());
            }
        } finally {
            pumping = false;
        }
    }

    private void start(Wish wish) {
        Optional<Frame> known = made.get(wish.location());
        if (known != null) {
            wish.ready().accept(known);
            return;
        }
        busy = true;
        jobs.start("Reading first frames", progress -> first(wish.location()), f -> done(wish, Optional.of(f)), e -> {
            LOG.debug("No thumbnail", e);
            done(wish, Optional.empty());
        });
    }

    private void done(Wish wish, Optional<Frame> frame) {
        busy = false;
        made.put(wish.location(), frame);
        if (made.size() > KEPT) {
            made.remove(made.keySet().iterator().next());
        }
        wish.ready().accept(frame);
        pump();
    }

    private Frame first(ClipLocation location) throws ClipException {
        try (Clip clip = reader.open(location)) {
            return scaled(clip.frame(0));
        }
    }

    /** A smaller copy, each pixel the mean of those it stands for. */
    static Frame scaled(Frame frame) {
        double shrink = Math.max(1, Math.max((double) frame.columns() / WIDTH, (double) frame.rows() / HEIGHT));
        int columns = Math.max(1, (int) (frame.columns() / shrink));
        int rows = Math.max(1, (int) (frame.rows() / shrink));
        int[] argb = new int[columns * rows];
        for (int y = 0; y < rows; y++) {
            int top = (int) ((long) y * frame.rows() / rows);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * frame.rows() / rows));
            for (int x = 0; x < columns; x++) {
                int left = (int) ((long) x * frame.columns() / columns);
                int right = Math.max(left + 1, (int) ((x + 1L) * frame.columns() / columns));
                argb[y * columns + x] = mean(frame, left, top, right, bottom);
            }
        }
        return new Frame(columns, rows, argb);
    }

    private static int mean(Frame frame, int left, int top, int right, int bottom) {
        long r = 0;
        long g = 0;
        long b = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int p = frame.argb(x, y);
                r += (p >> 16) & 255;
                g += (p >> 8) & 255;
                b += p & 255;
            }
        }
        long n = (long) (right - left) * (bottom - top);
        return 0xFF000000 | (int) (r / n) << 16 | (int) (g / n) << 8 | (int) (b / n);
    }
}
