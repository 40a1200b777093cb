package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.ClipInfo;

/**
 * A picture beside the one in view.
 *
 * @param clip what it is of
 * @param index its frame, from 0
 * @param side the side it shows
 */
public record Beside(ClipInfo clip, int index, Laterality side) {
    InView inView() {
        return new InView(clip, index);
    }
}
