package foramen.phantom;

import foramen.domain.clip.Region;
import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * Where things stand on the scanner's screen.
 *
 * @param columns width in pixels
 * @param rows height in pixels
 * @param probe the array whose sector is shown
 * @param deltaCm centimetres per pixel, both ways
 * @param faceColumn column of the pixel whose centre is the middle of the probe's face
 * @param faceRow row of that pixel
 * @param left first column of the picture
 * @param right last column of the picture
 * @param banner rows that the banner takes
 */
record ScreenLayout(int columns, int rows, CurvedArray probe, double deltaCm, int faceColumn, int faceRow, int left,
        int right, int banner) {
    private static final int GREY_BAR_DATA = 0x0D;
    private static final long SCALING_PROTECTED = 0b10;

    static ScreenLayout of(int columns, int rows, CurvedArray probe) {
        int banner = (int) Math.rint(rows * 0.1);
        double free = rows * 0.965 - banner;
        double wide = 2 * (probe.radiusMm() + 0.6 * probe.depthMm()) * StrictMath.sin(probe.halfAngle());
        double mm = Math.max((probe.depthMm() + probe.sagMm()) / free, wide / (columns * 0.82));
        double deltaCm = Math.ceil(mm * 200) / 2000;
        int side = (int) Math.rint(columns * 0.085);
        return new ScreenLayout(columns, rows, probe, deltaCm, columns / 2,
                banner + (int) Math.ceil(probe.sagMm() / (10 * deltaCm)) + 1, side, columns - 1 - side, banner);
    }

    double mmPerPixel() {
        return 10 * deltaCm;
    }

    /** Continuous image pixels of a point of the probe's plane. */
    Point toPixels(Point mm) {
        return new Point(faceColumn + 0.5 + mm.x() / mmPerPixel(), faceRow + 0.5 + mm.y() / mmPerPixel());
    }

    /** The point of the probe's plane, mm, at continuous image pixels. */
    Point toMm(Point pixel) {
        return new Point((pixel.x() - faceColumn - 0.5) * mmPerPixel(), (pixel.y() - faceRow - 0.5) * mmPerPixel());
    }

    /** The tissue region: the rectangle round the sector as far as it is shown. */
    Region tissue() {
        Point corner = toPixels(new Point(0, -probe.sagMm()));
        Point deepest = toPixels(new Point(0, probe.depthMm()));
        double half = (probe.radiusMm() + probe.depthMm()) * StrictMath.sin(probe.halfAngle()) / mmPerPixel();
        int minX = Math.max(left, (int) Math.floor(faceColumn + 0.5 - half));
        int maxX = Math.min(right, (int) Math.ceil(faceColumn + 0.5 + half));
        int minY = (int) Math.floor(corner.y());
        int maxY = Math.min(rows - 1, (int) Math.ceil(deepest.y()));
        return new Region(1, 1, SCALING_PROTECTED, minX, minY, maxX, maxY,
                Optional.of(new Point(faceColumn - minX, faceRow - minY)), 0, 0, Region.UNIT_CM, Region.UNIT_CM,
                deltaCm, deltaCm);
    }

    /** The grey bar, without units. */
    Region greyBar() {
        int minX = (int) Math.rint(columns * 0.022);
        int minY = banner + (int) Math.rint(rows * 0.05);
        return new Region(5, GREY_BAR_DATA, 0, minX, minY, minX + Math.max(4, columns / 64),
                minY + (int) Math.rint(rows * 0.3), Optional.empty(), 0, 0, 0, 0, 1, 1);
    }

    List<Region> regions() {
        return List.of(tissue(), greyBar());
    }
}
