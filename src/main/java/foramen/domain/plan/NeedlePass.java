package foramen.domain.plan;

import foramen.geometry.Point;
import foramen.geometry.Segment;

/**
 * One straight way of a needle from the skin to one target. Ways that begin at one point share a site.
 *
 * @param entry where the needle passes the skin, in continuous image pixels
 * @param target where its tip shall lie
 * @param targetName what the target is, in the operator's words
 * @param ruleId which margin rule of the needle rules was chosen for it; empty for the one that follows from the target
 */
public record NeedlePass(Point entry, Point target, String targetName, String ruleId) {
    /** The straight path from entry to target. */
    public Segment path() {
        return new Segment(entry, target);
    }

    /** The same way to another target, or from another entry. */
    public NeedlePass withPath(Segment next) {
        return new NeedlePass(next.a(), next.b(), targetName, ruleId);
    }

    /** The same way under another margin rule. */
    public NeedlePass withRule(String next) {
        return new NeedlePass(entry, target, targetName, next);
    }

    /** The same way with its target named otherwise. */
    public NeedlePass withTargetName(String next) {
        return new NeedlePass(entry, target, next, ruleId);
    }
}
