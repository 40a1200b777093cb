package foramen.ui.viewer;

/** What the left mouse button does on the picture. */
public enum LeftDrag {
    /** Works with the chosen drawing tool. */
    TOOL("Tool", ""),
    /** Changes contrast and brightness. */
    WINDOW("Window and level", "Drag across for contrast, up and down for brightness; double-click resets."),
    /** Moves the picture. */
    PAN("Pan", "Drag to move the picture."),
    /** Zooms. */
    ZOOM("Zoom", "Drag up to come closer, down to step back.");

    private final String label;
    private final String hint;

    LeftDrag(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** What it is called. */
    public String label() {
        return label;
    }

    /** How it is used, one sentence; empty for drawing tools, which have their own. */
    public String hint() {
        return hint;
    }
}
