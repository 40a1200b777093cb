package foramen.app.window;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A page that takes the place of the window's content while it is open. What is out of sight takes no keys, so that none
 * of the page's reaches the picture.
 */
final class PageOver {
    private final StackPane both;
    private final Parent content;
    private @Nullable Node before;
    private @Nullable Node page;

    private PageOver(Parent content) {
        this.content = content;
        this.both = new StackPane(content);
    }

    /** A page, and what gives it the keyboard. */
    record Shown(Node page, Runnable begin) {}

    /** {@code content}, with a page made anew each time that {@code open} says so. */
    static Parent of(Parent content, ReadOnlyBooleanProperty open, Supplier<Shown> pages) {
        PageOver over = new PageOver(content);
        open.addListener((o, was, now) -> {
            if (now) {
                over.show(pages.get());
            } else {
                over.hide();
            }
        });
        return over.both;
    }

    private void show(Shown shown) {
        before = both.getScene() == null ? null : both.getScene().getFocusOwner();
        page = shown.page();
        both.getChildren().add(shown.page());
        content.setVisible(false);
        shown.begin().run();
    }

    private void hide() {
        Node last = before;
        content.setVisible(true);
        if (last != null) {
            // Else the toolkit gives the keyboard to the patient's name, and the next shortcut is typed there.
            last.requestFocus();
            Platform.runLater(last::requestFocus);
        }
        both.getChildren().remove(page);
    }
}
