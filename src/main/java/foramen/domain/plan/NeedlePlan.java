package foramen.domain.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;

/**
 * A planned in-plane needle path on one frame.
 *
 * @param id stable identifier
 * @param frame the frame it is planned on
 * @param entry where the needle passes the skin, in continuous image pixels
 * @param target where its tip shall lie
 * @param laterality the side
 * @param targetName what the target is, in the operator's words
 * @param needleId the chosen needle of the stock list, or empty
 * @param note free words, may be empty
 * @param author who planned
 * @param plannedAt when last changed
 */
public record NeedlePlan(String id, FrameRef frame, Point entry, Point target, Laterality laterality,
        String targetName, String needleId, String note, String author, Instant plannedAt) {
    /** The straight path from entry to target. */
    public Segment path() {
        return new Segment(entry, target);
    }

    /** The same plan with another entry point. */
    public NeedlePlan withEntry(Point next, Instant at) {
        return new NeedlePlan(id, frame, next, target, laterality, targetName, needleId, note, author, at);
    }

    /** The same plan with another target. */
    public NeedlePlan withTarget(Point next, Instant at) {
        return new NeedlePlan(id, frame, entry, next, laterality, targetName, needleId, note, author, at);
    }

    /** The same plan on another side. */
    public NeedlePlan withLaterality(Laterality next) {
        return new NeedlePlan(id, frame, entry, target, next, targetName, needleId, note, author, plannedAt);
    }

    /** The same plan with the target named otherwise. */
    public NeedlePlan withTargetName(String next) {
        return new NeedlePlan(id, frame, entry, target, laterality, next, needleId, note, author, plannedAt);
    }

    /** The same plan with another needle. */
    public NeedlePlan withNeedle(String next) {
        return new NeedlePlan(id, frame, entry, target, laterality, targetName, next, note, author, plannedAt);
    }

    /** The same plan with another note. */
    public NeedlePlan withNote(String next) {
        return new NeedlePlan(id, frame, entry, target, laterality, targetName, needleId, next, author, plannedAt);
    }
}
