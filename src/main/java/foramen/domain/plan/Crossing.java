package foramen.domain.plan;

/**
 * A structure that the path crosses.
 *
 * @param subject identifier of the annotation
 * @param name as told
 * @param structureId which structure
 * @param fromMm where it begins, from the entry point along the path, mm
 * @param toMm where it ends, mm; the same as {@code fromMm} for a line
 */
public record Crossing(String subject, String name, String structureId, double fromMm, double toMm) {
    /** How much of the path lies in it, mm. */
    public double lengthMm() {
        return toMm - fromMm;
    }
}
