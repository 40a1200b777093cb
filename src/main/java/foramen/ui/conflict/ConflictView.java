package foramen.ui.conflict;

import foramen.domain.casefile.SetAside.Kept;
import foramen.ui.conflict.ConflictViewModel.Shown;
import foramen.ui.support.Banner;
import foramen.ui.support.Parts;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A conflict above the picture: what the other changed, what one changed oneself, and the ways out. */
public final class ConflictView extends VBox {
    private final ConflictViewModel model;
    private final Words words;
    private final VBox conflict = new VBox();
    private final Banner aside;

    /** Shows what {@code model} has; nothing while there is nothing. */
    public ConflictView(ConflictViewModel model) {
        this.model = model;
        this.words = model.words();
        conflict.setId("conflict");
        conflict.getStyleClass().add("conflict");
        aside = Banner.standing(words);
        aside.setId("set-aside");
        getChildren().addAll(conflict, aside);
        model.shownProperty().subscribe(this::show);
        model.keptProperty().subscribe(k -> showAside(k, model.lookingProperty().get()));
        model.lookingProperty().subscribe(l -> showAside(model.keptProperty().get(), l));
    }

    private void show(Optional<Shown> shown) {
        conflict.setVisible(shown.isPresent());
        conflict.setManaged(shown.isPresent());
        conflict.getChildren().clear();
        shown.ifPresent(s -> {
            Label title = new Label(s.title());
            title.getStyleClass().add("conflict-title");
            title.setWrapText(true);
            HBox both = new HBox(24, column(words.text("conflict.theirs"), s.theirs()),
                    column(words.count("conflict.mine", s.edits()), s.mine()));
            conflict.getChildren().addAll(title, both);
            if (!s.canPutAgain()) {
                conflict.getChildren().add(column(words.text("conflict.reasons"), s.reasons()));
            }
            conflict.getChildren().add(offers(s));
        });
    }

    private HBox offers(Shown s) {
        Button again = button("conflict-again", words.text("conflict.again"), model::putAgain);
        again.setDisable(!s.canPutAgain());
        Button theirs = button("conflict-theirs", words.count("conflict.load", s.edits()), model::loadTheirs);
        return Parts.row(again, theirs);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static VBox column(String title, List<String> lines) {
        VBox column = new VBox(2, Parts.name(title));
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setMinWidth(0);
        column.setPrefWidth(320);
        for (String line : lines) {
            Label label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            column.getChildren().add(label);
        }
        return column;
    }

    private void showAside(Optional<Kept> kept, boolean looking) {
        if (kept.isEmpty()) {
            aside.clear();
        } else if (looking) {
            aside.show(words.text("conflict.looking") + " " + model.sentence(kept.get()), Tone.AMBER,
                    button("set-aside-back", words.text("conflict.back"), model::back));
        } else {
            aside.show(model.sentence(kept.get()), Tone.AMBER,
                    button("set-aside-look", words.text("conflict.look"), model::look),
                    button("set-aside-dismiss", words.text("conflict.dismiss"), model::dismiss));
        }
    }
}
