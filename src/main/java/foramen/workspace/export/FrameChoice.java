package foramen.workspace.export;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which frames of the clip documents of one frame are made of. */
public enum FrameChoice {
    /** The frame in view. */
    THIS,
    /** Frames with a needle plan, or with something drawn there rather than followed from another frame. */
    KEY,
    /** Every frame with something on it that is shown. */
    DRAWN;

    /**
     * The frames of a clip, from 0, in order; the frame in view where nothing is drawn.
     *
     * @param shown the frame in view
     * @param frames how many frames the clip has
     */
    public List<Integer> of(Case casefile, FrameRef shown, int frames) {
        if (this == THIS) {
            return List.of(shown.index());
        }
        SortedSet<Integer> found = new TreeSet<>();
        casefile.plans().forEach(p -> add(found, p.frame(), shown, frames));
        for (Annotation a : casefile.counted().annotations()) {
            boolean wanted = !a.state().hidden()
                    && (this == DRAWN || a.follow().isEmpty() || a.follow().get().key());
            if (wanted) {
                add(found, a.frame(), shown, frames);
            }
        }
        return found.isEmpty() ? List.of(shown.index()) : new ArrayList<>(found);
    }

    private static void add(SortedSet<Integer> found, FrameRef frame, FrameRef shown, int frames) {
        if (frame.sopInstanceUid().equals(shown.sopInstanceUid()) && frame.index() < frames) {
            found.add(frame.index());
        }
    }
}
