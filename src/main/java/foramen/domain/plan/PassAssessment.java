package foramen.domain.plan;

import java.util.List;
import java.util.Optional;

/**
 * What follows from one way of a plan.
 *
 * @param number of the target, from 1
 * @param site number of the entry, from 1
 * @param pass the way
 * @param rule the margin rule that holds for its target
 * @param reading depth, lengths and angles of the line from entry to target
 * @param puncture where an out-of-plane needle goes; empty in plane, without a scale and without a measured distance
 * @param needle whether a needle reaches; empty without a length
 * @param margins how it keeps clear of what is guarded, nearest first
 * @param crossings what it crosses on the planned frame, in order along the path
 */
public record PassAssessment(int number, int site, NeedlePass pass, TargetRule rule, NeedleReading reading,
        Optional<PunctureReading> puncture, Optional<NeedleChoice> needle, List<MarginReading> margins,
        List<Crossing> crossings) {
    /** Copies the lists. */
    public PassAssessment {
        margins = List.copyOf(margins);
        crossings = List.copyOf(crossings);
    }
}
