package foramen.phantom;

import foramen.geometry.Point;
import foramen.geometry.Polygon;

/**
 * The true border of one structure in one frame.
 *
 * @param structure its id in the structure catalogue
 * @param polygon in continuous image pixels, rounded to a hundredth
 * @param areaMm2 exactly the shoelace area of {@code polygon} times the millimetres per pixel both ways
 * @param perimeterMm length of {@code polygon} in millimetres
 */
public record PhantomOutline(String structure, Polygon polygon, double areaMm2, double perimeterMm) {
    private static final double HUNDREDTHS = 100;

    /** The outline with the numbers that follow from it; {@code pixels} is rounded first. */
    static PhantomOutline of(String structure, Polygon pixels, double mmPerPixelX, double mmPerPixelY) {
        Polygon rounded = new Polygon(pixels.vertices().stream().map(
                p -> new Point(Math.rint(p.x() * HUNDREDTHS) / HUNDREDTHS,
                        Math.rint(p.y() * HUNDREDTHS) / HUNDREDTHS))
                .toList());
        return new PhantomOutline(structure, rounded, rounded.area() * mmPerPixelX * mmPerPixelY,
                rounded.scaled(mmPerPixelX, mmPerPixelY).perimeter());
    }
}
