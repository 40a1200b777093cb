package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Shape;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Reading;
import foramen.geometry.Bounds;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paints a shape being drawn: what is placed, the rubber band to the pointer, and how it would close. */
final class DraftMarks {
    private static final List<Double> BAND = List.of(4.0, 4.0);
    private static final List<Double> HINT = List.of(1.0, 5.0);

    private final Draft draft;
    private final Structure structure;
    private final Laterality side;

    /**
     * @param draft what is drawn
     * @param structure which structure it will show
     */
    DraftMarks(Draft draft, Structure structure) {
        this.draft = draft;
        this.structure = structure;
        this.side = draft.side();
    }

    /** The marks of the draft. */
    List<Mark> marks(AnnotationMarks annotations, NeedleMarks needles, Measurer measurer, LabelLayout layout,
            PictureWords say) {
        return switch (draft.kind()) {
            case OUTLINE -> outline();
            case LINE -> ends().<List<Mark>>map(s -> {
                List<Mark> marks = annotations.caliper(s, "", structure.colour(), true);
                String length = Wording.caliper(measurer.line(s), say) + " · " + whose(say);
                marks.addAll(layout.place(Bounds.of(List.of(s.a(), s.b())), List.of(length), colour()));
                return marks;
            }).orElseGet(this::dots);
            case POINT, TEXT -> dots();
            case PATH -> path();
            case PROPOSAL -> proposal(measurer, layout, say);
            case SHAPE -> shape(annotations, measurer, layout, say);
            case KNOWN_LENGTH -> knownLengths(annotations);
            case NEEDLE -> ends().<List<Mark>>map(s -> {
                List<Mark> marks = needles.drawing(s, false);
                needles.reserve(s, layout);
                marks.addAll(layout.place(Bounds.of(List.of(s.b())), needles.lines(s, side, ""),
                        OverlayPalette.NEEDLE));
                needles.clearanceText(s).ifPresent(t -> marks.addAll(
                        layout.place(needles.clearancePlace(s), List.of(t), needles.clearanceColour(s))));
                return marks;
            }).orElseGet(this::dots);
        };
    }

    /** Lines without a number: what they are long is for the operator to say. */
    private List<Mark> knownLengths(AnnotationMarks annotations) {
        List<Point> points = new ArrayList<>(draft.placed());
        if (points.size() % 2 == 1) {
            points.add(draft.hover().orElse(points.getLast()));
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            marks.addAll(annotations.caliper(new Segment(points.get(i), points.get(i + 1)),
                    Integer.toString(i / 2 + 1), OverlayPalette.CAUTION, true));
        }
        return marks;
    }

    /** An open line and the way to the pointer. */
    private List<Mark> path() {
        List<Mark> marks = new ArrayList<>();
        List<Point> placed = draft.placed();
        if (placed.size() >= 2) {
            marks.add(path(placed, List.of()));
        }
        if (!placed.isEmpty() && draft.hover().isPresent()) {
            marks.add(path(List.of(placed.getLast(), draft.hover().get()), BAND));
        }
        placed.forEach(p -> marks.add(AnnotationMarks.handle(p, structure.colour())));
        return marks;
    }

    /** The shape as it would be, what is placed of it, and what it would measure. */
    private List<Mark> shape(AnnotationMarks annotations, Measurer measurer, LabelLayout layout, PictureWords say) {
        List<Mark> marks = new ArrayList<>();
        draft.shape().ifPresent(s -> {
            marks.addAll(annotations.bare(s, structure));
            reading(s, measurer).ifPresent(r -> marks.addAll(layout.place(Bounds.of(s.trace()),
                    List.of(say.value(r) + " · " + whose(say)), colour())));
        });
        draft.placed().forEach(p -> marks.add(AnnotationMarks.handle(p, structure.colour())));
        draft.hover().filter(h -> draft.radius() > 0).ifPresent(h -> marks.add(new Mark.Path(
                new Ellipse(h, new Point(draft.radius(), 0), draft.radius()).polygon().vertices(), true,
                new Stroke(OverlayPalette.TEXT, OverlayPalette.CALIPER_WIDTH, List.of(), true), Optional.empty())));
        return marks;
    }

    private static Optional<Reading> reading(Shape shape, Measurer measurer) {
        return switch (shape) {
            case Shape.Area a -> Optional.of(measurer.area(a));
            case Shape.Line l -> Optional.of(measurer.length(l.segment()));
            case Shape.Angle a -> Optional.of(measurer.angle(a));
            case Shape.Bidirectional b -> Optional.of(measurer.length(b.second()));
            case Shape.Polyline l -> Optional.empty();
            case Shape.Marker m -> Optional.empty();
            case Shape.Text t -> Optional.empty();
        };
    }

    private List<Mark> outline() {
        List<Mark> marks = new ArrayList<>();
        List<Point> placed = draft.placed();
        if (placed.size() >= 2) {
            marks.add(path(placed, List.of()));
        }
        if (!placed.isEmpty() && draft.hover().isPresent()) {
            Point hover = draft.hover().get();
            marks.add(path(List.of(placed.getLast(), hover), BAND));
            if (placed.size() >= 2) {
                marks.add(path(List.of(hover, placed.getFirst()), HINT));
            }
        }
        placed.forEach(p -> marks.add(AnnotationMarks.handle(p, structure.colour())));
        if (placed.size() >= 3) {
            marks.add(new Mark.Glyph(placed.getFirst(), Mark.Symbol.TARGET, colour(), OverlayPalette.TARGET_SIZE));
        }
        return marks;
    }

    /** Dashed, because nobody has confirmed it. */
    private List<Mark> proposal(Measurer measurer, LabelLayout layout, PictureWords say) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Path(draft.placed(), true,
                new Stroke(colour(), OverlayPalette.SELECTED_WIDTH, FollowLook.UNCONFIRMED, true), Optional.empty()));
        String area = say.value(measurer.area(new Polygon(draft.placed())));
        marks.addAll(layout.place(Bounds.of(draft.placed()),
                List.of(say.say(PicturePhrase.PROPOSED, whose(say) + " " + area), say.term(draft.words())),
                colour()));
        return marks;
    }

    private String whose(PictureWords say) {
        return say.term(structure.name()) + " " + say.side(side);
    }

    private List<Mark> dots() {
        List<Mark> marks = new ArrayList<>();
        int argb = draft.kind() == Draft.Kind.NEEDLE ? OverlayPalette.NEEDLE : colour();
        draft.placed().forEach(p -> marks.add(dot(p, argb)));
        draft.hover().ifPresent(p -> marks.add(dot(p, argb)));
        return marks;
    }

    private static Mark dot(Point at, int argb) {
        return new Mark.Glyph(at, Mark.Symbol.DOT, argb, OverlayPalette.DOT_SIZE);
    }

    /** Both ends of a line or needle, the second where the pointer is until it is placed. */
    private Optional<Segment> ends() {
        List<Point> points = new ArrayList<>(draft.placed());
        draft.hover().ifPresent(points::add);
        return points.size() >= 2 ? Optional.of(new Segment(points.get(0), points.get(1))) : Optional.empty();
    }

    private Mark path(List<Point> points, List<Double> dashes) {
        return new Mark.Path(points, false, new Stroke(colour(), OverlayPalette.OUTLINE_WIDTH, dashes, true),
                Optional.empty());
    }

    private int colour() {
        return OverlayPalette.opaque(structure.colour());
    }
}
