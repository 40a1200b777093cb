package foramen.domain.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A needle planned on one frame, to one target or several. It is a pre-procedure plan, not real-time guidance.
 *
 * @param id stable identifier
 * @param frame the frame it is planned on
 * @param entry where the needle passes the skin on its way to the first target, in continuous image pixels
 * @param target where its tip shall lie first
 * @param laterality the side
 * @param targetName what the first target is, in the operator's words
 * @param needleId the chosen needle of the stock list, or empty
 * @param note free words, may be empty
 * @param author who planned
 * @param plannedAt when last changed
 * @param detail further targets, approach, worst case, overrides, and the needle as it was seen
 */
public record NeedlePlan(String id, FrameRef frame, Point entry, Point target, Laterality laterality,
        String targetName, String needleId, String note, String author, Instant plannedAt, PlanDetail detail) {
    /** What every plan, shown or written, says of itself. */
    public static final String DISCLAIMER = "Pre-procedure plan, not real-time guidance.";

    /** A plan of one in-plane path. */
    public NeedlePlan(String id, FrameRef frame, Point entry, Point target, Laterality laterality, String targetName,
            String needleId, String note, String author, Instant plannedAt) {
        this(id, frame, entry, target, laterality, targetName, needleId, note, author, plannedAt, PlanDetail.FIRST);
    }

    /** The straight path from entry to the first target. */
    public Segment path() {
        return new Segment(entry, target);
    }

    /** All ways to targets, the first one first; target number n is at n - 1. */
    public List<NeedlePass> passes() {
        List<NeedlePass> all = new ArrayList<>();
        all.add(new NeedlePass(entry, target, targetName, detail.ruleId()));
        all.addAll(detail.further());
        return List.copyOf(all);
    }

    /** The number of the site that target {@code number} is reached from, from 1: targets of one entry share a site. */
    public int site(int number) {
        List<Point> entries = passes().stream().map(NeedlePass::entry).distinct().toList();
        return entries.indexOf(passes().get(number - 1).entry()) + 1;
    }

    /** The same plan with another way to target {@code number}, from 1; one beyond the last is added. */
    public NeedlePlan withPass(int number, NeedlePass next, Instant at) {
        if (number == 1) {
            return new NeedlePlan(id, frame, next.entry(), next.target(), laterality, next.targetName(), needleId,
                    note, author, at, detail.withRule(next.ruleId()));
        }
        List<NeedlePass> further = new ArrayList<>(detail.further());
        if (number - 2 == further.size()) {
            further.add(next);
        } else {
            further.set(number - 2, next);
        }
        return withDetail(detail.withFurther(further), at);
    }

    /**
     * The same plan without target {@code number}, what was overridden for it and the needles seen on their way there;
     * those after it move up. The last one left stays.
     */
    public NeedlePlan withoutPass(int number, Instant at) {
        List<NeedlePass> all = new ArrayList<>(passes());
        if (all.size() == 1) {
            return this;
        }
        all.remove(number - 1);
        NeedlePlan first = withPass(1, all.getFirst(), at);
        return first.withDetail(first.detail().withFurther(all.subList(1, all.size())).withoutTarget(number)
                .renumbered(n -> n > number ? n - 1 : n), at);
    }

    /** The same plan with target {@code number} at place {@code to}, both from 1; what was said by number moves along. */
    public NeedlePlan withPassMoved(int number, int to, Instant at) {
        List<NeedlePass> all = new ArrayList<>(passes());
        all.add(to - 1, all.remove(number - 1));
        NeedlePlan first = withPass(1, all.getFirst(), at);
        return first.withDetail(first.detail().withFurther(all.subList(1, all.size())).renumbered(n -> n == number
                ? to
                : n > number && n <= to ? n - 1 : n < number && n >= to ? n + 1 : n), at);
    }

    /** The same plan with another entry point of its first path. */
    public NeedlePlan withEntry(Point next, Instant at) {
        return new NeedlePlan(id, frame, next, target, laterality, targetName, needleId, note, author, at, detail);
    }

    /** The same plan with another first target. */
    public NeedlePlan withTarget(Point next, Instant at) {
        return new NeedlePlan(id, frame, entry, next, laterality, targetName, needleId, note, author, at, detail);
    }

    /** The same plan on another side. */
    public NeedlePlan withLaterality(Laterality next) {
        return new NeedlePlan(id, frame, entry, target, next, targetName, needleId, note, author, plannedAt, detail);
    }

    /** The same plan with the first target named otherwise. */
    public NeedlePlan withTargetName(String next) {
        return new NeedlePlan(id, frame, entry, target, laterality, next, needleId, note, author, plannedAt, detail);
    }

    /** The same plan with another needle. */
    public NeedlePlan withNeedle(String next) {
        return new NeedlePlan(id, frame, entry, target, laterality, targetName, next, note, author, plannedAt, detail);
    }

    /** The same plan with another note. */
    public NeedlePlan withNote(String next) {
        return new NeedlePlan(id, frame, entry, target, laterality, targetName, needleId, next, author, plannedAt,
                detail);
    }

    /** The same plan with more or less said beyond its first path. */
    public NeedlePlan withDetail(PlanDetail next, Instant at) {
        return new NeedlePlan(id, frame, entry, target, laterality, targetName, needleId, note, author, at, next);
    }

    /** The same plan brought in another way. */
    public NeedlePlan withApproach(Approach next, Instant at) {
        return withDetail(detail.withApproach(next), at);
    }

    /** This plan as it follows {@code before}: the next version of it, where anything differs. */
    public NeedlePlan following(NeedlePlan before) {
        return before.equals(this) || detail.version() != before.detail().version()
                ? this
                : withDetail(detail.withVersion(detail.version() + 1), plannedAt);
    }
}
