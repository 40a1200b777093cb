package foramen.app.sample;

import foramen.app.composition.ProgramFolder;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return ProgramFolder.ofJar().map(Path::getParent).map(d -> d.resolve(FOLDER));
    }
}
