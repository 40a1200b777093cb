package foramen.domain.clip;

import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.Locale;

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

        /** The same scale with more to say; each note is a sentence. */
        public Known noting(String more) {
            return more.isEmpty()
                    ? this
                    : new Known(mmPerPixelX, mmPerPixelY, source, note.isEmpty() ? more : note + " " + more);
        }

        /** Whether both axes agree with {@code o} to {@code relative}. */
        public boolean agrees(Known o, double relative) {
            return agree(mmPerPixelX, o.mmPerPixelX, relative) && agree(mmPerPixelY, o.mmPerPixelY, relative);
        }

        private static boolean agree(double a, double b, double relative) {
            return Math.abs(a - b) <= relative * Math.max(a, b);
        }

        /** The size of a pixel in words, for people to compare. */
        public String perPixel() {
            return String.format(Locale.ROOT, "%.4f × %.4f mm a pixel", mmPerPixelX, mmPerPixelY);
        }

        /** {@code pixels} across in millimetres. */
        public double mmAcross(double pixels) {
            return pixels * mmPerPixelX;
        }

        /** {@code pixels} down in millimetres. */
        public double mmDown(double pixels) {
            return pixels * mmPerPixelY;
        }

        /** {@code mm} across in pixels. */
        public double pixelsAcross(double mm) {
            return mm / mmPerPixelX;
        }

        /** {@code mm} down in pixels. */
        public double pixelsDown(double mm) {
            return mm / mmPerPixelY;
        }

        /** {@code s}, in millimetres, back in pixels. */
        public Segment toPixels(Segment s) {
            return s.scaled(1 / mmPerPixelX, 1 / mmPerPixelY);
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
