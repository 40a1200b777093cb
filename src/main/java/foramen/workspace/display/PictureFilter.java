package foramen.workspace.display;

/** Filters for the eye; nothing is ever measured on what they give. */
public enum PictureFilter {
    /** The picture as stored. */
    NONE,
    /** The median of 3 by 3 pixels. */
    MEDIAN,
    /** A Gaussian of 1.5 pixels (engineering default). */
    SMOOTH,
    /** Speckle taken off even tissue, edges left (Lee 1980). */
    DESPECKLE
}
