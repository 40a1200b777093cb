package foramen.ui.annotate;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import java.util.List;
import java.util.Optional;

/**
 * What the annotation panel shows.
 *
 * @param clipOpen whether there is a clip to draw on
 * @param frameNumber the frame in view, from 1
 * @param subject what the pickers speak of
 * @param here what is drawn on the frame in view, oldest first
 * @param elsewhere the other frames of the clip with something on them
 * @param warning that the file and an annotation disagree about the side; empty where they agree
 * @param missing that level or plane of a nerve outline are not said; empty where they are
 */
public record AnnotateState(boolean clipOpen, int frameNumber, Subject subject, List<Row> here,
        List<Elsewhere> elsewhere, String warning, String missing) {
    /** Copies the lists. */
    public AnnotateState {
        here = List.copyOf(here);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * What the pickers speak of: the selected annotation, or what is drawn next.
     *
     * @param annotationId the selected annotation; empty for what is drawn next
     * @param structure which structure
     * @param side which side
     * @param level where along the nerve
     * @param plane how the plane cuts
     * @param label free words of the selected annotation
     * @param locked whether the selected annotation is protected
     * @param hidden whether the selected annotation is left out of the picture
     * @param frames how many frames have outlines that following tied to the selected one, itself included
     * @param reach which of these the pickers change
     */
    public record Subject(Optional<String> annotationId, Structure structure, Laterality side, ScanLevel level,
            ScanPlane plane, String label, boolean locked, boolean hidden, int frames, Reach reach) {}

    /** Which outlines of a followed structure structure, side, level and plane are set on. */
    public enum Reach {
        /** On all that following tied together. */
        ALL_FRAMES,
        /** On the selected one alone. */
        THIS_FRAME
    }

    /**
     * One annotation of the list.
     *
     * @param id its identifier
     * @param structure which structure it shows
     * @param words the structure, the side and the label
     * @param kind what it is: outline, line or point
     * @param locked whether it is protected
     * @param hidden whether it is left out of the picture
     * @param selected whether it is selected
     * @param sideRemark that the file says another side; empty where it does not
     */
    public record Row(String id, Structure structure, String words, String kind, boolean locked, boolean hidden,
            boolean selected, String sideRemark) {}

    /**
     * Another frame with something on it.
     *
     * @param frameIndex the frame, from 0
     * @param count how many annotations
     * @param letters the letters of their structures
     */
    public record Elsewhere(int frameIndex, int count, String letters) {}
}
