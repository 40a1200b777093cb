package foramen.domain.plan;

import java.time.Instant;

/**
 * A warning that somebody overrode, and why.
 *
 * @param code which rule
 * @param target number of the target it is about, from 1; 0 for the whole plan
 * @param subject the structure it is about; empty for none
 * @param words the warning as it stood then
 * @param reason typed, not blank
 * @param author who overrode it
 * @param at when
 */
public record PlanOverride(PlanWarning.Code code, int target, String subject, String words, String reason,
        String author, Instant at) {
    /** Refuses an override without a reason. */
    public PlanOverride {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An override needs a reason");
        }
    }

    /** Overrides {@code warning}. */
    public static PlanOverride of(PlanWarning warning, String reason, String author, Instant at) {
        return new PlanOverride(warning.code(), warning.target(), warning.subject(), warning.words(), reason, author,
                at);
    }

    /** The same about a target that has another number now. */
    PlanOverride withTarget(int next) {
        return new PlanOverride(code, next, subject, words, reason, author, at);
    }

    /** Whether {@code warning} is the one that was overridden: the same rule, target and structure. */
    public boolean covers(PlanWarning warning) {
        return code == warning.code() && target == warning.target() && subject.equals(warning.subject());
    }
}
