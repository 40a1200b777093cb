package foramen.dicom.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the file that a Referenced File ID (0004,1500) names, strictly inside the folder of the DICOMDIR (PS3.10 section
 * 8.2): nothing in the file is a path until each part has been found, by listing, in the folder reached so far, and no
 * symbolic link is followed. Case and the version {@code ;1} of ISO 9660 media are forgiven.
 */
final class ReferencedFile {
    /** PS3.10 has eight components at most; media made on a PC have more (engineering default). */
    private static final int DEEPEST = 32;
    /** More files in one folder than that are no medium (engineering default). */
    private static final int MOST_CHILDREN = 100_000;
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern VERSION = Pattern.compile("\\.?;\\d{1,5}$");

    private final Path root;
    private final Map<Path, Map<String, List<Path>>> listed = new HashMap<>();

    /**
     * @param root the folder of the DICOMDIR
     * @throws IOException where it is not there
     */
    ReferencedFile(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** The parts of a name, where each can be the name of something inside a folder. */
    static Optional<List<String>> parts(List<String> components) {
        List<String> parts = components.stream().flatMap(c -> Stream.of(SEPARATOR.split(c, -1))).map(String::strip)
                .toList();
        boolean harmless = !parts.isEmpty() && parts.size() <= DEEPEST
                && parts.stream().allMatch(ReferencedFile::isPlain);
        return harmless ? Optional.of(parts) : Optional.empty();
    }

    private static boolean isPlain(String part) {
        boolean dots = part.chars().allMatch(c -> c == '.');
        return !part.isEmpty() && !dots && part.indexOf(':') < 0 && part.chars().noneMatch(Character::isISOControl);
    }

    /** The regular file at {@code parts}; nothing where there is none inside the folder. */
    Optional<Path> find(List<String> parts) throws IOException {
        Path at = root;
        for (String part : parts) {
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            Optional<Path> next = child(at, part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        boolean inside = Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS) && at.toRealPath().startsWith(root);
        return inside ? Optional.of(at) : Optional.empty();
    }

    private Optional<Path> child(Path folder, String part) throws IOException {
        List<Path> alike = children(folder).getOrDefault(plain(part), List.of());
        return alike.stream().filter(p -> last(p).equals(part)).findFirst()
                .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
    }

    private Map<String, List<Path>> children(Path folder) throws IOException {
        Map<String, List<Path>> known = listed.get(folder);
        if (known != null) {
            return known;
        }
        Map<String, List<Path>> children = new HashMap<>();
        int count = 0;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (++count > MOST_CHILDREN) {
                    break;
                }
                if (!Files.isSymbolicLink(child)) {
                    children.computeIfAbsent(plain(last(child)), k -> new ArrayList<>()).add(child);
                }
            }
        }
        listed.put(folder, children);
        return children;
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String plain(String name) {
        return VERSION.matcher(name).replaceFirst("").toUpperCase(Locale.ROOT);
    }
}
