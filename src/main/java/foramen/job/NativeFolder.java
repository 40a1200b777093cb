package foramen.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/**
 * Where native libraries are unpacked: a folder of the user's own, never one that others can write to.
 *
 * <p>The loader of native libraries reads its properties once for the process, so every room that has some prepares the
 * same folder here before its first call; the room itself asks the loader, which this one does not know.
 *
 * @param path the folder
 */
public record NativeFolder(Path path) {
    /** Names the folder outright. */
    public static final String PROPERTY = "foramen.natives";
    /** Names a folder whose libraries an installer has laid ready, which are loaded from where they lie. */
    public static final String INSTALLED = "foramen.natives.installed";
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";
    private static final String LIBRARY_PATH = "java.library.path";

    /** The folder for this process. */
    public static NativeFolder ofThisProcess() {
        String named = System.getProperty(PROPERTY, "");
        return new NativeFolder(named.isBlank()
                ? resolve(System.getenv(), System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", ".")))
                : Path.of(named).toAbsolutePath());
    }

    /** {@code FORAMEN_HOME/natives}, else the platform's folder for what can be made again. */
    public static Path resolve(Map<String, String> environment, String osName, Path userHome) {
        String chosen = environment.getOrDefault("FORAMEN_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize().resolve("natives");
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? userHome.resolve("AppData/Local") : Path.of(local)).resolve("Foramen/natives");
        }
        if (os.contains("mac")) {
            return userHome.resolve("Library/Caches/Foramen/natives");
        }
        // XDG Base Directory Specification: relative values are to be ignored.
        Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (cache.isAbsolute() ? cache : userHome.resolve(".cache")).resolve("foramen/natives");
    }

    /**
     * Makes the folder and tells the loader of it, unless it was told before: the first to come decides. Memory is
     * freed by hand in every room, so the loader's own collector and its guess at physical memory stay off.
     *
     * @throws IOException when the folder cannot be made or written to
     */
    public void prepare() throws IOException {
        synchronized (NativeFolder.class) {
            if (System.getProperty(CACHE) == null) {
                makeForTheUserOnly();
                System.setProperty(CACHE, path.toString());
                System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
                System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
                preferInstalled();
            }
        }
        if (!Files.isWritable(asked())) {
            throw refusal();
        }
    }

    /**
     * Refuses a loader that goes elsewhere: where its folder cannot be used it would do so without a word, in the end to
     * the shared temporary folder.
     *
     * @param used the folder that the loader says it uses
     * @throws IOException when that is not the folder it was told
     */
    public void requireUsed(Path used) throws IOException {
        if (!used.toRealPath().startsWith(asked().toRealPath())) {
            throw refusal();
        }
    }

    /** Lets the loader look in the installed folder before anything else; then nothing is unpacked. */
    private static void preferInstalled() {
        String installed = System.getProperty(INSTALLED, "");
        if (!installed.isBlank() && Files.isDirectory(Path.of(installed))) {
            System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
            System.setProperty(LIBRARY_PATH,
                    installed + File.pathSeparator + System.getProperty(LIBRARY_PATH, ""));
        }
    }

    /**
     * Makes the folder, for its owner alone where the file system knows owners, unless it is there.
     *
     * @throws IOException when it cannot be made
     */
    public void makeForTheUserOnly() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(path,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    private static Path asked() {
        return Path.of(System.getProperty(CACHE, ""));
    }

    private static IOException refusal() {
        return new IOException("The folder " + asked() + " cannot be written to.");
    }
}
