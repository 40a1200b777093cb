package foramen.domain.plan;

/** Which way an in-plane needle comes, as the patient lies. */
public enum NeedleDirection {
    MEDIAL_TO_LATERAL("medial to lateral"), LATERAL_TO_MEDIAL("lateral to medial"), CRANIAL_TO_CAUDAL(
            "cranial to caudal"), CAUDAL_TO_CRANIAL("caudal to cranial"), POSTERIOR_TO_ANTERIOR(
                    "posterior to anterior"), ANTERIOR_TO_POSTERIOR("anterior to posterior"),
    /** Not said. */
    UNSPECIFIED("direction not set");

    private final String words;

    NeedleDirection(String words) {
        this.words = words;
    }

    /** In lower-case words, for the middle of a sentence. */
    public String words() {
        return words;
    }
}
