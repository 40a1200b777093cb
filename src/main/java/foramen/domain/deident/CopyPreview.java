package foramen.domain.deident;

import foramen.domain.clip.Frame;
import java.util.List;

/**
 * What would become of a file, before anything is written.
 *
 * @param picture a frame of it as it is now
 * @param frame which one, from 0
 * @param frames how many frames there are
 * @param pseudonym what would stand for the patient
 * @param verdict what could be said of text in the picture
 * @param why where that comes from, in words
 * @param overwritten what would be overwritten in every frame, as rectangles that do not overlap
 * @param changes what would be done with attributes
 * @param expectedBytes about how large the copy would be
 * @param warnings what is odd about the file; they may quote it, so they are for the operator only
 */
public record CopyPreview(Frame picture, int frame, int frames, String pseudonym, PixelVerdict verdict, String why,
        List<Box> overwritten, List<Change> changes, long expectedBytes, List<String> warnings) {
    /** Copies the lists. */
    public CopyPreview {
        overwritten = List.copyOf(overwritten);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /**
     * What would be done with an attribute.
     *
     * @param attribute its name in the standard
     * @param action what would be done
     * @param reason why, in a few words
     * @param count in how many places
     */
    public record Change(String attribute, Action action, String reason, int count) {}
}
