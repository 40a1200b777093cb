package foramen.ui.plan;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.ui.support.Words;
import java.util.List;

/** What a clip of the case is called. */
final class ClipNames {
    private ClipNames() {}

    /** Its description, with its place in the case; that it is another clip, where the case does not list it. */
    static String of(String sopInstanceUid, Case casefile, Words words) {
        List<ClipRef> clips = casefile.clips();
        for (int i = 0; i < clips.size(); i++) {
            if (clips.get(i).sopInstanceUid().equals(sopInstanceUid)) {
                String said = clips.get(i).description();
                return said.isBlank()
                        ? words.text("plan.clip.number", i + 1)
                        : words.text("plan.clip.named", i + 1, said);
            }
        }
        return words.text("plan.clip.unlisted");
    }
}
