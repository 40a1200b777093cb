package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.storage.SqlCaseStore;
import foramen.workspace.edit.CaseEditor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** One works in the window, another on the same case at another machine. */
@ExtendWith(ApplicationExtension.class)
class ConflictJourneyTest {
    private final Composition composition;
    private PlannerRobot planner;
    private SqlCaseStore other;
    private CaseEditor anna;

    ConflictJourneyTest(@TempDir Path folder) {
        composition = new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
    }

    @BeforeEach
    void bothOpenOneCase(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, composition);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        draw(0);
        CaseId id = planner.casefile().id();
        other = composition.openStore(composition.home());
        planner.waitFor("the case in the store", () -> other.find(id).isPresent()
                && other.find(id).orElseThrow().current().equals(planner.casefile()));
        anna = new CaseEditor(other, new CurrentThreadJobRunner(), composition.clock(), () -> "Dr Anna",
                () -> UUID.randomUUID().toString());
        anna.open(other.find(id).orElseThrow());
    }

    @AfterEach
    void close() {
        if (planner.stage().isShowing()) {
            planner.close();
        }
        other.close();
    }

    private void draw(double right) {
        planner.type(KeyCode.P);
        planner.outline(List.of(new Point(250 + right, 300), new Point(290 + right, 300), new Point(270 + right, 340)));
    }

    private Case stored() throws Exception {
        return other.find(planner.casefile().id()).orElseThrow().current();
    }

    private void waitForTheConflict() {
        planner.waitFor("the conflict", () -> planner.count("#conflict") == 1);
    }

    @Test
    void editsOfOtherThingsAreSeenAndPutOnTop() throws Exception {
        anna.commit(anna.current().withIndication("Deep gluteal pain"), "Set indication");
        draw(100);
        waitForTheConflict();
        List<String> words = planner.allWords();
        assertTrue(words.contains("Dr Anna changed this case at 2026-03-14 12:03, while you worked on it."
                + " Nothing of either is lost."), words::toString);
        assertTrue(words.contains("Indication: changed"), words::toString);
        assertEquals(2, planner.casefile().annotations().size());
        planner.click("#conflict-again");
        planner.waitFor("the conflict to go", () -> planner.count("#conflict") == 0);
        planner.waitFor("both in the store", () -> stored().annotations().size() == 2
                && stored().indication().equals("Deep gluteal pain"));
        assertEquals("Deep gluteal pain", planner.text("#indication"));
    }

    @Test
    void whereBothTouchedTheSameOneGivesWayAndWhatWasSetAsideCanBeLookedAt() throws Exception {
        anna.commit(anna.current().withIndication("Hers"), "Set indication");
        planner.fill("#indication", "His");
        planner.type(KeyCode.ENTER);
        waitForTheConflict();
        assertTrue(planner.isShut("#conflict-again"));
        assertTrue(planner.allWords().contains("Indication: changed by both"));
        planner.click("#conflict-theirs");
        planner.waitFor("theirs", () -> planner.text("#indication").equals("Hers"));
        planner.click("#set-aside-look");
        planner.waitFor("mine", () -> planner.text("#indication").equals("His"));
        draw(100);
        assertEquals(1, planner.casefile().annotations().size(), "looked at, not changed");
        planner.click("#set-aside-back");
        planner.waitFor("theirs", () -> planner.text("#indication").equals("Hers"));
        draw(100);
        planner.waitFor("the next edit in the store", () -> stored().annotations().size() == 2);
    }

    @Test
    void whoClosesTheWindowInAConflictCanSetHisEditsAside() throws Exception {
        anna.commit(anna.current().withIndication("Hers"), "Set indication");
        planner.fill("#indication", "His");
        planner.type(KeyCode.ENTER);
        waitForTheConflict();
        Case mine = planner.casefile();
        planner.askToClose();
        planner.waitFor("the question", () -> planner.text("#banner .label").startsWith("Another operator changed"));
        planner.click("#banner .button");
        planner.waitFor("the window to close", () -> !planner.stage().isShowing());
        assertEquals(mine, other.setAside().setAsideOf(mine.id()).getLast().state());
        assertEquals("Hers", stored(mine.id()).indication());
    }

    private Case stored(CaseId id) throws Exception {
        return other.find(id).orElseThrow().current();
    }
}
