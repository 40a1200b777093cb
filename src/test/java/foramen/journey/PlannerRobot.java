package foramen.journey;

import foramen.app.composition.Composition;
import foramen.app.window.PlannerWindow;
import foramen.domain.casefile.StoreException;
import foramen.geometry.Point;
import foramen.storage.SqlCaseStore;
import foramen.ui.viewer.ClipView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;

/** One planner's window worked as a hand works it: by keys and clicks, and read as an eye reads it. */
final class PlannerRobot {
    /** Nearer than the tools' tolerance, two clicks are one place; in screen units. */
    static final double APART = 8.5;
    /** Dragging the right button by one unit zooms by this factor. */
    private static final double ZOOM_A_UNIT = 1.01;
    private static final int MOST_TABS = 60;

    private final FxRobot robot;
    private final PlannerWindow window;
    private final Stage stage;
    private final Hand hand = new Hand();

    private PlannerRobot(FxRobot robot, PlannerWindow window, Stage stage) {
        this.robot = robot;
        this.window = window;
        this.stage = stage;
    }

    /** Opens the planner's window over the store of {@code composition}'s home; nothing is open in it yet. */
    static PlannerRobot start(FxRobot robot, Composition composition) throws StoreException {
        return start(robot, composition, composition.openStore(composition.home()));
    }

    /** Opens the planner's window over an open store. */
    static PlannerRobot start(FxRobot robot, Composition composition, SqlCaseStore store) {
        Platform.setImplicitExit(false);
        return Hand.onFx(() -> {
            Stage stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            PlannerWindow window = new PlannerWindow(composition, store);
            window.show(stage);
            PlannerRobot planner = new PlannerRobot(robot, window, stage);
            robot.targetWindow(stage);
            return planner;
        });
    }

    /** Opens files, or with none the case last worked on, and waits for the picture. */
    PlannerRobot open(Path... files) {
        act(() -> window.open(List.of(files)));
        waitFor("the first frame", () -> window.frameInView().isPresent() && view().isVisible());
        return this;
    }

    /** Adds files to the case as if they had been dropped on its list of clips, and waits for the second picture. */
    PlannerRobot add(Path... files) {
        act(() -> window.add(List.of(files)));
        waitFor("the second picture", () -> find("#companion-view").isVisible());
        settle();
        return this;
    }

    /** The case as it is now. */
    foramen.domain.casefile.Case casefile() {
        return Hand.onFx(window::casefile);
    }

    /** Opens a file of which nothing is expected but that the window survives. */
    void tryToOpen(Path file) {
        act(() -> window.open(List.of(file)));
    }

    /** Closes the window as its cross does, and waits until all is saved and it is gone. */
    void close() {
        askToClose();
        waitFor("the window to close", () -> !stage.isShowing());
    }

