package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.window.PassphrasePage;
import foramen.domain.casefile.Case;
import foramen.geometry.Point;
import foramen.storage.SqlCaseStore;
import foramen.storage.StorePlace;
import foramen.testing.SetClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Records that do not just open: encrypted, of a newer version, or damaged. */
@ExtendWith(ApplicationExtension.class)
class OpeningJourneyTest {
    private static final String PASSPHRASE = "four words that match";
    private static final List<Point> OUTLINE = List.of(new Point(300, 300), new Point(360, 300), new Point(330, 360));
    /** SQLite's page, and where the file has the schema's number (SQLite file format, section 1.3). */
    private static final int PAGE = 4096;
    private static final int SCHEMA_AT = 60;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-14T12:03:07Z"));
    private final Path folder;
    private final Composition composition;
    private final Path file;

    OpeningJourneyTest(@TempDir Path folder) {
        this.folder = folder;
        composition = new Composition(folder.resolve("home"), clock, Locale.US);
        file = composition.home().resolve("foramen.db");
    }

    @Test
    void encryptedRecordsAskForThePassphraseUntilItIsTheRightOne(FxRobot robot) throws Exception {
        SqlCaseStore.create(StorePlace.folder(composition.home()), ZoneOffset.UTC, composition.projections(),
                PASSPHRASE.toCharArray()).close();
        SqlCaseStore store = composition.openStoreOrLocked();
        AtomicReference<String> came = new AtomicReference<>("");
        Stage[] stage = new Stage[1];
        Platform.setImplicitExit(false);
        robot.interact(() -> {
            stage[0] = new Stage();
            PassphrasePage.show(stage[0], composition, store, () -> came.set("opened"), () -> came.set("given up"));
        });
        robot.targetWindow(stage[0]);
        assertEquals("passphrase", stage[0].getScene().getFocusOwner().getId());
        robot.write("four words that fail", 0).type(KeyCode.ENTER);
        Label said = robot.lookup("#passphrase-said").queryAs(Label.class);
        await(() -> said.getText().equals("The passphrase is not the right one; nothing was changed. Try again."
                + " The next try is possible in 1 s."));
        assertTrue(store.isLocked());
        assertTrue(robot.lookup("#passphrase-open").query().isDisabled());
        clock.pass(Duration.ofSeconds(1));
        await(() -> !said.getText().contains("next try"));
        robot.write(PASSPHRASE, 0).type(KeyCode.ENTER);
        await(() -> "opened".equals(came.get()));
        assertFalse(store.isLocked());
        robot.interact(stage[0]::hide);
        store.close();
    }

    @Test
    void whoClosesThePassphrasePageHasGivenUp(FxRobot robot) throws Exception {
        SqlCaseStore.create(StorePlace.folder(composition.home()), ZoneOffset.UTC, composition.projections(),
                PASSPHRASE.toCharArray()).close();
        try (SqlCaseStore store = composition.openStoreOrLocked()) {
            AtomicReference<String> came = new AtomicReference<>("");
            robot.interact(() -> PassphrasePage.show(new Stage(), composition, store, () -> came.set("opened"),
                    () -> came.set("given up")));
            robot.type(KeyCode.ESCAPE);
            await(() -> "given up".equals(came.get()));
            assertTrue(store.isLocked());
        }
    }

    @Test
    void recordsOfANewerVersionAreShownAndExportedButNotChanged(FxRobot robot) throws Exception {
        worked(robot);
        byte[] newer = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(newer);
        header.putInt(SCHEMA_AT, header.getInt(SCHEMA_AT) + 1);
        Files.write(file, newer);
        readButNotChanged(robot, "was written by a newer version of Foramen", newer);
    }

    @Test
    void damagedRecordsAreShownAsFarAsTheyGoAndNotChanged(FxRobot robot) throws Exception {
        worked(robot);
        int page;
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file); Statement s = c.createStatement()) {
            s.execute("CREATE TABLE broken (c INTEGER)");
            try (ResultSet row = s.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = 'broken'")) {
                page = row.getInt(1);
            }
            s.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, PAGE * (page - 1), PAGE * (page - 1) + 64, (byte) 0xEE);
        Files.write(file, damaged);
        readButNotChanged(robot, "is damaged.", damaged);
    }

    private void worked(FxRobot robot) throws Exception {
        PlannerRobot planner = PlannerRobot.start(robot, composition);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        planner.type(KeyCode.P);
        planner.outline(OUTLINE);
        planner.close();
    }

    private void readButNotChanged(FxRobot robot, String why, byte[] bytes) throws Exception {
        PlannerRobot planner = PlannerRobot.start(robot, composition).open();
        String notice = planner.text("#read-only .label");
        assertTrue(notice.startsWith("The records can only be read. The store " + file + " " + why), notice);
        Case before = planner.casefile();
        assertEquals(1, before.annotations().size());

        planner.type(KeyCode.P);
        planner.outline(OUTLINE.stream().map(p -> new Point(p.x() - 200, p.y())).toList());
        assertEquals(before, planner.casefile());
        assertTrue(planner.text("#banner .label").startsWith("Nothing was changed: the records can only be read."));
        planner.fill("#indication", "Another");
        planner.type(KeyCode.ENTER);
        assertEquals(before, planner.casefile());
        assertEquals("", planner.text("#indication"), "the field shows what holds");
        assertEquals("No changes yet", planner.text("#saved"), "nothing waits to be saved");
        planner.shortcut(KeyCode.Z);
        assertEquals(before, planner.casefile());

        Path documents = folder.resolve("documents");
        planner.step("export");
        planner.fill("#export-folder", documents.toString());
        planner.type(KeyCode.ENTER);
        planner.click("#export-go");
        planner.waitFor("the documents", () -> planner.count("#export-summary") == 1);
        assertEquals(1, planner.count("#read-only"), "the notice stays");
        planner.close();
        try (Stream<Path> files = Files.walk(documents)) {
            assertTrue(files.filter(Files::isRegularFile).count() > 3);
        }
        assertArrayEquals(bytes, bytes(), "not a byte may change");
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
