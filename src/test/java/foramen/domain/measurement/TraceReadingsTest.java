package foramen.domain.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Region;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lines give on an M-mode, a spectrum and a waveform. */
class TraceReadingsTest {
    private static final Shape LINE = new Shape.Line(new Segment(new Point(20, 30), new Point(120, 80)));

    private static Region region(int format, int type, int flags, Optional<Point> reference, int unitsX, int unitsY,
            double deltaX, double deltaY) {
        return new Region(format, type, flags, 10, 10, 199, 109, reference, 0, 5, unitsX, unitsY, deltaX, deltaY);
    }

    private static List<Reading> read(Region r, Shape shape) {
        return new Measurer(new Calibration(List.of(r), Optional.empty())).readings(shape);
    }

    private static double value(List<Reading> readings, int index, Quantity quantity, Unit unit) {
        Reading.Measured m = assertInstanceOf(Reading.Measured.class, readings.get(index));
        assertEquals(quantity, m.quantity());
        assertEquals(unit, m.unit());
        return m.value();
    }

    @Test
    void aLineOnAnMModeGivesDepthAndTimeAndNeverALength() {
        Region mMode = region(2, 1, 0, Optional.empty(), 4, 3, 0.005, 0.02);
        List<Reading> readings = read(mMode, LINE);
        assertEquals(2, readings.size());
        assertEquals(10, value(readings, 0, Quantity.DEPTH, Unit.MILLIMETRE), 1e-9);
        assertEquals(500, value(readings, 1, Quantity.TIME, Unit.MILLISECOND), 1e-9);
        assertEquals("500\u00a0ms", readings.get(1).text(Locale.ROOT));
        assertTrue(readings.getFirst().provenance().contains("US region"));
        Reading area = read(mMode,
                new Shape.Outline(new Polygon(List.of(new Point(20, 20), new Point(60, 20), new Point(40, 60)))))
                .getFirst();
        assertTrue(assertInstanceOf(Reading.Unmeasurable.class, area).reason().contains("depth and time"));
    }

    @Test
    void aLineOnASpectrumGivesVelocitiesFromTheBaselineAndTime() {
        // Baseline in row 10 + 49 = 59, its centre at 59.5, where the file says 5 cm/s.
        List<Reading> readings = read(region(3, 3, 0, Optional.of(new Point(0, 49)), 4, 7, 0.01, -0.5), LINE);
        assertEquals(-25, value(readings, 0, Quantity.VELOCITY_CHANGE, Unit.CENTIMETRE_PER_SECOND), 1e-9);
        assertEquals(1000, value(readings, 1, Quantity.TIME, Unit.MILLISECOND), 1e-9);
        assertEquals(5 + 29.5 * 0.5, value(readings, 2, Quantity.VELOCITY, Unit.CENTIMETRE_PER_SECOND), 1e-9);
        assertEquals(5 - 20.5 * 0.5, value(readings, 3, Quantity.VELOCITY, Unit.CENTIMETRE_PER_SECOND), 1e-9);
        assertEquals(5, value(read(region(3, 3, 0, Optional.of(new Point(0, 49)), 4, 7, 0.01, -0.5),
                new Shape.Marker(new Point(50, 59.5))), 0, Quantity.VELOCITY, Unit.CENTIMETRE_PER_SECOND), 1e-9);
    }

    @Test
    void withoutAReferencePixelThereIsAChangeButNoVelocity() {
        List<Reading> readings = read(region(3, 4, 0, Optional.empty(), 4, 7, 0.01, -0.5), LINE);
        assertEquals(-25, value(readings, 0, Quantity.VELOCITY_CHANGE, Unit.CENTIMETRE_PER_SECOND), 1e-9);
        assertTrue(assertInstanceOf(Reading.Unmeasurable.class, readings.get(2)).reason().contains("no baseline"));
    }

    @Test
    void aDopplerScaleInHertzGivesShiftsAndOneThatContradictsItselfNothing() {
        List<Reading> hertz = read(region(3, 3, 4, Optional.of(new Point(0, 0)), 4, 5, 0.01, -20), LINE);
        assertEquals(-1000, value(hertz, 0, Quantity.FREQUENCY_CHANGE, Unit.HERTZ), 1e-9);
        for (Region torn : List.of(region(3, 3, 4, Optional.empty(), 4, 7, 0.01, -0.5),
                region(3, 4, 0, Optional.empty(), 4, 5, 0.01, -20))) {
            Reading.Unmeasurable u = assertInstanceOf(Reading.Unmeasurable.class, read(torn, LINE).getFirst());
            assertTrue(u.reason().contains("both as a velocity and as a frequency"), u.reason());
        }
    }

    @Test
    void aWaveformGivesTimeOnly() {
        List<Reading> readings = read(region(4, 0x0A, 0, Optional.empty(), 4, 0, 0.004, 0), LINE);
        assertEquals(1, readings.size());
        assertEquals(400, value(readings, 0, Quantity.TIME, Unit.MILLISECOND), 1e-9);
    }

    @Test
    void axesWithoutAUsableScaleSaySo() {
        for (double delta : new double[]{0, Double.NaN, 1e9, 1e-12}) {
            Reading r = read(region(2, 1, 0, Optional.empty(), 4, 3, delta, 0.02), LINE).getFirst();
            assertTrue(assertInstanceOf(Reading.Unmeasurable.class, r).reason().contains("no usable time scale"));
        }
        List<Reading> flat = read(region(2, 1, 0, Optional.empty(), 4, 3, 0.005, 0), LINE);
        assertTrue(assertInstanceOf(Reading.Unmeasurable.class, flat.get(0)).reason().contains("depth scale"));
        assertEquals(500, value(flat, 1, Quantity.TIME, Unit.MILLISECOND), 1e-9);
    }
}