    /** Presses the window's cross. */
    void askToClose() {
        act(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** Takes the pointer where it marks nothing, and waits for three pulses, after which all is painted. */
    void rest() {
        hand.moveTo(new Point2D(stage.getX() + stage.getWidth() / 2, stage.getY() + stage.getHeight() - 4));
        for (int i = 0; i < 3; i++) {
            settle();
        }
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    /** The window itself. */
    PlannerWindow window() {
        return window;
    }

    void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            hand.type(key);
        }
        settle();
    }

    /** Types one key without waiting for the window to be drawn: for long ways of the crosshair. */
    void key(KeyCode code, boolean shift) {
        hand.type(code, shift ? new KeyCode[]{KeyCode.SHIFT} : new KeyCode[0]);
    }

    void shortcut(KeyCode key) {
        hand.type(key, KeyCode.CONTROL);
        settle();
    }

    void shortcutWithShift(KeyCode key) {
        hand.type(key, KeyCode.CONTROL, KeyCode.SHIFT);
        settle();
    }

    /** Drags over a control, from and to parts of its width and height. */
    void dragOver(String selector, double fromX, double fromY, double toX, double toY) {
        Bounds b = SeenNodes.onScreen(find(selector));
        drag(new Point2D(b.getMinX() + fromX * b.getWidth(), b.getMinY() + fromY * b.getHeight()),
                new Point2D(b.getMinX() + toX * b.getWidth(), b.getMinY() + toY * b.getHeight()), MouseButton.PRIMARY);
    }

    void withShift(KeyCode key) {
        hand.type(key, KeyCode.SHIFT);
        settle();
    }

    void withShiftAndControl(KeyCode key) {
        hand.type(key, KeyCode.CONTROL, KeyCode.SHIFT);
        settle();
    }

    /** The frame in view, from 1, as the user counts. */
    int frameNumber() {
        return Hand.onFx(() -> window.frameInView().orElse(-1)) + 1;
    }

    /** Points at the timeline near a frame, then steps to it, and waits for its pixels. */
    void goToFrame(int number, int frames) {
        Bounds b = SeenNodes.onScreen(find("#timeline"));
        hand.press(new Point2D(b.getMinX() + b.getWidth() * (number - 0.5) / frames, b.getCenterY()));
        settle();
        act(() -> view().requestFocus());
        int steps = number - frameCounted();
        for (int i = 0; i < Math.abs(steps); i++) {
            hand.type(steps > 0 ? KeyCode.RIGHT : KeyCode.LEFT);
        }
        waitFor("frame " + number, () -> window.frameInView().orElse(-1) == number - 1);
        settle();
    }

    /** The frame that playback counts. */
    int frameCounted() {
        return Integer.parseInt(text("#cine-count").split("/")[0].strip());
    }

    /** Turns to a step of the work. */
    void step(String id) {
        press(there("#step-" + id));
    }

    /** Presses the choice with those words for those who cannot see it, such as {@code Side: Left}. */
    void choose(String words) {
        click(SeenNodes.one(stage, ToggleButton.class, words, b -> words.equals(b.getAccessibleText())));
    }

    /** Presses the button with those words for those who cannot see it. */
    void press(String words) {
        click(SeenNodes.one(stage, ButtonBase.class, words, b -> b.getAccessibleText() != null
                && words.equals(b.getAccessibleText().replace('\u00a0', ' '))));
    }

    /** Chooses from a list that drops down. */
    void choose(String list, String item) {
        click(there(list));
        waitFor(item + " in the list", () -> Popups.cells(item).findAny().isPresent());
        press(Hand.onFx(() -> Popups.cells(item).findFirst().orElseThrow()));
    }

    /** Opens the picture's menu with the right button and chooses what begins with those words. */
    void chooseInMenu(Point at, String words) {
        hand.drag(at(at), at(at), MouseButton.SECONDARY);
        waitFor(words + " in the menu", () -> Popups.items(words).findAny().isPresent());
        press(Hand.onFx(() -> Popups.items(words).findFirst().orElseThrow()));
    }

    void click(String id) {
        click(there(id));
    }

    private void click(Node node) {
        act(() -> SeenNodes.reveal(node));
        settle();
        press(node);
    }

    /** Types into a field in place of what is there. */
    void fill(String id, String words) {
        click(id);
        act(() -> ((TextInputControl) find(id)).selectAll());
        Hand.write(stage.getScene(), words);
        settle();
    }

    /** Zooms by dragging with the right button from {@code around}, which stays in its place. */
    void zoom(Point around, double factor) {
        double up = Math.log(factor) / Math.log(ZOOM_A_UNIT);
        Point2D from = at(around);
        drag(from, from.add(0, -up), MouseButton.SECONDARY);
    }

    /** Drags with the middle button, so that the image point comes to the middle of the view. */
    void centre(Point image) {
        Bounds b = SeenNodes.onScreen(view());
        drag(at(image), new Point2D(b.getCenterX(), b.getCenterY()), MouseButton.MIDDLE);
    }

    /** Clicks round an outline, leaving out points that would fall on their neighbours, and closes it with Enter. */
    void outline(List<Point> outline) {
        outline(outline, APART);
    }

    /** Clicks round an outline with points no nearer than {@code apart} screen units. */
    void outline(List<Point> outline, double apart) {
        List<Point2D> placed = new ArrayList<>();
        for (Point p : outline) {
            Point2D next = at(p);
            boolean clear = placed.isEmpty()
                    || (placed.getLast().distance(next) >= apart && placed.getFirst().distance(next) >= apart);
            if (clear) {
                placed.add(next);
                hand.press(next);
            }
        }
        type(KeyCode.ENTER);
    }

    /** Presses at the first image point, goes through the others with the button down, and lets go at the last. */
    void stroke(Point... points) {
        hand.stroke(Stream.of(points).map(this::at).toList());
        settle();
    }

    /** Writes where the keyboard is. */
    void write(String words) {
        Hand.write(stage.getScene(), words);
        settle();
    }

    /** Clicks on image points. */
    void clickAt(Point... points) {
        for (Point p : points) {
            hand.press(at(p));
        }
        settle();
    }

    private void drag(Point2D from, Point2D to, MouseButton button) {
        hand.drag(from, to, button);
        settle();
    }

    private void press(Node node) {
        Bounds b = SeenNodes.onScreen(node);
        hand.press(new Point2D(b.getCenterX(), b.getCenterY()));
        settle();
    }

    /** Where an image point lies on the screen, read off the picture itself. */
    Point2D at(Point image) {
        return Hand.onFx(() -> {
            ClipView view = view();
            Point corner = view.toImage(0, 0);
            double zoom = 1 / (view.toImage(1, 0).x() - corner.x());
            return view.localToScreen((image.x() - corner.x()) * zoom, (image.y() - corner.y()) * zoom);
        });
    }

    private ClipView view() {
        return (ClipView) find("#clip-view");
    }

    /** Goes from control to control by the keyboard until it is at that one. */
    void tabTo(String id) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (id.equals(keyboardAt())) {
                return;
            }
            type(KeyCode.TAB);
        }
        throw new AssertionError("The keyboard does not reach " + id);
    }

    /** The name of the control that has the keyboard; empty where it has none. */
    String keyboardAt() {
        return Hand.onFx(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /** Whether a control is there but cannot be used. */
    boolean isShut(String selector) {
        return Hand.onFx(() -> find(selector).isDisabled());
    }

    /** Whether a button that stays down is down. */
    boolean isOn(String id) {
        return Hand.onFx(() -> ((ToggleButton) find(id)).isSelected());
    }

    /** What a label or field says. */
    String text(String selector) {
        there(selector);
        return Hand.onFx(() -> SeenNodes.words(find(selector))).replace('\u00a0', ' ');
    }

    /** What a control says to those who cannot see it. */
    String spoken(String selector) {
        return Hand.onFx(() -> String.valueOf(find(selector).getAccessibleText())).replace('\u00a0', ' ');
    }

    /** Everything written on the window that can be seen, of whatever kind, with what is only spoken. */
    List<String> allWords() {
        return Hand.onFx(() -> SeenNodes.allWords(stage.getScene().getRoot()));
    }

    /** How many there are to be seen. */
    int count(String selector) {
        return Hand.onFx(() -> (int) robot.from(stage.getScene().getRoot()).lookup(selector).queryAll().stream()
                .filter(SeenNodes::isShown).count());
    }

    void waitFor(String what, Callable<Boolean> condition) {
        Hand.waitFor(what, condition);
        settle();
    }

    /** Until the window has drawn what it was told. */
    void settle() {
        Hand.settle(stage, window::isBusy);
    }

    private static void act(Runnable action) {
        Hand.onFx(() -> {
            action.run();
            return true;
        });
    }

    /** The control, as soon as it is there: what a job brings may come after what was pressed has been drawn. */
    private Node there(String selector) {
        if (!Platform.isFxApplicationThread() && Hand.onFx(() -> !Hand.holds(() -> find(selector) != null))) {
            waitFor(selector, () -> find(selector) != null);
        }
        return find(selector);
    }

    Node find(String selector) {
        return robot.from(stage.getScene().getRoot()).lookup(selector).query();
    }
}
