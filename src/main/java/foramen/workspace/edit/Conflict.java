package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.revision.CaseChange;
import foramen.domain.revision.Clash;
import java.util.List;

/**
 * Two operators made different states of one case.
 *
 * @param base the state both began from
 * @param mine the state made here, which is not saved
 * @param theirs the state the store has
 * @param edits what led to theirs, oldest first, at least one
 * @param unsaved what led to mine, as the journal would say it, oldest first
 * @param clashes why mine cannot be put on top of theirs; empty where it can
 */
public record Conflict(Case base, Case mine, Case theirs, List<Edit> edits, List<String> unsaved,
        List<Clash> clashes) {
    /** Copies the lists. */
    public Conflict {
        edits = List.copyOf(edits);
        unsaved = List.copyOf(unsaved);
        clashes = List.copyOf(clashes);
    }

    /** What the other changed. */
    public List<CaseChange> theirChanges() {
        return CaseChange.between(base, theirs);
    }
}
