package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;

/** A pure state machine: the same state, input and context always give the same step, and nothing else happens. */
public interface Tool {
    /** Which tool. */
    ToolId id();

    /** The side that what is being drawn will be stored with. */
    default Laterality side(ToolContext context) {
        return context.side();
    }

    /** What {@code input} leads to from {@code state}; a state of another tool counts as idle. */
    ToolStep step(ToolState state, ToolInput input, ToolContext context);
}
