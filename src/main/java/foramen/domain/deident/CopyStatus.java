package foramen.domain.deident;

/** The three ways the copying of a file can end. */
public enum CopyStatus {
    /** There is a copy, and it was checked. */
    DONE,
    /** The file is sound, but it is no image, or somebody has to decide something first. */
    REFUSED,
    /** It could not be done. */
    FAILED
}
