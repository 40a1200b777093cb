package foramen.workspace.tool;

import foramen.overlay.Draft;

/** Clicks three points; what they become is its own. */
abstract sealed class ThreePointsTool extends PointsTool
        permits EllipseTool, AngleTool, SkinArcTool, NeedleSeenTool {
    private static final int POINTS = 3;

    private final ToolId id;
    private final Draft.Kind kind;
    private final String afterFirst;
    private final String afterSecond;

    /**
     * @param id which tool
     * @param kind how what is placed so far is shown
     * @param afterFirst what to do once the first point is placed
     * @param afterSecond what to do then
     */
    ThreePointsTool(ToolId id, Draft.Kind kind, String afterFirst, String afterSecond) {
        this.id = id;
        this.kind = kind;
        this.afterFirst = afterFirst;
        this.afterSecond = afterSecond;
    }

    @Override
    public final ToolId id() {
        return id;
    }

    @Override
    final Draft.Kind kind() {
        return kind;
    }

    @Override
    final int needed() {
        return POINTS;
    }

    @Override
    final String hint(ToolState.Placing s) {
        return s.placed().size() == 1 ? afterFirst : afterSecond;
    }
}
