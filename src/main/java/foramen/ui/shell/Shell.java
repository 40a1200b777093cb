package foramen.ui.shell;

import foramen.domain.clip.Clip;
import foramen.ui.support.Banner;
import foramen.ui.support.Icons;
import foramen.ui.support.Keys;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.ui.viewer.LeftDrag;
import foramen.ui.viewer.ViewerPane;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import java.io.File;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The whole window below its title bar. */
public final class Shell {
    private static final List<String> MENU = List.of("smooth", "lock", "hide", "duplicate", "copy", "paste",
            "copy-previous", "copy-next", "copy-keys", "delete",
            "next-target", "puncture", "skin-arc", "needle-seen", "spread", "fit", "actual", "reset-window", "invert",
            "gamma-up", "gamma-down", "colour-map", "filter", "plain-picture",
            "mirror", "pair", "other-picture", "link", "same-scale", "annotations", "info", "registry", "settings",
            "diagnostics", "lock-window", "keys", "guide", "about");
    /** What can be done while a sheet lies over the window. */
    private static final List<String> ALWAYS = List.of("settings", "full-screen", "diagnostics", "about", "last-card",
            "lock-window");
    private static final List<List<String>> TOOLS = List.of(List.of("select", "needle"),
            List.of("polygon", "freehand", "spline", "ellipse", "livewire", "wand", "propose", "brush", "eraser"),
            List.of("length", "bidirectional", "angle", "polyline"), List.of("point", "text", "no-go", "calibrate"),
            List.of("window", "pan", "zoom"));

    private final Parts parts;
    private final Words words;
    private final Panels panels;
    private final ActionRegistry actions;
    private final StackPane root = new StackPane();
    private final TipLine tips = new TipLine(root);
    private final Banner banner;
    private final VBox centre = new VBox();
    private final StackPane inspector = new StackPane();
    private final KeySheet keys;
    private final CrosshairKeys crosshair;
    private final Map<Step, Node> pages = new EnumMap<>(Step.class);

    /**
     * What the window is made from.
     *
     * @param model what it is about
     * @param viewerModel how the picture is looked at
     * @param viewer the picture
     * @param editor the case
     * @param player playback
     * @param tools the drawing tools
     * @param jobs what is being worked on
     * @param clock for times of day
     */
    public record Parts(ShellViewModel model, ViewerViewModel viewerModel, ViewerPane viewer, CaseEditor editor,
            CinePlayer player, ToolController tools, ObservableList<RunningJob> jobs, Clock clock) {}

    /**
     * Builds the window.
     *
     * @param parts what it is made from
     * @param panels the pages of the inspector
     */
    public Shell(Parts parts, Panels panels) {
        this(parts, panels, List.of());
    }

