package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.geometry.PreparedShape;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries entries along the skin, and narrows down where allowed turns to forbidden. */
final class FanFinder {
    /** Openings in the fan narrower than a step of the skin are not looked for (engineering default). */
    private static final int STEPS = 160;
    private static final int HALVINGS = 9;

    private final NeedleRules rules;
    private final TargetRule rule;
    private final SkinLine skin;
    private final Scale.Known k;
    private final List<Kept> guarded;

    FanFinder(NeedleRules rules, TargetRule rule, SkinLine skin, Scale.Known k, List<Guarded> all) {
        this.rules = rules;
        this.rule = rule;
        this.skin = skin;
        this.k = k;
        this.guarded = all.stream().flatMap(g -> limit(g).map(TargetRule.Limit::blockMm)
                .map(mm -> new Kept(g.shape(), Math.max(0, mm))).stream()).toList();
    }

    /** What no path may come nearer to than that. */
    private record Kept(PreparedShape shape, double mm) {}

    private Optional<TargetRule.Limit> limit(Guarded g) {
        return rules.limit(rule, g.kind(), g.structureId());
    }

    /**
     * The fan of the target of {@code path}.
     *
     * @param path as planned, in pixels; entries lie at the height of its entry, on the skin
     */
    Fan fan(Segment path, int columns, Calibration calibration) {
        Point entry = k.toMm(path.a());
        Point target = k.toMm(path.b());
        // An arc is longer than it is wide; what leaves the picture is left out below.
        double reach = k.mmAcross(columns) * Math.PI / 2;
        List<Fan.Sector> sectors = new ArrayList<>();
        double open = Double.NaN;
        double before = -reach;
        boolean allowedBefore = false;
        for (int i = 0; i <= 2 * STEPS; i++) {
            double at = reach * (i - STEPS) / STEPS;
            boolean allowed = allowed(at, entry, target, path, calibration);
            if (allowed && !allowedBefore) {
                open = i == 0 ? at : turn(before, at, entry, target, path, calibration);
            } else if (!allowed && allowedBefore) {
                sectors.add(sector(open, turn(at, before, entry, target, path, calibration), entry, target));
            }
            before = at;
            allowedBefore = allowed;
        }
        if (allowedBefore) {
            sectors.add(sector(open, before, entry, target));
        }
        return new Fan(sectors);
    }

    /** The last allowed place between a forbidden and an allowed one. */
    private double turn(double forbidden, double allowed, Point entry, Point target, Segment path,
            Calibration calibration) {
        double no = forbidden;
        double yes = allowed;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (no + yes) / 2;
            if (allowed(middle, entry, target, path, calibration)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }

    private boolean allowed(double at, Point entry, Point target, Segment path, Calibration calibration) {
        Segment way = new Segment(skin.shifted(entry, at), target);
        if (NeedleGeometry.toSkin(way.b().minus(way.a()), skin.beam(way.a())) <= 0
                || !(calibration.scaleFor(List.of(k.toPixels(way).a(), path.b())) instanceof Scale.Known here)
                || !here.agrees(k, 0)) {
            return false;
        }
        for (Kept kept : guarded) {
            if (kept.shape().isMetWithin(way, kept.mm())) {
                return false;
            }
        }
        return true;
    }

    private Fan.Sector sector(double from, double to, Point entry, Point target) {
        Point left = skin.shifted(entry, from);
        Point right = skin.shifted(entry, to);
        Segment px = k.toPixels(new Segment(left, right));
        return new Fan.Sector(px.a(), px.b(), angle(left, target), angle(right, target));
    }

    private double angle(Point from, Point target) {
        return NeedleGeometry.toSkin(target.minus(from), skin.beam(from));
    }
}
