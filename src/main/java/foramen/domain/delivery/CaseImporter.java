package foramen.domain.delivery;

import java.nio.file.Path;
import java.util.Optional;

/** Builds a case again from one kind of object that was exported; each kind has one of these. */
public interface CaseImporter {
    /**
     * Reads {@code file}; safe for any bytes.
     *
     * @return empty where the file is of another kind, which another importer may know
     * @throws ImportException with one sentence where it is of this kind and cannot be imported
     */
    Optional<ImportedCase> read(Path file) throws ImportException;
}
