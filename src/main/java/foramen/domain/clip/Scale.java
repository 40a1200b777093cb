package foramen.domain.clip;

import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;

/** The answer to "how many millimetres is a pixel here?": a scale with its source, or the reason there is none. */
public sealed interface Scale {
    /** Finest and coarsest pixel that any ultrasound picture of a body has, mm (engineering default). */
    double FINEST_MM = 0.001;
    double COARSEST_MM = 10;

    /** Whether a pixel of an ultrasound picture can be {@code mmPerPixel} wide; never for what is not a number. */
    static boolean isPlausible(double mmPerPixel) {
        return mmPerPixel >= FINEST_MM && mmPerPixel <= COARSEST_MM;
    }

    /**
     * A known scale. Shapes go to millimetres only through here.
     *
     * @param mmPerPixelX millimetres per pixel across, positive
     * @param mmPerPixelY millimetres per pixel down, positive
     * @param source where it comes from
     * @param note what the operator ought to know about it; may be empty
     */
    record Known(double mmPerPixelX, double mmPerPixelY, CalibrationSource source, String note) implements Scale {
        /** Refuses a scale that is not positive and finite. */
        public Known {
            if (!(mmPerPixelX > 0) || !(mmPerPixelY > 0) || !Double.isFinite(mmPerPixelX + mmPerPixelY)) {
                throw new IllegalArgumentException("No scale: " + mmPerPixelX + " × " + mmPerPixelY + " mm");
            }
        }

        /** {@code p} in millimetres from the image's corner. */
        public Point toMm(Point p) {
            return p.scaled(mmPerPixelX, mmPerPixelY);
        }

        /** {@code s} in millimetres. */
        public Segment toMm(Segment s) {
            return s.scaled(mmPerPixelX, mmPerPixelY);
        }

        /** {@code e} in millimetres. */
        public Ellipse toMm(Ellipse e) {
            return e.scaled(mmPerPixelX, mmPerPixelY);
        }

        /** {@code p} in millimetres. */
        public Polygon toMm(Polygon p) {
            return p.scaled(mmPerPixelX, mmPerPixelY);
        }
    }

    /**
     * No scale: pixels only.
     *
     * @param reason one sentence for the operator
     */
    record Unknown(String reason) implements Scale {}
}
