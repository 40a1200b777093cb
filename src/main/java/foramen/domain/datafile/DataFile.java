package foramen.domain.datafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A kind of data file: its name, and how its content is read. A clinic's own copy in the folder of records has the same
 * name.
 *
 * @param <T> what is read from it
 * @param name the name of the file
 * @param home the class beside which the shipped file lies
 * @param reader makes the content of the file's outermost object
 */
public record DataFile<T>(String name, Class<?> home, Reader<T> reader) {
    /** Where the file that ships with the planner comes from, for people. */
    public static final String SHIPPED = "shipped with Foramen";

    /** Makes the content of a file. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads the outermost object.
         *
         * @throws DataFileException with one sentence that says what is wrong and where
         */
        T read(DataEntry file, String place) throws DataFileException;
    }

    /** The content that ships with the planner. */
    public T standard() {
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The data file " + name + " is missing from the installation");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + name + " cannot be read", e);
        } catch (DataFileException e) {
            throw new IllegalStateException("The data file " + name + " of the installation is wrong", e);
        }
    }

    /**
     * Reads a file of this kind.
     *
     * @param json its text
     * @param place where it was found, for people
     * @throws DataFileException with one sentence that says what is wrong and where
     */
    public T read(String json, String place) throws DataFileException {
        String head = "The data file " + name + " (" + place + ") ";
        try {
            return DataEntry.of(json, head).all(file -> reader.read(file, place));
        } catch (IllegalArgumentException e) {
            throw new DataFileException(head + "cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
