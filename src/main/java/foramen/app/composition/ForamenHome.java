package foramen.app.composition;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the planner keeps its records: {@code FORAMEN_HOME}, else the platform's folder for application data. */
public final class ForamenHome {
    private ForamenHome() {}

    /**
     * The folder for records.
     *
     * @param environment the process's environment
     * @param osName the value of {@code os.name}
     * @param userHome the user's home folder
     */
    public static Path resolve(Map<String, String> environment, String osName, Path userHome) {
        Optional<Path> chosen = folder(environment, "FORAMEN_HOME");
        if (chosen.isPresent()) {
            return chosen.get().toAbsolutePath().normalize();
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return folder(environment, "APPDATA").orElse(userHome.resolve("AppData/Roaming")).resolve("Foramen");
        }
        if (os.contains("mac")) {
            return userHome.resolve("Library/Application Support/Foramen");
        }
        // XDG Base Directory Specification: relative values are to be ignored.
        return folder(environment, "XDG_DATA_HOME").filter(Path::isAbsolute).orElse(userHome.resolve(".local/share"))
                .resolve("foramen");
    }

    /** The folder for records of this process. */
    public static Path ofThisProcess() {
        return resolve(System.getenv(), System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
    }
}
