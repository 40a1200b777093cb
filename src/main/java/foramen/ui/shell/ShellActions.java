package foramen.ui.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import foramen.ui.shell.Action.Group;
import foramen.ui.support.Words;
import foramen.ui.viewer.LeftDrag;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.RegionWay;
import foramen.workspace.tool.SelectedCommands;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    private static final double BRUSH_STEP = 1.2;

    private final ShellViewModel model;
    private final ViewerViewModel viewer;
    private final Words words;
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
        this.words = model.words();
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
        selected();
        cine();
        view(window);
        rows.addAll(new DisplayActions(words, open, viewer).rows());
        rows.addAll(more);
        return new ActionRegistry(rows, words);
    }

    /** The name of the action whose tool is in hand. */
    ObservableValue<String> current() {
        return Bindings.createStringBinding(() -> viewer.leftDragProperty().get() == LeftDrag.TOOL
                ? id(tools.toolProperty().get())
                : id(viewer.leftDragProperty().get()), viewer.leftDragProperty(), tools.toolProperty());
    }

    static String id(ToolId tool) {
        return switch (tool) {
            case LINE -> "length";
            case NO_GO -> "no-go";
            default -> tool.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        add("open", g, Material2OutlinedAL.FOLDER_OPEN, always, window.openFile(),
                key(KeyCode.O, SHORTCUT_DOWN));
        add("open-folder", g, Material2OutlinedAL.CREATE_NEW_FOLDER, always,
                window.openFolder(), key(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN));
        ObservableValue<Boolean> several = Bindings.createBooleanBinding(
                () -> editor.current().clips().size() > 1
                        || model.shelf().catalogProperty().get().filter(l -> !l.entries().isEmpty()).isPresent(),
                editor.caseProperty(), model.shelf().catalogProperty());
        add("next-clip", g, Material2OutlinedAL.ARROW_DOWNWARD, several,
                () -> model.turnTo(1), key(KeyCode.PAGE_DOWN));
        add("previous-clip", g, Material2OutlinedAL.ARROW_UPWARD, several,
                () -> model.turnTo(-1), key(KeyCode.PAGE_UP));
        add("sample", g, Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE, always, model::openSample,
                key(KeyCode.T, SHORTCUT_DOWN, SHIFT_DOWN));
        add("undo", g, Material2OutlinedMZ.UNDO, editor.canUndoProperty().or(tools.busyProperty()), this::undo,
                key(KeyCode.Z, SHORTCUT_DOWN));
        add("redo", g, Material2OutlinedMZ.REDO, editor.canRedoProperty(), editor::redo,
                key(KeyCode.Y, SHORTCUT_DOWN), key(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN));
        add("export", g, Material2OutlinedMZ.SAVE_ALT, open,
                () -> model.stepProperty().set(Step.EXPORT), key(KeyCode.E, SHORTCUT_DOWN));
        add("keys", g, Material2OutlinedAL.HELP_OUTLINE, always, window.keySheet(),
                key(KeyCode.F1), key(KeyCode.SLASH, SHIFT_DOWN));
        add("guide", g, Material2OutlinedMZ.MENU_BOOK, always, model::showGuide, key(KeyCode.F1, SHIFT_DOWN));
    }

    private void tools() {
        tool(ToolId.SELECT, Material2OutlinedMZ.NEAR_ME, key(KeyCode.S));
        tool(ToolId.POLYGON, Material2OutlinedMZ.TIMELINE, key(KeyCode.P));
        tool(ToolId.FREEHAND, Material2OutlinedAL.GESTURE, key(KeyCode.F));
        tool(ToolId.SPLINE, Material2OutlinedAL.ALL_INCLUSIVE, key(KeyCode.P, SHIFT_DOWN));
        tool(ToolId.ELLIPSE, Material2OutlinedMZ.PANORAMA_FISH_EYE, key(KeyCode.E));
        tool(ToolId.LIVEWIRE, Material2OutlinedMZ.POLYMER, key(KeyCode.V));
        tool(ToolId.BRUSH, Material2OutlinedAL.BRUSH, key(KeyCode.B));
        tool(ToolId.ERASER, Material2OutlinedAL.CLEANING_SERVICES, key(KeyCode.B, SHIFT_DOWN));
        tool(ToolId.WAND, Material2OutlinedAL.FLARE, key(KeyCode.G));
        tool(ToolId.PROPOSE, Material2OutlinedAL.ADJUST, key(KeyCode.I));
        tool(ToolId.LINE, Material2OutlinedMZ.STRAIGHTEN, key(KeyCode.L));
        tool(ToolId.BIDIRECTIONAL, Material2OutlinedAL.CONTROL_CAMERA, key(KeyCode.L, SHIFT_DOWN));
        tool(ToolId.ANGLE, Material2OutlinedAL.ARCHITECTURE, key(KeyCode.A));
        tool(ToolId.POLYLINE, Material2OutlinedMZ.SHOW_CHART, key(KeyCode.Y));
        tool(ToolId.POINT, Material2OutlinedAL.ADD_LOCATION, key(KeyCode.D));
        tool(ToolId.TEXT, Material2OutlinedMZ.TEXT_FIELDS, key(KeyCode.X));
        tool(ToolId.NO_GO, Material2OutlinedAL.BLOCK, key(KeyCode.N, SHIFT_DOWN));
        tool(ToolId.NEEDLE, Material2OutlinedAL.COLORIZE, key(KeyCode.N));
        tool(ToolId.NEXT_TARGET, Material2OutlinedAL.ADD_CIRCLE_OUTLINE, key(KeyCode.G, SHIFT_DOWN));
        tool(ToolId.PUNCTURE, Material2OutlinedMZ.VERTICAL_ALIGN_BOTTOM, key(KeyCode.O, SHIFT_DOWN));
        tool(ToolId.SKIN_ARC, Material2OutlinedMZ.PANORAMA_WIDE_ANGLE, key(KeyCode.K, SHIFT_DOWN));
        tool(ToolId.NEEDLE_SEEN, Material2OutlinedMZ.MY_LOCATION, key(KeyCode.E, SHIFT_DOWN));
        tool(ToolId.SPREAD, Material2OutlinedMZ.OPACITY, key(KeyCode.D, SHIFT_DOWN));
        rows.add(new Action(id(ToolId.CALIBRATE), Group.TOOL, words.text("calibrate.title"),
                words.of(ToolId.CALIBRATE, "hint"),
                Material2OutlinedMZ.SQUARE_FOOT, List.of(key(KeyCode.K)), open, () -> {
                    viewer.leftDragProperty().set(LeftDrag.TOOL);
                    tools.toolProperty().set(ToolId.CALIBRATE);
                    model.stepProperty().set(Step.MEASURE);
                }));
        mode(LeftDrag.WINDOW, Material2OutlinedAL.BRIGHTNESS_6, KeyCode.W);
        mode(LeftDrag.PAN, Material2OutlinedMZ.PAN_TOOL, KeyCode.T);
        mode(LeftDrag.ZOOM, Material2OutlinedMZ.ZOOM_IN, KeyCode.Z);
    }

    private void tool(ToolId tool, Ikon icon, KeyCodeCombination key) {
        ObservableValue<Boolean> usable = open.map(o -> o && tools.canUse(tool));
        rows.add(new Action(id(tool), Group.TOOL, words.of(tool), words.of(tool, "hint"), icon, List.of(key), usable,
                () -> {
                    viewer.leftDragProperty().set(LeftDrag.TOOL);
                    tools.toolProperty().set(tool);
                }));
    }

    private void mode(LeftDrag mode, Ikon icon, KeyCode code) {
        rows.add(new Action(id(mode), Group.TOOL, words.of(mode), icon, List.of(key(code)), open,
                () -> viewer.leftDragProperty().set(mode)));
    }

    private void drawing() {
        Group g = Group.DRAW;
        add("finish", g, Material2OutlinedAL.CHECK, open, () -> feed(new ToolInput.Finish()),
                key(KeyCode.ENTER));
        add("cancel", g, Material2OutlinedAL.CLOSE, always, this::cancel,
                key(KeyCode.ESCAPE));
        add("delete", g, Material2OutlinedAL.DELETE, open,
                () -> feed(new ToolInput.Delete()), key(KeyCode.DELETE), key(KeyCode.BACK_SPACE));
        add("brush-smaller", g, Material2OutlinedMZ.REMOVE, open,
                () -> tools.resizeBrush(1 / BRUSH_STEP), key(KeyCode.OPEN_BRACKET));
        add("brush-larger", g, Material2OutlinedAL.ADD, open, () -> tools.resizeBrush(BRUSH_STEP),
                key(KeyCode.CLOSE_BRACKET));
        way("region-add", RegionWay.ADD, Material2OutlinedAL.ADD_BOX, key(KeyCode.U, SHORTCUT_DOWN));
        way("region-take", RegionWay.TAKE, Material2OutlinedAL.INDETERMINATE_CHECK_BOX,
                key(KeyCode.U, SHORTCUT_DOWN, SHIFT_DOWN));
        add("crosshair", g, Material2OutlinedAL.KEYBOARD, open,
                () -> viewer.crosshairProperty().set(!viewer.crosshairProperty().get()),
                key(KeyCode.Q));
        nudge("left", KeyCode.LEFT, -1, 0);
        nudge("right", KeyCode.RIGHT, 1, 0);
        nudge("up", KeyCode.UP, 0, -1);
        nudge("down", KeyCode.DOWN, 0, 1);
    }

    /** Shift and Alt for a hand without them: pressed again, it ends. */
    private void way(String id, RegionWay way, Ikon icon, KeyCodeCombination key) {
        var now = tools.regionWayProperty();
        ObservableValue<Boolean> usable = Bindings.createBooleanBinding(
                () -> open.getValue() && ToolController.paints(tools.toolProperty().get()), open,
                tools.toolProperty());
        add(id, Group.DRAW, icon, usable, () -> {
            now.set(now.get() == way ? RegionWay.AS_USUAL : way);
            tools.say(words.of(now.get()));
        }, key);
    }

    /** Which of the two ways is chosen. */
    ObservableValue<String> way() {
        return tools.regionWayProperty().map(w -> switch (w) {
            case AS_USUAL -> "";
            case ADD -> "region-add";
            case TAKE -> "region-take";
        });
    }

    private void selected() {
        Group g = Group.SELECTED;
        SelectedCommands commands = new SelectedCommands(editor, tools, viewer.options().locale());
        ObservableValue<Boolean> any = Bindings.createBooleanBinding(
                () -> open.getValue() && editor.selectionProperty().get().isPresent(), open,
                editor.selectionProperty());
        add("smooth", g, Material2OutlinedAL.BLUR_ON, any, commands::smooth,
                key(KeyCode.S, SHIFT_DOWN));
        add("lock", g, Material2OutlinedAL.LOCK, any, commands::toggleLock,
                key(KeyCode.L, SHORTCUT_DOWN));
        add("hide", g, Material2OutlinedMZ.VISIBILITY_OFF, any, commands::toggleHidden,
                key(KeyCode.H, SHIFT_DOWN));
        add("duplicate", g, Material2OutlinedAL.FLIP, any,
                commands::duplicateToOtherSide, key(KeyCode.D, SHORTCUT_DOWN));
        add("copy", g, Material2OutlinedAL.FILE_COPY, any, commands::copy, key(KeyCode.C, SHORTCUT_DOWN));
        add("paste", g, Material2OutlinedAL.CONTENT_PASTE, open, commands::paste,
                key(KeyCode.V, SHORTCUT_DOWN));
        add("copy-previous", g, Material2OutlinedMZ.NAVIGATE_BEFORE, any,
                () -> commands.copyToFrame(-1), key(KeyCode.LEFT, SHORTCUT_DOWN));
        add("copy-next", g, Material2OutlinedMZ.NAVIGATE_NEXT, any,
                () -> commands.copyToFrame(1), key(KeyCode.RIGHT, SHORTCUT_DOWN));
        add("copy-keys", g, Material2OutlinedAL.LIBRARY_ADD, any,
                commands::copyToKeyFrames, key(KeyCode.K, SHORTCUT_DOWN));
    }

    /** With Alt, so that turning frames never moves a finished outline by accident. */
    private void nudge(String way, KeyCode code, int dx, int dy) {
        add("nudge-" + way, Group.DRAW, Material2OutlinedMZ.OPEN_WITH, open,
                () -> feed(new ToolInput.Nudge(across(dx), dy)), key(code, ALT_DOWN));
        add("nudge-" + way + "-far", Group.DRAW, Material2OutlinedMZ.OPEN_WITH, open,
                () -> feed(new ToolInput.Nudge(FAR * across(dx), FAR * dy)), key(code, ALT_DOWN, SHIFT_DOWN));
    }

    /** Left is left on the screen, also where the picture is mirrored. */
    private int across(int dx) {
        return viewer.mirroredProperty().get() ? -dx : dx;
    }

    private void cine() {
        Group g = Group.CINE;
        add("play", g, Material2OutlinedMZ.PLAY_ARROW, open, player::toggle, key(KeyCode.SPACE),
                key(KeyCode.C));
        add("next", g, Material2OutlinedAL.CHEVRON_RIGHT, open, () -> player.step(1),
                key(KeyCode.RIGHT), key(KeyCode.DOWN));
        add("previous", g, Material2OutlinedAL.CHEVRON_LEFT, open, () -> player.step(-1),
                key(KeyCode.LEFT), key(KeyCode.UP));
        add("forward", g, Material2OutlinedAL.FAST_FORWARD, open, () -> player.step(FAR),
                key(KeyCode.RIGHT, SHIFT_DOWN), key(KeyCode.DOWN, SHIFT_DOWN));
        add("back", g, Material2OutlinedAL.FAST_REWIND, open, () -> player.step(-FAR),
                key(KeyCode.LEFT, SHIFT_DOWN), key(KeyCode.UP, SHIFT_DOWN));
        add("first", g, Material2OutlinedAL.FIRST_PAGE, open, () -> player.seek(0),
                key(KeyCode.HOME));
        add("last", g, Material2OutlinedAL.LAST_PAGE, open,
                () -> player.seek(player.framesProperty().get() - 1), key(KeyCode.END));
        ImageSetViewModel images = model.imageSet();
        ObservableValue<Boolean> left = images.canMarkNext();
        add("mark-image", g, Material2OutlinedAL.ADD_PHOTO_ALTERNATE,
                Bindings.createBooleanBinding(() -> open.getValue() && left.getValue(), open, left),
                () -> images.markNext().ifPresent(tools::say), key(KeyCode.M, SHORTCUT_DOWN, SHIFT_DOWN));
    }

    private void view(WindowActions window) {
        Group g = Group.VIEW;
        add("fit", g, Material2OutlinedMZ.ZOOM_OUT_MAP, open, viewer::fit, key(KeyCode.DIGIT0),
                key(KeyCode.NUMPAD0));
        add("actual", g, Material2OutlinedAL.ASPECT_RATIO, open, viewer::actualSize,
                key(KeyCode.DIGIT1, SHORTCUT_DOWN));
        add("zoom-in", g, Material2OutlinedMZ.ZOOM_IN, open, viewer::zoomIn, key(KeyCode.PLUS),
                key(KeyCode.EQUALS), key(KeyCode.ADD), key(KeyCode.EQUALS, SHIFT_DOWN));
        add("zoom-out", g, Material2OutlinedMZ.ZOOM_OUT, open, viewer::zoomOut, key(KeyCode.MINUS),
                key(KeyCode.SUBTRACT));
        add("reset-window", g, Material2OutlinedAL.BRIGHTNESS_AUTO, open,
                viewer::resetWindow, key(KeyCode.W, SHIFT_DOWN));
        add("mirror", g, Material2OutlinedAL.COMPARE, open, viewer::toggleMirror, key(KeyCode.M, SHIFT_DOWN));
        add("annotations", g, Material2OutlinedMZ.VISIBILITY, open,
                viewer::toggleAnnotations, key(KeyCode.H));
        add("info", g, Material2OutlinedMZ.SUBTITLES, open, viewer::cycleInfo, key(KeyCode.O));
        add("full-screen", g, Material2OutlinedAL.FULLSCREEN, always, window.fullScreen(),
                key(KeyCode.F11));
    }

    /** What is being drawn was done last; only once it is finished is it an edit of the case. */
    private void undo() {
        if (tools.busyProperty().get()) {
            tools.takeBack(viewer.tolerance());
        } else {
            editor.undo();
        }
    }

    /** Gives up the drawing; with none, goes back from a view mode to the tools. */
    private void cancel() {
        if (viewer.leftDragProperty().get() != LeftDrag.TOOL) {
            viewer.leftDragProperty().set(LeftDrag.TOOL);
        } else {
            feed(new ToolInput.Cancel());
        }
    }

    /** A key reaches as far as the pointer that rests on the picture, else it would mean something else than the cursor says. */
    private void feed(ToolInput input) {
        tools.handle(input, viewer.tolerance());
    }

    private void add(String id, Group group, Ikon icon, ObservableValue<Boolean> enabled,
            Runnable handler, KeyCodeCombination... keys) {
        rows.add(new Action(id, group, words.text("action." + id), icon, Arrays.asList(keys), enabled, handler));
    }

    private static KeyCodeCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
