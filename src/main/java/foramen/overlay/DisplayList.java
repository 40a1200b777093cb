package foramen.overlay;

import java.util.List;

/**
 * What lies over one frame, in painting order.
 *
 * @param marks first painted first
 */
public record DisplayList(List<Mark> marks) {
    /** Nothing. */
    public static final DisplayList EMPTY = new DisplayList(List.of());

    /** Copies the marks. */
    public DisplayList {
        marks = List.copyOf(marks);
    }
}
