package foramen.domain.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Region;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A needle and what lies round it, made at random; pixels need not be square, the array straight or curved.
 *
 * @param mmX millimetres a pixel across
 * @param mmY millimetres a pixel down
 * @param path in pixels
 * @param outlines in pixels
 * @param kinds structure of each outline
 * @param centre of curvature in mm; empty for a linear array
 * @param radius of curvature in mm
 */
record PlanScene(double mmX, double mmY, Segment path, List<Polygon> outlines, List<String> kinds,
        Optional<Point> centre, double radius) {
    static final FrameRef FRAME = new FrameRef("2.25.5", 3);
    private static final double WIDTH = 100;
    private static final String[] STRUCTURES = {"sciatic-nerve", "pudendal-nerve", "vessel", "no-go-zone"};

    static PlanScene random(Random r) {
        double mmX = 0.05 + 0.3 * r.nextDouble();
        double mmY = r.nextBoolean() ? mmX : 0.05 + 0.3 * r.nextDouble();
        boolean curved = r.nextBoolean();
        double radius = 35 + 40 * r.nextDouble();
        Point centre = new Point(WIDTH / 2, 12 - radius);
        Point entry = curved
                ? centre.plus(direction(-0.5 + r.nextDouble()).times(radius))
                : new Point(WIDTH * r.nextDouble(), 3);
        Point target = new Point(10 + 80 * r.nextDouble(), 25 + 55 * r.nextDouble());
        List<Polygon> outlines = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < 1 + r.nextInt(6); i++) {
            outlines.add(star(r).scaled(1 / mmX, 1 / mmY));
            kinds.add(STRUCTURES[r.nextInt(STRUCTURES.length)]);
        }
        return new PlanScene(mmX, mmY, new Segment(entry, target).scaled(1 / mmX, 1 / mmY), outlines, kinds,
                curved ? Optional.of(centre) : Optional.empty(), radius);
    }

    /** Straight down is 0, to the right positive. */
    static Point direction(double radians) {
        return new Point(Math.sin(radians), Math.cos(radians));
    }

    private static Polygon star(Random r) {
        Point centre = new Point(15 + 70 * r.nextDouble(), 20 + 60 * r.nextDouble());
        int n = 3 + r.nextInt(60);
        double size = 1 + 9 * r.nextDouble();
        double flat = 0.3 + 0.7 * r.nextDouble();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * i / n;
            double d = size * (0.6 + 0.4 * r.nextDouble());
            points.add(new Point(centre.x() + d * Math.cos(a), centre.y() + flat * d * Math.sin(a)));
        }
        return new Polygon(points);
    }

    Calibration calibration() {
        return new Calibration(List.of(new Region(1, 1, 0, 0, 0, 4000, 4000, Optional.empty(), 0, 0, Region.UNIT_CM,
                Region.UNIT_CM, mmX / 10, mmY / 10)), Optional.empty());
    }

    NeedlePlan plan() {
        Approach approach = Approach.PLAIN.withSkin(centre.map(c -> new SkinSetting(arc(c), "Dr Test", Instant.EPOCH)));
        return new NeedlePlan("p", FRAME, path.a(), path.b(), Laterality.LEFT, "", "", "", "Dr Test", Instant.EPOCH,
                PlanDetail.FIRST.withApproach(approach));
    }

    private SkinSetting.Form arc(Point c) {
        return new SkinSetting.Form.ThreePoints(px(c.plus(direction(-0.4).times(radius))),
                px(c.plus(direction(0.05).times(radius))), px(c.plus(direction(0.45).times(radius))));
    }

    private Point px(Point mm) {
        return mm.scaled(1 / mmX, 1 / mmY);
    }

    List<Annotation> annotations() {
        List<Annotation> all = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            all.add(annotation("a" + i, kinds.get(i), outlines.get(i)));
        }
        return List.copyOf(all);
    }

    static Annotation annotation(String id, String structure, Polygon outline) {
        return new Annotation(id, FRAME, new Shape.Outline(outline), structure, Laterality.LEFT, ScanLevel.PIRIFORMIS,
                ScanPlane.SHORT_AXIS, "", false, "Dr Test", Instant.EPOCH);
    }
}
