package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import java.time.Instant;

/**
 * What is exported.
 *
 * @param casefile the case; of its annotations only those that count are kept
 * @param clip the open clip
 * @param frameIndex the frame, from 0
 * @param at when the export is made
 * @param operator who makes it; may be empty
 * @param softwareVersion the version that made it
 */
public record ExportSubject(Case casefile, Clip clip, int frameIndex, Instant at, String operator,
        String softwareVersion) {
    /** Leaves out what does not count, such as followed outlines that were rejected. */
    public ExportSubject {
        casefile = casefile.counted();
    }

    /** The frame as annotations name it. */
    public FrameRef frame() {
        return new FrameRef(clip.info().identity().sopInstanceUid(), frameIndex);
    }

    /** The clip's calibration as it holds in the case. */
    public Calibration calibration() {
        return casefile.calibrationOf(clip.info());
    }
}
