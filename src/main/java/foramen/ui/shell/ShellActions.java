package foramen.ui.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import foramen.ui.shell.Action.Group;
import foramen.ui.viewer.LeftDrag;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The table of all actions: one row each, keys as in the field notes. */
final class ShellActions {
    private static final int FAR = 10;

    private final ShellViewModel model;
    private final ViewerViewModel viewer;
    private final CaseEditor editor;
    private final CinePlayer player;
    private final ToolController tools;
    private final List<Action> rows = new ArrayList<>();
    private final ObservableValue<Boolean> always = new SimpleBooleanProperty(true);
    private final ObservableValue<Boolean> open;

    /** What only the window itself can do. */
    record WindowActions(Runnable openFile, Runnable openFolder, Runnable fullScreen, Runnable keySheet) {}

    ShellActions(ShellViewModel model, ViewerViewModel viewer, CaseEditor editor, CinePlayer player,
            ToolController tools) {
        this.model = model;
        this.viewer = viewer;
        this.editor = editor;
        this.player = player;
        this.tools = tools;
        open = model.phaseProperty().map(p -> p == ShellViewModel.Phase.SHOWING);
    }

    ActionRegistry registry(WindowActions window) {
        return registry(window, List.of());
    }

    /** The table with {@code more} at its end. */
    ActionRegistry registry(WindowActions window, List<Action> more) {
        rows.clear();
        casefile(window);
        tools();
        drawing();
        cine();
        view(window);
        rows.addAll(more);
        return new ActionRegistry(rows);
    }

    /** The name of the action whose tool is in hand. */
    ObservableValue<String> current() {
        return Bindings.createStringBinding(() -> viewer.leftDragProperty().get() == LeftDrag.TOOL
                ? id(tools.toolProperty().get())
                : id(viewer.leftDragProperty().get()), viewer.leftDragProperty(), tools.toolProperty());
    }

    static String id(ToolId tool) {
        return switch (tool) {
            case SELECT -> "select";
            case POLYGON -> "polygon";
            case LINE -> "length";
            case POINT -> "point";
            case NEEDLE -> "needle";
            case CALIBRATE -> "calibrate";
            case PROPOSE -> "propose";
        };
    }

    static String id(LeftDrag mode) {
        return switch (mode) {
            case TOOL -> "select";
            case WINDOW -> "window";
            case PAN -> "pan";
            case ZOOM -> "zoom";
        };
    }

    private void casefile(WindowActions window) {
        Group g = Group.FILE;
        add("open", g, "Open a clip", Material2OutlinedAL.FOLDER_OPEN, always, window.openFile(),
                key(KeyCode.O, SHORTCUT_DOWN));
        add("open-folder", g, "Open a folder of clips", Material2OutlinedAL.CREATE_NEW_FOLDER, always,
                window.openFolder(), key(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN));
        ObservableValue<Boolean> several = model.shelf().catalogProperty()
                .map(c -> c.filter(l -> !l.entries().isEmpty()).isPresent());
        add("next-clip", g, "Next clip of the list", Material2OutlinedAL.ARROW_DOWNWARD, several,
                () -> model.turnTo(1), key(KeyCode.PAGE_DOWN));
        add("previous-clip", g, "Previous clip of the list", Material2OutlinedAL.ARROW_UPWARD, several,
                () -> model.turnTo(-1), key(KeyCode.PAGE_UP));
        add("sample", g, "Try the sample clip", Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE, always, model::openSample);
        add("undo", g, "Undo", Material2OutlinedMZ.UNDO, editor.canUndoProperty(), editor::undo,
                key(KeyCode.Z, SHORTCUT_DOWN));
        add("redo", g, "Redo", Material2OutlinedMZ.REDO, editor.canRedoProperty(), editor::redo,
                key(KeyCode.Y, SHORTCUT_DOWN), key(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN));
        add("export", g, "Export this case", Material2OutlinedMZ.SAVE_ALT, open,
                () -> model.stepProperty().set(Step.EXPORT), key(KeyCode.E, SHORTCUT_DOWN));
        add("keys", g, "Keys and mouse", Material2OutlinedAL.HELP_OUTLINE, always, window.keySheet(),
                key(KeyCode.F1), key(KeyCode.SLASH, SHIFT_DOWN));
    }