    /**
     * Builds the window.
     *
     * @param parts what it is made from
     * @param panels the pages of the inspector
     * @param more what can be done beside the window's own actions
     */
    public Shell(Parts parts, Panels panels, List<Action> more) {
        this.parts = parts;
        this.words = parts.model().words();
        this.banner = new Banner(words);
        this.panels = panels;
        ShellActions table = new ShellActions(parts.model(), parts.viewerModel(), parts.editor(), parts.player(),
                parts.tools());
        actions = table.registry(new ShellActions.WindowActions(this::chooseFile, this::chooseFolder, this::fullScreen,
                this::toggleKeys), more);
        keys = new KeySheet(actions, this::toggleKeys, words);
        crosshair = new CrosshairKeys(parts.viewer().crosshair(), parts.tools(),
                parts.viewerModel().mirroredProperty()::get);
        banner.setId("banner");
        root.getStyleClass().add("shell");
        root.getChildren().addAll(frame(table), keys);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                backToPicture();
            }
        });
        FileDrop.on(root, parts.model()::open);
        // While the window is locked all of this is off the scene, and comes back to it.
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((o, was, now) -> focusMoved(was));
        parts.viewer().setMenu(menu());
        listen();
        parts.model().cases().refresh();
    }

    /** The root of the scene. */
    public Parent root() {
        return root;
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** Says what tooltips say in the status line too, when a control is pressed or has the keyboard. */
    public void setTipsInStatusLine(boolean wanted) {
        tips.set(wanted);
    }

    /** Lays {@code sheet} over the window, such as the settings, or takes it away. */
    public void toggleSheet(Node sheet) {
        if (root.getChildren().remove(sheet)) {
            backToPicture();
        } else {
            root.getChildren().add(sheet);
        }
    }

    /** All actions, for whoever builds a menu bar or a test. */
    public ActionRegistry actions() {
        return actions;
    }

    /** Lays {@code sheet} over the whole window; it shows and hides itself. */
    public void lay(Node sheet) {
        root.getChildren().add(sheet);
    }

    /** Puts {@code notice} above the picture, over what comes and goes there; it shows and hides itself. */
    public void stand(Node notice) {
        centre.getChildren().addFirst(notice);
    }

    private BorderPane frame(ShellActions table) {
        BorderPane frame = new BorderPane();
        frame.setTop(new CaseBar(parts.editor(), parts.model().clipProperty(), actions, this::backToPicture,
                words));
        ToolStrip strip = new ToolStrip(actions, table.current(),
                TOOLS);
        parts.viewer().setToolBar(new PaintBar(actions, table.way(), parts.tools().toolProperty()));
        frame.setLeft(new HBox(new Rail(parts.model().stepProperty(), parts.model()::stateOf, words), strip));
        frame.setCenter(centre());
        inspector.getStyleClass().add("inspector");
        frame.setRight(inspector);
        frame.setBottom(new StatusLine(hint(), parts.jobs(), parts.editor().saveStateProperty(),
                parts.editor()::retry, parts.clock(), words));
        return frame;
    }

    private VBox centre() {
        ShellViewModel model = parts.model();
        Welcome welcome = new Welcome(model, actions, parts.clock());
        LoadingView loading = new LoadingView(model);
        model.phaseProperty().subscribe(phase -> {
            welcome.setVisible(phase == ShellViewModel.Phase.EMPTY);
            loading.setVisible(phase == ShellViewModel.Phase.LOADING);
            parts.viewer().setVisible(phase == ShellViewModel.Phase.SHOWING);
            if (phase == ShellViewModel.Phase.SHOWING) {
                parts.viewer().picture().requestFocus();
            } else if (phase == ShellViewModel.Phase.EMPTY) {
                Platform.runLater(welcome::begin);
            }
        });
        StackPane middle = new StackPane(parts.viewer(), welcome, loading);
        middle.getStyleClass().add("middle");
        middle.setMinSize(0, 0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        centre.getChildren().setAll(banner, middle);
        // Else a wide bar beneath the picture would push it over the tools.
        centre.setMinWidth(0);
        return centre;
    }

    private ObservableValue<String> hint() {
        ShellViewModel model = parts.model();
        var drag = parts.viewerModel().leftDragProperty();
        return Bindings.createStringBinding(() -> {
            if (!tips.tipProperty().get().isEmpty()) {
                return tips.tipProperty().get();
            }
            if (model.phaseProperty().get() != ShellViewModel.Phase.SHOWING) {
                return "";
            }
            if (drag.get() != LeftDrag.TOOL) {
                return words.of(drag.get()) + ": " + words.of(drag.get(), "hint");
            }
            ToolId tool = parts.tools().toolProperty().get();
            String hint = parts.tools().hintProperty().get();
            return words.of(tool) + ": " + (hint.equals(tool.hint()) ? words.of(tool, "hint") : words.said(hint));
        }, model.phaseProperty(), drag, parts.tools().toolProperty(), parts.tools().hintProperty(),
                tips.tipProperty());
    }

    private void listen() {
        ShellViewModel model = parts.model();
        model.clipProperty().subscribe(c -> c.map(Clip::info).ifPresent(parts.viewer()::show));
        model.stepProperty().subscribe(this::showPage);
        model.problemProperty().subscribe(this::showProblem);
        parts.editor().historyProblemProperty().subscribe(sentence -> {
            if (!sentence.isEmpty()) {
                model.report(sentence);
            }
        });
        // Before there is a clip, the middle of the window lists the cases itself.
        var needed = Bindings.createBooleanBinding(() -> model.phaseProperty().get() != ShellViewModel.Phase.EMPTY
                || model.stepProperty().get() != Step.CLIPS || model.shelf().catalogProperty().get().isPresent(),
                model.phaseProperty(), model.stepProperty(), model.shelf().catalogProperty());
        inspector.visibleProperty().bind(needed);
        inspector.managedProperty().bind(needed);
    }

    private void showPage(Step step) {
        Node page = pages.computeIfAbsent(step, s -> s == Step.CLIPS
                ? new ClipsPage(parts.model(), parts.editor().caseProperty(), actions, parts.clock())
                : panels.page(s).orElseGet(StackPane::new));
        inspector.getChildren().setAll(page);
    }

    private void showProblem(Optional<Problem> problem) {
        if (problem.isEmpty()) {
            banner.clear();
            return;
        }
        Button[] offers = problem.get().offers().stream().map(o -> {
            Button button = new Button(o.words());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                parts.model().dismissProblem();
                o.action().run();
            });
            return button;
        }).toArray(Button[]::new);
        banner.show(words.said(problem.get().sentence()), Tone.RED, offers);
    }

    private void keyPressed(KeyEvent e) {
        if (keys.isVisible() && e.getCode() == KeyCode.ESCAPE) {
            toggleKeys();
            e.consume();
            return;
        }
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (e.getCode() == KeyCode.ESCAPE && closesSheet(owner)) {
            e.consume();
            return;
        }
        if (isCovered() && !actions.find(e).map(Action::id).filter(ALWAYS::contains).isPresent()) {
            return;
        }
        if (Keys.belongsTo(owner, e)) {
            return;
        }
        if (crosshair.take(e)) {
            e.consume();
            return;
        }
        actions.find(e).ifPresent(action -> {
            if (action.run()) {
                e.consume();
            }
        });
    }

    /** Under a sheet nothing is drawn, moved or undone by a key. */
    private boolean isCovered() {
        return root.getChildren().getLast() != keys;
    }

    /** A sheet closes with Escape wherever the keyboard is; what is within it has the first word. */
    private boolean closesSheet(@Nullable Node owner) {
        Node top = root.getChildren().getLast();
        if (!isCovered() || top == keys) {
            return false;
        }
        for (Node n = owner; n != null; n = n.getParent()) {
            if (n == top) {
                return false;
            }
        }
        toggleSheet(top);
        return true;
    }

    /** Leaves a field, so that single keys are shortcuts again. */
    public void backToPicture() {
        if (isCovered()) {
            return;
        }
        if (parts.viewer().isVisible()) {
            parts.viewer().picture().requestFocus();
        }
    }

    /**
     * Where the control with the keyboard has gone, as a row does when its list is made anew, the toolkit would give the
     * keyboard to the first field there is, the patient's name, and the next shortcut would be typed into it.
     */
    private void focusMoved(@Nullable Node was) {
        if (was != null && was.getScene() != root.getScene()) {
            Platform.runLater(this::backToPicture);
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (String id : MENU) {
            if (actions.named(id).isEmpty()) {
                continue;
            }
            Action action = actions.get(id);
            MenuItem item = new MenuItem("", Icons.of(action.icon()));
            actions.keymapProperty().subscribe(k -> item.setText(actions.get(id).title(words)));
            item.setOnAction(e -> action.run());
            menu.getItems().add(item);
        }
        return menu;
    }

    private void chooseFile() {
        ClipChooser.choose(root.getScene().getWindow(), words, parts.model()::open);
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("action.open-folder"));
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            parts.model().open(List.of(folder.toPath()));
        }
    }

    private void toggleKeys() {
        keys.setVisible(!keys.isVisible());
    }

    private void fullScreen() {
        if (root.getScene() != null && root.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }
}
