package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.RandomScreen.Box;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of generated files, every measuring tool on each, against an oracle of its own: no wrong millimetre, and a
 * reason wherever there is none. {@code -Dforamen.matrix=N} makes N files.
 */
class CalibrationMatrixTest {
    private static final int FILES = Integer.getInteger("foramen.matrix", 720);
    private static final int SHAPES = 12;
    private static final double TOLERANCE = 1e-3;

    private final NeedleGeometry needles = new NeedleGeometry(NeedleRules.standard());
    private int measured;
    private int refused;
    private int traced;

    @Test
    void noFileEverGivesAWrongMillimetreAndEveryRefusalSaysWhy(@TempDir Path folder) throws IOException {
        Random random = new Random(20260403);
        Path file = folder.resolve("m.dcm");
        for (int i = 0; i < FILES; i++) {
            RandomScreen screen = RandomScreen.of(random);
            Files.write(file, screen.bytes(i));
            try (DicomClip clip = new DicomClipReader().open(file)) {
                for (int s = 0; s < SHAPES; s++) {
                    check(screen, clip.info().calibration(), points(screen, random), "file " + i + ", shape " + s);
                }
            }
        }
        assertTrue(FILES >= 500 || Boolean.getBoolean("foramen.matrix.short"), "too few files");
        assertTrue(measured > FILES && refused > FILES && traced > FILES / 20,
                measured + " measured, " + refused + " refused, " + traced + " on traces");
    }

    /** Four corners in drawing order, inside one region, across two, on an edge, or anywhere. */
    private static double[][] points(RandomScreen screen, Random random) {
        double left = 0;
        double top = 0;
        double right = RandomScreen.COLUMNS;
        double bottom = RandomScreen.ROWS;
        if (!screen.boxes().isEmpty() && random.nextInt(6) > 0) {
            Box b = screen.boxes().get(random.nextInt(screen.boxes().size()));
            left = Math.clamp(b.minX(), 0, RandomScreen.COLUMNS - 2);
            top = Math.clamp(b.minY(), 0, RandomScreen.ROWS - 2);
            right = Math.clamp(b.maxX() + 1.0, left + 1, RandomScreen.COLUMNS);
            bottom = Math.clamp(b.maxY() + 1.0, top + 1, RandomScreen.ROWS);
        }
        double edge = random.nextInt(5) == 0 ? 0 : 1e-9;
        double x0 = left + (right - left) * 0.4 * random.nextDouble();
        double x1 = right - (right - left) * 0.4 * (random.nextBoolean() ? 0 : random.nextDouble()) - edge;
        double y0 = top + (bottom - top) * 0.4 * (random.nextBoolean() ? 0 : random.nextDouble());
        double y1 = bottom - (bottom - top) * 0.4 * random.nextDouble() - edge;
        double mx = x0 + (x1 - x0) * 0.7;
        return new double[][]{{x0, y0}, {mx, y0}, {x1, y1}, {x0, y1}};
    }

    private void check(RandomScreen screen, Calibration calibration, double[][] p, String where) {
        ScaleOracle oracle = new ScaleOracle(screen);
        Measurer measurer = new Measurer(calibration);
        double[][] ends = {p[0], p[2]};
        Optional<double[]> whole = oracle.scale(p);
        Polygon outline = new Polygon(Arrays.stream(p).map(CalibrationMatrixTest::point).toList());
        List<Reading> traces = measurer.readings(new Shape.Outline(outline));
        expect(traces.get(0), Quantity.AREA, Unit.SQUARE_MILLIMETRE, whole.map(k -> area(mm(p, k))), where);
        expect(traces.get(1), Quantity.PERIMETER, Unit.MILLIMETRE, whole.map(k -> perimeter(mm(p, k))), where);
        Segment line = new Segment(point(p[0]), point(p[2]));
        Optional<double[]> straight = oracle.scale(ends);
        expect(measurer.length(line), Quantity.LENGTH, Unit.MILLIMETRE,
                straight.map(k -> Math.hypot((p[2][0] - p[0][0]) * k[0], (p[2][1] - p[0][1]) * k[1])), where);
        List<Reading> caliper = measurer.readings(new Shape.Line(line));
        if (caliper.getFirst().quantity() == Quantity.LENGTH && straight.isPresent()) {
            assertInstanceOf(Reading.Measured.class, caliper.getFirst(), where);
        }
        trace(oracle, caliper, ends, where);
        curves(oracle, measurer, p, where);
        needle(oracle, calibration, line, outline, p, where);
    }

