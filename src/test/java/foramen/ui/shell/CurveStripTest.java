package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.casefile.Case;
import foramen.testing.FakeClip;
import foramen.ui.inspector.SwollenCases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The area along the clip beneath the timeline, on whatever page. */
@ExtendWith(ApplicationExtension.class)
class CurveStripTest {
    private final ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());

    @Start
    void start(Stage stage) {
        f.show(stage, 1280, 800);
    }

    @Test
    void showsOnlyWhereAStructureIsFollowedAndAClickOrAKeyGoesToTheFrame(FxRobot robot) {
        robot.interact(() -> f.model.open(List.of(Path.of("").toAbsolutePath())));
        WaitForAsyncUtils.waitForFxEvents();
        Node strip = robot.lookup("#cine-curve").query();
        Node bar = robot.lookup(".cine-bar").query();
        commit(robot, SwollenCases.nerve("key", 10, Laterality.RIGHT, 60, 30));
        assertFalse(strip.getParent().isVisible(), "drawn on one frame, and not followed");
        double without = bar.getBoundsInParent().getHeight();
        commit(robot, SwollenCases.nerve("key", 10, Laterality.RIGHT, 60, 30)
                .withFollow(Optional.of(Follow.keyFrame("t"))));
        for (int frame = 11; frame <= 60; frame++) {
            commit(robot, SwollenCases.nerve("f" + frame, frame, Laterality.RIGHT, 60 + frame % 50, 30)
                    .withOrigin(Origin.FOLLOWED)
                    .withFollow(Optional.of(new Follow("t", false, 0.9, false, Follow.Review.OPEN))));
        }
        robot.interact(() -> f.editor.selectionProperty().set(Optional.of("key")));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(strip.getParent().isVisible());
        assertTrue(bar.getBoundsInParent().getHeight() <= without + 30, "the picture keeps its room");
        // The timeline and the strip have frame over frame.
        Bounds line = robot.lookup("#timeline").<Node>query().localToScreen(
                robot.lookup("#timeline").<Node>query().getBoundsInLocal());
        Bounds curve = strip.localToScreen(strip.getBoundsInLocal());
        assertEquals(line.getMinX(), curve.getMinX(), 1);
        assertEquals(line.getMaxX(), curve.getMaxX(), 1);
        double at = curve.getMinX() + 7 + (curve.getWidth() - 14) * 40 / (FakeClip.FRAMES - 1);
        robot.clickOn(at, curve.getCenterY());
        assertEquals(40, f.player.frameIndexProperty().get(), 1);
        robot.push(KeyCode.ENTER);
        assertEquals(49, f.player.frameIndexProperty().get(), "the largest");
        assertTrue(String.valueOf(strip.getAccessibleText()).contains("followed, to check"), strip.getAccessibleText());
    }

    private void commit(FxRobot robot, Annotation a) {
        robot.interact(() -> {
            Case now = f.editor.current();
            f.editor.commit(now.withAnnotation(a), "Draw");
        });
    }
}
