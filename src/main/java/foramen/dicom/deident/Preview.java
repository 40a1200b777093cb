package foramen.dicom.deident;

import java.util.List;

/**
 * What would be done with a file, before anything is written.
 *
 * @param pseudonym what would stand for the patient
 * @param changes the attributes that would change
 * @param pixels what would be overwritten; the same in every frame
 * @param columns width of the picture
 * @param rows height of the picture
 * @param frames how many frames there are
 * @param sourceBytes the size of the file
 * @param expectedBytes about how large the copy would be, from three of its frames
 * @param syntax the name of the transfer syntax that it is read from
 * @param warnings what is odd about the file; they may quote it, so they are for the operator only
 */
public record Preview(String pseudonym, List<AttributeChange> changes, PixelPlan pixels, int columns, int rows,
        int frames, long sourceBytes, long expectedBytes, String syntax, List<String> warnings) {
    /** Copies the lists. */
    public Preview {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }
}