    private void tools() {
        tool(ToolId.SELECT, Material2OutlinedMZ.NEAR_ME, KeyCode.S);
        tool(ToolId.POLYGON, Material2OutlinedAL.GESTURE, KeyCode.P);
        tool(ToolId.PROPOSE, Material2OutlinedAL.ADJUST, KeyCode.I);
        tool(ToolId.LINE, Material2OutlinedMZ.STRAIGHTEN, KeyCode.L);
        tool(ToolId.POINT, Material2OutlinedAL.ADD_LOCATION, KeyCode.D);
        tool(ToolId.NEEDLE, Material2OutlinedAL.COLORIZE, KeyCode.N);
        add(id(ToolId.CALIBRATE), Group.TOOL, "Calibrate by a known length", Material2OutlinedMZ.SQUARE_FOOT, open,
                () -> {
                    viewer.leftDragProperty().set(LeftDrag.TOOL);
                    tools.toolProperty().set(ToolId.CALIBRATE);
                    model.stepProperty().set(Step.MEASURE);
                }, key(KeyCode.K));
        mode(LeftDrag.WINDOW, Material2OutlinedAL.BRIGHTNESS_6, KeyCode.W);
        mode(LeftDrag.PAN, Material2OutlinedMZ.PAN_TOOL, KeyCode.T);
        mode(LeftDrag.ZOOM, Material2OutlinedMZ.ZOOM_IN, KeyCode.Z);
    }

    private void tool(ToolId tool, Ikon icon, KeyCode code) {
        add(id(tool), Group.TOOL, tool.label(), icon, open, () -> {
            viewer.leftDragProperty().set(LeftDrag.TOOL);
            tools.toolProperty().set(tool);
        }, key(code));
    }

    private void mode(LeftDrag mode, Ikon icon, KeyCode code) {
        add(id(mode), Group.TOOL, mode.label(), icon, open, () -> viewer.leftDragProperty().set(mode), key(code));
    }

    private void drawing() {
        Group g = Group.DRAW;
        add("finish", g, "Finish the drawing", Material2OutlinedAL.CHECK, open, () -> feed(new ToolInput.Finish()),
                key(KeyCode.ENTER));
        add("cancel", g, "Cancel; then select", Material2OutlinedAL.CLOSE, always, this::cancel,
                key(KeyCode.ESCAPE));
        add("delete", g, "Delete what is selected", Material2OutlinedAL.DELETE, open,
                () -> feed(new ToolInput.Delete()), key(KeyCode.DELETE), key(KeyCode.BACK_SPACE));
        nudge("left", "Move the selected left", KeyCode.LEFT, -1, 0);
        nudge("right", "Move the selected right", KeyCode.RIGHT, 1, 0);
        nudge("up", "Move the selected up", KeyCode.UP, 0, -1);
        nudge("down", "Move the selected down", KeyCode.DOWN, 0, 1);
    }

    /** With Alt, so that turning frames never moves a finished outline by accident. */
    private void nudge(String way, String text, KeyCode code, int dx, int dy) {
        add("nudge-" + way, Group.DRAW, text + " by a pixel", Material2OutlinedMZ.OPEN_WITH, open,
                () -> feed(new ToolInput.Nudge(dx, dy)), key(code, ALT_DOWN));
        add("nudge-" + way + "-far", Group.DRAW, text + " by ten", Material2OutlinedMZ.OPEN_WITH, open,
                () -> feed(new ToolInput.Nudge(FAR * dx, FAR * dy)), key(code, ALT_DOWN, SHIFT_DOWN));
    }

