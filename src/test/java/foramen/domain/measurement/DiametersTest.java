package foramen.domain.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Region;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DiametersTest {
    /** 12.0 mm across and 5.5 mm deep where a pixel is a tenth of a millimetre. */
    private static final Ellipse NERVE = new Ellipse(new Point(200, 200), new Point(60, 0), 27.5);

    @Test
    void theWorkedExamplesOfTheFactsComeOut() {
        // Clinical facts 2.2: 5.5 × 12.0 mm is 51.84 mm² and 2.18 flat.
        Measurer m = measurer(0.01, 0.01);
        assertEquals(51.84, value(m.readings(new Shape.Ellipse(NERVE)), Quantity.AREA), 5e-3);
        List<Reading> d = m.diameters(new Shape.Ellipse(NERVE));
        assertEquals(5.5, value(d, Quantity.AP_DIAMETER), 1e-9);
        assertEquals(12.0, value(d, Quantity.ML_DIAMETER), 1e-9);
        assertEquals(2.18, value(d, Quantity.FLATTENING_RATIO), 2e-3);
        assertEquals("2.18", find(d, Quantity.FLATTENING_RATIO).text(Locale.ROOT));
        Shape.Bidirectional both = new Shape.Bidirectional(segment(140, 200, 260, 200),
                segment(200, 172.5, 200, 227.5));
        assertEquals(51.84, value(m.readings(both), Quantity.AREA), 5e-3);
        assertEquals(5.5, value(m.diameters(both), Quantity.AP_DIAMETER), 1e-9);
        assertEquals(12.0, value(m.diameters(both), Quantity.ML_DIAMETER), 1e-9);
    }

    @Test
    void anAreaOfTheGlutealFoldReadsAsTheFactsHaveIt() {
        // 52.7 mm² as a rectangle of 10.54 × 5 mm.
        Polygon p = new Polygon(List.of(new Point(100, 100), new Point(205.4, 100), new Point(205.4, 150),
                new Point(100, 150)));
        Reading area = measurer(0.01, 0.01).area(p);
        assertEquals("52.7\u00a0mm²", area.text(Locale.ROOT));
    }

    @Test
    void whichCaliperIsDrawnFirstDoesNotMatterButItsDirectionDoes() {
        Measurer m = measurer(0.01, 0.01);
        Segment across = segment(100, 200, 300, 220);
        Segment deep = segment(200, 150, 190, 250);
        assertEquals(values(m.diameters(new Shape.Bidirectional(across, deep))),
                values(m.diameters(new Shape.Bidirectional(deep, across))));
        Reading r = m.diameters(new Shape.Bidirectional(across, segment(100, 200, 290, 260))).getFirst();
        assertTrue(assertInstanceOf(Reading.Unmeasurable.class, r).reason().contains("none can be called AP"));
    }

    @Test
    void withoutAScaleThereIsNoRatioEitherSincePixelsMayBeOblong() {
        List<Reading> d = new Measurer(Calibration.none()).diameters(new Shape.Ellipse(NERVE));
        assertTrue(d.stream().allMatch(Reading.Unmeasurable.class::isInstance));
        assertEquals("–", find(d, Quantity.FLATTENING_RATIO).text(Locale.ROOT));
    }

    @Test
    void linesAndPointsHaveNoDiameters() {
        assertEquals(List.of(), measurer(0.01, 0.01).diameters(new Shape.Line(segment(0, 0, 9, 9))));
        assertEquals(List.of(), measurer(0.01, 0.01).diameters(new Shape.Marker(new Point(1, 1))));
    }

    @Test
    void distancesGoFromEdgeToEdgeAndAreNoughtWhereShapesMeet() {
        Measurer m = measurer(0.01, 0.02);
        Shape near = box(100, 100, 150, 150);
        assertEquals(5, mm(m.distance(near, box(200, 110, 250, 140))), 1e-9);
        assertEquals(10, mm(m.distance(near, box(110, 200, 140, 250))), 1e-9);
        assertEquals(0, mm(m.distance(near, box(110, 110, 120, 120))), 1e-9);
        assertEquals(0, mm(m.distance(box(110, 110, 120, 120), near)), 1e-9);
        assertEquals(0, mm(m.distance(near, box(140, 140, 250, 250))), 1e-9);
        assertEquals(3, mm(m.distance(near, new Shape.Marker(new Point(180, 120)))), 1e-9);
        assertInstanceOf(Reading.Unmeasurable.class, new Measurer(Calibration.none()).distance(near, near));
    }

    @Property
    void diametersScaleWithTheDeltasOfTheirAxis(@ForAll @DoubleRange(min = 0.002, max = 0.05) @Scale(4) double dx,
            @ForAll @DoubleRange(min = 0.002, max = 0.05) @Scale(4) double dy,
            @ForAll @DoubleRange(min = 0, max = 3) double turn) {
        Shape shape = new Shape.Ellipse(new Ellipse(new Point(200, 200),
                new Point(60 * Math.cos(turn), 60 * Math.sin(turn)), 25));
        List<Reading> one = measurer(0.01, 0.01).diameters(shape);
        List<Reading> other = measurer(dx, dy).diameters(shape);
        assertEquals(value(one, Quantity.ML_DIAMETER) * dx / 0.01, value(other, Quantity.ML_DIAMETER), 1e-6);
        assertEquals(value(one, Quantity.AP_DIAMETER) * dy / 0.01, value(other, Quantity.AP_DIAMETER), 1e-6);
    }

    @Property
    void calipersDoNotCareHowTheOutlineIsTurnedAndHoldTheExtents(@ForAll @DoubleRange(min = 0, max = 6) double turn) {
        Measurer m = measurer(0.01, 0.01);
        List<Reading> d = m.diameters(new Shape.Outline(new Ellipse(new Point(200, 200),
                new Point(60 * Math.cos(turn), 60 * Math.sin(turn)), 25).polygon()));
        // The outline's 96 corners lie on the ellipse, so its calipers are a little less.
        assertEquals(12, value(d, Quantity.MAXIMUM_CALIPER), 0.01);
        assertEquals(5, value(d, Quantity.MINIMUM_CALIPER), 0.01);
        for (Quantity q : List.of(Quantity.AP_DIAMETER, Quantity.ML_DIAMETER)) {
            assertTrue(value(d, q) <= value(d, Quantity.MAXIMUM_CALIPER) + 1e-9);
            assertTrue(value(d, q) >= value(d, Quantity.MINIMUM_CALIPER) - 1e-9);
        }
    }

    private static Measurer measurer(double cmX, double cmY) {
        return new Measurer(new Calibration(List.of(new Region(1, 1, 0, 0, 0, 639, 479, Optional.empty(), 0, 0,
                Region.UNIT_CM, Region.UNIT_CM, cmX, cmY)), Optional.empty()));
    }

    private static Shape box(double x0, double y0, double x1, double y1) {
        return new Shape.Outline(new Polygon(
                List.of(new Point(x0, y0), new Point(x1, y0), new Point(x1, y1), new Point(x0, y1))));
    }

    private static Segment segment(double x0, double y0, double x1, double y1) {
        return new Segment(new Point(x0, y0), new Point(x1, y1));
    }

    private static List<Double> values(List<Reading> readings) {
        return readings.stream().map(DiametersTest::mm).toList();
    }

    private static double value(List<Reading> readings, Quantity q) {
        return mm(find(readings, q));
    }

    private static Reading find(List<Reading> readings, Quantity q) {
        return readings.stream().filter(r -> r.quantity() == q).findFirst().orElseThrow();
    }

    private static double mm(Reading r) {
        return assertInstanceOf(Reading.Measured.class, r, r::provenance).value();
    }
}