    /** The open line, the double caliper, the angle and the ellipse through the same points. */
    private void curves(ScaleOracle oracle, Measurer measurer, double[][] p, String where) {
        Optional<double[]> k = oracle.scale(p);
        Reading along = measurer.readings(
                new Shape.Polyline(Arrays.stream(p).map(CalibrationMatrixTest::point).toList())).getFirst();
        expect(along, Quantity.LENGTH, Unit.MILLIMETRE, k.map(s -> {
            double[][] q = mm(p, s);
            return perimeter(q) - Math.hypot(q[3][0] - q[0][0], q[3][1] - q[0][1]);
        }), where);
        List<Reading> axes = measurer.readings(new Shape.Bidirectional(new Segment(point(p[0]), point(p[2])),
                new Segment(point(p[1]), point(p[3]))));
        Optional<double[]> both = k.map(s -> diagonals(mm(p, s)));
        expect(axes.get(0), Quantity.LONG_AXIS, Unit.MILLIMETRE, both.map(d -> Math.max(d[0], d[1])), where);
        expect(axes.get(1), Quantity.SHORT_AXIS, Unit.MILLIMETRE, both.map(d -> Math.min(d[0], d[1])), where);
        expect(axes.get(2), Quantity.AREA, Unit.SQUARE_MILLIMETRE, both.map(d -> Math.PI / 4 * d[0] * d[1]), where);
        double[][] corner = {p[1], p[0], p[3]};
        expect(measurer.readings(new Shape.Angle(point(p[1]), point(p[0]), point(p[3]))).getFirst(), Quantity.ANGLE,
                Unit.DEGREE, oracle.scale(corner).map(s -> angle(mm(corner, s))), where);
        ellipse(oracle, measurer, p, where);
    }

    private static double[] diagonals(double[][] q) {
        return new double[]{Math.hypot(q[2][0] - q[0][0], q[2][1] - q[0][1]),
                Math.hypot(q[3][0] - q[1][0], q[3][1] - q[1][1])};
    }

    private static double angle(double[][] q) {
        double a = Math.atan2(q[0][1] - q[1][1], q[0][0] - q[1][0]);
        double b = Math.atan2(q[2][1] - q[1][1], q[2][0] - q[1][0]);
        double turn = Math.abs(Math.toDegrees(a - b));
        return turn > 180 ? 360 - turn : turn;
    }

    /** A tilted ellipse well inside the four points, whose perimeter is summed over fine steps in millimetres. */
    private void ellipse(ScaleOracle oracle, Measurer measurer, double[][] p, String where) {
        double cx = (p[0][0] + p[2][0]) / 2;
        double cy = (p[0][1] + p[2][1]) / 2;
        double half = Math.min(p[2][0] - p[0][0], p[2][1] - p[0][1]) / 4;
        double other = half * 0.6;
        double[][] rim = new double[720][];
        double c = Math.cos(0.5);
        double s = Math.sin(0.5);
        for (int i = 0; i < rim.length; i++) {
            double t = 2 * Math.PI * i / rim.length;
            double u = half * Math.cos(t);
            double v = other * Math.sin(t);
            rim[i] = new double[]{cx + u * c - v * s, cy + u * s + v * c};
        }
        Optional<double[]> k = oracle.scale(rim);
        if (k.isPresent() != oracle.scale(about(rim, cx, cy, 1.05)).isPresent()
                || k.isPresent() != oracle.scale(about(rim, cx, cy, 0.95)).isPresent()) {
            // It grazes a region, perhaps only between the points by which an ellipse is known.
            return;
        }
        List<Reading> readings = measurer.readings(new Shape.Ellipse(
                new foramen.geometry.Ellipse(new Point(cx, cy), new Point(half * c, half * s), other)));
        expect(readings.get(0), Quantity.AREA, Unit.SQUARE_MILLIMETRE,
                k.map(m -> Math.PI * half * other * m[0] * m[1]), where);
        expect(readings.get(1), Quantity.PERIMETER, Unit.MILLIMETRE, k.map(m -> perimeter(mm(rim, m))), where);
    }

    private static double[][] about(double[][] p, double cx, double cy, double factor) {
        return Arrays.stream(p).map(q -> new double[]{cx + (q[0] - cx) * factor, cy + (q[1] - cy) * factor})
                .toArray(double[][]::new);
    }

