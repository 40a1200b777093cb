package foramen.workspace.measure;

import foramen.domain.clip.ClipReader;
import foramen.job.JobRunner;

/**
 * What the measuring of swelling and its neighbours works with.
 *
 * @param thresholds what values are held against
 * @param swelling compares areas
 * @param tissues measures muscles, ligaments and calcifications
 * @param clips the scales of the case's other clips
 * @param echo echo intensities of the open clip
 * @param jobs where questions are worked out that look at all of a case, one at a time because the readings remember the last
 */
public record SwellingDesk(ThresholdsInUse thresholds, SwellingReadings swelling, TissueReadings tissues,
        OtherClips clips, EchoDesk echo, JobRunner jobs) {
    /**
     * A desk that reads files and pictures in {@code jobs}.
     *
     * @param thresholds what values are held against
     * @param reader opens the case's other clips
     */
    public static SwellingDesk of(ThresholdsInUse thresholds, ClipReader reader, JobRunner jobs) {
        return new SwellingDesk(thresholds, new SwellingReadings(thresholds.thresholds()),
                new TissueReadings(thresholds.thresholds()), new OtherClips(reader, jobs), new EchoDesk(jobs), jobs);
    }
}
