package foramen.ui.viewer;

import foramen.ui.support.Chip;
import foramen.ui.support.Tone;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** Says over a picture what the display does to it, for as long as it does; nothing hides it. */
final class LookMark extends StackPane {
    private static final double MARGIN = 8;

    LookMark(ViewerViewModel model, String id) {
        Chip chip = new Chip("", Tone.AMBER);
        chip.setId(id);
        getChildren().add(chip);
        setMouseTransparent(true);
        setAlignment(chip, Pos.TOP_CENTER);
        setMargin(chip, new Insets(MARGIN));
        model.lookProperty().subscribe(look -> {
            String words = model.lookWords();
            chip.setText(words);
            chip.setVisible(!words.isEmpty());
        });
    }
}
