package foramen.ui.support;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;

/** A flat button that shows an icon only; its words are in the tooltip and in the accessible text. */
public final class IconButton extends Button {
    /**
     * @param icon what it shows
     * @param words what it does
     * @param action what happens
     */
    public IconButton(Ikon icon, String words, Runnable action) {
        getStyleClass().addAll("flat", "icon-button");
        setOnAction(e -> action.run());
        show(icon, words);
    }

    /** Changes icon and words, as a play button does. */
    public void show(Ikon icon, String words) {
        setGraphic(Icons.of(icon));
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }
}
