package foramen.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * What a plan says beyond its first needle path.
 *
 * @param version how often the plan was changed, from 1
 * @param ruleId margin rule chosen for the first target; empty for the one that follows from the target
 * @param further the other targets, in order
 * @param approach how the needle is brought in
 * @param range frames over which the worst case is taken; empty for the planned frame alone
 * @param overrides warnings that were overridden, oldest first
 * @param actual the needle as seen in the procedure, oldest first
 */
public record PlanDetail(int version, String ruleId, List<NeedlePass> further, Approach approach,
        Optional<FrameRange> range, List<PlanOverride> overrides, List<ActualNeedle> actual) {
    /** Nothing more than the first path. */
    public static final PlanDetail FIRST = new PlanDetail(1, "", List.of(), Approach.PLAIN, Optional.empty(),
            List.of(), List.of());

    /** Copies the lists. */
    public PlanDetail {
        further = List.copyOf(further);
        overrides = List.copyOf(overrides);
        actual = List.copyOf(actual);
    }

    /** The same in another version. */
    public PlanDetail withVersion(int next) {
        return new PlanDetail(next, ruleId, further, approach, range, overrides, actual);
    }

    /** The same with another rule for the first target. */
    public PlanDetail withRule(String next) {
        return new PlanDetail(version, next, further, approach, range, overrides, actual);
    }

    /** The same with other further targets. */
    public PlanDetail withFurther(List<NeedlePass> next) {
        return new PlanDetail(version, ruleId, next, approach, range, overrides, actual);
    }

    /** The same with another approach. */
    public PlanDetail withApproach(Approach next) {
        return new PlanDetail(version, ruleId, further, next, range, overrides, actual);
    }

    /** The same with the worst case over other frames. */
    public PlanDetail withRange(Optional<FrameRange> next) {
        return new PlanDetail(version, ruleId, further, approach, next, overrides, actual);
    }

    /** The same with one more override; an earlier one of the same warning gives way. */
    public PlanDetail withOverride(PlanOverride next) {
        List<PlanOverride> all = new ArrayList<>(overrides);
        all.removeIf(o -> o.code() == next.code() && o.target() == next.target()
                && o.subject().equals(next.subject()));
        all.add(next);
        return new PlanDetail(version, ruleId, further, approach, range, all, actual);
    }

    /** The same without one override. */
    public PlanDetail withoutOverride(PlanOverride gone) {
        return new PlanDetail(version, ruleId, further, approach, range,
                overrides.stream().filter(o -> !o.equals(gone)).toList(), actual);
    }

    /** The same without the overrides about one target and the needles seen on their way there. */
    PlanDetail withoutTarget(int number) {
        return new PlanDetail(version, ruleId, further, approach, range,
                overrides.stream().filter(o -> o.target() != number).toList(),
                actual.stream().filter(a -> a.targetNumber() != number).toList());
    }

    /** The same where targets have other numbers; 0, for the whole plan, stays. */
    PlanDetail renumbered(IntUnaryOperator next) {
        return new PlanDetail(version, ruleId, further, approach, range,
                overrides.stream().map(o -> o.withTarget(o.target() == 0 ? 0 : next.applyAsInt(o.target()))).toList(),
                actual.stream().map(a -> a.withTargetNumber(next.applyAsInt(a.targetNumber()))).toList());
    }

    /** The same with other needles seen. */
    public PlanDetail withActual(List<ActualNeedle> next) {
        return new PlanDetail(version, ruleId, further, approach, range, overrides, next);
    }
}
