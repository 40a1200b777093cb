package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Region;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.domain.plan.NeedleReading.Clearance;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NeedleGeometryTest {
    private static final NeedleGeometry GEOMETRY = new NeedleGeometry(NeedleRules.standard());
    private static final Calibration TENTHS = scale(0.1, 0.1);

    @Test
    void a_triangle_of_3_and_4_has_a_path_of_5() {
        NeedleReading r = read(100, 100, 140, 130, TENTHS);
        assertEquals(3, mm(r.depth()), 1e-12);
        assertEquals(4, mm(r.lateralOffset()), 1e-12);
        assertEquals(5, mm(r.pathLength()), 1e-12);
        assertEquals(36.8699, degrees(r), 1e-4);
        assertEquals("fair", r.visibility().orElseThrow().id());
    }

    @Test
    void a_target_60_mm_deep_is_reached_as_the_facts_compute_it() {
        // Clinical facts 5, "Depth 60 mm".
        NeedleReading at45 = read(100, 50, 700, 650, TENTHS);
        assertEquals(60, mm(at45.depth()), 1e-9);
        assertEquals(84.85, mm(at45.pathLength()), 0.005);
        assertEquals(60, mm(at45.lateralOffset()), 1e-9);
        assertEquals(45, degrees(at45), 1e-9);
        NeedleReading at30 = read(0, 50, 600 / Math.tan(Math.toRadians(30)), 650, TENTHS);
        assertEquals(120, mm(at30.pathLength()), 1e-9);
        assertEquals(103.9, mm(at30.lateralOffset()), 0.05);
        NeedleReading at60 = read(0, 50, 600 / Math.tan(Math.toRadians(60)), 650, TENTHS);
        assertEquals(69.3, mm(at60.pathLength()), 0.05);
        assertEquals(34.6, mm(at60.lateralOffset()), 0.05);
    }

    @Test
    void the_angle_is_taken_in_millimetres_not_in_pixels() {
        // 200 px at 0.1 mm across, 100 px at 0.2 mm down: 20 mm by 20 mm.
        NeedleReading r = read(100, 100, 300, 200, scale(0.1, 0.2));
        assertEquals(45, degrees(r), 1e-9);
        assertEquals(20 * Math.sqrt(2), mm(r.pathLength()), 1e-9);
    }

    @Property(tries = 300, seed = "601")
    void depth_offset_path_and_angle_make_one_triangle_on_either_side(
            @ForAll @DoubleRange(min = 1, max = 899) double x, @ForAll @DoubleRange(min = 1, max = 899) double y,
            @ForAll @DoubleRange(min = 0.02, max = 0.5) double mmX,
            @ForAll @DoubleRange(min = 0.02, max = 0.5) double mmY) {
        NeedleReading r = read(450, 0, x, y, scale(mmX, mmY));
        double path = mm(r.pathLength());
        double radians = Math.toRadians(degrees(r));
        assertEquals(y * mmY, mm(r.depth()), 1e-9);
        assertEquals(path * Math.sin(radians), mm(r.depth()), 1e-9 * path);
        assertEquals(path * Math.cos(radians), mm(r.lateralOffset()), 1e-9 * path);
        NeedleReading mirrored = read(450, 0, 900 - x, y, scale(mmX, mmY));
        assertEquals(degrees(r), degrees(mirrored), 1e-9);
    }

    @Test
    void the_distance_to_a_nerve_is_from_the_nearest_bit_of_path_and_from_the_tip() {
        // The path runs straight down at x = 100 to y = 200; the nerve's corner points at it from x = 150.
        Obstacle nerve = outline("nerve", 150, 100, 200, 80, 200, 120);
        Clearance c = clearance(new Segment(new Point(100, 0), new Point(100, 200)), nerve, TENTHS);
        assertEquals(5, mm(c.fromPath()), 1e-9);
        assertEquals(Math.hypot(5, 10), mm(c.fromTip()), 1e-9);
    }

    @Test
    void the_distance_is_taken_in_millimetres_where_pixels_are_not_square() {
        Obstacle nerve = outline("nerve", 150, 90, 200, 90, 200, 110, 150, 110);
        Clearance c = clearance(new Segment(new Point(100, 0), new Point(100, 140)), nerve, scale(0.1, 0.4));
        assertEquals(5, mm(c.fromPath()), 1e-9);
        assertEquals(13, mm(c.fromTip()), 1e-9);
    }

    @Test
    void a_path_through_a_nerve_is_at_no_distance_though_its_tip_is_beyond() {
        Obstacle nerve = outline("nerve", 80, 80, 120, 80, 120, 120, 80, 120);
        Clearance c = clearance(new Segment(new Point(100, 0), new Point(100, 200)), nerve, TENTHS);
        assertEquals(0, mm(c.fromPath()));
        assertEquals(8, mm(c.fromTip()), 1e-9);
    }

    @Test
    void a_tip_inside_a_nerve_is_at_no_distance() {
        Obstacle nerve = outline("nerve", 80, 80, 120, 80, 120, 120, 80, 120);
        Clearance c = clearance(new Segment(new Point(100, 0), new Point(100, 100)), nerve, TENTHS);
        assertEquals(0, mm(c.fromPath()));
        assertEquals(0, mm(c.fromTip()));
    }

    @Test
    void lines_and_points_are_kept_clear_of_too() {
        Segment path = new Segment(new Point(100, 0), new Point(100, 200));
        Obstacle bone = new Obstacle("bone", "bone",
                new Shape.Line(new Segment(new Point(130, 230), new Point(200, 230))));
        assertEquals(Math.hypot(3, 3), mm(clearance(path, bone, TENTHS).fromTip()), 1e-9);
        Obstacle vessel = new Obstacle("vessel", "vessel", new Shape.Marker(new Point(90, 50)));
        assertEquals(1, mm(clearance(path, vessel, TENTHS).fromPath()), 1e-9);
    }

    @Test
    void the_nearest_obstacle_comes_first() {
        Obstacle far = outline("far", 300, 10, 320, 10, 320, 30);
        Obstacle near = outline("near", 110, 10, 130, 10, 130, 30);
        Segment path = new Segment(new Point(100, 0), new Point(100, 200));
        assertEquals(List.of(near, far), obstacles(GEOMETRY.read(path, TENTHS, List.of(far, near))));
        assertEquals(List.of(near, far), obstacles(GEOMETRY.read(path, Calibration.none(), List.of(far, near))));
    }

    @Test
    void between_the_two_pictures_of_a_split_screen_there_is_no_distance() {
        Calibration split = new Calibration(
                List.of(region(0, 399, 0.1, 0.1, Optional.empty()), region(400, 799, 0.1, 0.1, Optional.empty())),
                Optional.empty());
        Obstacle other = outline("other picture", 410, 10, 420, 10, 420, 20);
        Obstacle same = outline("same picture", 10, 10, 20, 10, 20, 20);
        NeedleReading r = GEOMETRY.read(new Segment(new Point(350, 0), new Point(390, 200)), split,
                List.of(other, same));
        assertEquals(List.of(same, other), obstacles(r));
        Reading.Unmeasurable none = assertInstanceOf(Reading.Unmeasurable.class, r.clearances().getLast().fromPath());
        assertTrue(Double.isNaN(none.pixels()));
    }

    @Test
    void without_a_scale_everything_stays_in_pixels_and_says_why() {
        Obstacle nerve = outline("nerve", 150, 100, 200, 80, 200, 120);
        NeedleReading r = GEOMETRY.read(new Segment(new Point(100, 100), new Point(140, 130)), Calibration.none(),
                List.of(nerve));
        for (Reading reading : List.of(r.depth(), r.pathLength(), r.lateralOffset(), r.angleToSkin(),
                r.clearances().getFirst().fromPath(), r.clearances().getFirst().fromTip())) {
            Reading.Unmeasurable u = assertInstanceOf(Reading.Unmeasurable.class, reading);
            assertEquals("This clip carries no calibration, so lengths and areas stay in pixels.", u.reason());
        }
        assertEquals(50, ((Reading.Unmeasurable) r.pathLength()).pixels());
        assertEquals(Unit.PIXEL, ((Reading.Unmeasurable) r.pathLength()).pixelUnit());
        assertEquals(Optional.empty(), r.visibility());
        assertEquals(Optional.empty(), r.depthFromTransducer());
    }

    @Test
    void an_entry_on_its_target_has_no_angle() {
        NeedleReading r = read(100, 100, 100, 100, TENTHS);
        assertEquals(0, mm(r.pathLength()));
        assertInstanceOf(Reading.Unmeasurable.class, r.angleToSkin());
        assertEquals(Optional.empty(), r.visibility());
    }

    @Test
    void the_depth_below_the_transducer_counts_from_the_middle_of_the_reference_pixel() {
        Calibration referenced = new Calibration(
                List.of(region(0, 899, 0.1, 0.2, Optional.of(new Point(450, 20)))), Optional.empty());
        NeedleReading r = read(100, 100, 300, 320.5, referenced);
        assertEquals(60, mm(r.depthFromTransducer().orElseThrow()), 1e-9);
        assertEquals(Optional.empty(), read(100, 100, 300, 320.5, TENTHS).depthFromTransducer());
    }

    private static List<Obstacle> obstacles(NeedleReading r) {
        return r.clearances().stream().map(Clearance::obstacle).toList();
    }

    private static Clearance clearance(Segment path, Obstacle o, Calibration calibration) {
        return GEOMETRY.read(path, calibration, List.of(o)).clearances().getFirst();
    }

    private static NeedleReading read(double ex, double ey, double tx, double ty, Calibration calibration) {
        return GEOMETRY.read(new Segment(new Point(ex, ey), new Point(tx, ty)), calibration, List.of());
    }

    private static double mm(Reading reading) {
        Reading.Measured m = assertInstanceOf(Reading.Measured.class, reading);
        assertEquals(Unit.MILLIMETRE, m.unit());
        return m.value();
    }

    private static double degrees(NeedleReading r) {
        return assertInstanceOf(Reading.Measured.class, r.angleToSkin()).value();
    }

    private static Obstacle outline(String name, double... xy) {
        return new Obstacle(name, "sciatic-nerve", new Shape.Outline(new Polygon(
                IntStream.range(0, xy.length / 2).mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1])).toList())));
    }

    private static Calibration scale(double mmX, double mmY) {
        return new Calibration(List.of(region(0, 1999, mmX, mmY, Optional.empty())), Optional.empty());
    }

    private static Region region(int minX, int maxX, double mmX, double mmY, Optional<Point> reference) {
        return new Region(1, 1, 0, minX, 0, maxX, 899, reference, 0, 0, Region.UNIT_CM, Region.UNIT_CM, mmX / 10,
                mmY / 10);
    }
}
