package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Clip;
import foramen.domain.delivery.Exporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tools of others say of our objects; each skips itself where the tool is not installed. */
class ObjectsAgainstPeersTest {
    @ParameterizedTest
    @EnumSource
    void dciodvfyFindsNoErrorInAnyObject(PixelEncoding encoding, @TempDir Path folder) throws Exception {
        Path dciodvfy = installed("dciodvfy", "dicom3tools");
        List<String> errors = new ArrayList<>();
        for (int frames : new int[]{1, 3}) {
            for (Path file : objects(folder, encoding, frames)) {
                ObjectFixtures.run(dciodvfy.toString(), file.toString()).lines().filter(l -> l.startsWith("Error"))
                        .forEach(l -> errors.add(encoding + " × " + frames + " " + file.getFileName() + ": " + l));
            }
        }
        assertTrue(errors.isEmpty(), String.join("\n", errors));
    }

    private static List<Path> objects(Path folder, PixelEncoding encoding, int frames) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, encoding, frames))) {
            for (Exporter e : ObjectFixtures.exporters()) {
                files.add(ObjectFixtures.file(folder, e, ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip)));
            }
        }
        return files;
    }

    private static Path installed(String tool, String pack) {
        Optional<Path> found = ObjectFixtures.tool(tool);
        Assumptions.assumeTrue(found.isPresent(), tool + " (" + pack + ") is not installed");
        return found.get();
    }
}
