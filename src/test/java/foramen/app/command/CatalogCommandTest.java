package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.app.Terminal;
import foramen.app.composition.Composition;
import foramen.domain.clip.ClipCatalog;
import foramen.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {
    private final Path folder;
    private final Terminal terminal;

    CatalogCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void infoListsTheClipsOfAFolderAndTheStatusSaysThatAllWereGood() throws Exception {
        Path clips = Files.createDirectory(folder.resolve("clips"));
        Files.copy(Terminal.sample("variant-rle.dcm"), clips.resolve("one.dcm"));
        Files.writeString(clips.resolve("notes.txt"), "notes");
        Terminal.Said said = terminal.run("info", clips);
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains("One clip in clips."), said.out());
        assertTrue(said.out().contains("one.dcm"), said.out());
        assertTrue(said.out().contains("1 file that is no clip was left out: 1 × other file."), said.out());
    }

    @Test
    void infoAsJsonHasALineForEachFileAndTheStatusSaysThatOneFailed() throws Exception {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("x/one.dcm"));
            Files.copy(Terminal.sample("variant-rle.dcm"), out);
            out.putNextEntry(new ZipEntry("two.dcm"));
            out.write(1);
            out.putNextEntry(new ZipEntry("three.txt"));
            out.write(1);
        }
        Terminal.Said said = terminal.run("info", "--json", zip);
        assertEquals(1, said.status());
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said.out().lines().toList()) {
            lines.add(new JsonMapper().readTree(line));
        }
        assertEquals(zip + "!/x/one.dcm", lines.get(0).get("file").asText());
        assertTrue(lines.get(0).get("frames").asInt() > 1);
        assertEquals("other file", lines.get(1).get("skipped").asText());
        assertTrue(lines.get(2).get("error").asText().contains("two.dcm is not a DICOM file"));
        Terminal.Said one = terminal.run("info", zip + "!/x/one.dcm");
        assertEquals(0, one.status(), one.err());
    }

    @Test
    void everyFileOfTheSharedSamplesIsListedSkippedOrExplained() throws Exception {
        Path samples = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "the shared sample files are not here");
        ClipCatalog catalog = new Composition(folder, Terminal.CLOCK, Locale.ROOT).clipCatalogs()
                .list(List.of(samples), Progress.NONE);
        long files;
        try (var walk = Files.walk(samples)) {
            files = walk.filter(Files::isRegularFile).count();
        }
        assertEquals(files, catalog.entries().size() + catalog.problems().size() + catalog.skipped().size());
        assertTrue(catalog.entries().size() > 300, catalog.summary());
        for (ClipCatalog.Problem p : catalog.problems()) {
            assertTrue(p.words().contains(p.file()) && p.words().endsWith("."), p.words());
        }
    }
}
