package foramen.ui.viewer;

/**
 * Where the loupe lies: beside the pointer, inside the view where there is room, and never over the pointer.
 *
 * @param x middle, in screen units of the view
 * @param y middle
 */
record LoupePlace(double x, double y) {
    /** Its radius in screen units; with the gap it keeps clear of a finger (engineering defaults). */
    static final double RADIUS = 64;
    private static final double REACH = RADIUS + 24;

    /** The place for a pointer at ({@code px}, {@code py}) of a view {@code width} wide: up and to the right at best. */
    static LoupePlace beside(double px, double py, double width) {
        double x = px + REACH + RADIUS <= width ? px + REACH : px - REACH;
        double y = py - REACH - RADIUS >= 0 ? py - REACH : py + REACH;
        return new LoupePlace(x, y);
    }
}
