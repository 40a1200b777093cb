package foramen.overlay;

import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * What an overlay is made from.
 *
 * @param casefile the case
 * @param clip the clip under it
 * @param frameIndex the frame shown, from 0
 * @param selectedId identifier of the selected annotation or plan
 * @param draft the shape being drawn
 * @param viewNotes words about the view itself for the bottom left corner, such as zoom and window
 * @param pointer where the pointer is, in image pixels; of crowded handles only the nearest is shown
 * @param displayed what of the picture can be seen; empty where all of it can, as on paper
 */
public record OverlayScene(Case casefile, ClipInfo clip, int frameIndex, Optional<String> selectedId,
        Optional<Draft> draft, List<String> viewNotes, Optional<Point> pointer,
        Optional<DisplayedArea> displayed) {
    /** Copies the notes. */
    public OverlayScene {
        viewNotes = List.copyOf(viewNotes);
    }

    /** The same without a pointer, as on paper. */
    public OverlayScene(Case casefile, ClipInfo clip, int frameIndex, Optional<String> selectedId,
            Optional<Draft> draft, List<String> viewNotes) {
        this(casefile, clip, frameIndex, selectedId, draft, viewNotes, Optional.empty(), Optional.empty());
    }

    /** The clip's calibration as it holds in the case. */
    Calibration calibration() {
        return casefile.calibrationOf(clip);
    }
}
