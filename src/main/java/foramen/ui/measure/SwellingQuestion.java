package foramen.ui.measure;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.workspace.measure.CaseClips;
import java.util.Optional;

/**
 * What the numbers of swelling hang on, at one moment.
 *
 * @param casefile the case
 * @param focus what is asked about
 * @param clip the open clip
 * @param clips the scales of all clips that are known; must never change
 */
record SwellingQuestion(Case casefile, Annotation focus, ClipInfo clip, CaseClips clips) {
    /** The level that is taken for not swollen. */
    Optional<ScanLevel> reference() {
        return casefile.statements().reference(focus.structureId(), focus.laterality());
    }

    /** By identity: comparing thousands of annotations would take as long as the answer. */
    @SuppressWarnings("ReferenceEquality")
    boolean asksTheSame(SwellingQuestion other) {
        return casefile == other.casefile && focus == other.focus && clip == other.clip && clips == other.clips;
    }

    /** By identity, as above. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Case now) {
        return casefile == now;
    }

    /** Whether an answer to {@code other} may stand, marked as old, until this one has its own. */
    boolean isOfTheSameClip(SwellingQuestion other) {
        return casefile.id().equals(other.casefile.id())
                && clip.identity().sopInstanceUid().equals(other.clip.identity().sopInstanceUid());
    }
}
