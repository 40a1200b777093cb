package foramen.overlay;

import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.TrackMethods;
import foramen.geometry.Bounds;
import foramen.geometry.Hatching;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Paints outlines, calipers and points with their results. */
final class AnnotationMarks {
    /** A caliper's line is left out where its ends lie closer than this, so that it never covers what is measured. */
    private static final double SHOWN_LINE = 32;
    private static final double NUMBER_OFFSET = 11;
    /** Handles that lie closer than this on average would hide the outline they belong to. */
    private static final double HANDLE_ROOM = 10;
    /** How near the pointer must be for the nearest handle of such an outline to show. */
    private static final double HANDLE_REACH = 28;
    private static final double HATCH_SPACING = 9;
    private static final double HATCH_WIDTH = 1;
    /** The arc of an angle, in output units, and at most this share of the shorter arm. */
    private static final double ARC_RADIUS = 28;
    private static final double ARC_SHARE = 0.6;
    private static final int ARC_PIECES = 24;
    private static final List<Double> DOTTED = List.of(1.0, 4.0);

    private final StructureCatalog catalog;
    private final Measurer measurer;
    private final TrackMethods methods;
    private final PictureWords say;
    private final double zoom;

    AnnotationMarks(StructureCatalog catalog, Measurer measurer, TrackMethods methods, PictureWords say,
            double unitsPerPixel) {
        this.catalog = catalog;
        this.measurer = measurer;
        this.methods = methods;
        this.say = say;
        this.zoom = unitsPerPixel;
    }

    /** The drawing of {@code a}, without its label; {@code pointer} is where crowded handles are shown. */
    List<Mark> drawing(Annotation a, boolean selected, int caliperNumber, Optional<Point> pointer) {
        Structure s = catalog.get(a.structureId());
        List<Mark> marks = new ArrayList<>(a.shape() instanceof Shape.Area o
                ? area(o, s, FollowLook.stroke(a, s, selected), selected)
                : lines(a.shape(), s, selected, Integer.toString(caliperNumber)));
        marks.addAll(FollowLook.marks(a, s));
        if (a.shape() instanceof Shape.Text(Point at)) {
            // Beside its handle.
            marks.add(new Mark.Label(at, OverlayPalette.HANDLE_SIZE, 0, Mark.Align.START,
                    a.label().isBlank() ? s.letter() : a.label().strip(),
                    OverlayPalette.opaque(s.colour()), OverlayPalette.LABEL_SIZE));
        }
        if (selected && !a.locked()) {
            boolean crowded = isCrowded(a.shape());
            List<Point> shown = crowded ? nearest(a.shape().points(), pointer).stream().toList() : a.shape().points();
            shown.forEach(p -> marks.add(handle(p, s.colour())));
        }
        return marks;
    }

    /** {@code shape} as it is while it is drawn: unselected, without number. */
    List<Mark> bare(Shape shape, Structure s) {
        return lines(shape, s, true, "");
    }

    private List<Mark> lines(Shape shape, Structure s, boolean selected, String number) {
        return switch (shape) {
            case Shape.Area o -> area(o, s, stroke(s, selected), selected);
            case Shape.Polyline l ->
                List.of(new Mark.Path(l.points(), false, stroke(s, selected), Optional.empty()));
            case Shape.Bidirectional b -> {
                List<Mark> marks = new ArrayList<>(
                        caliper(b.first(), number.isEmpty() ? "" : number + "a", s.colour(), selected));
                marks.addAll(caliper(b.second(), number.isEmpty() ? "" : number + "b", s.colour(), selected));
                yield marks;
            }
            case Shape.Angle angle -> angle(angle, s, selected);
            case Shape.Text t -> List.of();
            case Shape.Line l -> caliper(l.segment(), number, s.colour(), selected);
            case Shape.Marker m -> List.of(new Mark.Glyph(m.point(), Mark.Symbol.DOT,
                    OverlayPalette.opaque(s.colour()), OverlayPalette.DOT_SIZE));
        };
    }

