package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.ui.support.TestBench;
import foramen.workspace.FakeStore;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.SaveState;
import java.util.concurrent.TimeUnit;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SavingAgainTest {
    @Test
    void anEditIsSavedWithoutAnybodysDoingOnceTheStoreIsBack(FxRobot robot) throws Exception {
        FakeStore store = new FakeStore();
        CaseEditor editor = new CaseEditor(store, new CurrentThreadJobRunner(), TestBench.CLOCK, () -> "Dr Example",
                () -> "fresh");
        robot.interact(() -> {
            SavingAgain.join(editor, Duration.millis(20));
            editor.begin(Cases.empty());
            store.failing.add(Cases.empty().id());
            editor.commit(Cases.empty().withIndication("Shared"), "Set indication");
        });
        assertInstanceOf(SaveState.Failed.class, editor.saveStateProperty().get());
        robot.interact(store.failing::clear);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> editor.saveStateProperty().get() instanceof SaveState.Saved);
        assertEquals("Shared", store.find(Cases.empty().id()).orElseThrow().current().indication());
    }
}
