package foramen.domain.clip;

/**
 * Pixel Spacing (0028,0030), the second rung of the ladder; the file lists rows first.
 *
 * @param rowMm millimetres from a row to the next: downward
 * @param columnMm millimetres from a column to the next: across
 */
public record PixelSpacing(double rowMm, double columnMm) {
    /** Whether both are lengths that a pixel of an ultrasound picture can have. */
    public boolean isUsable() {
        return Scale.isPlausible(rowMm) && Scale.isPlausible(columnMm);
    }
}
