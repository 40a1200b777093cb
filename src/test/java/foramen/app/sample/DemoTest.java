package foramen.app.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.Terminal;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.session.Session;
import foramen.job.Progress;
import foramen.storage.SqlCaseStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final Pattern READING = Pattern.compile("(?:area|depth|path|skin) (\\d+(?:\\.\\d)?(?: mm²?|°))");

    private final Path folder;
    private final Terminal terminal;

    DemoTest(@TempDir Path folder) {
        this.folder = folder.resolve("out");
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void doesTheWholeJobAndSaysWhereEverythingIs() throws IOException {
        String said = terminal.run("demo", "-o", folder).text();
        List<Path> documents = documents();
        assertEquals(6, documents.size(), documents.toString());
        for (Path file : documents) {
            assertTrue(said.contains("Wrote " + file), file + " in " + said);
        }
        assertTrue(said.contains("found all 2 cases as they were left, in " + folder), said);
        assertFalse(said.contains("\u00a0px"), "every number of the demo is calibrated: " + said);
        for (Path file : documents) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith("_clean.png")) {
                BufferedImage picture = ImageIO.read(file.toFile());
                assertEquals("576 × 432", picture.getWidth() + " × " + picture.getHeight());
            } else if (name.endsWith("_annotated.png")) {
                BufferedImage picture = ImageIO.read(file.toFile());
                assertTrue(picture.getWidth() >= 576 && picture.getHeight() > 432, name);
            }
        }
        plansSayWhatWasRead(documents, said);
        recordIsComplete();
    }

    private static void plansSayWhatWasRead(List<Path> documents, String said) throws IOException {
        List<Path> pdfs = documents.stream().filter(f -> f.toString().endsWith(".pdf")).toList();
        assertEquals(2, pdfs.size());
        StringBuilder all = new StringBuilder();
        for (Path pdf : pdfs) {
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                all.append(new PDFTextStripper().getText(document).replace('\u00a0', ' ')).append('\n');
            }
        }
        String text = all.toString();
        for (String expected : List.of("400 mg", "40 mg", "Triamcinolone", "Dextrose", "DEMO-LOT", "Sciatic nerve")) {
            assertTrue(text.contains(expected), expected + " in " + text);
        }
        // Every area and every plan that the console names stands on paper with the same digits.
        List<String> numbers = READING.matcher(said.replace('\u00a0', ' ')).results().map(r -> r.group(1)).toList();
        assertTrue(numbers.size() >= 13, numbers.toString());
        for (String number : numbers) {
            assertTrue(text.contains(number), number + " in " + text);
        }
    }

    private void recordIsComplete() throws IOException {
        try (CaseStore store = SqlCaseStore.open(folder)) {
            List<CaseStore.Summary> cases = store.list();
            assertEquals(2, cases.size());
            for (CaseStore.Summary summary : cases) {
                Case stored = store.find(summary.id()).orElseThrow().current();
                assertEquals(1, stored.clips().size());
                assertEquals(1, stored.plans().size());
                assertEquals(1, stored.sessions().stream().filter(Session::isClosed).count());
                Session session = stored.sessions().getFirst();
                assertEquals(session.syringes().getFirst().components().size(), stored.ledger().size());
                assertTrue(stored.ledger().stream().allMatch(l -> l.origin().isPresent()));
                assertTrue(stored.annotations().size() >= 2);
                assertEquals(stored.plans().getFirst().frame(), store.lastView(summary.id()).orElseThrow());
            }
        }
    }

    @Test
    void aSecondRunIntoTheSameFolderOverwritesAndDoublesNothing() throws IOException {
        terminal.run("demo", "-o", folder).text();
        Map<Path, byte[]> first = new HashMap<>();
        for (Path file : documents()) {
            first.put(file, Files.readAllBytes(file));
        }
        String said = terminal.run("demo", "-o", folder).text();
        for (Map.Entry<Path, byte[]> e : first.entrySet()) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(e.getValue(), Files.readAllBytes(e.getKey()));
            assertFalse(said.contains("Wrote " + e.getKey() + System.lineSeparator()));
        }
        assertEquals(12, documents().size());
        assertEquals(5, said.lines().filter(l -> l.contains("Recorded:")).count(), said);
        try (CaseStore store = SqlCaseStore.open(folder)) {
            assertEquals(4, store.list().size());
            for (CaseStore.Summary summary : store.list()) {
                Case stored = store.find(summary.id()).orElseThrow().current();
                assertEquals(stored.sessions().getFirst().syringes().getFirst().components().size(),
                        stored.ledger().size());
            }
        }
    }

    @Test
    void withoutSampleClipsItSaysHowToMakeThem() {
        Demo demo = new Demo(new Composition(folder, Terminal.CLOCK, Locale.ROOT), Optional::empty);
        UserException e = assertThrows(UserException.class, () -> demo.run(folder, Progress.NONE));
        assertTrue(String.valueOf(e.getMessage()).contains("foramen phantom -o sample-dicom"));
        assertTrue(Files.notExists(folder));
    }

    private List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(f -> f.toString().matches(".*\\.(png|pdf|dcm)"))
                    .sorted().toList());
        }
    }
}
