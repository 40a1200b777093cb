package foramen.app.window;

import foramen.ui.shell.Shell;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One sheet over the window at a time; the window may have put it away itself, as Escape does. */
final class SheetPlace {
    private @Nullable Shell shell;
    private @Nullable Node sheet;

    /** The window it is shown over. */
    void join(Shell window) {
        shell = window;
    }

    /** Whether the sheet lies over the window now. */
    boolean isShown() {
        Node shown = sheet;
        return shown != null && shown.getParent() != null;
    }

    /** Lays {@code next} over the window, unless a sheet is there. */
    void show(Node next) {
        Shell window = shell;
        if (window != null && !isShown()) {
            sheet = next;
            window.toggleSheet(next);
        }
    }

    /** Puts the sheet away. */
    void close() {
        Shell window = shell;
        Node shown = sheet;
        if (window != null && shown != null && isShown()) {
            window.toggleSheet(shown);
        }
        sheet = null;
    }
}
