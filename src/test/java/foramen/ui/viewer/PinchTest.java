package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.job.CurrentThreadJobRunner;
import foramen.ui.support.Words;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two fingers look at the picture and draw nothing, whatever tool is in hand. */
@ExtendWith(ApplicationExtension.class)
class PinchTest {
    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final ToolController tools = new ToolController(editor, StructureCatalog.standard());
    private @Nullable ClipView shown;

    @Start
    void start(Stage stage) {
        ViewerViewModel model = new ViewerViewModel(Words.in(Locale.ENGLISH, Locale.US));
        ClipView view = new ClipView(model);
        shown = view;
        stage.setScene(new Scene(view, 200, 100));
        stage.show();
        model.showPicture(200, 100);
        editor.begin(Fixtures.emptyCase());
        tools.show(Fixtures.info(10), 0);
        new PointerInput(view, model, input -> tools.handle(input, 8), finger -> {}, at -> false, step -> {},
                e -> {}, tools::unpress);
    }

    private ClipView view() {
        return Objects.requireNonNull(shown);
    }

    private void touch(EventType<TouchEvent> what, int fingers) {
        TouchPoint.State state = what == TouchEvent.TOUCH_PRESSED
                ? TouchPoint.State.PRESSED
                : TouchPoint.State.RELEASED;
        List<TouchPoint> points = new ArrayList<>();
        for (int i = 0; i < fingers; i++) {
            points.add(new TouchPoint(i + 1, state, 50, 50, 50, 50, view(), new PickResult(view(), 50, 50)));
        }
        view().fireEvent(new TouchEvent(what, points.getFirst(), points, 1, false, false, false, false));
    }

    private void mouse(EventType<MouseEvent> what, double x, double y) {
        view().fireEvent(new MouseEvent(what, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true,
                false, false, true, false, false, new PickResult(view(), x, y)));
    }

    /** One finger comes down and moves, then a second; both part and are lifted. */
    private void pinch() {
        touch(TouchEvent.TOUCH_PRESSED, 1);
        mouse(MouseEvent.MOUSE_PRESSED, 50, 50);
        mouse(MouseEvent.MOUSE_DRAGGED, 60, 50);
        touch(TouchEvent.TOUCH_PRESSED, 2);
        mouse(MouseEvent.MOUSE_DRAGGED, 90, 50);
        mouse(MouseEvent.MOUSE_DRAGGED, 90, 90);
        mouse(MouseEvent.MOUSE_RELEASED, 20, 90);
        touch(TouchEvent.TOUCH_RELEASED, 2);
        touch(TouchEvent.TOUCH_RELEASED, 1);
    }

    private void tap(double x, double y) {
        touch(TouchEvent.TOUCH_PRESSED, 1);
        mouse(MouseEvent.MOUSE_PRESSED, x, y);
        mouse(MouseEvent.MOUSE_RELEASED, x, y);
        touch(TouchEvent.TOUCH_RELEASED, 1);
    }

    @Test
    void aPinchWithAToolInHandDrawsNothing(FxRobot robot) {
        for (ToolId tool : List.of(ToolId.POINT, ToolId.FREEHAND, ToolId.LINE, ToolId.BRUSH, ToolId.POLYGON)) {
            robot.interact(() -> {
                tools.toolProperty().set(tool);
                pinch();
            });
            assertEquals(List.of(), editor.current().annotations(), tool.label());
            assertFalse(tools.busyProperty().get(), tool.label());
        }
    }

    @Test
    void aPinchInTheMiddleOfADrawingLeavesItAsItWas(FxRobot robot) {
        robot.interact(() -> {
            tools.toolProperty().set(ToolId.POLYGON);
            tap(20, 20);
            tap(120, 20);
            pinch();
        });
        assertEquals(2, tools.draftProperty().get().orElseThrow().placed().size());
        assertTrue(tools.busyProperty().get());
        robot.interact(() -> tap(120, 80));
        assertEquals(3, tools.draftProperty().get().orElseThrow().placed().size());
    }
}
