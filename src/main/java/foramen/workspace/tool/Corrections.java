package foramen.workspace.tool;

import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a proposed outline was before each correction by hand, so that one at a time can be taken back. */
final class Corrections {
    private static final String NONE = "Nothing of the proposal is left to take back; Esc drops it.";

    private Corrections() {}

    /** {@code earlier} once the tool has gone from {@code was} to {@code now}: a drag counts when it is let go. */
    static List<List<Point>> after(List<List<Point>> earlier, ToolState was, ToolState now) {
        if (!(was instanceof ToolState.Proposed w) || !(now instanceof ToolState.Proposed n)) {
            return List.of();
        }
        Optional<List<Point>> start = w.held().map(ToolState.Proposed.Held::before).or(() -> Optional.of(w.outline()));
        if (n.held().isPresent() || start.get().equals(n.outline())) {
            return earlier;
        }
        List<List<Point>> more = new ArrayList<>(earlier);
        more.add(start.get());
        return List.copyOf(more);
    }

    /** The proposal before the last of {@code earlier}. */
    static ToolStep takeBack(ToolState.Proposed now, List<List<Point>> earlier, ToolContext context) {
        return earlier.isEmpty()
                ? ProposeTool.show(now, context).withHint(NONE)
                : ProposeTool.show(new ToolState.Proposed(earlier.getLast(), now.confidence(), earlier.size() > 1,
                        Optional.empty()), context);
    }
}
