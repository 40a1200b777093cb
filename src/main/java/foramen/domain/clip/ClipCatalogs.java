package foramen.domain.clip;

import foramen.job.Progress;
import java.nio.file.Path;
import java.util.List;

/** Looks into places that hold several clips: folders, ZIP archives, file-sets with a DICOMDIR. */
public interface ClipCatalogs {
    /** Sees a clip in every file and several in none. */
    ClipCatalogs NONE = new ClipCatalogs() {
        @Override
        public boolean holdsSeveral(Path place) {
            return false;
        }

        @Override
        public ClipCatalog list(List<Path> places, Progress progress) throws ClipException {
            throw new ClipException("Several clips cannot be listed here; open them one by one.");
        }
    };

    /** Whether {@code place} is a folder, an archive or an index rather than a clip. */
    boolean holdsSeveral(Path place);

    /**
     * Lists the clips of {@code places}, each a place of several or a single file. One bad file never spoils the rest.
     *
     * @throws ClipException where a place itself cannot be read
     * @throws foramen.job.CancelledException where {@code progress} is cancelled
     */
    ClipCatalog list(List<Path> places, Progress progress) throws ClipException;
}
