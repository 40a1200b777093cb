package foramen.domain.clip;

/** What is to be said about a scale that somebody is about to set by hand. */
public sealed interface CalibrationVerdict {
    /** One or two sentences for the operator. */
    String words();

    /**
     * It cannot be set.
     *
     * @param words why
     */
    record Refused(String words) implements CalibrationVerdict {}

    /**
     * It can be set; the file has no scale of its own there.
     *
     * @param scale what it will be
     * @param words what it will be, and where it will hold
     */
    record Ready(Scale.Known scale, String words) implements CalibrationVerdict {}

    /**
     * It can be set, but the file has a scale there, and the operator must want to replace it.
     *
     * @param scale what it will be
     * @param words by how much the two differ
     */
    record Confirm(Scale.Known scale, String words) implements CalibrationVerdict {}

    /**
     * The maker protected the scale of this region (flags bit 1, PS3.3 C.8.5.5.1.3): only with a typed reason.
     *
     * @param scale what it will be
     * @param words by how much the two differ, and what is asked
     */
    record NeedsReason(Scale.Known scale, String words) implements CalibrationVerdict {}
}
