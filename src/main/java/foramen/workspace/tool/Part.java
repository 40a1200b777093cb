package foramen.workspace.tool;

/** What of an object lies under the pointer. */
public sealed interface Part {
    /**
     * A handle: a vertex of an outline, an end of a line, a point, a plan's entry (0) or target (1).
     *
     * @param index which one
     */
    record Vertex(int index) implements Part {}

    /**
     * An edge of an outline between its handles.
     *
     * @param index of the handle where it begins
     */
    record Edge(int index) implements Part {}

    /** The inside of an outline, or the line of a caliper or needle between its ends. */
    record Body() implements Part {}
}
