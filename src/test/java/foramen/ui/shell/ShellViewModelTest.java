package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Without a toolkit: that these run at all is part of the test. */
class ShellViewModelTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private Clip next = FakeClip.calibrated();
    private boolean broken;
    private final ShellFixture f = new ShellFixture(file -> {
        if (broken) {
            throw new ClipException("broken.dcm ends too early.");
        }
        return next;
    }, Optional.of(HERE));

    @Test
    void openingAClipShowsItsFirstFrameAndBeginsItsCase() {
        f.model.open(List.of(HERE));
        assertEquals(ShellViewModel.Phase.SHOWING, f.model.phaseProperty().get());
        assertEquals(0, f.frames.currentProperty().get().orElseThrow().index());
        assertEquals(FakeClip.UID, f.editor.current().clips().getFirst().sopInstanceUid());
        assertEquals(Step.OUTLINE, f.model.stepProperty().get());
    }

    @Test
    void aFileThatCannotBeOpenedLeavesWhatWasOpenAndSaysWhy() {
        f.model.open(List.of(HERE));
        Clip before = f.model.clipProperty().get().orElseThrow();
        broken = true;
        f.model.open(List.of(HERE));
        assertSame(before, f.model.clipProperty().get().orElseThrow());
        assertEquals(ShellViewModel.Phase.SHOWING, f.model.phaseProperty().get());
        assertEquals("broken.dcm ends too early.", f.model.problemProperty().get().orElseThrow().sentence());
        broken = false;
        f.model.problemProperty().get().orElseThrow().offers().getFirst().action().run();
        assertEquals(Optional.empty(), f.model.problemProperty().get());
    }

    @Test
    void theFrameLastLookedAtIsRememberedWithTheCase() throws Exception {
        f.model.open(List.of(HERE));
        f.editor.commit(f.editor.current().withIndication("Pain"), "Change indication");
        f.player.seek(17);
        assertEquals(17, f.store.lastView(f.editor.current().id()).orElseThrow().index());
    }

    @Test
    void theStepsTellHowFarTheCaseIs() {
        f.model.open(List.of(HERE));
        assertEquals(StepState.EMPTY, f.model.stateOf(Step.OUTLINE).getValue());
        f.editor.commit(f.editor.current()
                .withAnnotation(Cases.line("a3", "piriformis", Cases.plan("p").entry(), Cases.plan("p").target())),
                "Draw");
        assertEquals(StepState.BEGUN, f.model.stateOf(Step.MEASURE).getValue());
        f.editor.commit(f.editor.current().withAnnotation(Cases.nerve("a1")), "Draw sciatic nerve");
        assertEquals(StepState.COMPLETE, f.model.stateOf(Step.OUTLINE).getValue());
        assertEquals(StepState.COMPLETE, f.model.stateOf(Step.MEASURE).getValue());
        f.editor.commit(f.editor.current().withPlan(Cases.plan("p1").withNeedle("")), "Plan");
        // Nobody has looked for vessels before this target.
        assertEquals(StepState.ALERT, f.model.stateOf(Step.PLAN).getValue());
        f.editor.commit(f.editor.current().withPlan(Cases.plan("p1").withNeedle("").withTargetName("")), "Plan");
        assertEquals(StepState.BEGUN, f.model.stateOf(Step.PLAN).getValue());
    }

    @Test
    void aMeasurementWithoutCalibrationAsksForAttention() {
        next = FakeClip.uncalibrated();
        f.model.open(List.of(HERE));
        f.editor.commit(f.editor.current().withAnnotation(Cases.nerve("a1")), "Draw sciatic nerve");
        assertEquals(StepState.ALERT, f.model.stateOf(Step.MEASURE).getValue());
    }

    @Test
    void aNeedleNearerToANerveThanItsMarginAsksForAttentionUntilItIsMoved() {
        f.model.open(List.of(HERE));
        f.editor.commit(f.editor.current().withAnnotation(Cases.nerve("a1")).withPlan(
                Cases.plan("p1").withTarget(new Point(330, 310), Cases.NOW)), "Plan");
        assertEquals(StepState.ALERT, f.model.stateOf(Step.PLAN).getValue());
        f.editor.commit(f.editor.current().withPlan(
                Cases.plan("p1").withTargetName("").withNeedle("").withTarget(new Point(150, 150), Cases.NOW)), "Move");
        assertNotEquals(StepState.ALERT, f.model.stateOf(Step.PLAN).getValue());
    }

    @Test
    void aSideThatTheFileContradictsAsksForAttention() {
        f.model.open(List.of(HERE));
        f.editor.commit(f.editor.current().withSide(Laterality.LEFT), "Set side");
        assertEquals(StepState.ALERT, f.model.stateOf(Step.OUTLINE).getValue());
    }

    @Test
    void aRecordedLineAgainstTheSideOfTheCaseAsksForAttentionAndSoDoesABlockedForm() {
        f.model.open(List.of(HERE));
        f.editor.commit(f.editor.current().withSide(Laterality.RIGHT), "Set side");
        f.editor.recordInjection(Cases.full().ledger().getFirst());
        assertEquals(StepState.COMPLETE, f.model.stateOf(Step.LEDGER).getValue());
        f.model.attention(Step.LEDGER, true);
        assertEquals(StepState.ALERT, f.model.stateOf(Step.LEDGER).getValue());
        f.model.attention(Step.LEDGER, false);
        f.editor.commit(f.editor.current().withSide(Laterality.LEFT), "Set side");
        assertEquals(StepState.ALERT, f.model.stateOf(Step.LEDGER).getValue());
    }

    @Test
    void exportIsCompleteUntilTheCaseIsChanged() {
        f.model.open(List.of(HERE));
        assertEquals(StepState.EMPTY, f.model.stateOf(Step.EXPORT).getValue());
        f.model.exported(f.editor.current());
        assertEquals(StepState.COMPLETE, f.model.stateOf(Step.EXPORT).getValue());
        f.editor.commit(f.editor.current().withIndication("Pain"), "Change indication");
        assertEquals(StepState.BEGUN, f.model.stateOf(Step.EXPORT).getValue());
    }

    @Test
    void aSideChosenForOneCaseIsNotTakenForTheNext() {
        f.model.open(List.of(HERE));
        f.tools.next().lateralityProperty().set(Laterality.LEFT);
        f.model.open(List.of(HERE));
        assertEquals(Laterality.UNSPECIFIED, f.tools.next().lateralityProperty().get());
    }

    @Test
    void closingWaitsForNothingWhereAllIsSaved() {
        AtomicBoolean ended = new AtomicBoolean();
        f.model.requestClose(() -> ended.set(true));
        assertTrue(ended.get());
    }
}
