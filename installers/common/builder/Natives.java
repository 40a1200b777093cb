import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Chooses from the natives' jars the libraries that Foramen's classes load, and those that these are linked against.
 *
 * <p>Bytedeco's jars hold a good deal more than is used. Which of it is needed is read off the files themselves: our
 * classes name the bindings, and ELF, PE and Mach-O name linked libraries in plain letters.
 */
final class Natives {
    private static final Pattern BINDING = Pattern.compile("org/bytedeco/\\w+/(?:global/)?(\\w+)");
    private static final int LONGEST_NAME = 80;

    private final Platform platform;
    private final Map<String, byte[]> available = new HashMap<>();

    Natives(Platform platform) {
        this.platform = platform;
    }

    /** Takes note of all libraries in {@code jar}. */
    void add(Path jar) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                String name = e.getName().substring(e.getName().lastIndexOf('/') + 1);
                if (!e.isDirectory() && platform.isLibrary(name) && !e.getName().contains("/python/")) {
                    available.put(name, in.readAllBytes());
                }
            }
        }
    }

    /** Writes what the classes in {@code application} need into {@code folder}, and returns the files' names. */
    Set<String> write(Path application, Path folder) throws IOException {
        Set<String> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(roots(bindings(application)));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (needed.add(name)) {
                open.addAll(namedIn(available.get(name)));
            }
        }
        for (String name : needed) {
            Path file = folder.resolve(name);
            Files.write(file, available.get(name));
        }
        return needed;
    }

    private static Set<String> bindings(Path application) throws IOException {
        Set<String> names = new HashSet<>(Set.of("javacpp"));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(application))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (e.getName().endsWith(".class")) {
                    Matcher m = BINDING.matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                    while (m.find()) {
                        names.add(m.group(1));
                    }
                }
            }
        }
        if (names.contains("opencv_core")) {
            // The loader of OpenCV's core loads this binding first; no class of ours names it.
            names.add("openblas_nolapack");
        }
        return names;
    }

    private List<String> roots(Set<String> bindings) {
        return available.keySet().stream()
                .filter(n -> bindings.contains(n.replaceFirst("^(lib)?jni", "").replaceFirst("\\..*", ""))
                        && n.matches("(lib)?jni.*"))
                .toList();
    }

    /** The available libraries whose names stand in {@code library}. */
    private Set<String> namedIn(byte[] library) {
        Set<String> found = new HashSet<>();
        StringBuilder name = new StringBuilder();
        for (byte b : library) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+')) {
                name.append(c);
            } else {
                if (name.length() > 4 && name.length() < LONGEST_NAME && available.containsKey(name.toString())) {
                    found.add(name.toString());
                }
                name.setLength(0);
            }
        }
        return found;
    }

    /** Writes the one library of SQLite's driver for this machine into {@code folder}. */
    static void sqlite(Path jar, Platform platform, Path folder) throws IOException {
        String wanted = "org/sqlite/native/" + platform.sqlite + "/" + Platform.sqliteArchitecture() + "/";
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (!e.isDirectory() && e.getName().startsWith(wanted)) {
                    copy(in, folder.resolve(e.getName().substring(wanted.length())));
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no library in " + wanted);
    }

    private static void copy(InputStream in, Path file) throws IOException {
        Files.write(file, in.readAllBytes());
    }
}
