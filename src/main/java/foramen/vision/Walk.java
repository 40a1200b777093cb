package foramen.vision;

import foramen.geometry.Affine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outline on its way from one key frame, step by step.
 *
 * <p>What a shadow covers takes no part; then the surroundings say where the structure is.
 */
final class Walk {
    private static final int GRID = 14;
    /** Above this share of the patch that is covered, its surroundings lead. */
    private static final double LEADS = 0.02;
    /** How much a covered patch keeps its shape. */
    private static final double STIFF = 4;
    /** Below this likeness the outline is sought further off. */
    private static final double LOST = 0.7;
    /** As far as this from a covered place, in pixels, points are drawn along by its edge. */
    private static final double REACH = 9;
    /** More than this from frame to frame, as a logarithm of areas, is no growth. */
    private static final double SUDDEN = 0.15;
    private static final String UNREADABLE = "This frame cannot be read, so the outline is that of its neighbour.";

    private final Polygon outline;
    private final KeyPatch patch;
    private final KeyPatch wide;
    private final Cover cover;
    private final double noise;
    private GreyFrame before;
    private Affine pose = Affine.IDENTITY;
    /** The last place where nothing was covered: points on one side say nothing of the shape of the other. */
    private Affine clean = Affine.IDENTITY;
    private Cover.Map hidden;
    private double brightness;

    Walk(GreyFrame key, Polygon outline) {
        this.outline = outline;
        this.patch = KeyPatch.of(key, outline);
        this.wide = KeyPatch.wide(key, outline);
        SmoothRegion view = wide.view(key, pose, 2);
        this.cover = new Cover(key, view, grown(outline.bounds(), KeyPatch.RING * patch.size()), outline, patch.size());
        this.brightness = Cover.brightness(key);
        this.noise = SmoothRegion.noise(key, near(pose));
        this.hidden = cover.map(view, pose, brightness);
        this.before = key;
    }

    /** A place for the outline, and what of it is covered there. */
    private record Place(Affine pose, double likeness, Cover.Map hidden) {
        /** A place that needs a shadow to be believed is worth less. */
        double worth() {
            return likeness - 0.3 * hidden.ofStructure();
        }
    }

    TrackedOutline step(int index, @Nullable GreyFrame frame) {
        if (frame == null || frame.columns() != before.columns() || frame.rows() != before.rows()) {
            return new TrackedOutline(index, moved(pose), 0, true, UNREADABLE);
        }
        double room = Math.max(14, 0.8 * patch.size());
        brightness = Cover.brightness(frame);
        SmoothRegion around = wide.view(frame, pose, room);
        Cover.Map ahead = cover.map(around, pose, brightness);
        List<Point> points = grid(ahead);
        List<PointFlow.Pair> pairs = PointFlow.follow(before, frame, grown(moved(pose).bounds(), 2 * room + 8), points);
        double followed = points.isEmpty() ? 0 : pairs.size() / (double) points.size();
        Affine flow = flow(pairs, patch.covered(hidden) > LEADS || patch.covered(ahead) > LEADS);
        Place found = settled(around, flow, room);
        before = frame;
        Trust trust = trust(frame, around, found, followed);
        // A lost outline waits where it was last seen, so that it is found again.
        if (trust.found() >= Trust.LIMIT) {
            pose = found.pose();
            hidden = found.hidden();
            if (patch.covered(hidden) <= LEADS) {
                clean = pose;
            }
        }
        return new TrackedOutline(index, moved(pose), trust.confidence(), trust.isDoubtful(), trust.reason());
    }

    private Affine flow(List<PointFlow.Pair> pairs, boolean isCovered) {
        if (pairs.size() < 8) {
            return pose;
        }
        Point centre = pose.apply(patch.centre());
        Affine fit = PointFlow.fit(pairs, centre, patch.size());
        return isCovered ? shaped(clean, fit.apply(centre)) : pose.then(fit);
    }

    /** The map with the shape of {@code like} that puts the structure's centre at {@code there}. */
    private Affine shaped(Affine like, Point there) {
        Point c = like.apply(patch.centre());
        return like.then(Affine.translate(there.x() - c.x(), there.y() - c.y()));
    }

