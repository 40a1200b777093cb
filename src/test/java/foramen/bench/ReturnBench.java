package foramen.bench;

import foramen.codec.VideoCodec;
import foramen.codec.VideoSource;
import foramen.codec.VideoStream;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import foramen.testing.PhantomFrames;
import foramen.vision.GreyFrame;
import foramen.vision.KeyOutline;
import foramen.vision.Propagation;
import foramen.vision.TrackedOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How well outlines come back on real clips, which needs no mask: an oval is followed to the last frame, and from what
 * it has become there back to the first, where it should be what it was.
 *
 * <p>It tells how steady following is, not how right: an outline that stays where it is on every frame returns too.
 * So the way it went is told beside it.
 */
final class ReturnBench {
    /** Half-axes of the ovals, in parts of the picture's height: a nerve's share of a usual picture. */
    private static final double HALF_WIDTH = 0.045;
    private static final double HALF_HEIGHT = 0.028;
    private static final int ACROSS = 16;
    private static final int DOWN = 16;

    private final Propagation propagation;

    ReturnBench(Propagation propagation) {
        this.propagation = propagation;
    }

    /** All films in {@code folder}, and its stills in the order of their names as one clip. */
    void run(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        for (Path film : files.stream().filter(f -> f.toString().endsWith(".mp4")).toList()) {
            report(film.getFileName().toString(), frames(film));
        }
        List<GreyFrame> stills = new ArrayList<>();
        for (Path still : files.stream().filter(f -> f.toString().endsWith(".png")).toList()) {
            stills.add(VisionBench.grey(still));
        }
        if (stills.size() > 1 && stills.stream().mapToInt(GreyFrame::columns).distinct().count() == 1) {
            report(folder.getFileName() + ", stills in turn", stills);
        }
    }

    private static List<GreyFrame> frames(Path film) throws IOException {
        List<GreyFrame> frames = new ArrayList<>();
        try (VideoStream stream = new VideoCodec().open(VideoSource.of(film))) {
            for (int i = 0; i < stream.frames(); i++) {
                frames.add(GreyFrame.of(stream.frame(i), stream.columns(), stream.rows()));
            }
        }
        return frames;
    }

    private void report(String name, List<GreyFrame> frames) throws IOException {
        List<Double> steady = new ArrayList<>();
        List<Double> flagged = new ArrayList<>();
        List<Double> way = new ArrayList<>();
        for (Polygon oval : ovals(frames.getFirst())) {
            int last = frames.size() - 1;
            List<TrackedOutline> there = propagation.run(frames::get, 0, last, List.of(new KeyOutline(0, oval)),
                    Progress.NONE);
            List<TrackedOutline> back = propagation.run(frames::get, 0, last,
                    List.of(new KeyOutline(last, there.getLast().outline())), Progress.NONE);
            double dice = PhantomFrames.dice(oval, back.getFirst().outline());
            boolean isFlagged = Stream.concat(there.stream(), back.stream()).anyMatch(TrackedOutline::drift);
            (isFlagged ? flagged : steady).add(dice);
            way.add(there.stream().mapToDouble(t -> t.outline().centroid().distanceTo(oval.centroid())).max()
                    .orElseThrow());
        }
        System.out.println(name + ", " + frames.size() + " frames, Dice of return");
        System.out.println("  never flagged        " + VisionBench.summary(steady) + below(steady));
        System.out.println("  flagged on the way   " + VisionBench.summary(flagged) + below(flagged));
        System.out.println("  furthest way, pixels " + VisionBench.summary(way));
    }

    private static String below(List<Double> dice) {
        return String.format(Locale.ROOT, "  below 0.8: %d", dice.stream().filter(d -> d < 0.8).count());
    }

    /** Ovals wherever the first frame shows tissue, in a grid. */
    private static List<Polygon> ovals(GreyFrame frame) {
        List<Polygon> ovals = new ArrayList<>();
        double a = HALF_WIDTH * frame.rows();
        double b = HALF_HEIGHT * frame.rows();
        for (int j = 0; j < DOWN; j++) {
            for (int i = 0; i < ACROSS; i++) {
                Point c = new Point((i + 0.5) / ACROSS * frame.columns(), (j + 0.5) / DOWN * frame.rows());
                if (isTissue(frame, c, 2 * a, 2 * b)) {
                    List<Point> border = new ArrayList<>();
                    for (int k = 0; k < 48; k++) {
                        double t = k * Math.PI / 24;
                        border.add(c.plus(new Point(a * Math.cos(t), b * Math.sin(t))));
                    }
                    ovals.add(new Polygon(border));
                }
            }
        }
        return ovals;
    }

    /** Whether nearly all of a rectangle is brighter than black, and none of it is as even as a caption's ground. */
    private static boolean isTissue(GreyFrame frame, Point c, double halfWidth, double halfHeight) {
        int n = 0;
        int bright = 0;
        for (double y = c.y() - halfHeight; y < c.y() + halfHeight; y += 2) {
            for (double x = c.x() - halfWidth; x < c.x() + halfWidth; x += 2) {
                n++;
                bright += frame.contains(x, y) && frame.grey((int) x, (int) y) > 12 ? 1 : 0;
            }
        }
        return bright > 0.9 * n;
    }
}
