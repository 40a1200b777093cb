package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.delivery.Exporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects made from clips as others write them, damaged ones too: dciodvfy finds nothing wrong but what was wrong with the
 * clip's own UIDs and class. {@code -Dforamen.objects.every=1} takes all samples instead of some.
 */
class ObjectsOfRealClipsTest {
    private static final int EVERY = Integer.getInteger("foramen.objects.every", 16);
    private static final long LARGEST_FILE = 4_000_000;
    private static final long MOST_PIXELS = 700_000;
    /** What an object inherits from a clip that breaks the standard itself. */
    private static final List<String> OF_THE_CLIP = List.of("Illegal root for UID",
            "Shall not be present for Referenced SOP Class that is not multi-frame");

    @Test
    void objectsOfRealClipsAreSoundOrRefusedWithASentence(@TempDir Path folder) throws Exception {
        Optional<Path> dciodvfy = ObjectFixtures.tool("dciodvfy");
        Assumptions.assumeTrue(dciodvfy.isPresent(), "dciodvfy (dicom3tools) is not installed");
        Path samples = Path.of(System.getProperty("foramen.shared", "none"), "samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "the shared samples are not here");
        List<Path> files;
        try (Stream<Path> all = Files.walk(samples)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> wrong = new ArrayList<>();
        int objects = 0;
        for (int i = 0; i < files.size(); i += EVERY) {
            if (Files.size(files.get(i)) <= LARGEST_FILE) {
                objects += check(files.get(i), folder, dciodvfy.get().toString(), wrong);
            }
        }
        assertTrue(objects > 10, "only " + objects + " objects were made");
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    private static int check(Path file, Path folder, String dciodvfy, List<String> wrong) throws Exception {
        int objects = 0;
        try (Clip clip = ObjectFixtures.open(file)) {
            if ((long) clip.info().columns() * clip.info().rows() > MOST_PIXELS) {
                return 0;
            }
            for (Exporter e : ObjectFixtures.exporters()) {
                Path object = folder.resolve("object.dcm");
                try {
                    Files.write(object, ObjectFixtures.bytes(e,
                            ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip)));
                } catch (IOException refused) {
                    boolean sentence = String.valueOf(refused.getMessage()).endsWith(".");
                    if (!sentence) {
                        wrong.add(file.getFileName() + " " + e.kind() + " says " + refused.getMessage());
                    }
                    continue;
                }
                objects++;
                ObjectFixtures.run(dciodvfy, object.toString()).lines()
                        .filter(l -> l.startsWith("Error") && OF_THE_CLIP.stream().noneMatch(l::contains))
                        .forEach(l -> wrong.add(file.getFileName() + " " + e.kind() + ": " + l));
            }
        } catch (ClipException noClip) {
            // A file that does not open has no objects; other tests hold the sentence.
            return objects;
        }
        return objects;
    }
}
