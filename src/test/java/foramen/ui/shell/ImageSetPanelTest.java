package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.ImageRole;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The panel of the image set in the window, by key and by button. */
@ExtendWith(ApplicationExtension.class)
class ImageSetPanelTest {
    private final ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());

    @Start
    void start(Stage primary) {
        f.show(primary, 1280, 800);
    }

    private static List<String> words(FxRobot robot) {
        Node panel = robot.lookup("#image-set").query();
        return robot.from(panel).lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void theKeyMarksTheNextTheButtonMarksOneAndTheCrossTakesItAway(FxRobot robot, @TempDir Path folder)
            throws IOException {
        Path clip = Files.createFile(folder.resolve("a.dcm"));
        robot.interact(() -> f.model.open(List.of(clip)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> f.model.stepProperty().set(Step.CLIPS));
        assertTrue(words(robot).contains("Not marked · next: Ctrl+Shift+M"), words(robot).toString());
        robot.clickOn("#clip-view").press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M).release(KeyCode.M, KeyCode.SHIFT,
                KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(ImageRole.TARGET), List.copyOf(f.editor.current().images().keySet()));
        assertTrue(words(robot).contains("Clip 1, frame 1"), words(robot).toString());
        assertTrue(robot.lookup("#hint").queryAs(Label.class).getText()
                .contains("Picture 1 of the image set is marked."));
        assertEquals(1, words(robot).stream().filter(w -> w.contains("next: Ctrl+Shift+M")).count());
        robot.interact(() -> robot.lookup("#image-mark-nerve").queryAs(javafx.scene.control.Button.class).fire());
        assertTrue(f.editor.current().images().containsKey(ImageRole.NERVE));
        robot.interact(() -> robot.lookup("#image-clear-target").queryAs(javafx.scene.control.Button.class).fire());
        assertFalse(f.editor.current().images().containsKey(ImageRole.TARGET));
        assertTrue(robot.lookup("#image-clear-target").tryQuery().isEmpty());
        assertFalse(robot.lookup("#image-mark-target").queryAs(javafx.scene.control.Button.class).getAccessibleText()
                .isBlank());
    }
}
