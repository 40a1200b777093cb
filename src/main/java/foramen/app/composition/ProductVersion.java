package foramen.app.composition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Version and build, from the one place that has them: the build. */
public final class ProductVersion {
    private static final String RESOURCE = "/foramen/version.properties";
    /** How long a day is as ISO 8601 writes it. */
    private static final int DAY = 10;

    private ProductVersion() {}

    /** The version as the build wrote it, such as {@code 0.1.0}. */
    public static String current() {
        return said("version").orElse("unknown");
    }

    /** The day of the source it was built from, such as {@code 2026-11-21}; empty where it was not built by Maven. */
    public static Optional<String> built() {
        return said("built").map(b -> b.length() > DAY ? b.substring(0, DAY) : b);
    }

    /** The revision of the source; empty where whoever built it did not say. */
    public static Optional<String> revision() {
        return said("revision");
    }

    private static Optional<String> said(String key) {
        try (InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the installation");
            }
            Properties p = new Properties();
            p.load(in);
            // What the build did not fill in still has the build's own marks.
            return Optional.ofNullable(p.getProperty(key)).filter(v -> !v.isBlank() && !v.contains("${"));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
