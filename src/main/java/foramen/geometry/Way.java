package foramen.geometry;

/** A path with what is asked of it again and again: its box, and on which side of its line something lies. */
final class Way {
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;
    private final double nx;
    private final double ny;
    private final double c;

    Way(Segment s) {
        minX = Math.min(s.a().x(), s.b().x());
        maxX = Math.max(s.a().x(), s.b().x());
        minY = Math.min(s.a().y(), s.b().y());
        maxY = Math.max(s.a().y(), s.b().y());
        double length = s.length();
        nx = length == 0 ? 0 : (s.b().y() - s.a().y()) / length;
        ny = length == 0 ? 0 : (s.a().x() - s.b().x()) / length;
        c = nx * s.a().x() + ny * s.a().y();
    }

    /** Boxes may overlap though a slanting path passes far off: the corners then lie on one side of its line. */
    double atLeast(Bounds box) {
        double x = Math.max(0, Math.max(box.minX() - maxX, minX - box.maxX()));
        double y = Math.max(0, Math.max(box.minY() - maxY, minY - box.maxY()));
        double middle = nx * (box.minX() + box.maxX()) / 2 + ny * (box.minY() + box.maxY()) / 2 - c;
        double half = (Math.abs(nx) * (box.maxX() - box.minX()) + Math.abs(ny) * (box.maxY() - box.minY())) / 2;
        return Math.max(Math.sqrt(x * x + y * y), Math.abs(middle) - half);
    }
}
