package foramen.domain.clip;

import java.nio.file.Path;

/** Opens files as clips. */
@FunctionalInterface
public interface ClipReader {
    /**
     * Opens {@code file}.
     *
     * @throws ClipException with one sentence that names the file and the cause
     */
    Clip open(Path file) throws ClipException;
}
