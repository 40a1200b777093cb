package foramen.domain.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads back what was drawn, from one kind of object. */
@FunctionalInterface
public interface DrawingReader {
    /**
     * Reads {@code file}.
     *
     * @return what was drawn; empty where the file is no object of this reader's kind
     * @throws IOException with one sentence that names the file and the cause
     */
    Optional<FoundDrawings> read(Path file) throws IOException;
}
