package foramen.domain.clip;

import java.nio.file.Path;

/** A family of files that hold clips, known by their first bytes and never by their names. */
public interface ClipFormat {
    /** How many bytes {@link #fit} is shown, where the file has so many. */
    int HEAD = 4096;

    /** Whether a file is of this family. */
    enum Fit {
        /** It is not. */
        NO,
        /** It may be; only where no other family is sure. */
        PERHAPS,
        /** It carries this family's mark. */
        YES
    }

    /** Whether a file that starts with {@code head} is of this family. */
    Fit fit(byte[] head);

    /**
     * Opens {@code file}.
     *
     * @param name what to call it in sentences; its path may be that of a nameless copy
     * @throws NotAClipException when it is of this family but holds no picture
     * @throws ClipException with one sentence that names the file and the cause
     */
    Clip open(Path file, String name) throws ClipException;
}
