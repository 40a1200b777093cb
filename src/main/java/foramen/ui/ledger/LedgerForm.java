package foramen.ui.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Product;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import foramen.workspace.ledger.InjectionDraft;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of a line being filled in, each with its complaint beneath it. */
final class LedgerForm extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    private final ChoiceRow<InjectateClass> injectateClass;
    private final ComboBox<Product> product = new ComboBox<>();
    private final Field<ComboBox<Product>> productField;
    private final ComboBox<String> strength = new ComboBox<>();
    private final Field<ComboBox<String>> strengthField;
    private final ComboBox<Concentration.Unit> unit = new ComboBox<>();
    private final Map<InjectionDraft.Field, Field<TextField>> typed = new EnumMap<>(InjectionDraft.Field.class);
    private final Label dose = new Label();
    private final Label working = new Label();
    private final ChoiceRow<Laterality> side;
    private final Label sideError = Parts.complaint();
    private final ComboBox<LedgerState.PlanChoice> plan = new ComboBox<>();
    private final TextField note = new TextField();
    private boolean showing;

    LedgerForm(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        productField = new Field<>(words.text("ledger.product"), product);
        strengthField = new Field<>(words.text("ledger.strength"), strength);
        getStyleClass().add("part");
        injectateClass = new ChoiceRow<>(words.text("ledger.class"), List.of(InjectateClass.values()), words::of,
                model::chooseClass);
        side = new ChoiceRow<>(words.text("ledger.side"), List.of(Laterality.LEFT, Laterality.RIGHT),
                l -> Words.capital(words.of(l)), model::chooseSide);
        setUpCombos();
        typed(InjectionDraft.Field.VOLUME, words.text("ledger.volume"), words.text("ledger.volume.prompt"),
                "ledger-volume");
        typed(InjectionDraft.Field.LOT, words.text("ledger.lot"), words.text("ledger.lot.prompt"), "ledger-lot");
        typed(InjectionDraft.Field.EXPIRY, words.text("ledger.expiry"), words.text("ledger.expiry.prompt"),
                "ledger-expiry");
        typed(InjectionDraft.Field.SITE, words.text("ledger.site"), words.text("ledger.site.prompt"), "ledger-site");
        typed(InjectionDraft.Field.OPERATOR, words.text("ledger.operator"), words.text("ledger.operator.prompt"),
                "ledger-operator");
        dose.getStyleClass().add("dose");
        dose.setId("ledger-dose");
        working.getStyleClass().add("note");
        note.setId("ledger-note");
        note.textProperty().addListener((o, was, now) -> {
            if (!showing) {
                model.note(now);
            }
        });
        layOut();
    }

    private void setUpCombos() {
        product.setId("ledger-product");
        product.setPromptText(words.text("ledger.choose"));
        product.setCellFactory(v -> new ProductCell());
        product.setButtonCell(new ProductCell());
        product.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.chooseProduct(now);
            }
        });
        strength.setId("ledger-strength");
        strength.setEditable(true);
        strength.getEditor().setAccessibleText(words.text("ledger.strength"));
        strength.getEditor().textProperty().addListener((o, was, now) -> {
            if (!showing) {
                model.type(InjectionDraft.Field.CONCENTRATION, now);
            }
        });
        strength.focusedProperty().addListener((o, was, now) -> {
            if (!now) {
                model.left(InjectionDraft.Field.CONCENTRATION);
            }
        });
        unit.setId("ledger-unit");
        unit.getItems().setAll(Concentration.Unit.values());
        unit.setCellFactory(v -> new UnitCell());
        unit.setButtonCell(new UnitCell());
        unit.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.chooseUnit(now);
            }
        });
        plan.setId("ledger-plan");
        plan.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.choosePlan(now.id());
            }
        });
    }

    private void typed(InjectionDraft.Field which, String name, String prompt, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().addListener((o, was, now) -> {
            if (!showing) {
                model.type(which, now);
            }
        });
        field.focusedProperty().addListener((o, was, now) -> {
            if (!now) {
                model.left(which);
            }
        });
        typed.put(which, new Field<>(name, field));
    }

    private void layOut() {
        Field<TextField> volume = of(InjectionDraft.Field.VOLUME);
        VBox doseBox = new VBox(Parts.name(words.text("ledger.dose")), dose, working);
        doseBox.setAlignment(Pos.TOP_LEFT);
        VBox sideBox = Parts.tight(Parts.name(words.text("side")), side, sideError);
        Field<ComboBox<LedgerState.PlanChoice>> planField = new Field<>(words.text("ledger.plan"), plan);
        getChildren().addAll(injectateClass, productField,
                Parts.columns(List.of(30.0, 39.0, 31.0), strengthField, new Field<>(words.text("unit"), unit), volume),
                doseBox,
                Parts.columns(of(InjectionDraft.Field.LOT), of(InjectionDraft.Field.EXPIRY)),
                Parts.columns(sideBox, of(InjectionDraft.Field.SITE)),
                Parts.columns(of(InjectionDraft.Field.OPERATOR), planField), new Field<>(words.text("note"), note));
    }

    private Field<TextField> of(InjectionDraft.Field which) {
        Field<TextField> field = typed.get(which);
        if (field == null) {
            throw new IllegalStateException("There is no text field for " + which);
        }
        return field;
    }

    /** Shows {@code form}. */
    void show(LedgerState.Form form) {
        showing = true;
        try {
            InjectionDraft d = form.draft();
            injectateClass.show(form.injectateClass());
            if (!product.getItems().equals(form.products())) {
                product.getItems().setAll(form.products());
            }
            product.setValue(form.product().orElse(null));
            List<String> usual = form.product().map(p -> p.strengths().stream()
                    .filter(s -> s.unit() == d.concentrationUnit()).map(s -> Dose.plain(s.value())).toList())
                    .orElse(List.of());
            if (!strength.getItems().equals(usual)) {
                strength.getItems().setAll(usual);
            }
            put(strength.getEditor(), d.concentration());
            unit.setValue(d.concentrationUnit());
            put(of(InjectionDraft.Field.VOLUME).control(), d.volumeMl());
            put(of(InjectionDraft.Field.LOT).control(), d.lot());
            put(of(InjectionDraft.Field.EXPIRY).control(), d.expiry());
            put(of(InjectionDraft.Field.SITE).control(), d.site());
            put(of(InjectionDraft.Field.OPERATOR).control(), d.operator());
            put(note, d.note());
            side.show(d.side());
            dose.setText(form.dose());
            dose.setAccessibleText(words.text("ledger.dose") + ", " + form.dose());
            working.setText(form.working().isEmpty() ? words.text("ledger.working") : form.working());
            showPlans(form);
            showProblems(form.problems());
        } finally {
            showing = false;
        }
    }

    private void showPlans(LedgerState.Form form) {
        if (!plan.getItems().equals(form.plans())) {
            plan.getItems().setAll(form.plans());
        }
        String id = form.draft().plan().map(p -> p.id()).orElse("");
        plan.setValue(form.plans().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null));
    }

    private void showProblems(Map<InjectionDraft.Field, String> problems) {
        productField.error(problems.getOrDefault(InjectionDraft.Field.PRODUCT, ""));
        strengthField.error(problems.getOrDefault(InjectionDraft.Field.CONCENTRATION, ""));
        typed.forEach((which, field) -> field.error(problems.getOrDefault(which, "")));
        sideError.setText(problems.getOrDefault(InjectionDraft.Field.SIDE, ""));
    }

    /** Puts the cursor where something is missing. */
    void focusFirstProblem() {
        Map<InjectionDraft.Field, String> problems = model.state().form().problems();
        if (problems.containsKey(InjectionDraft.Field.PRODUCT)) {
            product.requestFocus();
        } else if (problems.containsKey(InjectionDraft.Field.CONCENTRATION)) {
            strength.requestFocus();
        } else {
            typed.entrySet().stream().filter(e -> problems.containsKey(e.getKey())).findFirst()
                    .ifPresent(e -> e.getValue().control().requestFocus());
        }
    }

    private static void put(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    /** A product by its name. */
    private final class ProductCell extends ListCell<Product> {
        @Override
        protected void updateItem(@Nullable Product item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.of(item));
        }
    }

    /** A unit by its symbol. */
    private final class UnitCell extends ListCell<Concentration.Unit> {
        @Override
        protected void updateItem(Concentration.@Nullable Unit item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.of(item));
        }
    }
}
