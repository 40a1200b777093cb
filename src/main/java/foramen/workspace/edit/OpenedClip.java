package foramen.workspace.edit;

import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.Clip;

/**
 * A clip that was opened, with the case it belongs to.
 *
 * @param clip the open clip; whoever receives it closes it
 * @param stored its case, the clip among its clips; version nought where the case is new and not in the store yet
 * @param startFrame the frame to show first, from 0
 */
public record OpenedClip(Clip clip, StoredCase stored, int startFrame) {
    /** Whether the case is new. */
    public boolean isNew() {
        return stored.version() == 0;
    }
}
