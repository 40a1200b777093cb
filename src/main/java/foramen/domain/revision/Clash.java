package foramen.domain.revision;

/**
 * Why two edits cannot be put together.
 *
 * @param reason in general
 * @param mine what I touched
 * @param theirs what the other touched
 */
public record Clash(Reason reason, Subject mine, Subject theirs) {
    /** Reasons. */
    public enum Reason {
        /** Both changed it, and not to the same. */
        SAME_THING,
        /** What is given was checked against weight, risks, side, and everything else that is given. */
        DOSE,
        /** A needle was planned at another scale. */
        SCALE,
        /** A needle was planned past other outlines. */
        OUTLINES,
        /** Something lies on a clip that is no longer in the case. */
        CLIP_GONE
    }
}
