package foramen.ui.settings;

import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.List;
import javafx.scene.layout.VBox;

/** After how much idle time the window locks; where the records have no passphrase it says why it cannot. */
final class LockSection extends VBox {
    private static final int NEVER = 0;

    LockSection(SettingsViewModel model, boolean encrypted) {
        Words words = model.words();
        getStyleClass().add("part");
        ChoiceRow<Integer> minutes = new ChoiceRow<>(words.text("settings.lock"), List.of(2, 5, 10, 15, 30, NEVER),
                m -> m == NEVER ? words.text("settings.lock.never") : words.text("settings.lock.minutes", m),
                m -> model.change(p -> p.withLockMinutes(m)));
        minutes.setId("settings-lock");
        minutes.setDisable(!encrypted);
        getChildren().addAll(new SectionTitle(words.text("settings.lock.title")),
                Parts.name(words.text("settings.lock")),
                minutes, Parts.note(words.text(encrypted ? "settings.lock.help" : "lock.none")));
        model.preferencesProperty().subscribe(p -> minutes.show(encrypted ? p.lockMinutes() : NEVER));
    }
}
