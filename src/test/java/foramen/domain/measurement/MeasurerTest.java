package foramen.domain.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.clip.Region;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MeasurerTest {
    /** A 20 by 10 pixel box. */
    private static final Polygon BOX = polygon(100, 100, 120, 100, 120, 110, 100, 110);
    private static final Polygon BOW_TIE = polygon(100, 100, 120, 110, 120, 100, 100, 110);

    @Test
    void a_box_of_20_by_10_pixels_at_a_tenth_and_a_fifth_millimetre_is_4_square_millimetres() {
        Measurer measurer = on(0.1, 0.2);
        assertMeasured(4, Unit.SQUARE_MILLIMETRE, measurer.area(BOX));
        assertMeasured(8, Unit.MILLIMETRE, measurer.perimeter(BOX));
    }

    @Test
    void a_diagonal_is_measured_in_millimetres_not_in_stretched_pixels() {
        Segment line = new Segment(new Point(100, 100), new Point(130, 120));
        assertMeasured(5, Unit.MILLIMETRE, on(0.1, 0.2).length(line));
    }

    @Test
    void a_traced_ellipse_of_5_5_by_12_millimetres_has_the_area_the_facts_give() {
        // Clinical facts 2.2, CSA ellipse: pi / 4 x AP x ML, 5.5 x 12.0 mm is 51.84 mm2.
        int n = 72;
        Polygon traced = new Polygon(IntStream.range(0, n).mapToDouble(i -> 2 * Math.PI * i / n)
                .mapToObj(a -> new Point(200 + 6 / 0.1 * Math.cos(a), 200 + 2.75 / 0.2 * Math.sin(a))).toList());
        Reading.Measured area = assertInstanceOf(Reading.Measured.class, on(0.1, 0.2).area(traced));
        assertEquals(n / 2.0 * Math.sin(2 * Math.PI / n) * 6 * 2.75, area.value(), 1e-9, "the polygon's own area");
        assertEquals(51.84, area.value(), 51.84 * 0.0015, "an inscribed 72-gon lacks 0.13 %");
        assertTrue(area.value() < 51.84, "an inscribed polygon is smaller than its ellipse");
    }

    @Property(tries = 200, seed = "501")
    void areas_go_with_both_scales_and_lengths_stand_where_they_should(
            @ForAll @DoubleRange(min = 0.01, max = 1) double mmX,
            @ForAll @DoubleRange(min = 0.01, max = 1) double mmY) {
        Measurer measurer = on(mmX, mmY);
        assertMeasured(200 * mmX * mmY, Unit.SQUARE_MILLIMETRE, measurer.area(BOX));
        assertMeasured(40 * mmX + 20 * mmY, Unit.MILLIMETRE, measurer.perimeter(BOX));
    }

    @Test
    void every_number_says_where_its_scale_came_from_and_how_it_was_taken() {
        Reading.Measured byRegion = assertInstanceOf(Reading.Measured.class, on(0.1, 0.2).area(BOX));
        assertEquals(CalibrationSource.ULTRASOUND_REGION, byRegion.source());
        assertEquals("trace, scale: US region", byRegion.provenance());
        Measurer spaced = new Measurer(new Calibration(List.of(), Optional.of(new PixelSpacing(0.2, 0.1))));
        Reading.Measured bySpacing = assertInstanceOf(Reading.Measured.class, spaced.area(BOX));
        assertMeasured(4, Unit.SQUARE_MILLIMETRE, bySpacing);
        assertEquals("trace, scale: Pixel Spacing", bySpacing.provenance());
        assertEquals("caliper, scale: US region",
                on(0.1, 0.2).length(new Segment(new Point(1, 1), new Point(2, 2))).provenance());
    }

    @Test
    void an_outline_that_crosses_itself_gets_no_area_and_says_what_to_do() {
        Reading.Unmeasurable area = assertInstanceOf(Reading.Unmeasurable.class, on(0.1, 0.2).area(BOW_TIE));
        assertEquals("The outline crosses itself, so it encloses no definite area; untangle it to measure.",
                area.reason());
        assertTrue(Double.isNaN(area.pixels()));
        assertEquals("–", area.text(Locale.ROOT));
    }

    @Test
    void without_a_scale_there_are_pixels_and_a_reason_and_never_millimetres() {
        Measurer measurer = new Measurer(Calibration.none());
        Reading.Unmeasurable area = assertInstanceOf(Reading.Unmeasurable.class, measurer.area(BOX));
        assertEquals(200, area.pixels());
        assertEquals(Unit.SQUARE_PIXEL, area.pixelUnit());
        assertEquals("This clip carries no calibration, so lengths and areas stay in pixels.", area.reason());
        for (Reading reading : List.of(area, measurer.perimeter(BOX),
                measurer.length(new Segment(new Point(0, 0), new Point(3, 4))))) {
            assertInstanceOf(Reading.Unmeasurable.class, reading);
            assertTrue(!reading.text(Locale.ROOT).contains("mm"), reading.text(Locale.ROOT));
        }
    }

    @Test
    void a_shape_that_leaves_its_region_stays_in_pixels() {
        Reading.Unmeasurable area = assertInstanceOf(Reading.Unmeasurable.class,
                on(0.1, 0.2).area(BOX.moved(new Point(290, 0))));
        assertTrue(area.reason().contains("leaves its calibrated region"), area.reason());
    }

    @Test
    void an_outline_has_area_and_perimeter_a_line_has_length_a_marker_has_nothing() {
        Measurer measurer = on(0.1, 0.2);
        assertEquals(List.of(measurer.area(BOX), measurer.perimeter(BOX)), measurer.readings(new Shape.Outline(BOX)));
        Segment line = new Segment(new Point(1, 1), new Point(9, 9));
        assertEquals(List.of(measurer.length(line)), measurer.readings(new Shape.Line(line)));
        assertEquals(List.of(), measurer.readings(new Shape.Marker(new Point(1, 1))));
    }

    @Test
    void numbers_are_written_as_the_reader_is_used_to() {
        Reading area = measured(51.8363, Unit.SQUARE_MILLIMETRE);
        assertEquals("51.8\u00a0mm²", area.text(Locale.US));
        assertEquals("51,8\u00a0mm²", area.text(Locale.GERMANY));
        assertEquals("1234.0\u00a0mm²", measured(1234, Unit.SQUARE_MILLIMETRE).text(Locale.US), "no grouping");
        assertEquals("45°", measured(45.2, Unit.DEGREE).text(Locale.US));
    }

    @Test
    void nought_has_no_sign() {
        assertEquals("0.0\u00a0mm", measured(-0.04, Unit.MILLIMETRE).text(Locale.US));
        assertEquals("-0.1\u00a0mm", measured(-0.06, Unit.MILLIMETRE).text(Locale.US));
        assertEquals("0°", measured(-0.4, Unit.DEGREE).text(Locale.US));
    }

    private static Reading measured(double value, Unit unit) {
        return new Reading.Measured(Quantity.AREA, value, unit, CalibrationSource.ULTRASOUND_REGION, "trace", "");
    }

    private static void assertMeasured(double expected, Unit unit, Reading reading) {
        Reading.Measured measured = assertInstanceOf(Reading.Measured.class, reading);
        assertEquals(expected, measured.value(), 1e-9 * expected);
        assertEquals(unit, measured.unit());
    }

    /** Measures on a 400 by 400 picture of that scale. */
    private static Measurer on(double mmX, double mmY) {
        Region region = new Region(1, 1, 0, 0, 0, 399, 399, Optional.empty(), 0, 0, Region.UNIT_CM, Region.UNIT_CM,
                mmX / 10, mmY / 10);
        return new Measurer(new Calibration(List.of(region), Optional.empty()));
    }

    private static Polygon polygon(double... xy) {
        return new Polygon(
                IntStream.range(0, xy.length / 2).mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1])).toList());
    }

    @Test
    void an_ellipse_two_calipers_an_angle_and_an_open_line_are_read_in_millimetre_space() {
        Measurer measurer = new Measurer(
                new Calibration(List.of(), Optional.of(new PixelSpacing(0.2, 0.1))));
        Shape.Ellipse ellipse = new Shape.Ellipse(new Ellipse(new Point(50, 50), new Point(20, 0), 10));
        assertMeasured(Math.PI * 2 * 2, Unit.SQUARE_MILLIMETRE, measurer.area(ellipse));
        Shape.Bidirectional axes = new Shape.Bidirectional(new Segment(new Point(10, 10), new Point(10, 40)),
                new Segment(new Point(0, 20), new Point(40, 20)));
        List<Reading> readings = measurer.readings(axes);
        assertMeasured(6, Unit.MILLIMETRE, readings.get(0));
        assertMeasured(4, Unit.MILLIMETRE, readings.get(1));
        assertMeasured(Math.PI / 4 * 24, Unit.SQUARE_MILLIMETRE, readings.get(2));
        Shape.Angle angle = new Shape.Angle(new Point(20, 0), new Point(0, 0), new Point(20, 10));
        assertMeasured(45, Unit.DEGREE, measurer.angle(angle));
        assertMeasured(3, Unit.MILLIMETRE, measurer.readings(
                new Shape.Polyline(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10)))).getFirst());
        assertEquals(List.of(), measurer.readings(new Shape.Text(new Point(1, 1))));
    }
}
