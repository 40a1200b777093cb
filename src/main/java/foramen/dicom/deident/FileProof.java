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
 * @param statedFrames how many frames the source states; more than there are where it was cut short
 * @param changes the attributes that changed
 * @param pixels what was overwritten and why
 * @param frames of each frame the SHA-256 of what was kept, found the same in source and copy
 */
public record FileProof(String output, String sourceSha256, long sourceBytes, String sha256, long bytes,
        String sourceSyntax, String syntax, int columns, int rows, int statedFrames, List<AttributeChange> changes,
        PixelPlan pixels,
        List<String> frames) {
    /** Copies the lists. */
    public FileProof {
        changes = List.copyOf(changes);
        frames = List.copyOf(frames);
    }

    /** What the copy lacks because the source does, in words; empty where nothing. */
    public String lack() {
        return statedFrames > frames.size()
                ? "only " + frames.size() + " of the " + statedFrames
                        + " frames that the file states are in it; copy it again from its source"
                : "";
    }
}
