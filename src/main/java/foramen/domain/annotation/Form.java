package foramen.domain.annotation;

import java.util.List;

/**
 * What a shape looks like, wherever it lies and whichever way it is turned or mirrored: a shape that was only moved has
 * the form it had.
 *
 * @param area the enclosed area in px²; nought where nothing is enclosed
 * @param lengths how long it is in px: of an area all its outline, else each of its pieces
 */
record Form(double area, List<Double> lengths) {
    /** What the last digits of a sum may be off by, as a share of it; engineering default. */
    private static final double ROUNDING = 1e-6;

    static Form of(Shape shape) {
        return shape instanceof Shape.Area a
                ? new Form(a.polygon().area(), List.of(a.polygon().perimeter()))
                : new Form(0, shape.edges().stream().map(e -> e.length()).toList());
    }

    /** Whether {@code other} is the same form but for rounding. */
    boolean matches(Form other) {
        boolean same = lengths.size() == other.lengths.size() && near(area, other.area);
        for (int i = 0; same && i < lengths.size(); i++) {
            same = near(lengths.get(i), other.lengths.get(i));
        }
        return same;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }
}
