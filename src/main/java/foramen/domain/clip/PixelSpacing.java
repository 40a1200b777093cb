package foramen.domain.clip;

/**
 * Pixel Spacing (0028,0030), the second rung of the ladder, or Presentation Pixel Spacing (0070,0101), the third; the
 * file lists rows first.
 *
 * @param rowMm millimetres from a row to the next: downward
 * @param columnMm millimetres from a column to the next: across
 * @param calibrationType Pixel Spacing Calibration Type (0028,0A02), {@code GEOMETRY} or {@code FIDUCIAL}; else empty
 */
public record PixelSpacing(double rowMm, double columnMm, String calibrationType) {
    /** A spacing that does not say how it was calibrated. */
    public PixelSpacing(double rowMm, double columnMm) {
        this(rowMm, columnMm, "");
    }

    /** Whether both are lengths that a pixel of an ultrasound picture can have. */
    public boolean isUsable() {
        return Scale.isPlausible(rowMm) && Scale.isPlausible(columnMm);
    }

    Scale.Known scale(CalibrationSource source) {
        return new Scale.Known(columnMm, rowMm, source,
                calibrationType.isEmpty() ? "" : "Calibration type " + calibrationType + ".");
    }
}
