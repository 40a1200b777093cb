package foramen.ui.settings;

import foramen.domain.measurement.LengthUnit;
import foramen.domain.preference.FreeDrag;
import foramen.domain.preference.Preferences;
import foramen.domain.preference.ThemeChoice;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.IconButton;
import foramen.ui.support.Leaving;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The settings on a sheet over the window; what is changed holds at once, so there is nothing to confirm. */
public final class SettingsSheet extends StackPane {
    private final SettingsViewModel model;
    private final Words words;
    private final ChoiceRow<Optional<String>> language;
    private final ChoiceRow<ThemeChoice> theme;
    private final CheckBox large;
    private final ChoiceRow<LengthUnit> lengths;
    private final ChoiceRow<FreeDrag> drag;
    private final CheckBox loupe;
    private final TextField operator = new TextField();
    private final Label restart;
    private final IconButton close;

    /**
     * @param model what is chosen
     * @param encrypted whether the records have a passphrase
     * @param keys gives actions other keys
     * @param onClose puts the sheet away
     */
    public SettingsSheet(SettingsViewModel model, boolean encrypted, KeyDesk keys, Runnable onClose) {
        this.model = model;
        this.words = model.words();
        setId("settings-sheet");
        getStyleClass().add("settings-sheet");
        language = new ChoiceRow<>(words.text("settings.language"),
                List.of(Optional.empty(), Optional.of("en"), Optional.of("de")), this::languageName,
                l -> model.change(p -> p.withLanguage(l)));
        theme = new ChoiceRow<>(words.text("settings.theme"), List.of(ThemeChoice.values()), words::of,
                t -> model.change(p -> p.withTheme(t)));
        large = check("settings.large", on -> model.change(p -> p.withLargeTargets(on)));
        lengths = new ChoiceRow<>(words.text("settings.lengths"), List.of(LengthUnit.values()), LengthUnit::symbol,
                u -> model.change(p -> p.withLengths(u)));
        lengths.setId("settings-lengths");
        drag = new ChoiceRow<>(words.text("settings.drag"), List.of(FreeDrag.values()), words::of,
                d -> model.change(p -> p.withFreeDrag(d)));
        loupe = check("settings.loupe", on -> model.change(p -> p.withLoupe(on)));
        restart = Parts.note(words.text("settings.restart"));
        restart.getStyleClass().add("amber");
        close = new IconButton(Material2OutlinedAL.CLOSE, words.text("settings.close"), onClose);
        close.setId("settings-close");
        VBox content = new VBox(general(), new LockSection(model, encrypted), pointer(), new KeysSection(keys, words));
        content.getStyleClass().add("settings-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox paper = new VBox(new SectionTitle(words.text("settings.title"), close), scroll);
        paper.getStyleClass().add("settings-paper");
        getChildren().add(paper);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                e.consume();
            }
        });
        model.preferencesProperty().subscribe(this::show);
    }

    /** Gives the keyboard to the first choice. */
    public void begin() {
        language.requestFocus();
    }

    private Node general() {
        operator.setId("settings-operator");
        operator.setOnAction(e -> keepOperator());
        Leaving.of(operator, this::keepOperator);
        return Parts.part(Parts.name(words.text("settings.language")), language, restart,
                Parts.name(words.text("settings.theme")), theme, large, Parts.note(words.text("settings.large.help")),
                Parts.name(words.text("settings.lengths")), lengths, Parts.note(words.text("settings.lengths.help")),
                new Field<>(words.text("settings.operator"), operator));
    }

    private Node pointer() {
        return Parts.part(new SectionTitle(words.text("settings.pointer")), Parts.name(words.text("settings.drag")),
                drag, loupe);
    }

    private void keepOperator() {
        model.change(p -> p.withOperator(operator.getText().strip()));
    }

    private CheckBox check(String key, java.util.function.Consumer<Boolean> chosen) {
        CheckBox box = new CheckBox(words.text(key));
        box.setId(key.replace('.', '-'));
        box.setAccessibleText(words.text(key));
        box.setOnAction(e -> chosen.accept(box.isSelected()));
        return box;
    }

    private String languageName(Optional<String> tag) {
        return tag.map(t -> {
            Locale locale = Locale.forLanguageTag(t);
            return locale.getDisplayLanguage(locale);
        }).orElseGet(() -> words.text("settings.language.system"));
    }

    private void show(Preferences p) {
        language.show(p.language());
        theme.show(p.theme());
        large.setSelected(p.largeTargets());
        lengths.show(p.lengths());
        drag.show(p.freeDrag());
        loupe.setSelected(p.loupe());
        if (!operator.isFocused()) {
            operator.setText(p.operator());
        }
        restart.setVisible(model.needsRestart());
        restart.setManaged(model.needsRestart());
    }
}
