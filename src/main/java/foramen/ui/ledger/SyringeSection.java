package foramen.ui.ledger;

import foramen.domain.injection.Component;
import foramen.domain.injection.Dose;
import foramen.domain.injection.Syringe;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What is drawn up: each syringe with its components, what vial they come from, and a form for the next one. */
final class SyringeSection extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    private final VBox syringes = new VBox();
    private final VBox recipe = new VBox();
    private final MixtureForm form;
    private final SectionTitle title;
    /** The cards by syringe, so that a field keeps the keyboard while only its value changes. */
    private final Map<String, Card> cards = new LinkedHashMap<>();

    SyringeSection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        syringes.getStyleClass().add("part");
        recipe.getStyleClass().add("tight");
        form = new MixtureForm(model);
        Button add = new Button(words.text("syringe.add"));
        add.getStyleClass().addAll("flat", "small");
        add.setId("syringe-add");
        add.setOnAction(e -> model.work().addSyringe());
        title = new SectionTitle(words.text("syringe.title"), add);
        getChildren().addAll(title, recipe, syringes, form);
    }

    void show(LedgerState.Open open) {
        Session s = open.session();
        recipe.getChildren().setAll(open.protocol().map(this::recipe).orElse(List.of()));
        recipe.setManaged(!recipe.getChildren().isEmpty());
        cards.keySet().retainAll(s.syringes().stream().map(x -> key(s, x)).toList());
        List<Node> shown = new ArrayList<>();
        for (Syringe x : s.syringes()) {
            Card card = cards.computeIfAbsent(key(s, x), k -> new Card(x));
            card.show(s, x);
            shown.add(card);
        }
        if (!syringes.getChildren().equals(shown)) {
            Parts.replace(syringes, shown);
        }
        syringes.setManaged(!shown.isEmpty());
        form.show(s);
    }

    /** What was published of the mixture, for what is not filled in. */
    private List<Node> recipe(Protocol p) {
        List<Node> said = new ArrayList<>();
        p.recipe().stream().filter(i -> !i.words().isEmpty())
                .map(i -> model.book().products().find(i.productId()).map(words::of).orElse(i.productId()) + ": "
                        + words.ofFile("Recipe." + p.id() + "." + i.productId(), i.words()))
                .map(Parts::note).forEach(said::add);
        for (int i = 0; i < p.variants().size(); i++) {
            said.add(Parts.note("· " + words.ofFile("Variant." + p.id() + "." + (i + 1), p.variants().get(i))));
        }
        if (!said.isEmpty()) {
            said.addFirst(Parts.name(words.text("syringe.published")));
        }
        return said;
    }

    /** A syringe with other components is another card; with another lot it is the same. */
    private static String key(Session s, Syringe x) {
        return s.id() + "/" + x.id() + x.components().stream().map(c -> "/" + c.productId() + c.content()).toList();
    }

    private final class Card extends VBox {
        private final Label left = Parts.note("");
        private final List<Map<String, TypedField>> vials = new ArrayList<>();

        Card(Syringe x) {
            getStyleClass().addAll("syringe-card", "tight");
            setId("syringe-" + x.id());
            String name = words.text("syringe.name", x.label(), Dose.plain(x.volumeMl()));
            getChildren().addAll(new SectionTitle(name, new IconButton(Material2OutlinedAL.DELETE,
                    words.text("syringe.remove", x.label()), () -> model.work().removeSyringe(x.id()))), left);
            if (x.components().isEmpty()) {
                getChildren().add(Parts.note(words.text("syringe.empty")));
            }
            for (int i = 0; i < x.components().size(); i++) {
                getChildren().add(component(x, i));
            }
        }

        private Node component(Syringe x, int index) {
            Component c = x.components().get(index);
            String name = words.named("Product." + c.productId(), c.productName());
            Label what = new Label(name);
            what.getStyleClass().add("item-name");
            what.setWrapText(true);
            String amount = c.content().amount().text(3) + "\u00a0" + words.said(c.content().unit().symbol());
            String volume = c.content() instanceof Component.Solution s
                    ? Dose.plain(s.volumeMl()) + "\u00a0mL × " + words.said(s.stock().text()) + " = " + amount
                    : amount;
            Label strength = new Label(x.volumeMl().signum() > 0 ? words.said(x.strength(c)) : "–");
            strength.getStyleClass().add("number-value");
            strength.setMinWidth(USE_PREF_SIZE);
            VBox text = Parts.tight(what, Parts.note(volume));
            Node head = Parts.row(text, Parts.spring(), strength, new IconButton(Material2OutlinedAL.CLOSE,
                    words.text("syringe.pour", name), () -> model.work().pour(x.id(), index)));
            Map<String, TypedField> fields = new LinkedHashMap<>();
            vials.add(fields);
            String id = x.id() + "-" + index;
            VBox lot = field("lot-" + id, words.text("ledger.lot"), name, fields, t -> {
                model.work().lot(x.id(), index, t);
                return "";
            });
            VBox expiry = field("expiry-" + id, words.text("ledger.expiry"), name, fields,
                    t -> words.said(model.work().expiry(x.id(), index, t)));
            VBox code = field("code-" + id, words.text("syringe.code"), name, fields,
                    t -> t.isBlank() ? "" : words.said(model.work().scan(x.id(), index, t)));
            return Parts.tight(head, Parts.columns(List.of(30.0, 35.0, 35.0), lot, expiry, code));
        }

        private VBox field(String id, String name, String of, Map<String, TypedField> fields,
                Function<String, String> commit) {
            TypedField field = new TypedField(name + ", " + of, commit);
            field.setId(id);
            field.setPrefColumnCount(6);
            Label complaint = Parts.complaint();
            field.onSettled(() -> complaint.setText(field.complaint()));
            fields.put(id.substring(0, id.indexOf('-')), field);
            return Parts.tight(Parts.name(name), field, complaint);
        }

        void show(Session s, Syringe x) {
            left.setText(words.text("syringe.left", Dose.plain(s.leftMl(x))));
            for (int i = 0; i < vials.size(); i++) {
                Component c = x.components().get(i);
                Map<String, TypedField> fields = vials.get(i);
                String subject = s.id() + x.id() + i;
                Optional.ofNullable(fields.get("lot")).ifPresent(f -> f.show(subject, c.lot()));
                Optional.ofNullable(fields.get("expiry"))
                        .ifPresent(f -> f.show(subject, c.expiry().map(LocalDate::toString).orElse("")));
                Optional.ofNullable(fields.get("code")).ifPresent(f -> f.show(subject, c.gtin()));
            }
        }
    }
}
