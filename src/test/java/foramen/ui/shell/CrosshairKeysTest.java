package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.Crosshair;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolInput;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class CrosshairKeysTest {
    private static final Point HERE = new Point(50, 50);

    private final List<ToolInput> done = new ArrayList<>();
    private final ToolController tools = new ToolController(new CaseEditor(new FakeStore(),
            new CurrentThreadJobRunner(), Fixtures.CLOCK, () -> "Dr Test", Fixtures.ids()),
            StructureCatalog.standard());
    private final Crosshair crosshair = new Crosshair(tools, done::add);
    private final CrosshairKeys keys = new CrosshairKeys(crosshair, tools, () -> false);

    private boolean press(KeyCode code, boolean shift, boolean control) {
        return keys.take(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    @Test
    void withCtrlAPointIsHeldAloneAsWithTheMouse() {
        tools.show(Fixtures.info(1), 0);
        crosshair.toggle(HERE);
        assertTrue(press(KeyCode.SPACE, true, true));
        assertEquals(List.of(new ToolInput.Press(HERE, 1, new Modifiers(false, true, false))), done);
        assertTrue(press(KeyCode.SPACE, true, false));
        assertTrue(press(KeyCode.SPACE, false, false));
        assertEquals(new ToolInput.Press(HERE, 1, Modifiers.NONE), done.get(2));
        assertFalse(press(KeyCode.Z, false, true));
    }
}
