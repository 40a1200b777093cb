package foramen.app.composition;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the running program lies, for what comes along beside it. */
public final class ProgramFolder {
    private ProgramFolder() {}

    /** The folder of the program's own jar, or of its folder of classes; empty where it was not started from a file. */
    public static Optional<Path> ofJar() {
        CodeSource source = ProgramFolder.class.getProtectionDomain().getCodeSource();
        // A class out of a cache of classes (JEP 483) may have a source without a place.
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A program that was not started from a plain file has nothing beside it.
            return Optional.empty();
        }
    }
}
