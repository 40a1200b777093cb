package foramen.workspace.tool;

/** The tools, in the order they are offered. */
public enum ToolId {
    SELECT("Select", "Click to select, drag to move; double-click an edge to add a point."), POLYGON("Outline",
            "Click point by point or drag freehand; Enter, double-click or a click near the first point closes."), LINE(
                    "Caliper", "Click both ends, or press and drag from one to the other."), POINT("Point",
                            "Click where the point shall be."), NEEDLE("Needle",
                                    "Click the skin entry, then the target; or press and drag from entry to target."), CALIBRATE(
                                            "Calibrate",
                                            "Draw a line over the depth ticks or anything of known length, then type its length in Measure."),
    /** An outline found from one click, for the operator to confirm. */
    PROPOSE("Propose outline", "Click inside a nerve in its short axis; the outline found there is for you to check.");

    private final String label;
    private final String hint;

    ToolId(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** The tool's name, first letter upper case. */
    public String label() {
        return label;
    }

    /** What to do with it, one sentence for the status line or a tooltip. */
    public String hint() {
        return hint;
    }
}
