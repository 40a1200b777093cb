package foramen.vision;

import foramen.geometry.Affine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    /** Below this confidence an outline is flagged: chosen on synthetic clips made hard (engineering default). */
    static final double TRUST = 0.75;
    private static final int GRID = 14;
    private static final int BLEND_POINTS = 96;
    private static final String DRIFTED = "The outline drifts here: this frame no longer looks like the key frame. Check it or draw it anew.";
    private static final String UNREADABLE = "This frame cannot be read, so the outline is that of its neighbour.";
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

    /** The outline on its way from one key frame. */
    private static final class Walk {
        private final Polygon outline;
        private final KeyPatch patch;
        private GreyFrame before;
        private Affine pose = Affine.IDENTITY;

        Walk(GreyFrame key, Polygon outline) {
            this.outline = outline;
            this.patch = new KeyPatch(key, outline);
            this.before = key;
        }

        TrackedOutline step(int index, @Nullable GreyFrame frame) {
            if (frame == null || frame.columns() != before.columns() || frame.rows() != before.rows()) {
                return new TrackedOutline(index, moved(), 0, true, UNREADABLE);
            }
            Polygon now = moved();
            double room = Math.max(14, 0.8 * patch.size());
            List<Point> points = grid(now, 0.5 * patch.size());
            List<PointFlow.Pair> pairs = PointFlow.follow(before, frame, grown(now.bounds(), room + 8), points);
            double followed = points.isEmpty() ? 0 : pairs.size() / (double) points.size();
            Affine flow = pairs.size() < 8
                    ? pose
                    : pose.then(PointFlow.fit(pairs, now.centroid(), patch.size()));
            KeyPatch.Found found = settled(frame, flow, room);
            before = frame;
            double confidence = confidence(frame, found, followed);
            boolean drift = confidence < TRUST;
            // A lost outline waits where it was last seen, so that it is found again after a shadow.
            pose = drift ? pose : found.pose();
            return new TrackedOutline(index, moved(), confidence, drift, drift ? DRIFTED : "");
        }

        private KeyPatch.Found settled(GreyFrame frame, Affine flow, double room) {
            SmoothRegion view = patch.view(frame, flow, room);
            KeyPatch.Found found = patch.register(view, flow, 0.05);
            if (found.likeness() < 0.7) {
                found = better(found, patch.register(view, pose, 0.05));
                // A jump: look further off.
                for (int k = 0; k < 8 && found.likeness() < 0.7; k++) {
                    double a = k * Math.PI / 4;
                    Affine off = pose.then(Affine.translate(0.6 * room * Math.cos(a), 0.6 * room * Math.sin(a)));
                    found = better(found, patch.register(view, off, 0.02));
                }
            }
            return found;
        }

        private static KeyPatch.Found better(KeyPatch.Found a, KeyPatch.Found b) {
            return b.likeness() > a.likeness() + 0.03 ? b : a;
        }

        /** A structure that seems twice or half as large as on its key frame is doubted too. */
        private double confidence(GreyFrame frame, KeyPatch.Found found, double followed) {
            Affine p = found.pose();
            double stretch = Math.abs(Math.log(Math.max(1e-6, Math.abs(p.xx() * p.yy() - p.xy() * p.yx()))));
            double sane = Math.clamp(1.8 - 1.2 * stretch, 0, 1);
            double alike = Math.clamp(found.likeness(), 0, 1);
            double worst = patch.worstQuarter(patch.view(frame, p, 2), p);
            double whole = Math.clamp(0.55 + 0.6 * worst, 0, 1);
            double inside = Math.clamp(2 * patch.onPicture(frame, p) - 1, 0, 1);
            return alike * sane * whole * inside * (0.85 + 0.15 * Math.min(1, followed / 0.5));
        }

        private Polygon moved() {
            return new Polygon(outline.vertices().stream().map(pose::apply).toList());
        }

        private static List<Point> grid(Polygon outline, double margin) {
            Bounds b = grown(outline.bounds(), margin);
            List<Point> points = new ArrayList<>();
            for (int j = 0; j < GRID; j++) {
                for (int i = 0; i < GRID; i++) {
                    Point p = new Point(b.minX() + (i + 0.5) / GRID * b.width(),
                            b.minY() + (j + 0.5) / GRID * b.height());
                    if (outline.distanceTo(p) <= margin) {
                        points.add(p);
                    }
                }
            }
            return points;
        }
    }

    private static Bounds grown(Bounds b, double by) {
        return new Bounds(b.minX() - by, b.minY() - by, b.maxX() + by, b.maxY() + by);
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
        boolean drift = confidence < TRUST;
        String reason = Optional.of(agreement < 0.7 ? DISAGREE : DRIFTED).filter(r -> drift).orElse("");
        return new TrackedOutline(forth.frame(), new Polygon(mean), confidence, drift, reason);
    }
}
