package foramen.domain.delivery;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanAssessment;
import java.util.List;
import java.util.Optional;

/**
 * All that can be read off a case over all its clips, for documents: read once by {@link FindingsReader}.
 *
 * @param measurements every measured annotation that counts, in drawing order
 * @param sides the side-to-side comparisons that can be made
 * @param plans every needle plan, in order
 */
public record CaseFindings(List<Measured> measurements, List<Comparison.Made> sides, List<Planned> plans) {
    /** Copies the lists. */
    public CaseFindings {
        measurements = List.copyOf(measurements);
        sides = List.copyOf(sides);
        plans = List.copyOf(plans);
    }

    /**
     * What was measured on one annotation.
     *
     * @param annotation what was drawn
     * @param structure what it shows
     * @param readings its values, at full precision, or why there are none
     */
    public record Measured(Annotation annotation, Structure structure, List<Reading> readings) {
        /** Copies the readings. */
        public Measured {
            readings = List.copyOf(readings);
        }
    }

    /**
     * What follows from one needle plan.
     *
     * @param plan the plan
     * @param assessment lengths, margins and warnings; empty where its clip is not at hand
     * @param why why there is no assessment, one sentence; empty where there is one
     */
    public record Planned(NeedlePlan plan, Optional<PlanAssessment> assessment, String why) {}
}
