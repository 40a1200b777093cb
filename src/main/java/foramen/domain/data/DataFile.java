package foramen.domain.data;

import foramen.domain.data.DataText.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A kind of data file: its name, and how its content is read. A clinic's own copy in the folder of records has the same
 * name and goes before the one that ships.
 *
 * @param <T> what is read from it
 * @param name the name of the file
 * @param home the class beside which the shipped file lies
 * @param reader makes the content of the file's outermost object
 * @param needed the rows that hold from the shipped file where a clinic's own lacks them
 */
public record DataFile<T>(String name, Class<?> home, Read<T> reader, List<NeededRows> needed) {
    /** Where the file that ships with the planner comes from, for people. */
    public static final String SHIPPED = "shipped with Foramen";

    /** What to do about a clinic's own copy that cannot be used. */
    public static final String ADVICE = "Correct it, or remove it to use the one that ships with Foramen";

    /** Copies the needed rows. */
    public DataFile {
        needed = List.copyOf(needed);
    }

    /** A kind of file all of whose rows are a clinic's choice. */
    public DataFile(String name, Class<?> home, Read<T> reader) {
        this(name, home, reader, List.of());
    }

    /** How the content of a file is made of its outermost object. */
    @FunctionalInterface
    public interface Read<T> {
        /**
         * The content of {@code e}; a field it does not ask for is refused as unknown.
         *
         * @throws DataFileException with one sentence: file, line, entry, field and what to do
         */
        T from(DataEntry e) throws DataFileException;
    }

    /** The content that ships with the planner; a fault in it is a fault of the build. */
    public T standard() {
        try {
            return read(shipped(), SHIPPED);
        } catch (DataFileException e) {
            throw new IllegalStateException("The data file " + name + " of the installation is wrong", e);
        }
    }

    private String shipped() {
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The data file " + name + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + name + " cannot be read", e);
        }
    }

    /**
     * Reads a clinic's own file; what it lacks because it is older holds from the file that ships, and is told. What is
     * unknown or wrong in it is refused as everywhere.
     *
     * @param json its text
     * @param place where it was found, for people
     * @param release the version of the planner
     * @throws DataFileException with one sentence: file, line, entry, field and what to do
     */
    public OwnFile<T> own(String json, String place, String release) throws DataFileException {
        DataText file = new DataText(place, ADVICE);
        Node own = file.parse(json);
        Node ships = new DataText(SHIPPED, ADVICE).parse(shipped());
        Filling filling = new Filling(file, needed, release);
        T content = new DataEntry(file, filling.fill(own, ships), DataEntry.ROOT).all(reader);
        return new OwnFile<>(content, filling.told(place, own, ships));
    }

    /**
     * Reads a file of this kind.
     *
     * @param json its text
     * @param place where it was found, for people
     * @throws DataFileException with one sentence: file, line, entry, field and what to do
     */
    public T read(String json, String place) throws DataFileException {
        return read(json, place, ADVICE, reader);
    }

    /**
     * Reads a text that is no data file of the planner, such as a question typed by the operator.
     *
     * @param text its content
     * @param name what to call it in a complaint, with its place
     * @param advice what to do about a complaint, such as {@code Correct the file and check again}
     * @param read makes the content
     * @throws DataFileException with one sentence: file, line, entry, field and what to do
     */
    public static <T> T read(String text, String name, String advice, Read<T> read) throws DataFileException {
        DataText file = new DataText(name, advice);
        return new DataEntry(file, file.parse(text), DataEntry.ROOT).all(read);
    }
}