    /** What a line gives on an M-mode, a spectrum or a waveform: its own quantities, and never a length or an area. */
    private void trace(ScaleOracle oracle, List<Reading> readings, double[][] ends, String where) {
        Optional<Box> only = oracle.onlyTrace(ends);
        if (only.isEmpty()) {
            return;
        }
        Box b = only.get();
        double dx = Math.abs(ends[1][0] - ends[0][0]);
        double dy = ends[1][1] - ends[0][1];
        boolean timed = b.unitsX() == 4 && Math.abs(b.deltaX()) >= 1e-6 && Math.abs(b.deltaX()) <= 10;
        boolean contradicts = b.format() == 3
                && ((b.flags() & 4) == 0 ? b.unitsY() == 5 : b.unitsY() == 7);
        for (Reading r : readings) {
            assertFalse(r instanceof Reading.Measured && (r.quantity() == Quantity.LENGTH
                    || r.quantity() == Quantity.AREA), where);
            switch (r) {
                case Reading.Measured m -> {
                    traced++;
                    assertTrue(timed && !contradicts, where);
                    double value = switch (m.quantity()) {
                        case TIME -> dx * Math.abs(b.deltaX()) * 1000;
                        case DEPTH -> b.format() == 2 && b.unitsY() == 3 ? Math.abs(dy * b.deltaY()) * 10 : Double.NaN;
                        case VELOCITY_CHANGE -> b.unitsY() == 7 ? dy * b.deltaY() : Double.NaN;
                        case FREQUENCY_CHANGE -> b.unitsY() == 5 ? dy * b.deltaY() : Double.NaN;
                        case VELOCITY, FREQUENCY_SHIFT -> b.referenced()
                                ? nearest(m.value(), value(b, ends[0][1]), value(b, ends[1][1]))
                                : Double.NaN;
                        default -> Double.NaN;
                    };
                    assertEquals(value, m.value(), Math.abs(value) * TOLERANCE + 1e-9, where + " " + m);
                }
                case Reading.Unmeasurable u -> assertFalse(u.reason().isBlank(), where);
            }
        }
        boolean expected = timed && !contradicts;
        assertEquals(expected, readings.stream().anyMatch(r -> r.quantity() == Quantity.TIME
                && r instanceof Reading.Measured), where);
    }

    private static double value(Box b, double y) {
        return (y - (b.minY() + b.referenceY() + 0.5)) * b.deltaY() + b.valueY();
    }

    private static double nearest(double to, double a, double b) {
        return Math.abs(to - a) < Math.abs(to - b) ? a : b;
    }

    private void needle(ScaleOracle oracle, Calibration calibration, Segment path, Polygon outline, double[][] p,
            String where) {
        double[][] ends = {p[0], p[2]};
        Optional<double[]> k = oracle.scale(ends);
        NeedleReading r = needles.read(path, calibration,
                List.of(new Obstacle("Nerve", "sciatic-nerve", new Shape.Outline(outline))));
        Optional<Double> down = k.map(s -> (p[2][1] - p[0][1]) * s[1]);
        Optional<Double> across = k.map(s -> Math.abs(p[2][0] - p[0][0]) * s[0]);
        expect(r.depth(), Quantity.DEPTH, Unit.MILLIMETRE, down, where);
        expect(r.lateralOffset(), Quantity.LATERAL_OFFSET, Unit.MILLIMETRE, across, where);
        expect(r.pathLength(), Quantity.PATH_LENGTH, Unit.MILLIMETRE,
                k.map(s -> Math.hypot(down.orElseThrow(), across.orElseThrow())), where);
        expect(r.angleToSkin(), Quantity.ANGLE_TO_SKIN, Unit.DEGREE,
                k.map(s -> Math.toDegrees(Math.atan2(down.orElseThrow(), across.orElseThrow()))), where);
        // The path ends on the outline, so wherever both have a scale the distance is nought.
        expect(r.clearances().getFirst().fromPath(), Quantity.DISTANCE, Unit.MILLIMETRE,
                k.isPresent() && oracle.scale(p).isPresent() ? Optional.of(0.0) : Optional.empty(), where);
        r.depthFromTransducer().ifPresent(d -> assertTrue(k.isPresent(), where));
    }

    private void expect(Reading reading, Quantity quantity, Unit unit, Optional<Double> value, String where) {
        assertEquals(quantity, reading.quantity(), where);
        switch (reading) {
            case Reading.Measured m -> {
                measured++;
                assertTrue(value.isPresent(), where + ": should have been refused, but gives " + m);
                assertEquals(unit, m.unit(), where);
                assertEquals(value.get(), m.value(), Math.abs(value.get()) * TOLERANCE + 1e-9, where + " " + m);
            }
            case Reading.Unmeasurable u -> {
                refused++;
                assertFalse(value.isPresent(), where + ": should have been measured, but says " + u.reason());
                assertTrue(u.reason().endsWith(".") && u.reason().length() > 20, where);
                assertTrue(u.pixelUnit() != Unit.MILLIMETRE && u.pixelUnit() != Unit.SQUARE_MILLIMETRE, where);
            }
        }
    }

    private static Point point(double[] p) {
        return new Point(p[0], p[1]);
    }

    private static double[][] mm(double[][] p, double[] k) {
        return Arrays.stream(p).map(q -> new double[]{q[0] * k[0], q[1] * k[1]}).toArray(double[][]::new);
    }

    private static double area(double[][] p) {
        double twice = 0;
        for (int i = 0; i < p.length; i++) {
            double[] q = p[(i + 1) % p.length];
            twice += p[i][0] * q[1] - q[0] * p[i][1];
        }
        return Math.abs(twice) / 2;
    }

    private static double perimeter(double[][] p) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double[] q = p[(i + 1) % p.length];
            sum += Math.hypot(q[0] - p[i][0], q[1] - p[i][1]);
        }
        return sum;
    }
}
