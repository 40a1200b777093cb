package foramen.domain.preference;

/** What dragging with the left button does where the select tool finds nothing to hold. */
public enum FreeDrag {
    /** Contrast and brightness; the default (field notes 1). */
    WINDOW,
    /** Moves the picture. */
    PAN,
    /** Zooms. */
    ZOOM
}