    private void cine() {
        Group g = Group.CINE;
        add("play", g, "Play or pause", Material2OutlinedMZ.PLAY_ARROW, open, player::toggle, key(KeyCode.SPACE),
                key(KeyCode.C));
        add("next", g, "Next frame", Material2OutlinedAL.CHEVRON_RIGHT, open, () -> player.step(1),
                key(KeyCode.RIGHT), key(KeyCode.DOWN));
        add("previous", g, "Previous frame", Material2OutlinedAL.CHEVRON_LEFT, open, () -> player.step(-1),
                key(KeyCode.LEFT), key(KeyCode.UP));
        add("forward", g, "Ten frames on", Material2OutlinedAL.FAST_FORWARD, open, () -> player.step(FAR),
                key(KeyCode.RIGHT, SHIFT_DOWN), key(KeyCode.DOWN, SHIFT_DOWN));
        add("back", g, "Ten frames back", Material2OutlinedAL.FAST_REWIND, open, () -> player.step(-FAR),
                key(KeyCode.LEFT, SHIFT_DOWN), key(KeyCode.UP, SHIFT_DOWN));
        add("first", g, "First frame", Material2OutlinedAL.FIRST_PAGE, open, () -> player.seek(0),
                key(KeyCode.HOME));
        add("last", g, "Last frame", Material2OutlinedAL.LAST_PAGE, open,
                () -> player.seek(player.framesProperty().get() - 1), key(KeyCode.END));
    }

    private void view(WindowActions window) {
        Group g = Group.VIEW;
        add("fit", g, "Fit", Material2OutlinedMZ.ZOOM_OUT_MAP, open, viewer::fit, key(KeyCode.DIGIT0),
                key(KeyCode.NUMPAD0));
        add("actual", g, "One to one", Material2OutlinedAL.ASPECT_RATIO, open, viewer::actualSize,
                key(KeyCode.DIGIT1, SHORTCUT_DOWN));
        add("zoom-in", g, "Closer", Material2OutlinedMZ.ZOOM_IN, open, viewer::zoomIn, key(KeyCode.PLUS),
                key(KeyCode.EQUALS), key(KeyCode.ADD), key(KeyCode.EQUALS, SHIFT_DOWN));
        add("zoom-out", g, "Farther", Material2OutlinedMZ.ZOOM_OUT, open, viewer::zoomOut, key(KeyCode.MINUS),
                key(KeyCode.SUBTRACT));
        add("reset-window", g, "Reset window and level", Material2OutlinedAL.BRIGHTNESS_AUTO, open,
                viewer::resetWindow, key(KeyCode.W, SHIFT_DOWN));
        add("annotations", g, "Show or hide annotations", Material2OutlinedMZ.VISIBILITY, open,
                viewer::toggleAnnotations, key(KeyCode.H));
        add("info", g, "More or less text", Material2OutlinedMZ.SUBTITLES, open, viewer::cycleInfo, key(KeyCode.O));
        add("full-screen", g, "Full screen", Material2OutlinedAL.FULLSCREEN, always, window.fullScreen(),
                key(KeyCode.F11));
    }

    /** Gives up the drawing; with none, goes back from a view mode to the tools. */
    private void cancel() {
        if (viewer.leftDragProperty().get() != LeftDrag.TOOL) {
            viewer.leftDragProperty().set(LeftDrag.TOOL);
        } else {
            feed(new ToolInput.Cancel());
        }
    }

    private void feed(ToolInput input) {
        tools.handle(input, 1 / viewer.transformProperty().get().zoom());
    }

    private void add(String id, Group group, String text, Ikon icon, ObservableValue<Boolean> enabled,
            Runnable handler, KeyCodeCombination... keys) {
        rows.add(new Action(id, group, text, icon, Arrays.asList(keys), enabled, handler));
    }

    private static KeyCodeCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
