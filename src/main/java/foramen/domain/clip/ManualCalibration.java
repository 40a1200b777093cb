package foramen.domain.clip;

import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scale that somebody set by drawing one or two lines of known length on one frame; it belongs to that SOP instance
 * alone. The scale is computed from the lines each time, never kept.
 *
 * @param id stable identifier
 * @param drawnOn the clip it belongs to, and the frame it was drawn on
 * @param lines one line, or one across and one down
 * @param author who drew it; may be empty
 * @param at when
 * @param overrideReason why the scale that the maker protected was overridden; empty where none was
 * @param source {@link CalibrationSource#MANUAL}, or {@link CalibrationSource#PRESENTATION_STATE} for a scale that came
 *     with an imported object: that one holds only where the file has none of its own
 */
public record ManualCalibration(String id, FrameRef drawnOn, List<KnownLength> lines, String author, Instant at,
        String overrideReason, CalibrationSource source) {
    /** A shorter line is off by 5 % when one end is off by a pixel (engineering default). */
    public static final double SHORTEST_PIXELS = 20;
    private static final double STATED = 1000;
    /** Two lines must differ in direction by this much in cos², so that both axes are well determined. */
    private static final double DIFFERENT_DIRECTION = 0.5;

    /** Copies the lines, of which there are one or two. */
    public ManualCalibration {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > 2) {
            throw new IllegalArgumentException("A scale is set by one line or two, not " + lines.size());
        }
    }

    /** A scale that somebody set by hand. */
    public ManualCalibration(String id, FrameRef drawnOn, List<KnownLength> lines, String author, Instant at,
            String overrideReason) {
        this(id, drawnOn, lines, author, at, overrideReason, CalibrationSource.MANUAL);
    }

    /** A scale that an imported presentation state gives, as what a thousand pixels across and down measure. */
    public static ManualCalibration stated(String id, FrameRef on, PixelSpacing spacing, Instant at) {
        Point corner = new Point(0, 0);
        return new ManualCalibration(id, on,
                List.of(new KnownLength(new Segment(corner, new Point(STATED, 0)), spacing.columnMm() * STATED),
                        new KnownLength(new Segment(corner, new Point(0, STATED)), spacing.rowMm() * STATED)),
                "", at, "", CalibrationSource.PRESENTATION_STATE);
    }

    /** The spacing that came with an imported object; empty for a scale set by hand. */
    Optional<PixelSpacing> statedSpacing() {
        return source == CalibrationSource.PRESENTATION_STATE && lines.size() == 2
                ? Optional.of(new PixelSpacing(lines.getLast().mm() / lines.getLast().segment().length(),
                        lines.getFirst().mm() / lines.getFirst().segment().length()))
                : Optional.empty();
    }

    /** All ends of its lines. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        lines.forEach(l -> points.addAll(List.of(l.segment().a(), l.segment().b())));
        return points;
    }

    /** How it was made, in words. */
    public String method() {
        return lines.size() == 1 ? "one line of known length" : "two lines of known length";
    }

    /** The lengths as they are told: {@code 40 mm}, or both. */
    public String lengths() {
        return String.join(" and ", lines.stream().map(l -> number(l.mm()) + " mm").toList());
    }

    /**
     * The scale that follows, or why none does.
     *
     * @param aspect height of a pixel by its width, which one line cannot tell; two lines need none
     */
    Scale solve(double aspect) {
        for (KnownLength l : lines) {
            if (l.segment().length() < SHORTEST_PIXELS) {
                return new Scale.Unknown("The line is only " + number(l.segment().length())
                        + " px long; draw it over a longer distance, so that a pixel more or less does not matter.");
            }
        }
        return lines.size() == 1 ? one(lines.getFirst(), aspect) : two(lines.getFirst(), lines.getLast());
    }

    private Scale one(KnownLength line, double aspect) {
        Point d = line.segment().b().minus(line.segment().a());
        double across = line.mm() / Math.hypot(d.x(), d.y() * aspect);
        return plausible(across, across * aspect);
    }

    /** Solves {@code dx² sx² + dy² sy² = mm²} of both lines. */
    private Scale two(KnownLength first, KnownLength second) {
        Point p = first.segment().b().minus(first.segment().a());
        Point q = second.segment().b().minus(second.segment().a());
        double pp = p.x() * p.x() + p.y() * p.y();
        double qq = q.x() * q.x() + q.y() * q.y();
        double det = p.x() * p.x() * q.y() * q.y() - q.x() * q.x() * p.y() * p.y();
        if (Math.abs(det) < DIFFERENT_DIRECTION * pp * qq) {
            return new Scale.Unknown("Draw one of the two lines across and the other one down.");
        }
        double m = first.mm() * first.mm();
        double n = second.mm() * second.mm();
        return plausible(Math.sqrt((m * q.y() * q.y() - n * p.y() * p.y()) / det),
                Math.sqrt((n * p.x() * p.x() - m * q.x() * q.x()) / det));
    }

    private Scale plausible(double across, double down) {
        if (Scale.isPlausible(across) && Scale.isPlausible(down)) {
            return new Scale.Known(across, down, CalibrationSource.MANUAL, told());
        }
        return new Scale.Unknown("With these lengths a pixel would be " + number(across) + " × " + number(down)
                + " mm, which no ultrasound picture has; check the lengths and their unit.");
    }

    /** By whom and from what, for the line beneath each number. */
    private String told() {
        String by = author.isBlank() ? "Set from " : "Set by " + author.strip() + " from ";
        return by + method() + " (" + lengths() + ")."
                + (overrideReason.isBlank() ? "" : " The protected scale was overridden: " + overrideReason.strip());
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? new java.math.BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros()
                        .toPlainString()
                : String.format(Locale.ROOT, "%f", value);
    }
}
