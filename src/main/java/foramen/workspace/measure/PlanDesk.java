package foramen.workspace.measure;

import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.PlanRecordReader;
import foramen.domain.plan.NeedleRules;
import foramen.job.JobRunner;

/**
 * What reads needle plans.
 *
 * @param rules needles, bands and margins
 * @param readings what follows from a plan
 * @param records the record of a plan beside its geometry
 * @param clips the scales of the case's other clips, such as the one of the procedure
 * @param worst works out plans over a range of frames
 */
public record PlanDesk(NeedleRules rules, CaseReadings readings, PlanRecordReader records, OtherClips clips,
        WorstCases worst) {
    /**
     * A desk that reads files in {@code jobs}.
     *
     * @param reader opens the case's other clips
     * @param worst works out plans over a range of frames, for the picture as well
     */
    public static PlanDesk of(NeedleRules rules, CaseReadings readings, PlanRecordReader records, ClipReader reader,
            JobRunner jobs, WorstCases worst) {
        return new PlanDesk(rules, readings, records, new OtherClips(reader, jobs), worst);
    }
}
