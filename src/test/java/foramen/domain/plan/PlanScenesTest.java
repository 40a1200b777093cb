package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.measurement.Reading;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Random scenes against geometry computed here by other means: JTS, and trigonometry from the centre of curvature. */
class PlanScenesTest {
    private static final int SCENES = Integer.getInteger("foramen.plan.scenes", 1000);
    private static final double MM = 0.05;
    private static final double DEGREES = 0.1;
    private static final GeometryFactory JTS = new GeometryFactory();

    private final PlanAssessor assessor = new PlanAssessor(NeedleRules.standard(), StructureCatalog.standard(),
            Locale.ROOT);

    @Test
    void distances_and_their_signs_are_those_of_exact_geometry() {
        Random random = new Random(20_261);
        int inside = 0;
        int outside = 0;
        for (int i = 0; i < SCENES; i++) {
            PlanScene s = PlanScene.random(random);
            PassAssessment pass = assessor.assess(s.plan(), s.calibration(), s.annotations(), PlanSides.UNSTATED)
                    .passes().getFirst();
            assertEquals(s.outlines().size(), pass.margins().size());
            for (MarginReading m : pass.margins()) {
                Polygon outline = s.outlines().get(Integer.parseInt(m.subject().substring(1)));
                double path = signed(s, outline, s.path());
                double tip = signed(s, outline, new Segment(s.path().b(), s.path().b()));
                double read = m.here().orElseThrow().pathMm();
                assertEquals(path, read, MM, () -> "path of scene " + s);
                assertEquals(tip, m.here().orElseThrow().tipMm(), MM, () -> "tip of scene " + s);
                assertEquals(Math.signum(path), Math.signum(read), () -> "sign in scene " + s);
                if (path < 0) {
                    inside++;
                } else {
                    outside++;
                }
            }
        }
        assertTrue(inside > SCENES / 5 && outside > SCENES, inside + " inside, " + outside + " outside");
    }

    @Test
    void angles_depths_and_lengths_are_those_of_exact_geometry() {
        Random random = new Random(77);
        for (int i = 0; i < SCENES; i++) {
            PlanScene s = PlanScene.random(random);
            NeedleReading r = assessor.assess(s.plan(), s.calibration(), s.annotations(), PlanSides.UNSTATED).passes()
                    .getFirst()
                    .reading();
            Point e = s.path().a().scaled(s.mmX(), s.mmY());
            Point t = s.path().b().scaled(s.mmX(), s.mmY());
            double heading = Math.atan2(t.x() - e.x(), t.y() - e.y());
            double atEntry = s.centre().map(c -> Math.atan2(e.x() - c.x(), e.y() - c.y())).orElse(0.0);
            double atTip = s.centre().map(c -> Math.atan2(t.x() - c.x(), t.y() - c.y())).orElse(0.0);
            double depth = s.centre().map(c -> t.distanceTo(c) - s.radius()).orElse(t.y() - e.y());
            double offset = s.centre().map(c -> s.radius() * Math.abs(atTip - atEntry))
                    .orElse(Math.abs(t.x() - e.x()));
            assertEquals(90 - Math.abs(Math.toDegrees(turn(heading, atEntry))), value(r.angleToSkin()), DEGREES);
            double beam = Math.abs(Math.toDegrees(turn(heading, atTip)));
            assertEquals(Math.min(beam, 180 - beam), value(r.angleToBeam()), DEGREES);
            assertEquals(depth, value(r.depth()), MM);
            assertEquals(offset, value(r.lateralOffset()), MM);
            assertEquals(Math.hypot(t.x() - e.x(), t.y() - e.y()), value(r.pathLength()), MM);
        }
    }

    @Test
    void what_is_crossed_comes_in_order_with_its_length() {
        Random random = new Random(4);
        int crossed = 0;
        for (int i = 0; i < SCENES; i++) {
            PlanScene s = PlanScene.random(random);
            List<Crossing> read = assessor.assess(s.plan(), s.calibration(), s.annotations(), PlanSides.UNSTATED)
                    .passes().getFirst()
                    .crossings();
            crossed += read.size();
            List<Crossing> sorted = new ArrayList<>(read);
            sorted.sort(Comparator.comparingDouble(Crossing::fromMm));
            assertEquals(sorted, read);
            for (int o = 0; o < s.outlines().size(); o++) {
                String id = "a" + o;
                double length = read.stream().filter(c -> c.subject().equals(id)).mapToDouble(Crossing::lengthMm).sum();
                assertEquals(polygon(s, s.outlines().get(o)).intersection(line(s, s.path())).getLength(), length, MM);
            }
        }
        assertTrue(crossed > SCENES / 5, crossed + " crossed");
    }

    private static double turn(double a, double b) {
        return Math.atan2(Math.sin(a - b), Math.cos(a - b));
    }

    private static double value(Reading reading) {
        return ((Reading.Measured) reading).value();
    }

    /** By JTS outside; inside by looking every 0.02 mm for the point farthest from the border. */
    private static double signed(PlanScene s, Polygon outline, Segment path) {
        Geometry area = polygon(s, outline);
        if (path.length() == 0) {
            Geometry point = JTS.createPoint(coordinate(s, path.a()));
            double toBorder = area.getBoundary().distance(point);
            return area.contains(point) ? -toBorder : toBorder;
        }
        Geometry line = line(s, path);
        if (!area.intersects(line)) {
            return area.distance(line);
        }
        Geometry within = area.intersection(line);
        double deepest = 0;
        for (int part = 0; part < within.getNumGeometries(); part++) {
            Coordinate[] ends = within.getGeometryN(part).getCoordinates();
            double length = ends[0].distance(ends[ends.length - 1]);
            int steps = (int) Math.ceil(length / 0.02);
            for (int i = 0; i <= steps; i++) {
                double t = steps == 0 ? 0 : i / (double) steps;
                Coordinate c = new Coordinate(ends[0].x + t * (ends[ends.length - 1].x - ends[0].x),
                        ends[0].y + t * (ends[ends.length - 1].y - ends[0].y));
                deepest = Math.max(deepest, area.getBoundary().distance(JTS.createPoint(c)));
            }
        }
        return -deepest;
    }

    private static Geometry polygon(PlanScene s, Polygon outline) {
        List<Coordinate> ring = new ArrayList<>(
                outline.vertices().stream().map(p -> coordinate(s, p)).toList());
        ring.add(ring.getFirst());
        return JTS.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Geometry line(PlanScene s, Segment path) {
        return JTS.createLineString(new Coordinate[]{coordinate(s, path.a()), coordinate(s, path.b())});
    }

    private static Coordinate coordinate(PlanScene s, Point p) {
        return new Coordinate(p.x() * s.mmX(), p.y() * s.mmY());
    }
}
