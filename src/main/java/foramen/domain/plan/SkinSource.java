package foramen.domain.plan;

/** Where the form of the skin line comes from. */
public enum SkinSource {
    /** The file names a linear array: Transducer Type (0018,6031) or Transducer Geometry Code Sequence (0018,980D). */
    FILE_LINEAR("straight, the file names a linear array"),
    /** An arc that the operator set. */
    OPERATOR_ARC("arc set by the operator"),
    /** Neither: the top of the picture counts as straight. */
    ASSUMED_STRAIGHT("taken as straight"),
    /** The file names a curved array, but nobody has set its arc. */
    ARC_MISSING("taken as straight, though the file names a curved array");

    private final String words;

    SkinSource(String words) {
        this.words = words;
    }

    /** In words, for the middle of a sentence. */
    public String words() {
        return words;
    }
}