    private Place settled(SmoothRegion view, Affine flow, double room) {
        Place found = near(view, flow, 0.05);
        if (found.worth() < LOST) {
            found = better(found, near(view, pose, 0.05));
            // A jump: look further off.
            for (int k = 0; k < 8 && found.worth() < LOST; k++) {
                double a = k * Math.PI / 4;
                Affine off = pose.then(Affine.translate(0.6 * room * Math.cos(a), 0.6 * room * Math.sin(a)));
                found = better(found, near(view, off, 0.02));
            }
        }
        return found;
    }

    private Place near(SmoothRegion view, Affine start, double hold) {
        Cover.Map map = cover.map(view, start, brightness);
        KeyPatch leading = leading(map);
        KeyPatch.Found found = leading.register(view, start, new KeyPatch.Hold(hold, STIFF * patch.covered(map)),
                leading.weights(map));
        return new Place(found.pose(), found.likeness(), map);
    }

    private KeyPatch leading(Cover.Map map) {
        return patch.covered(map) > LEADS ? wide : patch;
    }

    /** The structure and its nearest surroundings where {@code there} puts them. */
    private Bounds near(Affine there) {
        return grown(moved(there).bounds(), 0.5 * patch.size());
    }

    private static Place better(Place a, Place b) {
        return b.worth() > a.worth() + 0.03 ? b : a;
    }

    private Trust trust(GreyFrame frame, SmoothRegion view, Place found, double followed) {
        Affine p = found.pose();
        Cover.Map map = cover.map(view, p, brightness);
        double[] seen = patch.weights(map);
        double added = Math.max(0, SmoothRegion.noise(frame, near(p)) - noise);
        KeyPatch leading = leading(map);
        double alike = leading.likeness(view, p, leading.weights(map), added);
        double worst = patch.worstQuarter(view, p, seen, added);
        return new Trust(Math.clamp(alike, 0, 1), Math.clamp(0.55 + 0.6 * worst, 0, 1),
                sane(p, alike), Math.clamp(2 * patch.onPicture(frame, p) - 1, 0, 1),
                0.85 + 0.15 * Math.min(1, followed / 0.5), Math.clamp(1.1 - 0.8 * map.ofStructure(), 0, 1));
    }

    /**
     * A structure that seems twice or half as large as on its key frame is doubted; less so where it has grown little
     * by little and looks the same all the while.
     */
    private double sane(Affine there, double alike) {
        double stretch = Math.abs(size(there));
        double sudden = Math.abs(size(there) - size(pose));
        double known = sudden > SUDDEN ? 0 : Math.clamp((alike - 0.85) / 0.1, 0, 1);
        return Math.clamp(1.8 + known - 1.2 * stretch, 0, 1);
    }

    /** The logarithm of the factor by which a map makes areas larger. */
    private static double size(Affine map) {
        return Math.log(Math.max(1e-6, Math.abs(map.xx() * map.yy() - map.xy() * map.yx())));
    }

    private Polygon moved(Affine there) {
        return new Polygon(outline.vertices().stream().map(there::apply).toList());
    }

    /** Points in and round the outline, off what is covered now or will be; more of the surroundings in its stead. */
    private List<Point> grid(Cover.Map ahead) {
        double margin = (Math.max(patch.covered(hidden), patch.covered(ahead)) > LEADS ? KeyPatch.RING : 0.5)
                * patch.size();
        Bounds b = grown(outline.bounds(), margin);
        List<Point> points = new ArrayList<>();
        for (int j = 0; j < GRID; j++) {
            for (int i = 0; i < GRID; i++) {
                Point p = new Point(b.minX() + (i + 0.5) / GRID * b.width(), b.minY() + (j + 0.5) / GRID * b.height());
                if (outline.distanceTo(p) <= margin && !hidden.near(p.x(), p.y(), REACH)
                        && !ahead.near(p.x(), p.y(), REACH)) {
                    points.add(pose.apply(p));
                }
            }
        }
        return points;
    }

    private static Bounds grown(Bounds b, double by) {
        return new Bounds(b.minX() - by, b.minY() - by, b.maxX() + by, b.maxY() + by);
    }
}
