package foramen.ui.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import foramen.domain.anatomy.StructureCatalog;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.SetClock;
import foramen.ui.support.TestBench;
import foramen.workspace.FakeStore;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.ToolController;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Where the keyboard is once a locked window is open again. */
@ExtendWith(ApplicationExtension.class)
class LockOverTest {
    private final SetClock clock = new SetClock(Cases.NOW);
    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), clock,
            () -> "Dr Example", () -> "fresh");
    private final LockViewModel model = new LockViewModel(new FakeLock(true),
            new LockViewModel.Parts(editor, new ToolController(editor, StructureCatalog.standard()), new CinePlayer(),
                    FXCollections.observableArrayList(), () -> 10),
            new CurrentThreadJobRunner(), clock, TestBench.WORDS);
    @SuppressWarnings("NullAway.Init") // start() makes them before any test, once there is a toolkit
    private TextField field;
    @SuppressWarnings("NullAway.Init")
    private Button row;
    @SuppressWarnings("NullAway.Init")
    private Button picture;
    @SuppressWarnings("NullAway.Init")
    private VBox content;
    @SuppressWarnings("NullAway.Init")
    private LockOver over;

    @Start
    void start(Stage stage) {
        field = new TextField("half typed");
        row = new Button("A row");
        picture = new Button("The picture");
        content = new VBox(field, row, picture);
        over = new LockOver(model, content);
        over.setHome(picture::requestFocus);
        stage.setScene(new Scene(over, 400, 300));
        stage.show();
    }

    @Test
    void itIsWhereItWasWithTheSameWordsChosen(FxRobot robot) {
        robot.interact(() -> {
            field.requestFocus();
            field.selectRange(2, 6);
            model.lock();
        });
        robot.interact(model::opened);
        assertSame(field, over.getScene().getFocusOwner());
        assertEquals("lf t", field.getSelectedText());
    }

    @Test
    void whereThatControlHasGoneItIsOnThePictureSoThatShortcutsWork(FxRobot robot) {
        robot.interact(() -> {
            row.requestFocus();
            model.lock();
        });
        robot.interact(() -> content.getChildren().remove(row));
        robot.interact(model::opened);
        assertSame(picture, over.getScene().getFocusOwner());
    }
}
