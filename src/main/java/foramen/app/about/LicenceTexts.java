package foramen.app.about;

import foramen.app.composition.ProgramFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the texts of the licences lie: beside the samples of an installed program, beside its jars, or in the checkout. */
public final class LicenceTexts {
    private static final String FOLDER = "licences";

    private LicenceTexts() {}

    /** The folder with the texts, where there is one. */
    public static Optional<Path> folder() {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getProperty("foramen.samples")).map(Path::of)
                .ifPresent(d -> candidates.add(d.resolveSibling(FOLDER)));
        ProgramFolder.ofJar().ifPresent(d -> {
            candidates.add(d.resolve(FOLDER));
            candidates.add(d.resolveSibling(FOLDER));
        });
        candidates.add(Path.of("src/dist", FOLDER));
        return candidates.stream().filter(d -> Files.isRegularFile(d.resolve("NATIVES.txt"))).findFirst()
                .map(Path::toAbsolutePath);
    }
}
