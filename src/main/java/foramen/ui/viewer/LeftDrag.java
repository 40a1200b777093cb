package foramen.ui.viewer;

/** What the left mouse button does on the picture. */
public enum LeftDrag {
    /** Works with the chosen drawing tool. */
    TOOL,
    /** Changes contrast and brightness. */
    WINDOW,
    /** Moves the picture. */
    PAN,
    /** Zooms. */
    ZOOM
}
