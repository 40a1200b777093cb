package foramen.overlay;

import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * One thing to paint. Positions are continuous image pixels; widths, sizes and offsets are output units (screen pixels
 * at 100 %), so that lines and text keep their size when the picture is zoomed.
 */
public sealed interface Mark {
    /**
     * A line through points.
     *
     * @param points two or more
     * @param closed whether the last joins the first
     * @param stroke how it is drawn
     * @param fillArgb what the inside is filled with, if anything
     */
    record Path(List<Point> points, boolean closed, Stroke stroke, Optional<Integer> fillArgb) implements Mark {
        /** Copies the points. */
        public Path {
            points = List.copyOf(points);
        }
    }

    /**
     * A symbol of constant size.
     *
     * @param at its centre
     * @param symbol its form
     * @param argb colour, 0xAARRGGBB
     * @param size across, in output units
     */
    record Glyph(Point at, Symbol symbol, int argb, double size) implements Mark {}

    /** Forms of a {@link Glyph}. */
    enum Symbol {
        /** Square vertex handle. */
        HANDLE,
        /** Upright cross of a caliper's first end. */
        PLUS,
        /** Diagonal cross of a caliper's second end. */
        CROSS,
        /** Ring with a centre dot: a needle target. */
        TARGET,
        /** Filled dot: a skin entry or a point. */
        DOT
    }

    /**
     * Text near an image point, with a dark halo.
     *
     * @param at the point it belongs to
     * @param dx shift to the right, in output units
     * @param dy shift down, in output units
     * @param align which part of the text lies at the shifted point
     * @param text one line
     * @param argb colour, 0xAARRGGBB
     * @param size font size in output units
     */
    record Label(Point at, double dx, double dy, Align align, String text, int argb, double size) implements Mark {}

    /** Which part of a text lies at its point; vertically always the middle. */
    enum Align {
        START, MIDDLE, END
    }

    /**
     * Lines of text in a corner of the output, not of the image.
     *
     * @param corner which corner
     * @param badge a letter to be seen from afar, at the outer edge beside the lines; empty for none
     * @param lines top to bottom
     * @param argb colour, 0xAARRGGBB
     * @param size font size in output units
     */
    record CornerText(Corner corner, String badge, List<String> lines, int argb, double size) implements Mark {
        /** Copies the lines. */
        public CornerText {
            lines = List.copyOf(lines);
        }
    }

    /** Corners of the output. */
    enum Corner {
        TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT
    }

    /**
     * A ruler: a line with ticks of constant length.
     *
     * @param from where it begins
     * @param to where it ends
     * @param ticks its ticks
     * @param argb colour, 0xAARRGGBB
     */
    record Ruler(Point from, Point to, List<Tick> ticks, int argb) implements Mark {
        /** Copies the ticks. */
        public Ruler {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * One tick of a ruler.
     *
     * @param at where, on the ruler
     * @param length in output units; ticks point to the left of a ruler that runs down and up from one that runs right
     * @param label beside it; may be empty
     */
    record Tick(Point at, double length, String label) {}
}
