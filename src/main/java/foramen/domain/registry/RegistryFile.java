package foramen.domain.registry;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;

/** Registry rows as a file and back. */
public interface RegistryFile {
    /**
     * Begins a file and writes its head.
     *
     * @return writes one row each; fails with {@link java.io.UncheckedIOException}
     */
    Consumer<RegistryRow> write(RegistryColumns columns, Appendable out) throws IOException;

    /** Writes the data dictionary: one line for each column. */
    void writeDictionary(RegistryColumns columns, Appendable out) throws IOException;

    /**
     * Reads a file of rows, whatever planned visits it has columns for.
     *
     * @param place where it was found, for people
     * @throws RegistryFormatException with one sentence that says what is wrong in which line
     */
    List<RegistryRow> read(Reader in, String place) throws IOException, RegistryFormatException;
}
