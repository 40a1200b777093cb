package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import java.time.Instant;
import java.util.List;

/**
 * What is exported.
 *
 * @param casefile the case; of its annotations only those that count are kept
 * @param clip the open clip
 * @param frameIndex the frame, from 0
 * @param at when the export is made
 * @param operator who makes it; may be empty
 * @param softwareVersion the version that made it
 * @param companions what was written in the same export before, which it may name
 */
public record ExportSubject(Case casefile, Clip clip, int frameIndex, Instant at, String operator,
        String softwareVersion, List<Companion> companions) {
    /** Leaves out what does not count, such as followed outlines that were rejected. */
    public ExportSubject {
        casefile = casefile.counted();
        companions = List.copyOf(companions);
    }

    /** A document by itself. */
    public ExportSubject(Case casefile, Clip clip, int frameIndex, Instant at, String operator,
            String softwareVersion) {
        this(casefile, clip, frameIndex, at, operator, softwareVersion, List.of());
    }

    /** The same on another frame, beside {@code others}. */
    public ExportSubject on(int frame, List<Companion> others) {
        return new ExportSubject(casefile, clip, frame, at, operator, softwareVersion, others);
    }

    /** The frame as annotations name it. */
    public FrameRef frame() {
        return new FrameRef(clip.info().identity().sopInstanceUid(), frameIndex);
    }

    /** The same export, of another frame or clip of the case. */
    public ExportSubject on(Clip otherClip, int otherFrame) {
        return new ExportSubject(casefile, otherClip, otherFrame, at, operator, softwareVersion);
    }

    /** The clip's calibration as it holds in the case. */
    public Calibration calibration() {
        return casefile.calibrationOf(clip.info());
    }
}
