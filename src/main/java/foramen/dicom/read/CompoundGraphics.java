package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.ClipLocation;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compound graphics of presentation states (PS3.3 C.10.5.1.3). The standard wants simple graphics and texts of the same
 * instance beside each, and those are taken; here is what is left of a maker who writes none.
 */
final class CompoundGraphics {
    private final GraphicReader reader;
    private final List<String> warnings;
    private final Set<Long> instances = new HashSet<>();

    /**
     * @param annotation the graphic annotation that holds them
     * @param reader knows the units
     * @param warnings receives what cannot be taken over
     */
    CompoundGraphics(DataSet annotation, GraphicReader reader, List<String> warnings) {
        this.reader = reader;
        this.warnings = warnings;
        for (int sequence : new int[]{PresentationTag.GRAPHIC_OBJECT_SEQUENCE, PresentationTag.TEXT_OBJECT_SEQUENCE}) {
            annotation.items(sequence).forEach(i -> instances.addAll(instance(i)));
        }
    }

    private static List<Long> instance(DataSet item) {
        return item.reals(PresentationTag.COMPOUND_GRAPHIC_INSTANCE_ID).stream().map(Double::longValue).toList();
    }

    /** The shapes of {@code graphic}; none where simple graphics stand for it, or where it cannot be a shape. */
    List<Shape> shapes(DataSet graphic) {
        if (instance(graphic).stream().anyMatch(instances::contains)) {
            return List.of();
        }
        String type = graphic.text(PresentationTag.COMPOUND_GRAPHIC_TYPE);
        List<Point> p = reader.points(graphic, PresentationTag.GRAPHIC_DATA,
                graphic.text(PresentationTag.COMPOUND_GRAPHIC_UNITS)).orElse(List.of());
        boolean turned = graphic.real(PresentationTag.ROTATION_ANGLE).orElse(0) != 0;
        List<Shape> shapes = turned ? List.of() : shapes(type, p);
        if (shapes.isEmpty()) {
            warnings.add("A compound graphic of type " + ClipLocation.line(type) + " with " + p.size() + " points"
                    + (turned ? ", turned," : "") + " has no simple graphic beside it and was left out.");
        }
        return shapes;
    }

    private static List<Shape> shapes(String type, List<Point> p) {
        if (p.size() < 2 || p.get(0).equals(p.get(1))) {
            return List.of();
        }
        return switch (type) {
            case "RULER", "RANGELINE", "ARROW" -> List.of(new Shape.Line(new Segment(p.get(0), p.get(1))));
            case "MULTILINE" -> pairs(p);
            case "RECTANGLE" -> rectangle(p.get(0), p.get(1));
            case "ELLIPSE" -> ellipse(p.get(0), p.get(1));
            default -> List.of();
        };
    }

    private static List<Shape> pairs(List<Point> p) {
        List<Shape> lines = new ArrayList<>();
        for (int i = 0; i + 1 < p.size(); i += 2) {
            lines.add(new Shape.Line(new Segment(p.get(i), p.get(i + 1))));
        }
        return lines;
    }

    private static boolean isFlat(Point a, Point b) {
        return a.x() == b.x() || a.y() == b.y();
    }

    private static List<Shape> rectangle(Point a, Point b) {
        return isFlat(a, b)
                ? List.of()
                : List.of(new Shape.Outline(
                        new Polygon(List.of(a, new Point(b.x(), a.y()), b, new Point(a.x(), b.y())))));
    }

    private static List<Shape> ellipse(Point a, Point b) {
        if (isFlat(a, b)) {
            return List.of();
        }
        double middle = (a.y() + b.y()) / 2;
        return List.of(new Shape.Ellipse(Ellipse.on(
                new Segment(new Point(a.x(), middle), new Point(b.x(), middle)), Math.abs(b.y() - a.y()) / 2)));
    }
}
