package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.ClipLocation;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns graphic objects of presentation states into shapes (PS3.3 C.10.5.1). */
final class GraphicReader {
    /** Points of a closed line that lie closer than this, in pixels, are one (engineering default). */
    private static final double SAME = 1e-3;
    /** Nobody draws beyond that, in pixels; what is there came from damage (engineering default). */
    private static final double FARTHEST = 1e6;

    private final Optional<DisplayedArea> area;
    private final List<String> warnings;

    /**
     * @param area what DISPLAY units are relative to, where known
     * @param warnings receives what cannot be taken over
     */
    GraphicReader(Optional<DisplayedArea> area, List<String> warnings) {
        this.area = area;
        this.warnings = warnings;
    }

    /** The shape of a graphic object; empty where it has none that can be kept. */
    Optional<Shape> shape(DataSet graphic) {
        String type = graphic.text(PresentationTag.GRAPHIC_TYPE);
        Optional<List<Point>> found = points(graphic, PresentationTag.GRAPHIC_DATA,
                graphic.text(PresentationTag.GRAPHIC_UNITS));
        if (found.isEmpty() || found.get().isEmpty()) {
            warnings.add("A graphic without usable coordinates was left out.");
            return Optional.empty();
        }
        List<Point> p = found.get();
        Optional<Shape> shape = switch (type) {
            case "POINT" -> Optional.of(new Shape.Marker(p.getFirst()));
            case "POLYLINE" -> line(p, graphic.text(PresentationTag.GRAPHIC_FILLED).equals("Y"));
            case "INTERPOLATED" -> interpolated(p);
            case "CIRCLE" -> circle(p);
            case "ELLIPSE" -> ellipse(p);
            default -> Optional.empty();
        };
        if (shape.isEmpty()) {
            warnings.add("A graphic of type " + ClipLocation.line(type) + " with " + p.size()
                    + " points makes no shape and was left out.");
        }
        return shape;
    }

    /** Where a text stands: its anchor, else the upper left corner of its box. */
    Optional<Point> place(DataSet text) {
        Optional<List<Point>> anchor = points(text, PresentationTag.ANCHOR_POINT,
                text.text(PresentationTag.ANCHOR_POINT_UNITS));
        return anchor.filter(p -> !p.isEmpty()).or(() -> points(text, PresentationTag.BOUNDING_BOX_TOP_LEFT,
                text.text(PresentationTag.BOUNDING_BOX_UNITS)).filter(p -> !p.isEmpty())).map(List::getFirst);
    }

    /** The points of {@code item} in image pixels; empty where they cannot be placed. */
    Optional<List<Point>> points(DataSet item, int tag, String units) {
        List<Double> values = item.reals(tag);
        boolean display = units.equals("DISPLAY");
        if (display && area.isEmpty()) {
            return Optional.empty();
        }
        int stated = tag == PresentationTag.GRAPHIC_DATA
                ? Math.max(0, item.integer(PresentationTag.NUMBER_OF_GRAPHIC_POINTS, values.size() / 2))
                : 1;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(stated, values.size() / 2); i++) {
            double x = values.get(2 * i);
            double y = values.get(2 * i + 1);
            if (!(Math.abs(x) <= FARTHEST) || !(Math.abs(y) <= FARTHEST)) {
                return Optional.empty();
            }
            points.add(display ? area.get().at(x, y) : new Point(x, y));
        }
        return Optional.of(points);
    }

    private static Optional<Shape> line(List<Point> p, boolean filled) {
        List<Point> ring = ring(p);
        boolean closed = filled || ring.size() < p.size();
        if (closed && ring.size() >= 3) {
            return Optional.of(new Shape.Outline(new Polygon(ring)));
        }
        return switch (p.size()) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(new Shape.Line(new Segment(p.get(0), p.get(1))));
            default -> Optional.of(new Shape.Polyline(p));
        };
    }

    private static Optional<Shape> interpolated(List<Point> p) {
        List<Point> ring = ring(p);
        return ring.size() < p.size() && ring.size() >= 3
                ? Optional.of(new Shape.Spline(new ClosedSpline(ring)))
                : line(p, false);
    }

    private static List<Point> ring(List<Point> p) {
        return p.size() > 1 && p.getFirst().distanceTo(p.getLast()) < SAME ? p.subList(0, p.size() - 1) : p;
    }

    private static Optional<Shape> circle(List<Point> p) {
        if (p.size() < 2 || p.get(0).distanceTo(p.get(1)) < SAME) {
            return Optional.empty();
        }
        Point arm = p.get(1).minus(p.get(0));
        return Optional.of(new Shape.Ellipse(new Ellipse(p.get(0), arm, arm.length())));
    }

    private static Optional<Shape> ellipse(List<Point> p) {
        if (p.size() < 4) {
            return Optional.empty();
        }
        double minor = p.get(2).distanceTo(p.get(3)) / 2;
        boolean flat = p.get(0).distanceTo(p.get(1)) < SAME || minor < SAME;
        return flat
                ? Optional.empty()
                : Optional.of(new Shape.Ellipse(Ellipse.on(new Segment(p.get(0), p.get(1)), minor)));
    }
}
