package foramen.workspace.tool;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All tools, one of each. */
final class ToolBox {
    private final Map<ToolId, Tool> tools = new EnumMap<>(ToolId.class);

    /** Makes the tools. */
    ToolBox() {
        for (Tool t : List.of(new SelectTool(), OutlineTool.ofStructure(), new FreehandTool(), new SplineTool(),
                new EllipseTool(), new LivewireTool(), BrushTool.brush(), BrushTool.eraser(), new WandTool(),
                new ProposeTool(), new LineTool(), new BidirectionalTool(), new AngleTool(), new PolylineTool(),
                new PointTool(), new TextTool(), OutlineTool.ofNoGoZone(), NeedleTool.inPlane(), new NextTargetTool(),
                NeedleTool.outOfPlane(), new SkinArcTool(), new NeedleSeenTool(), new SpreadTool(),
                new CalibrateTool())) {
            tools.put(t.id(), t);
        }
    }

    /** The tool of that name. */
    Tool get(ToolId id) {
        return Objects.requireNonNull(tools.get(id));
    }
}
