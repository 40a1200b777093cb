import java.util.List;
import java.util.Locale;

/** The platforms an installer is made for. */
enum Platform {
    /** DEB and RPM. */
    LINUX("linux", "linux", "Linux", List.of("deb", "rpm")),
    /** MSI. */
    WINDOWS("windows", "win", "Windows", List.of("msi")),
    /** DMG and PKG. */
    MAC("mac", "mac", "Mac", List.of("dmg", "pkg"));

    /** What the command line calls it. */
    final String title;
    /** What JavaFX calls it in the names of its jars. */
    final String javafx;
    /** What SQLite's driver calls it in its jar. */
    final String sqlite;
    /** The installers it knows. */
    final List<String> types;

    Platform(String title, String javafx, String sqlite, List<String> types) {
        this.title = title;
        this.javafx = javafx;
        this.sqlite = sqlite;
        this.types = types;
    }

    /** The platform this runs on; an installer can be made only there. */
    static Platform here() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win") ? WINDOWS : os.contains("mac") ? MAC : LINUX;
    }

    /** The architecture of this machine as SQLite's driver calls it. */
    static String sqliteArchitecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }

    /** Whether {@code name} is the file of a native library of this platform, of whatever version. */
    boolean isLibrary(String name) {
        return switch (this) {
            case LINUX -> name.endsWith(".so") || name.contains(".so.");
            case WINDOWS -> name.endsWith(".dll");
            case MAC -> name.endsWith(".dylib") || name.endsWith(".jnilib");
        };
    }
}
