package foramen.domain.deident;

import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import foramen.job.Progress;
import java.nio.file.Path;
import java.util.List;

/** Makes copies without the patient; all of it is work for a job. */
public interface CopyMaker {
    /**
     * Looks into files, folders and archives for what can be copied. One bad file never spoils the rest.
     *
     * @throws ClipException where a place itself cannot be read
     */
    CopySources find(List<Path> places, Progress progress) throws ClipException;

    /**
     * What would become of {@code source}; nothing is written.
     *
     * @param frame of which the picture is wanted, from 0
     * @throws CopyException with a sentence where there would be no copy
     */
    CopyPreview preview(CopySource source, int frame, CopyWishes wishes) throws CopyException;

    /** Another frame of {@code source} as it is now. */
    Frame picture(CopySource source, int frame) throws CopyException;

    /**
     * Writes copies and their proof into {@code folder}, which is new or empty. A file that cannot be copied does not stop
     * the others, and nothing is left of it; when cancelled, what was written until then is whole and in the proof.
     *
     * @throws CopyException with a sentence where none could be written
     */
    CopyResult write(List<CopySource> sources, Path folder, CopyWishes wishes, Progress progress)
            throws CopyException;
}
