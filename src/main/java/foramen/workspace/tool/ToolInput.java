package foramen.workspace.tool;

import foramen.geometry.Point;

/** What the operator does, in continuous image pixels; positions may lie outside the picture, tools keep them inside. */
public sealed interface ToolInput {
    /**
     * The primary button goes down.
     *
     * @param at where
     * @param clicks 1 for a single click, 2 for the second of a double click
     * @param keys held down
     */
    record Press(Point at, int clicks, Modifiers keys) implements ToolInput {}

    /** The pointer moves with the primary button down. */
    record Drag(Point at, Modifiers keys) implements ToolInput {}

    /** The pointer moves with no button down. */
    record Move(Point at, Modifiers keys) implements ToolInput {}

    /** The primary button goes up. */
    record Release(Point at, Modifiers keys) implements ToolInput {}

    /** Enter. */
    record Finish() implements ToolInput {}

    /** Esc: never deletes. */
    record Cancel() implements ToolInput {}

    /** Delete or Backspace: takes back the last point of a drawing, else deletes what is selected. */
    record Delete() implements ToolInput {}

    /** An arrow key: one pixel, ten with Shift. */
    record Nudge(double dx, double dy) implements ToolInput {}

    /**
     * Words were typed where the tool asked for them.
     *
     * @param words as typed
     */
    record Words(String words) implements ToolInput {}
}
