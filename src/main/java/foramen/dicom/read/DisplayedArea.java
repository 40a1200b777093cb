package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * The part of an image that a presentation state shows (PS3.3 C.10.4), which coordinates in DISPLAY units are relative
 * to. Its corners are named as they are seen, so that flips and half turns lie in their order; a quarter turn swaps the
 * axes.
 *
 * @param left first corner's column, from 1
 * @param top first corner's row, from 1
 * @param right last corner's column
 * @param bottom last corner's row
 * @param isQuarterTurned whether rows are shown as columns
 */
record DisplayedArea(double left, double top, double right, double bottom, boolean isQuarterTurned) {
    static Optional<DisplayedArea> of(DataSet item, int rotation) {
        List<Double> first = item.reals(PresentationTag.DISPLAYED_AREA_TOP_LEFT);
        List<Double> last = item.reals(PresentationTag.DISPLAYED_AREA_BOTTOM_RIGHT);
        return first.size() < 2 || last.size() < 2
                ? Optional.empty()
                : Optional.of(new DisplayedArea(first.get(0), first.get(1), last.get(0), last.get(1),
                        rotation % 180 != 0));
    }

    /** The image point at {@code u}, {@code v} of the display, 0 to 1 each, in continuous image pixels. */
    Point at(double u, double v) {
        return isQuarterTurned
                ? new Point(along(left, right, v), along(top, bottom, u))
                : new Point(along(left, right, u), along(top, bottom, v));
    }

    /** Pixel numbers count from 1 and name whole pixels; both outer edges belong to the area. */
    private static double along(double first, double last, double t) {
        return first <= last ? first - 1 + t * (last - first + 1) : first - t * (first - last + 1);
    }
}
