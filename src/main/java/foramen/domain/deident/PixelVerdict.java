package foramen.domain.deident;

/** What can be said of text in the picture of a copy. */
public enum PixelVerdict {
    /** What lies outside of what is kept is overwritten. */
    MASKED,
    /** Somebody says that there is none. */
    DECLARED,
    /** There may be some. */
    LEFT,
    /** Nobody knows, and nobody has decided. */
    UNDECIDED,
    /** It has no picture, only what was drawn on one. */
    DRAWINGS
}
