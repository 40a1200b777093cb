package foramen.ui.support;

import javafx.scene.input.KeyEvent;

/** A control with single keys of its own, which go before the shortcuts of the window while it has the keyboard. */
public interface OwnKeys {
    /** Whether {@code key} is one of its own. */
    boolean takes(KeyEvent key);
}
