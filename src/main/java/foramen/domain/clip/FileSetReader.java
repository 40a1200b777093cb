package foramen.domain.clip;

import java.nio.file.Path;
import java.util.List;

/** Reads the index of a medium: a DICOMDIR (DICOM PS3.3 annex F). */
public interface FileSetReader {
    /** Whether a file that starts with {@code head} is such an index. */
    boolean recognises(byte[] head);

    /**
     * Reads the index; no file named in it is opened.
     *
     * @throws ClipException with one sentence that names the file and the cause
     */
    FileSet read(Path index) throws ClipException;

    /**
     * What an index names.
     *
     * @param images files with pictures, each strictly inside the folder of the index and there
     * @param problems records whose file is not there or may not be opened
     * @param skipped records of other objects
     * @param warnings what was wrong with the index itself, one sentence each
     */
    record FileSet(List<Reference> images, List<ClipCatalog.Problem> problems, List<ClipCatalog.Skipped> skipped,
            List<String> warnings) {
        /** Copies the lists. */
        public FileSet {
            images = List.copyOf(images);
            problems = List.copyOf(problems);
            skipped = List.copyOf(skipped);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A file that an index names.
     *
     * @param file the file, resolved
     * @param label its Referenced File ID, fit for the screen
     * @param sopInstanceUid Referenced SOP Instance UID in File (0004,1511), or empty
     */
    record Reference(Path file, String label, String sopInstanceUid) {}
}
