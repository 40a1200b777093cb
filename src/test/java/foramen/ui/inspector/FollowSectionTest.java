package foramen.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.annotate.FakeCarrier;
import foramen.ui.annotate.FollowSection;
import foramen.ui.annotate.FollowViewModel;
import foramen.ui.support.TestBench;
import foramen.ui.support.Theme;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.follow.Following;
import foramen.workspace.follow.FrameState;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FollowSectionTest {
    private static final int LAST = FakeClip.FRAMES - 1;

    private final TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
    private final ManualJobRunner jobs = new ManualJobRunner();
    private FollowViewModel model = model();

    private FollowViewModel model() {
        return new FollowViewModel(bench.workbench, bench.structures,
                new Following(bench.editor, jobs, new FakeCarrier()), TestBench.LOCALE);
    }

    @Start
    void start(Stage stage) {
        model = model();
        bench.editor.selectionProperty().set(Optional.of("a1"));
        Scene scene = new Scene(new StackPane(new FollowSection(model)), 344, 700);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static void press(FxRobot robot, String id) {
        Node node = robot.lookup("#" + id).query();
        robot.interact(node::requestFocus);
        assertTrue(node.isFocused(), id + " takes the keyboard");
        robot.type(KeyCode.SPACE);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private static boolean disabled(FxRobot robot, String id) {
        return robot.lookup("#" + id).query().isDisabled();
    }

    @Test
    void aStructureIsFollowedAndReviewedByTheKeyboardAlone(FxRobot robot) {
        Case before = bench.casefile();
        press(robot, "follow-run");
        assertTrue(robot.lookup("#follow-cancel").query().isVisible());
        robot.interact(jobs::runAll);

        assertTrue(text(robot, "follow-said").startsWith("Followed on 89 frames; 39 drift."),
                text(robot, "follow-said"));
        assertEquals("1 key frame · 50 to check · 39 drifting", text(robot, "follow-tally"));
        assertEquals("Frame 31: key frame", text(robot, "follow-here"));
        assertTrue(disabled(robot, "follow-accept-here"));

        press(robot, "follow-next-frame");
        assertEquals(56, bench.cine.frameIndexProperty().get());
        assertEquals("Frame 57: drifting, to check, confidence 0.74", text(robot, "follow-here"));
        press(robot, "follow-reject-here");
        assertEquals(FrameState.REJECTED, model.state().here().orElseThrow().state());
        press(robot, "follow-accept-here");
        press(robot, "follow-accept-all");
        assertEquals("1 key frame · 51 accepted · 38 drifting", text(robot, "follow-tally"));
        press(robot, "follow-next-frame");
        press(robot, "follow-reject-on");
        assertEquals("1 key frame · 51 accepted · 5 drifting · 33 rejected", text(robot, "follow-tally"));
        press(robot, "follow-clear");
        assertEquals("1 key frame · 51 accepted", text(robot, "follow-tally"));
        robot.interact(() -> {
            for (int i = 0; i < 6; i++) {
                bench.editor.undo();
            }
        });
        assertEquals(before, bench.casefile());
    }

    @Test
    void aRangeIsTypedAndAWrongOneIsRefusedWithASentence(FxRobot robot) {
        robot.clickOn("#follow-to").eraseText(2).write("40").type(KeyCode.ENTER);
        assertEquals(40, model.state().to());
        robot.clickOn("#follow-from").eraseText(1).write("35").type(KeyCode.ENTER);
        assertTrue(disabled(robot, "follow-run"), "the key frame 31 is not in the range");
        robot.clickOn("#follow-from").eraseText(2).write("0").type(KeyCode.ENTER);
        assertTrue(robot.lookup("The frames of this clip go from 1 to 90.").tryQuery().isPresent());
        assertEquals(35, model.state().from());
        robot.clickOn("#follow-from").eraseText(1).write("30").type(KeyCode.ENTER);
        press(robot, "follow-run");
        robot.interact(jobs::runAll);
        assertEquals("1 key frame · 10 to check", text(robot, "follow-tally"));
    }

    @Test
    void cancellingChangesNothing(FxRobot robot) {
        Case before = bench.casefile();
        press(robot, "follow-run");
        press(robot, "follow-cancel");
        robot.interact(jobs::runAll);
        assertEquals(before, bench.casefile());
        assertFalse(robot.lookup("#follow-cancel").query().isVisible() && model.state().running());
        assertFalse(disabled(robot, "follow-run"));
    }

    @Test
    void everyButtonSaysWhatItDoesToThoseWhoCannotSeeIt(FxRobot robot) {
        robot.lookup(".button").queryAllAs(Button.class).forEach(b -> {
            assertFalse(b.getAccessibleText().isBlank());
            assertFalse(b.getAccessibleHelp().isBlank());
            assertTrue(b.isFocusTraversable());
        });
    }

    @Test
    void theTrackStaysMeantOnFramesWithoutIt(FxRobot robot) {
        press(robot, "follow-run");
        robot.interact(jobs::runAll);
        robot.interact(() -> {
            bench.editor.selectionProperty().set(Optional.empty());
            bench.cine.seek(LAST);
        });
        assertEquals(Optional.of("Sciatic nerve, right"), model.state().subject());
        assertEquals("Frame 90: drifting, to check, confidence 0.41", text(robot, "follow-here"));
    }
}
