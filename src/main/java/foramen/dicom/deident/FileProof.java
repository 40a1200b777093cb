package foramen.dicom.deident;

import java.util.List;

/**
 * What was done with one file and how it was checked; nothing in it tells who the patient is.
 *
 * @param output where the copy lies in the folder of the batch
 * @param sourceSha256 the source, byte for byte
 * @param sourceBytes its size
 * @param sha256 the copy, read back
 * @param bytes its size
 * @param sourceSyntax the transfer syntax of the source
 * @param syntax that of the copy
 * @param columns width of the picture
 * @param rows height of the picture
 * @param changes the attributes that changed
 * @param pixels what was overwritten and why
 * @param frames of each frame the SHA-256 of what was kept, found the same in source and copy
 */
public record FileProof(String output, String sourceSha256, long sourceBytes, String sha256, long bytes,
        String sourceSyntax, String syntax, int columns, int rows, List<AttributeChange> changes, PixelPlan pixels,
        List<String> frames) {
    /** Copies the lists. */
    public FileProof {
        changes = List.copyOf(changes);
        frames = List.copyOf(frames);
    }
}
