package foramen.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.annotate.AnnotatePanel;
import foramen.ui.annotate.AnnotateViewModel;
import foramen.ui.support.TestBench;
import foramen.ui.support.Theme;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A page stays where it was scrolled to while what is on it grows or shrinks. */
@ExtendWith(ApplicationExtension.class)
class ScrollPlaceTest {
    private static final int ROWS = 20;

    @SuppressWarnings("NullAway.Init") // start() makes both before any test
    private TestBench bench;
    @SuppressWarnings("NullAway.Init")
    private AnnotatePanel panel;

    @Start
    void start(Stage stage) {
        Case casefile = Cases.empty();
        for (int i = 0; i < ROWS; i++) {
            casefile = casefile.withAnnotation(SwollenCases.nerve("r" + i, Cases.FRAME,
                    foramen.domain.anatomy.Laterality.RIGHT, 60 + i, 30));
        }
        bench = TestBench.with(casefile, FakeClip.calibrated());
        panel = new AnnotatePanel(new AnnotateViewModel(bench.workbench, bench.structures));
        Scene scene = new Scene(panel, 340, 600);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static double hidden(ScrollPane page) {
        return page.getVvalue() * (page.getContent().getLayoutBounds().getHeight()
                - page.getViewportBounds().getHeight());
    }

    @Test
    void choosingARowLeavesThePageWhereItIs(FxRobot robot) {
        ScrollPane page = (ScrollPane) panel.getCenter();
        robot.interact(() -> page.setVvalue(0.5));
        double before = hidden(page);
        assertTrue(before > 50, "scrolled by " + before);
        Node row = robot.from(panel).lookup(".item").queryAll().stream()
                .filter(n -> page.localToScene(page.getBoundsInLocal()).contains(n.localToScene(n.getBoundsInLocal())))
                .findFirst().orElseThrow();
        robot.clickOn(row);
        assertTrue(bench.editor.selectionProperty().get().isPresent());
        robot.interact(page::layout);
        assertEquals(before, hidden(page), 1);
        robot.interact(() -> bench.editor.selectionProperty().set(Optional.empty()));
        robot.interact(page::layout);
        assertEquals(before, hidden(page), 1);
    }
}
