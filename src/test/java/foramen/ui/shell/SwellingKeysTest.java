package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.measurement.Thresholds;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.FakeClip;
import foramen.ui.inspector.SwollenCases;
import foramen.ui.measure.SwellingPart;
import foramen.ui.measure.SwellingViewModel;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The keys of numbers and curve in the window, whose shortcuts hear every key first. */
@ExtendWith(ApplicationExtension.class)
class SwellingKeysTest {
    private final ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());

    @Start
    void start(Stage stage) {
        f.show(stage, 1280, 800, Map.of(Step.MEASURE, this::page));
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> f.model.open(List.of(Path.of("").toAbsolutePath())));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(this::draw);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void draw() {
        Case now = f.editor.current();
        f.editor.commit(now.withAnnotations(SwollenCases.casefile().annotations()), "Draw");
        f.editor.selectionProperty().set(Optional.of("c3"));
        f.model.stepProperty().set(Step.MEASURE);
    }

    private Node page() {
        Workbench bench = new Workbench(f.editor, f.tools, f.model.clipProperty(), f.player,
                ShownFrame.of(f.frames, f.player), f.words);
        return new SwellingPart(new SwellingViewModel(bench, StructureCatalog.standard(),
                SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()),
                        file -> FakeClip.calibrated(), new CurrentThreadJobRunner()),
                Locale.US));
    }

    @Test
    void onTheCurveTheArrowsWalkAlongTheOutlinesAndEnterGoesToTheLargest(FxRobot robot) {
        List<Integer> drawn = f.editor.current().annotations().stream()
                .filter(a -> a.structureId().equals("sciatic-nerve") && a.laterality() == Laterality.RIGHT)
                .map(a -> a.frame().index()).distinct().sorted().toList();
        robot.interact(() -> robot.lookup("#area-curve").query().requestFocus());
        push(robot, KeyCode.HOME, drawn.get(0));
        push(robot, KeyCode.RIGHT, drawn.get(1));
        push(robot, KeyCode.RIGHT, drawn.get(2));
        push(robot, KeyCode.LEFT, drawn.get(1));
        push(robot, KeyCode.END, drawn.getLast());
        push(robot, KeyCode.ENTER, 30);
    }

    private void push(FxRobot robot, KeyCode key, int frame) {
        robot.push(key);
        assertEquals(frame, f.player.frameIndexProperty().get(), key.getName());
    }

    @Test
    void onANumberTheCopyShortcutCopiesTheNumberAndNotWhatIsSelected(FxRobot robot) {
        Case before = f.editor.current();
        robot.interact(() -> robot.from(robot.lookup("#swelling-size").<Node>query()).lookup(".number-row")
                .<Node>query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        String[] said = new String[1];
        robot.interact(() -> said[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(String.valueOf(said[0]).contains("AP diameter"), said[0]);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(before, f.editor.current(), "the outline was copied as well");
    }
}
