package foramen.ui.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Thresholds;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The echo intensity of the other side, on another clip. */
class SameSettingsTest {
    private static final String OTHER = "2.25.2002";

    @Test
    void isComparedOnceTheOperatorStatesThatPresetAndGainWereTheSameAndNotAfterUndo(@TempDir Path folder)
            throws Exception {
        Path file = Files.createFile(folder.resolve("left.dcm"));
        Annotation left = Cases.nerve("l1").copiedTo("l1", new FrameRef(OTHER, 3), Origin.DRAWN, Cases.NOW)
                .withLaterality(Laterality.LEFT);
        Case casefile = Cases.full().withClip(new ClipRef(OTHER, file.toString(), "Left")).withAnnotation(left);
        TestBench bench = TestBench.with(casefile, FakeClip.calibrated());
        bench.editor.selectionProperty().set(Optional.of("a1"));
        SwellingViewModel model = new SwellingViewModel(bench.workbench, bench.structures,
                SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()), f -> other(),
                        new CurrentThreadJobRunner()),
                TestBench.LOCALE);
        assertTrue(echo(model).contains("the gain of the two clips is not known"), echo(model));
        assertEquals(Optional.of(false), model.state().settings().map(SwellingState.Settings::stated));
        model.sameSettings(true);
        assertTrue(echo(model).startsWith("On the left ") && echo(model).contains(
                "same preset and gain as stated by " + bench.editor.operator() + " on 2026-03-14"), echo(model));
        assertEquals(Optional.of(true), model.state().settings().map(SwellingState.Settings::stated));
        assertEquals("State same preset and gain", bench.editor.undoAction());
        bench.editor.undo();
        assertTrue(echo(model).contains("is not known"), echo(model));
        assertFalse(model.state().settings().orElseThrow().stated());
    }

    private static String echo(SwellingViewModel model) {
        return model.state().sections().stream().filter(s -> s.id().equals("echo")).flatMap(s -> s.remarks().stream())
                .map(SwellingState.Remark::words).collect(Collectors.joining(" "));
    }

    private static FakeClip other() {
        ClipInfo i = FakeClip.calibrated().info();
        return FakeClip.calibrated().withInfo(new ClipInfo(
                new ClipInfo.ClipIdentity(i.identity().sopClassUid(), OTHER, i.identity().seriesUid(),
                        i.identity().studyUid(), i.identity().transferSyntaxUid()),
                i.columns(), i.rows(), i.timing(), i.photometric(), i.calibration(), i.patient(), Laterality.LEFT,
                i.acquired(), i.origin(), i.warnings()));
    }
}
