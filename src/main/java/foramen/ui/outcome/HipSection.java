package foramen.ui.outcome;

import foramen.domain.assessment.HarrisSheet;
import foramen.ui.support.ItemWords;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The Harris Hip Score: its items, measures and rules, and what they come to. */
final class HipSection extends VBox {
    private final AssessViewModel model;
    private final Words words;
    private final Map<String, ComboBox<HarrisSheet.Option>> items = new HashMap<>();
    private final Map<String, TypedField> measures = new HashMap<>();
    private final ComboBox<HarrisSheet.RomRule> rom;
    private final ComboBox<HarrisSheet.DeformityRule> deformity;
    private final RemarkLabel harris = new RemarkLabel();
    private final RemarkLabel modified = new RemarkLabel();
    private final Label complaint = Parts.complaint();
    private boolean showing;

    HipSection(AssessViewModel model) {
        this.model = model;
        words = model.words();
        HarrisSheet sheet = model.files().harris();
        getStyleClass().add("part");
        harris.setId("hip-total");
        modified.setId("hip-modified");
        VBox form = Parts.part();
        sheet.items().forEach(i -> form.getChildren().add(item(i)));
        form.getChildren().add(Parts.name(words.text("hip.deformity")));
        sheet.deformities().forEach(l -> form.getChildren().add(measure(l.id(), words.ofFile("Harris." + l.id(),
                l.label()), l.unit().equals("deg") ? "°" : l.unit())));
        form.getChildren().add(Parts.name(words.text("hip.motion")));
        sheet.arcs().forEach(a -> form.getChildren().add(measure(a.id(), words.ofFile("Harris." + a.id(), a.label()),
                "°")));
        rom = box("hip-rom", words.text("hip.rom"), sheet.romRules(), r -> r.id() + ": "
                + words.ofFile("Harris." + r.id(), r.label()), r -> rules());
        deformity = box("hip-deformity", words.text("hip.deformityrule"), sheet.deformityRules(), r -> r.id() + ": "
                + words.ofFile("Harris." + r.id(), r.label()), r -> rules());
        form.getChildren().addAll(named(words.text("hip.rom"), rom), named(words.text("hip.deformityrule"), deformity),
                complaint);
        TitledPane pane = new TitledPane(words.text("hip.title"), form);
        pane.setId("hip-form");
        pane.setExpanded(false);
        getChildren().addAll(pane, harris, modified);
    }

    private static Node named(String name, Node control) {
        return Parts.tight(Parts.name(name), control);
    }

    private Node item(HarrisSheet.Item item) {
        String name = words.ofFile("Harris." + item.id(), item.label());
        ComboBox<HarrisSheet.Option> box = box("hip-" + item.id(), name, item.options(),
                o -> o.points().toPlainString() + "  " + words.ofFile("Harris." + item.id() + "." + o.id(), o.words()),
                o -> model.hip().choose(item.id(), o.id()));
        items.put(item.id(), box);
        return named(name, box);
    }

    private Node measure(String id, String name, String unit) {
        TypedField field = new TypedField(name + ", " + unit, t -> model.hip().type(id, t));
        field.setId("hip-" + id);
        field.onSettled(() -> complaint.setText(measures.values().stream().map(TypedField::complaint)
                .filter(c -> !c.isEmpty()).findFirst().orElse("")));
        measures.put(id, field);
        GridPane row = Parts.columns(List.of(72.0, 28.0), new Label(name + ", " + unit), field);
        return row;
    }

    private <T> ComboBox<T> box(String id, String name, List<T> options, Function<T, String> said,
            Consumer<T> onChosen) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(options));
        box.setId(id);
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new ItemWords<>(said));
        box.setOnAction(e -> {
            T chosen = box.getValue();
            if (!showing && chosen != null) {
                onChosen.accept(chosen);
            }
        });
        return box;
    }

    private void rules() {
        HarrisSheet.RomRule r = rom.getValue();
        HarrisSheet.DeformityRule d = deformity.getValue();
        if (r != null && d != null) {
            model.hip().chooseRules(r.id(), d.id());
        }
    }

    void show(AssessState state) {
        showing = true;
        AssessState.Hip hip = state.hip();
        HarrisSheet sheet = model.files().harris();
        items.forEach((id, box) -> box.setValue(sheet.item(id)
                .flatMap(i -> i.option(hip.answers().choices().getOrDefault(id, ""))).orElse(null)));
        measures.forEach((id, field) -> field.show(state.head().subject(), hip.answers().measure(id)
                .map(BigDecimal::toPlainString).orElse("")));
        rom.setValue(sheet.romRule(hip.answers().romRule()).orElse(null));
        deformity.setValue(sheet.deformityRule(hip.answers().deformityRule()).orElse(null));
        harris.show(hip.harris(), hip.rules(), hip.harrisCounted() ? Tone.NEUTRAL : Tone.AMBER);
        modified.show(hip.modified(), sheet.modified().citation().words(),
                hip.modifiedCounted() ? Tone.NEUTRAL : Tone.AMBER);
        showing = false;
    }
}
