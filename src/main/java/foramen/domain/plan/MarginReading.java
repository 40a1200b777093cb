package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.geometry.Segment;
import java.util.Optional;

/**
 * How a needle path keeps clear of one nerve, vessel, bone or no-go zone. Distances are signed: positive outside,
 * nought on the border, negative for the depth inside an area.
 *
 * @param subject identifier of the annotation on the planned frame; of the nearest one where only other frames have it
 * @param name as told
 * @param structureId which structure
 * @param kind what sort of structure
 * @param here on the planned frame, where it is drawn there
 * @param worst over the frames of the range, where it is drawn on others
 * @param limit what the rule asks for
 */
public record MarginReading(String subject, String name, String structureId, Structure.Kind kind,
        Optional<Clear> here, Optional<Worst> worst, TargetRule.Limit limit) {
    /**
     * Distances on one frame.
     *
     * @param pathMm from the whole path; out of plane from where the tip meets the plane
     * @param tipMm from the tip
     * @param uncertainty of {@code pathMm}
     * @param tipUncertainty of {@code tipMm}
     * @param link from the path to the nearest place of the structure, in image pixels
     */
    public record Clear(double pathMm, double tipMm, Uncertainty uncertainty, Uncertainty tipUncertainty,
            Segment link) {
        /** The distance from the path that the true one is not below, with 95 % confidence. */
        public double pathMargin95() {
            return uncertainty.margin95(pathMm);
        }

        /** The distance from the tip that the true one is not below, with 95 % confidence. */
        public double tipMargin95() {
            return tipUncertainty.margin95(tipMm);
        }
    }

    /**
     * The nearest of all frames of the range.
     *
     * @param frame index of that frame, from 0
     * @param clear its distances
     */
    public record Worst(int frame, Clear clear) {}

    /** The smallest distance from the path, on whichever frame. */
    public double leastMm() {
        return Math.min(here.map(Clear::pathMm).orElse(Double.POSITIVE_INFINITY),
                worst.map(w -> w.clear().pathMm()).orElse(Double.POSITIVE_INFINITY));
    }
}
