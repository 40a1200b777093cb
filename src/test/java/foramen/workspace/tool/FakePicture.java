package foramen.workspace.tool;

import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;

/** A picture whose edges always bend through the corner, and whose regions are discs as wide as the tolerance. */
final class FakePicture implements Picture {
    @Override
    public List<Point> alongEdges(Point from, Point to) {
        return List.of(from, new Point(to.x(), from.y()), to);
    }

    @Override
    public Optional<Polygon> alike(Point seed, double tolerance) {
        return seed.x() < 10
                ? Optional.empty()
                : Optional.of(new Ellipse(seed, new Point(tolerance, 0), tolerance).polygon());
    }
}
