package foramen.workspace.measure;

import foramen.domain.clip.ClipInfo;
import java.util.Optional;

/** What is known about the clips of a case: the scale of a clip comes from its own file and is never guessed. */
public interface CaseClips {
    /** What that clip says about itself, where its file has been read. */
    Optional<ClipInfo> info(String sopInstanceUid);

    /** Why a clip is not known: one sentence with what to do. */
    String whyUnknown(String sopInstanceUid);

    /** Only {@code clip} is known. */
    static CaseClips only(ClipInfo clip) {
        return new CaseClips() {
            @Override
            public Optional<ClipInfo> info(String sopInstanceUid) {
                return clip.identity().sopInstanceUid().equals(sopInstanceUid) ? Optional.of(clip) : Optional.empty();
            }

            @Override
            public String whyUnknown(String sopInstanceUid) {
                return "It lies on another clip, whose scale is not at hand here.";
            }
        };
    }
}
