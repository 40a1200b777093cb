package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.dicom.write.UltrasoundObject;
import foramen.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the window does with clips that have no scale, with files that are no clips, and for who has no mouse. */
@ExtendWith(ApplicationExtension.class)
class SmallJourneysTest {
    private static final Pattern MILLIMETRES = Pattern.compile("\\d\\s*mm|mm²|\\bcm\\b");
    private static final List<Point> SQUARE = List.of(new Point(40, 40), new Point(120, 40), new Point(120, 90),
            new Point(40, 90));

    private final Path folder;
    private PlannerRobot planner;

    SmallJourneysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
    }

    @AfterEach
    void close() {
        planner.close();
    }

    @Test
    void aClipWithoutCalibrationIsMeasuredInPixelsAndNeverInMillimetres() throws IOException {
        planner.open(clip("no-regions", List.of()));
        planner.type(KeyCode.P);
        planner.outline(SQUARE);
        planner.type(KeyCode.N);
        planner.clickAt(new Point(20, 20), new Point(80, 65));
        for (String step : List.of("outline", "measure", "plan", "clips")) {
            planner.step(step);
            List<String> mm = planner.allWords().stream().filter(w -> MILLIMETRES.matcher(w).find())
                    .filter(w -> !w.contains("22 G")).toList();
            assertEquals(List.of(), mm, step);
        }
        planner.step("measure");
        assertEquals("px²", planner.text("#measure-csa .reading-unit"));
        assertEquals(4000, Double.parseDouble(planner.text("#measure-csa .reading-value").replace(",", "")), 80);
    }

    @Test
    void aDamagedFileGetsASentenceWhileTheOldCaseStays() throws IOException {
        Path good = clip("good", UltrasoundFixtures.object("good").regions());
        planner.open(good);
        planner.type(KeyCode.P);
        planner.outline(SQUARE);
        byte[] bytes = Files.readAllBytes(good);
        List<Path> bad = List.of(write("truncated.dcm", Arrays.copyOf(bytes, 300)), write("empty.dcm", new byte[0]),
                write("letter.txt", "Dear colleague, thank you for the referral.".repeat(20).getBytes(
                        java.nio.charset.StandardCharsets.UTF_8)),
                folder.resolve("missing.dcm"));
        for (Path file : bad) {
            String name = String.valueOf(file.getFileName());
            planner.tryToOpen(file);
            planner.waitFor("a sentence about " + name, () -> planner.text("#banner .label").contains(name));
            planner.step("outline");
            assertEquals(1, planner.count("#annotate-panel .item"), name);
            int frame = planner.frameCounted();
            planner.type(KeyCode.ESCAPE, KeyCode.RIGHT);
            assertEquals(frame + 1, planner.frameCounted(), name);
            planner.type(KeyCode.LEFT);
        }
        planner.tryToOpen(good);
        planner.waitFor("the sentence to go", () -> planner.text("#banner .label").isEmpty());
        assertEquals(1, planner.count("#annotate-panel .item"));
    }

    @Test
    void theKeyboardAloneOpensStepsChoosesAToolAndUndoes() {
        planner.tabTo("welcome-sample");
        planner.type(KeyCode.SPACE);
        planner.waitFor("the sample", () -> planner.frameNumber() == 1);
        planner.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
        planner.waitFor("frame 3", () -> planner.frameNumber() == 3);
        planner.type(KeyCode.N);
        assertTrue(planner.text("#hint").startsWith("Needle"), () -> planner.text("#hint"));
        planner.tabTo("side-right");
        planner.type(KeyCode.SPACE);
        assertTrue(planner.isOn("#side-right"));
        planner.shortcut(KeyCode.Z);
        assertFalse(planner.isOn("#side-right"));
        planner.shortcut(KeyCode.Y);
        assertTrue(planner.isOn("#side-right"));
    }

    @Test
    void choosingARowOrAnEntryOfAListNeverTurnsTheNextShortcutIntoText() throws IOException {
        planner.open(clip("good", UltrasoundFixtures.object("good").regions()));
        planner.type(KeyCode.P);
        planner.outline(SQUARE);
        planner.type(KeyCode.S);
        String patient = planner.text("#patient");
        planner.click("#annotate-panel .item");
        planner.rest();
        assertNotEquals("patient", planner.keyboardAt());
        planner.type(KeyCode.P);
        assertEquals(patient, planner.text("#patient"));
        assertTrue(planner.text("#hint").startsWith("Outline"), () -> planner.text("#hint"));
        planner.choose("#annotate-others", "Calcification");
        planner.type(KeyCode.N);
        assertTrue(planner.text("#hint").startsWith("Needle"), () -> planner.text("#hint"));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path clip(String seed, List<foramen.domain.clip.Region> regions) throws IOException {
        UltrasoundObject o = UltrasoundFixtures.object(seed);
        Path file = folder.resolve(seed + ".dcm");
        new UltrasoundMultiframeWriter().write(file, new UltrasoundObject(o.patient(), o.uids(), o.acquired(),
                o.scanner(), o.study(), o.laterality(), regions, o.frameMillis()), 5,
                i -> UltrasoundFixtures.frame(160, 120, i), PixelEncoding.JPEG_BASELINE);
        return file;
    }
}
