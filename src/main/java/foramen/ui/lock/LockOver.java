package foramen.ui.lock;

import foramen.ui.support.Words;
import java.util.List;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The window's content, or the lock page in its place. What is locked is taken off the window, not covered: neither a
 * picture of the window nor a screen reader can come by it. It stays as it was, and comes back so.
 */
public final class LockOver extends StackPane {
    private final LockViewModel model;
    private final Parent content;
    private final PassphraseForm page;
    private final Timeline seconds;
    private final EventHandler<InputEvent> touch;
    private final ListChangeListener<Window> watch = c -> {
        while (c.next()) {
            c.getAddedSubList().stream().filter(this::isOurs).forEach(this::listenTo);
        }
    };
    private Runnable home = () -> {};
    private Predicate<KeyEvent> isLockKey = e -> false;
    private @Nullable Focus before;

    /** Where the keyboard was, and within a field where it would have typed. */
    private record Focus(Node owner, int anchor, int caret) {}

    /** Shows {@code content} while {@code model} is open. */
    public LockOver(LockViewModel model, Parent content) {
        this.model = model;
        this.content = content;
        Words words = model.words();
        page = new PassphraseForm(model.passphrase(), words.text("lock.title"), words.text("lock.how"),
                words.text("lock.open"), model::opened);
        page.setId("lock-page");
        Label behind = new Label();
        behind.setId("lock-behind");
        behind.setWrapText(true);
        behind.textProperty().bind(model.behindProperty());
        page.add(behind);
        Label notice = notice();
        getChildren().addAll(content, notice);
        touch = e -> model.touched();
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        model.lockedProperty().addListener((o, was, now) -> {
            if (now) {
                cover();
            } else {
                uncover();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (!model.lockedProperty().get() && isLockKey.test(e)) {
                model.lock();
                e.consume();
            }
        });
    }

    private Label notice() {
        Label notice = new Label();
        notice.setId("lock-notice");
        notice.getStyleClass().add("lock-notice");
        notice.setMouseTransparent(true);
        setAlignment(notice, Pos.BOTTOM_CENTER);
        model.noticeProperty().subscribe(left -> {
            notice.setText(model.words().text("lock.notice", left.intValue()));
            notice.setVisible(left.intValue() > 0);
        });
        return notice;
    }

    /** Which key locks, wherever the keyboard is, also in a field. */
    public void setLockKey(Predicate<KeyEvent> key) {
        isLockKey = key;
    }

    /** Where the keyboard goes when the window is open again and the control that had it is gone. */
    public void setHome(Runnable toHome) {
        home = toHome;
    }

    /** Begins to look at the clock and at what is done in the window and its menus. */
    public void begin() {
        Window.getWindows().addListener(watch);
        listenTo(getScene().getWindow());
        model.touched();
        seconds.play();
    }

    /** Ends that. */
    public void end() {
        seconds.stop();
        Window.getWindows().removeListener(watch);
    }

    private void listenTo(Window window) {
        window.removeEventFilter(InputEvent.ANY, touch);
        window.addEventFilter(InputEvent.ANY, touch);
    }

    /** Whether {@code window} is this one, or lies over it, as its menus and tooltips do. */
    private boolean isOurs(@Nullable Window window) {
        return window != null && (window == ownWindow() || switch (window) {
            case PopupWindow p -> isOurs(p.getOwnerWindow());
            case Stage s -> isOurs(s.getOwner());
            default -> false;
        });
    }

    private @Nullable Window ownWindow() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private void cover() {
        List.copyOf(Window.getWindows()).stream().filter(w -> w != ownWindow() && isOurs(w)).forEach(Window::hide);
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        before = switch (owner) {
            case null -> null;
            case TextInputControl t -> new Focus(t, t.getAnchor(), t.getCaretPosition());
            default -> new Focus(owner, 0, 0);
        };
        getChildren().set(0, page);
        page.begin();
    }

    private void uncover() {
        // The keyboard leaves the page before the page goes: the shell takes one whose place vanishes to the picture.
        requestFocus();
        getChildren().set(0, content);
        Focus then = before;
        before = null;
        if (then == null || then.owner().getScene() != getScene()) {
            // Above the window's keys no shortcut would be heard.
            home.run();
        } else {
            // Else the toolkit gives the keyboard to the first field there is.
            then.owner().requestFocus();
            if (then.owner() instanceof TextInputControl t) {
                t.selectRange(then.anchor(), then.caret());
            }
        }
    }
}
