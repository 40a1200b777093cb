package foramen.ui.support;

import java.util.Locale;
import javafx.scene.control.Label;

/** A structure's letter on its colour: the letter tells it apart where colour cannot. */
public final class Swatch extends Label {
    /**
     * @param letter the structure's letter
     * @param colour its colour, 0xRRGGBB
     */
    public Swatch(String letter, int colour) {
        super(letter);
        getStyleClass().add("swatch");
        setStyle(String.format(Locale.ROOT, "-fx-background-color: #%06x;", colour));
    }
}
