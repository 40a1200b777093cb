package foramen.app.sample;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the sample clips lie: named by {@code -Dforamen.samples}, beside the installed program, or in the checkout. */
public final class SampleClips {
    /** The clip of the first start: the case of seed 003, a calcification of the left sacrospinous ligament. */
    public static final String FIRST = "b-ischial-spine-left-calcification";
    /** A swollen nerve under the right piriformis. */
    public static final String SECOND = "a-piriformis-right-swollen";

    private static final String FOLDER = "sample-dicom";

    private SampleClips() {}

    /** The folder of the sample clips, where there is one. */
    public static Optional<Path> folder() {
        List<Path> candidates = Stream.of(Optional.ofNullable(System.getProperty("foramen.samples")).map(Path::of),
                besideProgram(), Optional.of(Path.of(FOLDER))).flatMap(Optional::stream).toList();
        return candidates.stream().filter(d -> Files.isRegularFile(d.resolve(FIRST + ".dcm"))).findFirst()
                .map(Path::toAbsolutePath);
    }

    private static Optional<Path> besideProgram() {
        CodeSource source = SampleClips.class.getProtectionDomain().getCodeSource();
        // A class out of a cache of classes (JEP 483) may have a source without a place.
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Optional.ofNullable(jar.getParent()).map(Path::getParent).map(d -> d.resolve(FOLDER));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A program that was not started from a plain file has nothing beside it.
            return Optional.empty();
        }
    }
}
