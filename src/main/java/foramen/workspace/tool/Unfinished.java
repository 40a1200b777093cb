package foramen.workspace.tool;

import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * A drawing left unfinished on a frame that is not in view, as it waits there.
 *
 * @param frame where it waits
 * @param drawing how it stood, with nothing held by the pointer
 * @param corrections what it was before each correction by hand, oldest first
 */
record Unfinished(FrameRef frame, ToolState drawing, List<List<Point>> corrections) {
    /** Copies the list. */
    Unfinished {
        corrections = List.copyOf(corrections);
    }

    /** What of {@code state} can wait: what was placed or found. What is only held by the pointer cannot. */
    static Optional<Unfinished> of(FrameRef frame, ToolState state, List<List<Point>> corrections) {
        return switch (state) {
            case ToolState.Placing p when !p.placed().isEmpty() -> Optional.of(new Unfinished(frame,
                    new ToolState.Placing(p.placed(), Optional.empty(), Optional.empty(), false), corrections));
            case ToolState.Tracing t -> Optional.of(new Unfinished(frame,
                    new ToolState.Tracing(t.anchors(), t.legs(), List.of(), Optional.empty()), corrections));
            case ToolState.Proposed p -> Optional.of(new Unfinished(frame,
                    new ToolState.Proposed(p.outline(), p.confidence(), p.corrected(), Optional.empty()),
                    corrections));
            default -> Optional.empty();
        };
    }
}
