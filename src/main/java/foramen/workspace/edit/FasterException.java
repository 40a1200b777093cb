package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.StoreException;
import java.util.List;

/** Another operator changed the case since the state that an edit was made from. */
final class FasterException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final transient Case base;
    private final transient StoredCase theirs;
    private final transient List<Edit> edits;

    /**
     * @param cause what the store said
     * @param base the state both began from
     * @param theirs the state it has now
     * @param edits what led there, oldest first
     */
    FasterException(StoreException cause, Case base, StoredCase theirs, List<Edit> edits) {
        super("Another operator was faster; see above the picture.", cause);
        this.base = base;
        this.theirs = theirs;
        this.edits = List.copyOf(edits);
    }

    Case base() {
        return base;
    }

    StoredCase theirs() {
        return theirs;
    }

    List<Edit> edits() {
        return edits;
    }
}
