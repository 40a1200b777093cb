package foramen.ui.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Dose;
import foramen.domain.injection.Syringe;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Session;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
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

/** Where it goes: the side, and each portion of a syringe with its target, plan and volume. */
final class PortionSection extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    private final ChoiceRow<Laterality> side;
    private final VBox portions = Parts.tight();
    private final ComboBox<String> syringe = new ComboBox<>();
    private final ComboBox<Named<String>> target = new ComboBox<>();
    private final ComboBox<Named<Optional<NeedlePlan>>> plan = new ComboBox<>();
    private final TextField site = new TextField();
    private final TextField volume = new TextField();
    private final Label complaint = Parts.complaint();
    private String session = "";
    private List<Aliquot> shown = List.of();
    private Laterality shownSide = Laterality.UNSPECIFIED;

    PortionSection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        side = new ChoiceRow<>(words.text("session.side"),
                List.of(Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL), l -> Words.capital(words.of(l)),
                model.work()::chooseSide);
        syringe.setId("portion-syringe");
        target.setId("portion-target");
        plan.setId("portion-plan");
        site.setId("portion-site");
        volume.setId("portion-volume");
        site.setPromptText(words.text("ledger.site.prompt"));
        volume.setPromptText(words.text("portion.all"));
        target.getItems().add(new Named<>("", words.text("portion.other")));
        // The order of the protocols, each target once.
        model.book().protocols().protocols().stream().map(p -> p.target()).filter(t -> !t.isEmpty()).distinct()
                .forEach(t -> target.getItems()
                        .add(new Named<>(t, LedgerWords.target(words, model.book().protocols(), t))));
        Button add = new Button(words.text("portion.add"));
        add.setId("portion-add");
        add.setOnAction(e -> add());
        volume.setOnAction(e -> add());
        getChildren().addAll(new SectionTitle(words.text("portion.title")),
                Parts.tight(Parts.name(words.text("session.side")), side), portions,
                new Field<>(words.text("portion.target"), target), new Field<>(words.text("ledger.plan"), plan),
                Parts.columns(List.of(44.0, 26.0, 30.0), new Field<>(words.text("ledger.site"), site),
                        new Field<>(words.text("mix.syringe"), syringe),
                        new Field<>(words.text("ledger.volume"), volume)),
                add, complaint);
    }

    void show(LedgerState.Open open) {
        Session s = open.session();
        side.show(s.side());
        List<String> ids = s.syringes().stream().map(Syringe::id).toList();
        if (!syringe.getItems().equals(ids)) {
            syringe.getItems().setAll(ids);
            syringe.setValue(ids.isEmpty() ? null : ids.getLast());
        }
        showPlans();
        if (!s.id().equals(session)) {
            session = s.id();
            String usual = open.protocol().map(p -> p.target()).orElse("");
            target.setValue(target.getItems().stream().filter(t -> t.item().equals(usual)).findFirst().orElse(null));
            site.clear();
            volume.clear();
            complaint.setText("");
            shown = List.of();
        }
        if (!shown.equals(s.aliquots()) || shownSide != s.side() || portions.getChildren().isEmpty()) {
            shown = s.aliquots();
            shownSide = s.side();
            List<Node> rows = new ArrayList<>(shown.stream().map(a -> row(s, a)).toList());
            Parts.replace(portions, rows.isEmpty() ? List.of(Parts.note(words.text("portion.none"))) : rows);
        }
    }

    private void showPlans() {
        List<Named<Optional<NeedlePlan>>> plans = new ArrayList<>();
        plans.add(new Named<>(Optional.empty(), words.text("ledger.noplan")));
        model.plans().forEach(p -> plans.add(new Named<>(Optional.of(p), name(p))));
        if (!plan.getItems().equals(plans)) {
            plan.getItems().setAll(plans);
            // The newest plan is mostly the one that is followed.
            plan.setValue(plans.getLast());
        }
    }

    private String name(NeedlePlan p) {
        String what = p.targetName().isBlank() ? words.text("plan.title") : words.said(p.targetName());
        return what + ", " + words.of(p.laterality()) + ", " + words.text("frame.lower", p.frame().number());
    }

    private Node row(Session s, Aliquot a) {
        String place = (a.target().isEmpty() ? "" : LedgerWords.target(words, model.book().protocols(), a.target()))
                + (a.target().isEmpty() || a.site().isEmpty() ? "" : ", ") + a.site();
        Label where = new Label(a.id() + ". " + place);
        where.setWrapText(true);
        where.getStyleClass().add("item-name");
        TypedField ml = new TypedField(words.text("portion.volume.name", a.id()),
                t -> words.said(model.work().portionVolume(a.id(), t)));
        ml.setPrefColumnCount(4);
        ml.setMinWidth(USE_PREF_SIZE);
        ml.setId("portion-volume-" + a.id());
        ml.show(s.id() + a.id(), Dose.plain(a.volumeMl()));
        String plans = model.plans().stream().filter(p -> p.id().equals(a.planId())).findFirst().map(this::name)
                .orElse(words.text("ledger.noplan"));
        String amounts = s.syringe(a.syringeId()).filter(x -> x.volumeMl().signum() > 0)
                .map(x -> String.join(" · ", x.components().stream()
                        .map(c -> words.named("Product." + c.productId(), c.productName()) + " "
                                + x.amountIn(c, a.volumeMl()).text(2) + "\u00a0"
                                + words.said(c.content().unit().symbol()))
                        .toList()))
                .orElse("");
        Label complained = Parts.complaint();
        ml.onSettled(() -> complained.setText(ml.complaint()));
        Label unit = new Label("mL");
        unit.setMinWidth(USE_PREF_SIZE);
        ChoiceRow<Laterality> on = new ChoiceRow<>(words.text("portion.side.name", a.id()),
                List.of(Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL), l -> Words.capital(words.of(l)),
                l -> model.work().portionSide(a.id(), l));
        on.setId("portion-side-" + a.id());
        on.show(a.side());
        boolean choose = s.side() == Laterality.BILATERAL || a.side() != s.side();
        on.setVisible(choose);
        on.setManaged(choose);
        VBox row = Parts.tight(where, on, Parts.row(ml, unit, Parts.spring(),
                new IconButton(Material2OutlinedAL.CLOSE, words.text("portion.remove", a.id()),
                        () -> model.work().removePortion(a.id()))),
                complained, Parts.note(words.text("portion.from", a.syringeId(), words.of(a.side()), plans)),
                Parts.note(amounts));
        row.getStyleClass().add("portion-row");
        return row;
    }

    private void add() {
        String refused = words.said(model.work().portion(Optional.ofNullable(syringe.getValue()).orElse(""),
                Optional.ofNullable(target.getValue()).map(Named::item).orElse(""), site.getText(),
                Optional.ofNullable(plan.getValue()).flatMap(Named::item), volume.getText()));
        complaint.setText(refused);
        if (refused.isEmpty()) {
            volume.clear();
        }
    }
}
