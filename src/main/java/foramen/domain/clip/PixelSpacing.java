package foramen.domain.clip;

/**
 * Pixel Spacing (0028,0030), the second rung of the ladder; the file lists rows first.
 *
 * @param rowMm millimetres from a row to the next: downward
 * @param columnMm millimetres from a column to the next: across
 */
public record PixelSpacing(double rowMm, double columnMm) {
    /** Whether both are positive and finite. */
    public boolean isUsable() {
        return rowMm > 0 && columnMm > 0 && Double.isFinite(rowMm + columnMm);
    }
}
