package foramen.ui.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import foramen.workspace.ledger.PatientFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What the patient was given before: in other cases, and elsewhere as typed in, so that limits over months count it. */
final class ElsewhereSection extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    private final VBox known = Parts.tight();
    private final ComboBox<Named<Product>> product = new ComboBox<>();
    private final TextField day = new TextField();
    private final TextField amount = new TextField();
    private final ComboBox<Named<String>> target = new ComboBox<>();
    private final ChoiceRow<Laterality> side;
    private final Label complaint = Parts.complaint();
    private Laterality chosen = Laterality.UNSPECIFIED;

    ElsewhereSection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        product.setId("elsewhere-product");
        product.setPromptText(words.text("ledger.choose"));
        model.book().products().products().forEach(p -> product.getItems().add(new Named<>(p, words.of(p))));
        day.setId("elsewhere-day");
        day.setPromptText("2026-03-31");
        amount.setId("elsewhere-amount");
        amount.setPromptText(words.text("elsewhere.amount.prompt"));
        target.setId("elsewhere-target");
        target.getItems().add(new Named<>("", words.text("elsewhere.target.unknown")));
        model.book().protocols().targets().keySet().stream().sorted().forEach(t -> target.getItems()
                .add(new Named<>(t, LedgerWords.target(words, model.book().protocols(), t))));
        target.setValue(target.getItems().getFirst());
        side = new ChoiceRow<>(words.text("elsewhere.side"), List.of(Laterality.LEFT, Laterality.RIGHT,
                Laterality.BILATERAL, Laterality.UNSPECIFIED), l -> Words.capital(words.of(l)), this::choose);
        side.show(chosen);
        Button add = new Button(words.text("elsewhere.add"));
        add.setId("elsewhere-add");
        add.setOnAction(e -> add());
        getChildren().addAll(
                new SectionTitle(words.text("elsewhere.title"), new IconButton(Material2OutlinedMZ.REFRESH,
                        words.text("elsewhere.again"), model::readHistory)),
                known, new Field<>(words.text("ledger.product"), product),
                Parts.columns(new Field<>(words.text("elsewhere.day"), day),
                        new Field<>(words.text("elsewhere.amount"), amount)),
                new Field<>(words.text("portion.target"), target), side, add, complaint);
    }

    private void choose(Laterality next) {
        chosen = next;
        side.show(next);
    }

    private void add() {
        String refused = words.said(model.facts().add(new PatientFacts.Elsewhere(
                Optional.ofNullable(product.getValue()).map(Named::item), day.getText(), amount.getText(),
                Optional.ofNullable(target.getValue()).map(Named::item).orElse(""), chosen), model.today()));
        complaint.setText(refused);
        if (refused.isEmpty()) {
            product.setValue(null);
            day.clear();
            amount.clear();
        }
    }

    void show(LedgerState state) {
        List<Node> rows = new ArrayList<>();
        state.history().gap().map(words::said).map(Parts::note).ifPresent(n -> {
            n.getStyleClass().add("amber");
            rows.add(n);
        });
        state.history().treatments().stream().filter(t -> !state.casefile().elsewhere().contains(t))
                .forEach(t -> rows.add(Parts.row(text(t))));
        state.casefile().elsewhere().forEach(t -> rows.add(Parts.row(text(t), Parts.spring(), remover(t))));
        if (rows.isEmpty()) {
            rows.add(Parts.note(words.text("elsewhere.none")));
        }
        Parts.replace(known, rows);
    }

    private IconButton remover(PriorTreatment t) {
        IconButton button = new IconButton(Material2OutlinedAL.CLOSE, words.text("elsewhere.remove", what(t)),
                () -> model.facts().remove(t));
        button.getStyleClass().add("elsewhere-remove");
        return button;
    }

    private String what(PriorTreatment t) {
        return words.named("Product." + t.substance(), t.substance()) + " " + t.amount()
                .map(a -> a.text(2) + "\u00a0" + words.said(t.unit().symbol()))
                .orElse(words.text("elsewhere.amount.unknown"));
    }

    private VBox text(PriorTreatment t) {
        Label what = new Label(what(t));
        what.getStyleClass().add("item-name");
        what.setWrapText(true);
        String place = t.target().isEmpty()
                ? words.text("elsewhere.target.unknown")
                : LedgerWords.target(words, model.book().protocols(), t.target());
        return Parts.tight(what, Parts.note(t.day() + " · " + place + ", " + words.of(t.side()) + " · "
                + words.said(t.source())));
    }
}
