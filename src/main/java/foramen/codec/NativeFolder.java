package foramen.codec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where native libraries are unpacked: a folder of the user's own, never one that others can write to. */
final class NativeFolder {
    /** Names the folder outright. */
    static final String PROPERTY = "foramen.natives";

    private NativeFolder() {}

    /** The folder for this process. */
    static Path ofThisProcess() {
        String named = System.getProperty(PROPERTY, "");
        return named.isBlank()
                ? resolve(System.getenv(), System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", ".")))
                : Path.of(named).toAbsolutePath();
    }

    /** {@code FORAMEN_HOME/natives}, else the platform's folder for what can be made again. */
    static Path resolve(Map<String, String> environment, String osName, Path userHome) {
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
}
