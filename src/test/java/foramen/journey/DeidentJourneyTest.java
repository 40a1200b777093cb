package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.composition.CopyDesk;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.deident.Box;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Somebody makes copies without the patient in the window. */
@ExtendWith(ApplicationExtension.class)
class DeidentJourneyTest {
    /** Short, so that its copy is made soon. */
    private static final String CLIP = "variant-rle.dcm";

    private static final double FROM_X = 0.48;
    private static final double FROM_Y = 0.4;

    private final Path out;
    private final Composition composition;
    private PlannerRobot planner;

    DeidentJourneyTest(@TempDir Path folder) {
        out = folder.resolve("copies");
        composition = new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, composition);
        planner.open(SampleJob.samples().resolve(CLIP));
        planner.shortcutWithShift(KeyCode.D);
        planner.click("#deident-case");
        planner.waitFor("the preview", () -> planner.text("#deident-verdict").contains("Overwritten in every frame"));
    }

    @Test
    void aClipOfTheCaseIsCopiedWithARectangleDrawnOnItAndTheProofTellsOfIt() throws Exception {
        planner.dragOver("#deident-picture", FROM_X, FROM_Y, 0.52, 0.5);
        planner.waitFor("the rectangle", () -> planner.text("#deident-verdict").contains("1 box of the operator"));
        Box box = drawn();
        planner.click("#deident-dates-shifted");
        planner.fill("#deident-folder", out.toString());
        planner.type(KeyCode.ENTER);
        planner.click("#deident-write");
        planner.waitFor("the copies", () -> planner.text("#deident-said").contains("1 of 1 files were copied"));

        List<Path> files = files();
        assertEquals(2, files.size(), () -> files + " is a copy and a proof");
        Path copy = files.stream().filter(f -> f.toString().endsWith(".dcm")).findFirst().orElseThrow();
        String proof = Files.readString(out.resolve(CopyDesk.PROOF));
        assertTrue(proof.contains("Modified Dates Option") && proof.contains("1 box of the operator"), proof);
        try (Clip before = open(SampleJob.samples().resolve(CLIP)); Clip after = open(copy)) {
            assertEquals(before.info().frames(), after.info().frames());
            assertFalse(Files.readString(copy, StandardCharsets.ISO_8859_1)
                    .contains(before.info().patient().id()), "the number is in no byte of the copy");
            assertNotEquals(before.info().patient(), after.info().patient());
            assertIsWhereItWasDragged(box, before.info().columns(), before.info().rows());
            for (int i : new int[]{0, before.info().frames() - 1}) {
                Frame was = before.frame(i);
                Frame is = after.frame(i);
                int inside = (box.y() + box.height() / 2) * was.columns() + box.x() + box.width() / 2;
                int beneath = inside + (box.height() / 2 + 2) * was.columns();
                assertEquals(0xFF000000, is.argb()[inside], "overwritten in frame " + i);
                assertNotEquals(0xFF000000, was.argb()[inside], "there was something in frame " + i);
                assertEquals(was.argb()[beneath], is.argb()[beneath], "kept in frame " + i);
            }
            assertArrayEquals(before.info().calibration().regions().toArray(),
                    after.info().calibration().regions().toArray());
        }
        planner.type(KeyCode.ESCAPE);
        assertEquals(0, planner.count("#deident"));
        planner.close();
    }

    @Test
    void aFolderThatIsInUseIsNamedAndNothingIsWrittenThere() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine.txt"), "mine");
        planner.fill("#deident-folder", out.toString());
        planner.type(KeyCode.ENTER);
        planner.click("#deident-write");
        planner.waitFor("the sentence", () -> planner.text("#deident-said").contains("is not empty"));
        assertEquals(List.of(out.resolve("mine.txt")), files());
        planner.close();
    }

    @Test
    void anEmptyListCannotBeWritten() {
        planner.fill("#deident-folder", out.toString());
        planner.type(KeyCode.ENTER);
        assertFalse(planner.isShut("#deident-write"));
        planner.click("#deident-clear");
        assertTrue(planner.isShut("#deident-write"), "there is nothing to copy");
        assertFalse(Files.exists(out));
        planner.close();
    }

    private Clip open(Path file) throws IOException {
        return composition.clipReader().open(file);
    }

    private void assertIsWhereItWasDragged(Box box, int columns, int rows) {
        Region picture = (Region) planner.find("#deident-picture");
        double scale = Math.min(picture.getWidth() / columns, picture.getHeight() / rows);
        double left = (picture.getWidth() - columns * scale) / 2;
        assertEquals((FROM_X * picture.getWidth() - left) / scale, box.x(), 1.5);
        assertEquals(FROM_Y * picture.getHeight() / scale, box.y(), 1.5);
    }

    /** The rectangle that the page says was drawn. */
    private Box drawn() {
        return planner.allWords().stream().filter(w -> w.matches("Overwrite \\d+,\\d+,\\d+,\\d+")).findFirst()
                .map(w -> Box.parse(w.substring("Overwrite ".length()))).orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
