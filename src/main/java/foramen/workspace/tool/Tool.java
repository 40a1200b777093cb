package foramen.workspace.tool;

/** A pure state machine: the same state, input and context always give the same step, and nothing else happens. */
public interface Tool {
    /** Which tool. */
    ToolId id();

    /** What {@code input} leads to from {@code state}; a state of another tool counts as idle. */
    ToolStep step(ToolState state, ToolInput input, ToolContext context);
}
