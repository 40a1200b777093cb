package foramen.vision;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries outlines from key frames to the frames around them.
 *
 * <p>From frame to frame, points in and round the outline are followed there and back ({@link PointFlow}) and an affine
 * map near a similarity is fitted; then the outline is settled against the picture of its key frame ({@link KeyPatch}),
 * so that errors do not add up. Between two key frames both come to meet and are blended. Each frame gets a confidence
 * and a flag where the outline is not to be trusted. Frames are held two at a time.
 */
public final class Propagation {
    private static final int BLEND_POINTS = 96;
    private static final String DISAGREE = "The outlines carried from the two key frames disagree here. Check it or draw it anew.";

    private final OpenCvLibrary library;

    /** Propagation by {@code library}, which is loaded when the first outline is carried. */
    public Propagation(OpenCvLibrary library) {
        this.library = library;
    }

    /**
     * Carries {@code keys} to every frame from {@code from} to {@code to}.
     *
     * @param frames all of one size
     * @param from first frame, from 0
     * @param to last frame, included
     * @param keys one or more outlines on different frames within the range
     * @param progress hears of each frame and may stop the work
     * @return one outline a frame, in order; a key's own outline on its frame
     * @throws VisionException when OpenCV cannot be loaded
     * @throws IOException when a key frame cannot be read; another frame that cannot is flagged
     */
    public List<TrackedOutline> run(FrameSource frames, int from, int to, List<KeyOutline> keys, Progress progress)
            throws IOException {
        List<KeyOutline> sorted = keys.stream().sorted(Comparator.comparingInt(KeyOutline::frame)).toList();
        if (sorted.isEmpty() || sorted.getFirst().frame() < from || sorted.getLast().frame() > to
                || sorted.stream().mapToInt(KeyOutline::frame).distinct().count() < sorted.size()) {
            throw new IllegalArgumentException("Key outlines on different frames from " + from + " to " + to
                    + " are needed, not " + sorted.stream().map(KeyOutline::frame).toList());
        }
        library.load();
        Work work = new Work(frames, progress, 2.0 * (to - from + 1));
        List<TrackedOutline> out = new ArrayList<>(work.carried(sorted.getFirst(), from).reversed());
        for (int i = 0; i < sorted.size(); i++) {
            KeyOutline key = sorted.get(i);
            out.add(new TrackedOutline(key.frame(), key.outline(), 1, false, ""));
            if (i + 1 < sorted.size()) {
                KeyOutline next = sorted.get(i + 1);
                out.addAll(blended(key, work.carried(key, next.frame() - 1), next,
                        work.carried(next, key.frame() + 1).reversed()));
            }
        }
        out.addAll(work.carried(sorted.getLast(), to));
        progress.report(1, "Outlines carried");
        return out;
    }

    /** One run: where frames come from and who is told. */
    private static final class Work {
        private final FrameSource frames;
        private final Progress progress;
        private final double steps;
        private int done;

        Work(FrameSource frames, Progress progress, double steps) {
            this.frames = frames;
            this.progress = progress;
            this.steps = steps;
        }

        /** The outlines of the frames after {@code key} as far as {@code last}, either way. */
        List<TrackedOutline> carried(KeyOutline key, int last) throws IOException {
            List<TrackedOutline> out = new ArrayList<>();
            int way = last >= key.frame() ? 1 : -1;
            if (last == key.frame() || way * (last - key.frame()) < 0) {
                return out;
            }
            Walk walk = new Walk(frames.frame(key.frame()), key.outline());
            for (int i = key.frame() + way; way * (last - i) >= 0; i += way) {
                progress.checkCancelled();
                progress.report(Math.min(1, ++done / steps), "Following the outline on frame " + (i + 1));
                out.add(walk.step(i, read(i)));
            }
            return out;
        }

        private @Nullable GreyFrame read(int index) {
            try {
                return frames.frame(index);
            } catch (IOException e) {
                // The frame is flagged as unreadable; the others may be good.
                return null;
            }
        }
    }

    private static List<TrackedOutline> blended(KeyOutline a, List<TrackedOutline> forth, KeyOutline b,
            List<TrackedOutline> back) {
        List<TrackedOutline> out = new ArrayList<>();
        for (int i = 0; i < forth.size(); i++) {
            double t = (i + 1.0) / (b.frame() - a.frame());
            out.add(blend(forth.get(i), 1 - t, back.get(i), t));
        }
        return out;
    }

    private static TrackedOutline blend(TrackedOutline forth, double nearA, TrackedOutline back, double nearB) {
        double wa = nearA * forth.confidence() * forth.confidence() + 1e-9;
        double wb = nearB * back.confidence() * back.confidence() + 1e-9;
        List<Point> p = Correspondence.even(forth.outline(), BLEND_POINTS);
        List<Point> q = Correspondence.matched(p, Correspondence.even(back.outline(), BLEND_POINTS));
        double apart = 0;
        List<Point> mean = new ArrayList<>(BLEND_POINTS);
        for (int i = 0; i < BLEND_POINTS; i++) {
            apart += p.get(i).distanceTo(q.get(i)) / BLEND_POINTS;
            mean.add(p.get(i).towards(q.get(i), wb / (wa + wb)));
        }
        double size = Math.sqrt(Math.max(1, forth.outline().area()) / Math.PI);
        double agreement = Math.clamp(1.25 - apart / (0.6 * size), 0, 1);
        double confidence = (wa * forth.confidence() + wb * back.confidence()) / (wa + wb) * agreement;
        boolean drift = confidence < Trust.LIMIT;
        String reason = drift ? reason(agreement, wa >= wb ? forth : back, wa >= wb ? back : forth) : "";
        return new TrackedOutline(forth.frame(), new Polygon(mean), confidence, drift, reason);
    }

    private static String reason(double agreement, TrackedOutline heavier, TrackedOutline lighter) {
        boolean isExplained = !heavier.reason().isEmpty() && !lighter.reason().isEmpty();
        if (agreement < 0.7 && !isExplained) {
            return DISAGREE;
        }
        return Stream.of(heavier.reason(), lighter.reason()).filter(r -> !r.isEmpty()).findFirst()
                .orElse(Trust.CHANGED);
    }
}
