package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleClips;
import foramen.geometry.Point;
import foramen.storage.SqlCaseStore;
import foramen.storage.StorePlace;
import foramen.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The window over encrypted records is left alone, or locked by hand, and opened again. */
@ExtendWith(ApplicationExtension.class)
class LockJourneyTest {
    private static final String PASSPHRASE = "four words that match";
    private static final String NAME = "Mustermann";

    private final SetClock clock = new SetClock(Instant.parse("2026-03-14T12:03:07Z"));
    private final Composition composition;
    private SqlCaseStore store;
    private PlannerRobot planner;

    LockJourneyTest(@TempDir Path folder) {
        composition = new Composition(folder.resolve("home"), clock, Locale.US);
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        store = SqlCaseStore.create(StorePlace.folder(composition.home()), ZoneOffset.UTC, composition.projections(),
                PASSPHRASE.toCharArray());
        planner = PlannerRobot.start(robot, composition, store);
        planner.open(SampleClips.folder().orElseThrow().resolve(SampleClips.FIRST + ".dcm"));
        planner.fill("#patient", NAME + ", Erika");
        planner.type(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        planner.close();
    }

    private boolean isLocked() {
        return planner.count("#lock-page") == 1;
    }

    private void lockByKey() {
        planner.robot().press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L).release(KeyCode.SHIFT, KeyCode.CONTROL);
        planner.waitFor("the lock page", this::isLocked);
    }

    private void unlock() {
        planner.write(PASSPHRASE);
        planner.type(KeyCode.ENTER);
        planner.waitFor("the page to go", () -> !isLocked());
    }

    /** What is in the window at all, seen or not: a screen reader asks for more than is seen. */
    private List<String> everything() {
        List<String> all = new ArrayList<>();
        new FxRobot().interact(() -> all.addAll(Window.getWindows().stream()
                .flatMap(w -> SeenNodes.nodes(w.getScene().getRoot()))
                .flatMap(n -> Stream.of(SeenNodes.words(n), String.valueOf(n.getAccessibleText()),
                        String.valueOf(n.getAccessibleHelp()), n instanceof ImageView ? "a picture" : "",
                        n.getId() != null && n.getId().equals("clip-view") ? "a picture" : ""))
                .toList()));
        all.add(planner.stage().getTitle());
        return all;
    }

    @Test
    void leftAloneItLocksAndNothingOfTheCaseIsInTheWindowUntilThePassphraseIsTyped() throws Exception {
        planner.type(KeyCode.P);
        planner.clickAt(new Point(300, 300), new Point(360, 300));
        new FxRobot().rightClickOn(planner.at(new Point(200, 200)));
        int frame = planner.frameNumber();
        assertTrue(everything().stream().anyMatch(w -> w.contains(NAME)));
        clock.pass(Duration.ofMinutes(9).plusSeconds(40));
        planner.waitFor("the notice", () -> planner.count("#lock-notice") == 1);
        clock.pass(Duration.ofSeconds(20));
        planner.waitFor("the lock page", this::isLocked);

        assertEquals(List.of(), everything().stream().filter(w -> w.contains(NAME) || w.equals("a picture")).toList());
        assertEquals(1, Window.getWindows().stream().filter(Window::isShowing).count(), "the menu went as well");
        planner.waitFor("the keys to be forgotten", store::isLocked);
        planner.type(KeyCode.RIGHT, KeyCode.DELETE, KeyCode.ESCAPE);
        assertTrue(isLocked());

        planner.write("four words that fail");
        planner.type(KeyCode.ENTER);
        planner.waitFor("the sentence", () -> planner.text("#passphrase-said").equals("The passphrase is not the right"
                + " one; nothing was changed. Try again. The next try is possible in 1 s."));
        clock.pass(Duration.ofSeconds(1));
        planner.waitFor("the wait to end", () -> !planner.text("#passphrase-said").contains("next try"));
        unlock();

        assertEquals(frame, planner.frameNumber());
        planner.clickAt(new Point(330, 360));
        planner.type(KeyCode.ENTER);
        assertEquals(1, planner.casefile().annotations().size(), "the outline begun before was ended after");
        planner.waitFor("the edit in the store", () -> store.find(planner.casefile().id()).orElseThrow().current()
                .annotations().size() == 1);
    }

    @Test
    void itsKeyLocksAlsoWhileSomebodyTypesAndWhatIsHalfTypedIsNeitherSavedNorLost() {
        planner.fill("#indication", "Deep glu");
        lockByKey();
        assertEquals("", planner.casefile().indication());
        unlock();
        planner.write("teal pain");
        planner.type(KeyCode.ENTER);
        assertEquals("Deep gluteal pain", planner.casefile().indication());
        assertTrue(planner.casefile().patient().name().startsWith(NAME));
    }

    @Test
    void whatIsDraggedWhenItLocksIsAsItWasBefore() throws Exception {
        planner.type(KeyCode.P);
        planner.outline(List.of(new Point(300, 300), new Point(360, 300), new Point(330, 360)));
        var before = planner.casefile();
        planner.type(KeyCode.S);
        FxRobot robot = planner.robot();
        robot.moveTo(planner.at(new Point(330, 300))).press(MouseButton.PRIMARY);
        robot.moveTo(planner.at(new Point(380, 340)));
        lockByKey();
        robot.release(MouseButton.PRIMARY);
        assertEquals(before, planner.casefile());
        unlock();
        assertEquals(before, planner.casefile());
        planner.waitFor("the store", () -> store.find(before.id()).map(s -> s.current().equals(before)).orElse(false));
    }

    @Test
    void aFileHandedOverWhileItIsLockedIsOpenedOnceItIsOpen() throws Exception {
        lockByKey();
        Path other = SampleClips.folder().orElseThrow().resolve("variant-rle.dcm");
        planner.robot().interact(() -> planner.window().receive(List.of(other)));
        planner.settle();
        assertTrue(planner.casefile().patient().name().startsWith(NAME), "nothing happens behind the page");
        unlock();
        planner.waitFor("the other clip", () -> planner.casefile().clips().stream()
                .anyMatch(c -> c.location().endsWith("variant-rle.dcm")));
    }

    @Test
    void theSettingsSayHowLongAndTheMenuOffersTheLock() {
        planner.shortcut(KeyCode.COMMA);
        planner.choose("Lock after, without key, pointer or touch: 2 min");
        planner.type(KeyCode.ESCAPE);
        Optional<MenuItem> item = Optional.empty();
        new FxRobot().rightClickOn(planner.at(new Point(200, 200)));
        for (Window w : Window.getWindows()) {
            if (w instanceof ContextMenu menu) {
                item = menu.getItems().stream().filter(i -> i.getText().startsWith("Lock the window")).findFirst();
            }
        }
        assertTrue(item.isPresent() && !item.get().isDisable());
        planner.type(KeyCode.ESCAPE);
        clock.pass(Duration.ofMinutes(2));
        planner.waitFor("the lock page", this::isLocked);
        unlock();
        assertFalse(isLocked());
    }
}
