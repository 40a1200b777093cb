package foramen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, started where there is no display. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
class NoDisplayTest {
    private final Path folder;

    NoDisplayTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Terminal.Said foramen(String... args) throws IOException, InterruptedException {
        return ChildJvm.run(folder, ChildJvm.of(folder, false, Main.class.getName(), args));
    }

    @Test
    void theWholeJobIsDoneOnTheSampleClipsAndSaidWhereItIs() throws Exception {
        String said = foramen().text();
        assertTrue(said.contains("there is no display"), said);
        String last = said.lines().toList().getLast();
        assertTrue(last.startsWith("The results are in "), last);
        Path results = Path.of(last.substring("The results are in ".length()));
        assertEquals(folder.resolve("home"), results.getParent());
        try (Stream<Path> files = Files.list(results)) {
            List<String> names = files.map(Path::toString).toList();
            assertEquals(4, names.stream().filter(n -> n.endsWith(".png")).count(), names.toString());
            assertEquals(2, names.stream().filter(n -> n.endsWith(".pdf")).count(), names.toString());
        }
    }

    @Test
    void aFileCannotBeShownAndTheCommandsThatCanReadItAreNamed() throws Exception {
        String said = foramen("open", Terminal.sample("variant-rle.dcm").toString()).failure(1);
        assertTrue(said.contains("there is no display") && said.contains("foramen info"), said);
    }

    @Test
    void aFileThatIsNotThereIsNamedFirst() throws Exception {
        assertTrue(foramen("open", "absent.dcm").failure(1).contains("absent.dcm does not exist"));
    }
}
