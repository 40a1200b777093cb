package foramen.domain.clip;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a clip lies: a file, or an entry of a ZIP archive.
 *
 * @param file the file, or the archive
 * @param entry the entry's name exactly as the archive has it; never used as a path
 */
public record ClipLocation(Path file, Optional<String> entry) {
    /** Stands between the archive and the entry in {@link #text()}. */
    private static final String INSIDE = "!/";
    private static final int LONGEST = 120;

    /** A file. */
    public static ClipLocation of(Path file) {
        return new ClipLocation(file, Optional.empty());
    }

    /** An entry of an archive. */
    public static ClipLocation in(Path archive, String entry) {
        return new ClipLocation(archive, Optional.of(entry));
    }

    /**
     * The location that {@link #text()} wrote; a file whose own name holds {@code !/} is told from an entry by being
     * there.
     *
     * @throws InvalidPathException where the text is no path of this system
     */
    public static ClipLocation parse(String text) {
        int at = text.indexOf(INSIDE);
        if (at < 0 || isFile(text)) {
            return of(Path.of(text));
        }
        for (int next = at; next >= 0; next = text.indexOf(INSIDE, next + 1)) {
            if (isFile(text.substring(0, next))) {
                return in(Path.of(text.substring(0, next)), text.substring(next + INSIDE.length()));
            }
        }
        return in(Path.of(text.substring(0, at)), text.substring(at + INSIDE.length()));
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            // An entry's name may hold what no path of this system may.
            return false;
        }
    }

    /** The same place, whatever the working folder will be. */
    public ClipLocation absolute() {
        return new ClipLocation(file.toAbsolutePath().normalize(), entry);
    }

    /** The place as one line, to be kept and parsed again. */
    public String text() {
        return entry.map(e -> file + INSIDE + e).orElseGet(file::toString);
    }

    /** The last part of the place, fit for a sentence. */
    public String name() {
        String whole = entry.orElseGet(() -> file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString());
        int slash = entry.isPresent() ? Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) : -1;
        String last = whole.substring(slash + 1);
        return printable(last.isEmpty() ? whole : last);
    }

    /** {@code text} without what could write over a terminal or break a line. */
    public static String printable(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) || isInvisible(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** {@code text} fit for one line of a list: printable, and no longer than anybody reads. */
    public static String line(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return printable(cut);
    }

    /** Marks that turn the direction of writing can make {@code exe.gpj} look like a picture. */
    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
