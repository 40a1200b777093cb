package foramen.ui.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.testing.SetClock;
import foramen.ui.support.RunningJob;
import foramen.ui.support.TestBench;
import foramen.workspace.FakeStore;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.SaveState;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class LockViewModelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SetClock clock = new SetClock(Cases.NOW);
    private final FakeStore cases = new FakeStore();
    private final ManualJobRunner writing = new ManualJobRunner();
    private final CaseEditor editor = editor(writing);
    private final ToolController tools = new ToolController(editor, foramen.domain.anatomy.StructureCatalog.standard());
    private final CinePlayer player = new CinePlayer();
    private final ObservableList<RunningJob> jobs = FXCollections.observableArrayList();
    private final FakeLock store = new FakeLock(true);
    private int minutes = 10;
    private final LockViewModel model = model(store);

    private CaseEditor editor(JobRunner runner) {
        CaseEditor made = new CaseEditor(cases, runner, clock, () -> "Dr Example", () -> "fresh");
        made.open(new StoredCase(Cases.empty(), 0));
        return made;
    }

    private LockViewModel model(FakeLock lock) {
        return new LockViewModel(lock, new LockViewModel.Parts(editor, tools, player, jobs, () -> minutes),
                new CurrentThreadJobRunner(), clock, TestBench.WORDS);
    }

    private void pass(Duration time) {
        clock.pass(time);
        model.tick();
    }

    private boolean isLocked() {
        return model.lockedProperty().get();
    }

    @Test
    void itLocksAfterTheMinutesChosenWithoutATouchAndSaysSoBefore() {
        pass(Duration.ofMinutes(9).plusSeconds(29));
        assertEquals(0, model.noticeProperty().get());
        pass(SECOND);
        assertEquals(30, model.noticeProperty().get());
        pass(Duration.ofSeconds(29));
        assertEquals(1, model.noticeProperty().get());
        assertFalse(isLocked());
        pass(SECOND);
        assertTrue(isLocked());
        assertEquals(0, model.noticeProperty().get());
    }

    @Test
    void anyTouchBeginsTheTimeAnew() {
        pass(Duration.ofMinutes(9).plusSeconds(50));
        model.touched();
        assertEquals(0, model.noticeProperty().get());
        pass(Duration.ofMinutes(9));
        assertFalse(isLocked());
        pass(Duration.ofMinutes(1));
        assertTrue(isLocked());
    }

    @Test
    void withoutAPassphraseItNeverLocksNotEvenByItsKey() {
        LockViewModel open = model(new FakeLock(false));
        clock.pass(Duration.ofHours(9));
        open.tick();
        open.lock();
        assertFalse(open.lockedProperty().get());
        assertFalse(open.canLock());
    }

    @Test
    void neverMeansNeverButItsKeyStillLocks() {
        minutes = 0;
        pass(Duration.ofHours(9));
        assertFalse(isLocked());
        model.lock();
        assertTrue(isLocked());
    }

    @Test
    void playbackHoldsItOffForTwoHoursAtMost() {
        player.load(FakeClip.calibrated().info().timing(), 0);
        player.play();
        pass(LockViewModel.LONGEST_HOLD.minusSeconds(1));
        assertFalse(isLocked());
        pass(SECOND);
        assertTrue(isLocked());
    }

    private static Case inSession(Session.Status status) {
        Session session = Session.plan("s1", new Course("c1", 1, 1, "p", "1"), LocalDate.of(2026, 3, 14),
                Laterality.RIGHT, "Dr Example").withSafety(
                        SafetyRecord.EMPTY
                                .with(new SafetyRecord.TimeOut("Dr Example", Cases.NOW, "")));
        return Cases.empty().withSession(
                status == Session.Status.PLANNED ? session : session.closed(status, Cases.NOW, ""));
    }

    @Test
    void betweenTimeOutAndCloseOfASessionItHoldsOffButItsKeyLocks() {
        editor.open(new StoredCase(inSession(Session.Status.PLANNED), 0));
        pass(Duration.ofMinutes(45));
        assertFalse(isLocked());
        model.lock();
        assertTrue(isLocked());
    }

    @Test
    void onceTheSessionIsClosedItLocksAsEver() {
        editor.open(new StoredCase(inSession(Session.Status.GIVEN), 0));
        pass(Duration.ofMinutes(10));
        assertTrue(isLocked());
    }

    @Test
    void aTimeOutForgottenYesterdayHoldsNothingOff() {
        editor.open(new StoredCase(inSession(Session.Status.PLANNED), 0));
        clock.pass(Duration.ofDays(1));
        model.touched();
        pass(Duration.ofMinutes(10));
        assertTrue(isLocked());
    }

    @Test
    void aClockThatIsSetBackLocksAfterTheMinutesAllTheSame() {
        pass(Duration.ofHours(-5));
        pass(Duration.ofMinutes(10));
        assertTrue(isLocked());
    }

    @Test
    void theKeysAreForgottenOnlyOnceEveryEditIsInTheStore() {
        editor.commit(editor.current().withIndication("Typed just before"), "Set indication");
        model.lock();
        assertTrue(isLocked());
        pass(SECOND);
        pass(SECOND);
        assertFalse(store.isLocked(), "an edit is still on its way");
        writing.runAll();
        pass(SECOND);
        assertFalse(store.isLocked(), "a short job may just have been missed");
        pass(SECOND);
        assertTrue(store.isLocked());
        assertEquals("Typed just before", cases.find(editor.current().id()).orElseThrow().current().indication());
    }

    @Test
    void whatCannotBeSavedIsSaidWithoutANameAndTriedAgainOnceOpen() {
        cases.failing.add(editor.current().id());
        editor.commit(editor.current().withIndication("Typed"), "Set indication");
        model.lock();
        writing.runAll();
        pass(SECOND);
        pass(SECOND);
        pass(SECOND);
        assertFalse(store.isLocked());
        assertEquals("The last edits could not be saved yet. They are kept; unlock to see why.",
                model.behindProperty().get());
        cases.failing.clear();
        model.unlock(FakeLock.RIGHT.toCharArray());
        writing.runAll();
        assertTrue(editor.saveStateProperty().get() instanceof SaveState.Saved);
    }

    @Test
    void jobsGoOnAreCountedWithoutTheirNamesAndKeepTheKeysUntilTheyEnd() {
        RunningJob export = TestBench.runningJob("Exporting Mustermann");
        jobs.add(export);
        model.lock();
        for (int i = 0; i < 5; i++) {
            pass(SECOND);
        }
        assertEquals("1 job goes on.", model.behindProperty().get());
        assertFalse(store.isLocked());
        assertFalse(export.isCancelled());
        jobs.clear();
        pass(SECOND);
        pass(SECOND);
        assertEquals("", model.behindProperty().get());
        assertTrue(store.isLocked());
    }

    @Test
    void whileAPassphraseIsTriedTheKeysAreNotTakenFromUnderIt() {
        ManualJobRunner trying = new ManualJobRunner();
        LockViewModel slow = new LockViewModel(store, new LockViewModel.Parts(editor, tools, player, jobs,
                () -> minutes), trying, clock, TestBench.WORDS);
        slow.lock();
        slow.unlock(FakeLock.RIGHT.toCharArray());
        for (int i = 0; i < 5; i++) {
            clock.pass(SECOND);
            slow.tick();
        }
        assertFalse(store.isLocked());
        trying.runAll();
        assertFalse(slow.lockedProperty().get());
    }

    @Test
    void aDragIsGivenUpAndADrawingBegunWaits() {
        editor.open(new StoredCase(Cases.full(), 0));
        tools.show(FakeClip.calibrated().info(), Cases.FRAME);
        Modifiers none = Modifiers.NONE;
        tools.toolProperty().set(ToolId.SELECT);
        tools.handle(new ToolInput.Press(new Point(300, 280), 1, none), 5);
        tools.handle(new ToolInput.Drag(new Point(400, 380), none), 5);
        assertTrue(tools.previewProperty().get().isPresent());
        model.lock();
        // The button comes up behind the page.
        tools.handle(new ToolInput.Release(new Point(400, 380), none), 5);
        assertEquals(Cases.full(), editor.current());
        model.unlock(FakeLock.RIGHT.toCharArray());

        tools.toolProperty().set(ToolId.POLYGON);
        for (Point p : List.of(new Point(20, 20), new Point(60, 20))) {
            tools.handle(new ToolInput.Press(p, 1, none), 2);
            tools.handle(new ToolInput.Release(p, none), 2);
        }
        model.lock();
        model.unlock(FakeLock.RIGHT.toCharArray());
        Point last = new Point(40, 60);
        tools.handle(new ToolInput.Press(last, 1, none), 2);
        tools.handle(new ToolInput.Release(last, none), 2);
        tools.handle(new ToolInput.Finish(), 2);
        assertEquals(Cases.full().annotations().size() + 1, editor.current().annotations().size());
    }

    @Test
    void playbackRestsBehindThePageAndGoesOnAfterIt() {
        player.load(FakeClip.calibrated().info().timing(), 0);
        player.play();
        model.lock();
        assertFalse(player.playingProperty().get());
        model.unlock(FakeLock.RIGHT.toCharArray());
        assertTrue(player.playingProperty().get());
    }

    @Test
    void aWrongPassphraseLeavesItLockedAndWhatWaitsWaits() {
        List<String> done = new ArrayList<>();
        model.whenOpen(() -> done.add("before"));
        model.lock();
        model.whenOpen(() -> done.add("after"));
        model.unlock("wrong".toCharArray());
        assertTrue(isLocked());
        assertEquals(List.of("before"), done);
        pass(SECOND);
        model.unlock(FakeLock.RIGHT.toCharArray());
        assertFalse(isLocked());
        assertEquals(List.of("before", "after"), done);
    }
}
