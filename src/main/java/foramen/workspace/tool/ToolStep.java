package foramen.workspace.tool;

import foramen.domain.casefile.Case;
import foramen.overlay.Draft;
import java.util.Optional;

/**
 * What an input led to.
 *
 * @param next the tool's next state
 * @param edit what to commit, one step of undo
 * @param selection what happens to the selection
 * @param draft the shape being drawn, for the overlay
 * @param preview the case as it would be if the button were let go now, for the overlay; empty when it is the case
 * @param hint what the operator can do next or ought to know; empty for the tool's own hint
 */
public record ToolStep(ToolState next, Optional<Edit> edit, SelectionChange selection, Optional<Draft> draft,
        Optional<Case> preview, String hint) {
    /**
     * A change to commit.
     *
     * @param next the case afterwards
     * @param action what was done, such as {@code Draw sciatic nerve}
     */
    public record Edit(Case next, String action) {}

    /** Goes to {@code next} and does nothing else. */
    static ToolStep to(ToolState next) {
        return new ToolStep(next, Optional.empty(), new SelectionChange.Keep(), Optional.empty(), Optional.empty(),
                "");
    }

    ToolStep withEdit(Case casefile, String action) {
        return new ToolStep(next, Optional.of(new Edit(casefile, action)), selection, draft, preview, hint);
    }

    ToolStep withSelection(SelectionChange change) {
        return new ToolStep(next, edit, change, draft, preview, hint);
    }

    ToolStep withDraft(Draft shown) {
        return new ToolStep(next, edit, selection, Optional.of(shown), preview, hint);
    }

    ToolStep withPreview(Case shown) {
        return new ToolStep(next, edit, selection, draft, Optional.of(shown), hint);
    }

    ToolStep withHint(String words) {
        return new ToolStep(next, edit, selection, draft, preview, words);
    }
}
