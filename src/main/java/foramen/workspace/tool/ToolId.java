package foramen.workspace.tool;

/** The tools, in the order they are offered. */
public enum ToolId {
    /** Selects and moves. */
    SELECT("Select", "Click to select, drag to move; double-click an edge to add a point."),
    /** An outline of straight edges. */
    POLYGON("Outline", "Click point by point or drag freehand; Enter, double-click or a click near the first point"
            + " closes."),
    /** An outline drawn in one go. */
    FREEHAND("Freehand", "Keep the button down and draw round; letting go closes. Clicks set single points."),
    /** A smooth outline. */
    SPLINE("Curve", "Click the points the curve goes through, far apart; Enter or a double-click closes."),
    /** An ellipse. */
    ELLIPSE("Ellipse", "Click or drag the long axis, then move to widen and click; its handles turn it."),
    /** An outline along edges. */
    LIVEWIRE("Livewire", "Click along the border; the line snaps to edges. Enter or a click near the start closes."),
    /** Paints an outline. */
    BRUSH("Brush", "Drag to paint; on the selected outline it adds, with Alt it takes away. [ and ] change its size."),
    /** Rubs from an outline. */
    ERASER("Eraser", "Rub from the edge of an outline; with Alt it adds. [ and ] change its size."),
    /** An outline of what is alike. */
    WAND("Wand", "Press inside and drag to the right for more, to the left for less; Shift adds, Alt takes away."),
    /** An outline found from one click, for the operator to confirm. */
    PROPOSE("Propose outline",
            "Click inside a nerve in its short axis; the outline found there is for you to check, then to keep or to drop."),
    /** A length. */
    LINE("Caliper", "Click both ends, or press and drag from one to the other."),
    /** Two lengths across one another. */
    BIDIRECTIONAL("Two calipers", "Click or drag the long axis, then the short axis."),
    /** An angle. */
    ANGLE("Angle", "Click an arm's end, where the arms meet, then the other arm's end; or drag the first arm."),
    /** An open line. */
    POLYLINE("Open line", "Click along a bone or fascia, or drag; Enter or a double-click ends it."),
    /** A point. */
    POINT("Point", "Click where the point shall be."),
    /** Words. */
    TEXT("Text", "Click where the words begin, type them, then Enter."),
    /** A place to keep away from. */
    NO_GO("No-go zone", "Click or drag round what the needle must keep away from; Enter closes."),
    /** A needle path. */
    NEEDLE("Needle", "Click the skin entry, then the target; or press and drag from entry to target."),
    /** Another target of a plan. */
    NEXT_TARGET("Next target", "Click near the plan's entry to stay at that site, or elsewhere on the skin for another"
            + " site; then the target."),
    /** A needle from beside the plane. */
    PUNCTURE("Out-of-plane puncture", "Click the skin above which the needle comes in, then the target; type the"
            + " distance to the plane in Plan."),
    /** The skin line of a curved array. */
    SKIN_ARC("Skin arc", "Click three points on the skin line of a curved array: left, middle, right."),
    /** The needle in the procedure. */
    NEEDLE_SEEN("Needle as seen", "Click the needle's shaft, its tip, then where the planned target is seen."),
    /** What was injected. */
    SPREAD("Spread", "Outline what was injected round the needle as seen; Enter closes."),
    /** A line of known length. */
    CALIBRATE("Calibrate", "Draw a line over the depth ticks or anything of known length, then type its length in"
            + " Measure.");

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
