package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.Terminal;
import foramen.app.composition.Composition;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Choosing one of several clips by the keyboard, and finding it again. */
@ExtendWith(ApplicationExtension.class)
class ChoosingJourneyTest {
    private final Path folder;
    private final Composition composition;
    private PlannerRobot planner;

    ChoosingJourneyTest(@TempDir Path folder) {
        this.folder = folder;
        this.composition = new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, composition);
    }

    @Test
    void theSecondClipOfAnArchiveIsChosenByKeyboardAndItsCaseComesBack(FxRobot robot) throws Exception {
        Path zip = zip("a-piriformis-left-normal.dcm", "b-ischial-spine-right-normal.dcm");
        planner.tryToOpen(zip);
        planner.waitFor("the list", () -> planner.keyboardAt().equals("source-list"));
        assertTrue(planner.allWords().stream().anyMatch(w -> w.contains("2 clips in clips.zip; one file could not")));
        planner.type(KeyCode.DOWN, KeyCode.ENTER);
        planner.waitFor("the picture", () -> planner.frameNumber() == 1);
        assertEquals("Open clip", openRow().substring(0, 9));
        assertTrue(openRow().contains("b-ischial-spine-right-normal.dcm"), openRow());
        planner.type(KeyCode.PAGE_UP);
        planner.waitFor("the first clip", () -> openRow().contains("a-piriformis-left-normal.dcm"));
        planner.waitFor("its picture", () -> planner.frameNumber() == 1);
        planner.type(KeyCode.PAGE_DOWN);
        planner.waitFor("the second clip", () -> openRow().contains("b-ischial-spine-right-normal.dcm"));
        planner.waitFor("its picture", () -> planner.frameNumber() == 1);
        planner.type(KeyCode.P);
        planner.outline(List.of(new Point(200, 200), new Point(300, 200), new Point(300, 280), new Point(200, 280)));
        planner.type(KeyCode.RIGHT, KeyCode.RIGHT);
        planner.waitFor("frame 3", () -> planner.frameNumber() == 3);
        planner.close();
        try (var store = composition.openStore(composition.home())) {
            List<Summary> cases = store.list();
            assertEquals(1, cases.size(), "looking through a list leaves no case behind");
            Case newest = store.find(cases.getFirst().id()).orElseThrow().current();
            assertTrue(newest.clips().getFirst().location().startsWith(zip + "!/"), newest.clips().toString());
        }
        planner = PlannerRobot.start(robot, composition);
        planner.open();
        planner.waitFor("the frame last looked at", () -> planner.frameNumber() == 3);
        planner.close();
    }

    private String openRow() {
        return planner.allWords().stream().filter(w -> w.startsWith("Open clip ")).findFirst().orElse("none is open");
    }

    private Path zip(String... samples) throws IOException {
        Path zip = folder.resolve("clips.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String sample : samples) {
                out.putNextEntry(new ZipEntry("US/" + sample));
                Files.copy(Terminal.sample(sample), out);
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("US/broken.dcm"));
            out.write(new byte[300]);
            out.closeEntry();
        }
        return zip;
    }
}
