package foramen.ui.viewer;

import foramen.ui.support.Chip;
import foramen.ui.support.Tone;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Says over a picture that left and right are changed in it, for as long as they are; nothing hides it. */
final class MirrorBadge extends StackPane {
    /** Beneath the corner texts, where a fitted picture begins. */
    private static final double TOP = CornerBands.height(CornerBands.MOST_LINES) + 8;

    MirrorBadge(ViewerViewModel model) {
        Chip chip = new Chip(model.words().text("picture.mirrored"), Tone.AMBER);
        chip.icon(Material2OutlinedAL.FLIP);
        chip.getStyleClass().add("mirror-badge");
        chip.setAccessibleText(model.words().text("picture.mirrored.name"));
        // In a narrow picture it stands in two lines; half of it over the other picture would be about that one.
        chip.setWrapText(true);
        chip.setTextAlignment(TextAlignment.CENTER);
        chip.setMinWidth(0);
        setMinWidth(0);
        getChildren().add(chip);
        setAlignment(chip, Pos.TOP_CENTER);
        setMargin(chip, new Insets(TOP, 0, 0, 0));
        setMouseTransparent(true);
        chip.visibleProperty().bind(model.mirroredProperty());
    }
}
