package foramen.domain.plan;

/**
 * Something the operator should be told about a plan.
 *
 * @param code which rule
 * @param level how grave
 * @param target number of the target it is about, from 1; 0 for the whole plan
 * @param subject identifier of the structure or annotation it is about; empty for none
 * @param words one sentence
 * @param source where the rule comes from; may be empty
 */
public record PlanWarning(Code code, Level level, int target, String subject, String words, String source) {
    /** Its sentence, where the target is told beside it. */
    public String bare() {
        String prefix = prefix(target);
        return words.startsWith(prefix) ? words.substring(prefix.length()) : words;
    }

    static String prefix(int target) {
        return "Target " + target + ": ";
    }

    /** The rules that warn; names are stored. */
    public enum Code {
        /** The path meets or passes too near a guarded structure. */
        MARGIN,
        /** Closer than the rule in another frame of the range. */
        WORST_CASE,
        /** The distance keeps the rule, but its 95 % limit does not. */
        UNCERTAIN_MARGIN,
        /** The way crosses what it must not, or no distance can be told, for want of a scale. */
        NO_SCALE,
        /** The chosen needle does not reach, or none of the stock list does. */
        NEEDLE_SHORT,
        /** The chosen needle is much too long. */
        NEEDLE_SPARE,
        /** A Doppler sweep is asked for and not ticked. */
        DOPPLER,
        /** The shaft of an out-of-plane needle is not seen. */
        SHAFT_UNSEEN,
        /** Distance to the plane is not measured. */
        PUNCTURE_UNMEASURED,
        /** An out-of-plane needle meets the plane away from the target. */
        MISSES_TARGET,
        /** The file names a curved array but no skin arc was set. */
        SKIN_ARC_MISSING,
        /** The arc that was set cannot be a probe's. */
        SKIN_ARC_REFUSED,
        /** The plan is of another side than the one treated, or than the clip shows. */
        SIDE,
        /** The entry point lies off the skin arc, or below the transducer face. */
        ENTRY_OFF_SKIN,
        /** A clinic's own needle rules cannot be used, so that others than theirs are asked. */
        CLINIC_FILE
    }

    /** How grave a warning is. */
    public enum Level {
        /** To be read. */
        WARN,
        /** Not to be done unless overridden with a reason. */
        BLOCK
    }
}