    private List<Mark> area(Shape.Area area, Structure s, Stroke line, boolean selected) {
        List<Mark> marks = new ArrayList<>();
        if (s.kind() == Structure.Kind.NO_GO) {
            Stroke thin = new Stroke(OverlayPalette.opaque(s.colour()), HATCH_WIDTH, List.of(), false);
            Hatching.of(area.polygon(), HATCH_SPACING / zoom).forEach(
                    h -> marks.add(new Mark.Path(List.of(h.a(), h.b()), false, thin, Optional.empty())));
        }
        marks.add(new Mark.Path(area.trace(), true, line,
                selected ? Optional.of(OverlayPalette.fill(s.colour())) : Optional.empty()));
        return marks;
    }

    /** Both arms, and an arc between them near where they meet. */
    private List<Mark> angle(Shape.Angle angle, Structure s, boolean selected) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Path(angle.points(), false, stroke(s, selected), Optional.empty()));
        Point u = angle.first().minus(angle.vertex());
        Point v = angle.second().minus(angle.vertex());
        double radius = Math.min(ARC_RADIUS / zoom, Math.min(u.length(), v.length()) * ARC_SHARE);
        if (radius > 0) {
            double from = Math.atan2(u.y(), u.x());
            double sweep = Math.IEEEremainder(Math.atan2(v.y(), v.x()) - from, 2 * Math.PI);
            List<Point> arc = new ArrayList<>(ARC_PIECES + 1);
            for (int i = 0; i <= ARC_PIECES; i++) {
                double t = from + sweep * i / ARC_PIECES;
                arc.add(angle.vertex().plus(new Point(radius * Math.cos(t), radius * Math.sin(t))));
            }
            marks.add(new Mark.Path(arc, false,
                    new Stroke(OverlayPalette.opaque(s.colour()), OverlayPalette.CALIPER_WIDTH, List.of(), true),
                    Optional.empty()));
        }
        return marks;
    }

    private boolean isCrowded(Shape shape) {
        return shape instanceof Shape.Area o
                && o.polygon().perimeter() * zoom < HANDLE_ROOM * o.points().size();
    }

    private Optional<Point> nearest(List<Point> points, Optional<Point> pointer) {
        return pointer.flatMap(q -> points.stream().min(Comparator.comparingDouble(q::distanceTo))
                .filter(p -> q.distanceTo(p) * zoom <= HANDLE_REACH));
    }

    /**
     * The line of text that belongs to {@code a}: letter, structure, side and value with its method, or number and length.
     *
     * @param crowded whether the letter or number has to do for the structure's name
     */
    String label(Annotation a, int caliperNumber, boolean crowded) {
        Structure s = catalog.get(a.structureId());
        String side = say.side(a.laterality());
        String whose = crowded ? side : say.term(s.name()) + " " + side;
        String words = crowded || a.label().isBlank() ? "" : " · " + Wording.brief(a.label().strip());
        return switch (a.shape()) {
            case Shape.Area o -> s.letter() + " · " + whose + " " + area(a, o) + FollowLook.words(a, say) + words;
            case Shape.Polyline l -> s.letter() + " · " + whose + words;
            case Shape.Bidirectional b -> caliperNumber + " D " + say.value(measurer.length(b.first())) + " × "
                    + say.value(measurer.length(b.second())) + " · " + whose + words;
            case Shape.Angle angle -> say.value(measurer.angle(angle)) + " · " + whose + words;
            case Shape.Text t -> a.label().isBlank() ? s.letter() : Wording.brief(a.label().strip());
            case Shape.Line l ->
                caliperNumber + " " + Wording.caliper(measurer.line(l.segment()), say) + " · " + whose + words;
            case Shape.Marker m -> s.letter() + " · " + whose + words;
        };
    }

    /** An area is never without its method, in the picture and in what is exported of it. */
    private String area(Annotation a, Shape.Area shape) {
        Reading area = methods.of(a, measurer.area(shape));
        return say.value(area) + (area instanceof Reading.Measured m ? " (" + say.term(m.method()) + ")" : "");
    }

    /** The colour of {@code a}'s label. */
    int colour(Annotation a) {
        return OverlayPalette.opaque(catalog.get(a.structureId()).colour());
    }

    /** Keeps labels off {@code a}: off its inside, its lines and its numbered crosses. */
    static void reserve(Annotation a, LabelLayout layout) {
        switch (a.shape()) {
            case Shape.Area o -> {
                layout.avoid(bounds(a));
                o.edges().forEach(e -> layout.avoidLine(e.a(), e.b()));
            }
            case Shape.Polyline l -> l.edges().forEach(e -> layout.avoidLine(e.a(), e.b()));
            case Shape.Angle angle -> angle.edges().forEach(e -> layout.avoidLine(e.a(), e.b()));
            case Shape.Bidirectional b -> {
                b.edges().forEach(e -> layout.avoidLine(e.a(), e.b()));
                b.points().forEach(p -> layout.avoidGlyph(p, OverlayPalette.CALIPER_SIZE + 2 * NUMBER_OFFSET));
            }
            case Shape.Text t -> layout.avoidBox(t.at(), 0, -OverlayPalette.LABEL_SIZE,
                    OverlayPalette.HANDLE_SIZE + a.label().length() * OverlayPalette.LABEL_SIZE / 2,
                    OverlayPalette.LABEL_SIZE);
            case Shape.Line l -> {
                layout.avoidLine(l.segment().a(), l.segment().b());
                l.points().forEach(p -> layout.avoidGlyph(p, OverlayPalette.CALIPER_SIZE + 2 * NUMBER_OFFSET));
            }
            case Shape.Marker m -> layout.avoidGlyph(m.point(), OverlayPalette.DOT_SIZE);
        }
    }

    /** What {@code a} covers. */
    static Bounds bounds(Annotation a) {
        return Bounds.of(a.shape().trace());
    }

    /** Numbered crosses at both ends and a dotted line between, unless they are close together. */
    List<Mark> caliper(Segment line, String number, int rgb, boolean selected) {
        int argb = OverlayPalette.opaque(rgb);
        List<Mark> marks = new ArrayList<>();
        if (line.length() * zoom >= SHOWN_LINE) {
            double width = selected ? OverlayPalette.OUTLINE_WIDTH : OverlayPalette.CALIPER_WIDTH;
            marks.add(new Mark.Path(List.of(line.a(), line.b()), false, new Stroke(argb, width, DOTTED, true),
                    Optional.empty()));
        }
        marks.add(new Mark.Glyph(line.a(), Mark.Symbol.PLUS, argb, OverlayPalette.CALIPER_SIZE));
        marks.add(new Mark.Glyph(line.b(), Mark.Symbol.CROSS, argb, OverlayPalette.CALIPER_SIZE));
        marks.add(number(line.a(), line.b(), number, argb));
        marks.add(number(line.b(), line.a(), number, argb));
        return marks;
    }

    /** The number stands on the far side of its cross, where it covers nothing that is measured. */
    private static Mark number(Point at, Point other, String number, int argb) {
        Point away = at.minus(other);
        double length = away.length();
        Point shift = length == 0 ? new Point(0, -1) : away.times(1 / length);
        return new Mark.Label(at, shift.x() * NUMBER_OFFSET, shift.y() * NUMBER_OFFSET, Mark.Align.MIDDLE, number,
                argb, OverlayPalette.CORNER_SIZE);
    }

    static Mark handle(Point at, int rgb) {
        return new Mark.Glyph(at, Mark.Symbol.HANDLE, OverlayPalette.opaque(rgb), OverlayPalette.HANDLE_SIZE);
    }

    static Stroke stroke(Structure s, boolean selected) {
        return new Stroke(OverlayPalette.opaque(s.colour()),
                selected ? OverlayPalette.SELECTED_WIDTH : OverlayPalette.OUTLINE_WIDTH, s.dashes(), true);
    }
}
