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

    /**
     * Opens what lies at {@code location}.
     *
     * @throws ClipException with one sentence that names the clip and the cause
     */
    default Clip open(ClipLocation location) throws ClipException {
        if (location.entry().isPresent()) {
            throw new ClipException(location.name() + " lies in an archive; unpack it and open the file.");
        }
        return open(location.file());
    }
}
