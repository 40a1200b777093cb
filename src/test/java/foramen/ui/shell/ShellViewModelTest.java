package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
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
    void closingWaitsForNothingWhereAllIsSaved() {
        AtomicBoolean ended = new AtomicBoolean();
        f.model.requestClose(() -> ended.set(true));
        assertTrue(ended.get());
    }
}
