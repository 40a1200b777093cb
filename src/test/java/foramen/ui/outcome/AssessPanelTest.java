package foramen.ui.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.casefile.Case;
import foramen.testing.FakeClip;
import foramen.testing.TreatedCase;
import foramen.ui.support.TestBench;
import foramen.ui.support.Theme;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is typed on the page of one patient never reaches another. */
@ExtendWith(ApplicationExtension.class)
class AssessPanelTest {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();

    @SuppressWarnings("NullAway.Init") // start() makes it before any test
    private TestBench bench;

    @Start
    void start(Stage stage) {
        bench = TestBench.with(TreatedCase.named("a").build(), FakeClip.calibrated());
        Scene scene = new Scene(new AssessPanel(new AssessViewModel(bench.workbench, FILES,
                new AssessmentDesk(FILES, ZoneOffset.UTC), ZoneOffset.UTC)), 360, 900);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aPainTypedForANewVisitIsNotTakenForTheNextPatient(FxRobot robot) {
        Case next = TreatedCase.named("b").build();
        TextField pain = robot.lookup("#pain-nrs-now").queryAs(TextField.class);
        robot.interact(pain::requestFocus);
        robot.interact(() -> {
            pain.setText("7");
            // As by a key that opens the next clip while the field has the keyboard.
            bench.editor.begin(next);
        });
        assertEquals("", pain.getText());
        robot.interact(() -> pain.getScene().getRoot().requestFocus());
        assertEquals(List.of(), bench.editor.current().followUp().visits());
    }
}
