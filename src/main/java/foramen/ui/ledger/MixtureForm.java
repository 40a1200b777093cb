package foramen.ui.ledger;

import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.Product;
import foramen.domain.injection.Syringe;
import foramen.domain.session.Session;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import foramen.workspace.ledger.Mixture;
import foramen.workspace.ledger.Mixture.Way;
import foramen.workspace.ledger.SessionWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A product to draw up: by volume, or by the strength that is wanted. */
final class MixtureForm extends VBox {
    private static final List<String> DILUENTS = List.of("saline", "d5w", "water");

    private final LedgerViewModel model;
    private final Words words;
    private final ComboBox<Named<Product>> product = new ComboBox<>();
    private final ComboBox<Named<Product>> diluent = new ComboBox<>();
    private final ComboBox<String> syringe = new ComboBox<>();
    private final ChoiceRow<Way> ways;
    private final Field<TextField> stock;
    private final Field<TextField> volume;
    private final Field<TextField> wanted;
    private final Field<TextField> total;
    private final Field<ComboBox<Named<Product>>> diluentField;
    private final VBox figures = Parts.tight();
    private final Label working = Parts.note("");
    private final Label complaint = Parts.complaint();
    private Way way = Way.VOLUME;

    MixtureForm(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        for (Product p : model.book().products().products()) {
            product.getItems().add(new Named<>(p, words.of(p)));
            if (DILUENTS.contains(p.id())) {
                diluent.getItems().add(new Named<>(p, words.of(p)));
            }
        }
        product.setId("mix-product");
        product.setPromptText(words.text("ledger.choose"));
        diluent.setId("mix-diluent");
        diluent.setValue(diluent.getItems().isEmpty() ? null : diluent.getItems().getFirst());
        syringe.setId("mix-syringe");
        ways = new ChoiceRow<>(words.text("mix.way"), List.of(Way.values()), words::of, this::choose);
        stock = typed("mix-stock", words.text("mix.stock"));
        volume = typed("mix-volume", words.text("mix.volume"));
        wanted = typed("mix-wanted", words.text("mix.wanted"));
        total = typed("mix-total", words.text("mix.total"));
        diluentField = new Field<>(words.text("mix.diluent"), diluent);
        product.valueProperty().addListener((o, was, now) -> chosen());
        diluent.valueProperty().addListener((o, was, now) -> follow());
        Button draw = new Button(words.text("mix.draw"));
        draw.setId("mix-draw");
        draw.setOnAction(e -> draw());
        working.setId("mix-working");
        GridPane first = Parts.columns(List.of(72.0, 28.0), new Field<>(words.text("ledger.product"), product),
                new Field<>(words.text("mix.syringe"), syringe));
        getChildren().addAll(Parts.name(words.text("mix.title")), first, ways, figures, working, draw, complaint);
        choose(Way.VOLUME);
    }

    private Field<TextField> typed(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setOnAction(e -> draw());
        field.textProperty().addListener((o, was, now) -> follow());
        return new Field<>(name, field);
    }

    void show(Session s) {
        List<String> ids = new ArrayList<>(s.syringes().stream().map(Syringe::id).toList());
        if (ids.isEmpty()) {
            ids.add(SessionWork.FIRST_SYRINGE);
        }
        if (!syringe.getItems().equals(ids)) {
            boolean more = syringe.getItems().size() < ids.size();
            String was = syringe.getValue();
            syringe.setItems(FXCollections.observableArrayList(ids));
            syringe.setValue(was == null || more || !ids.contains(was) ? ids.getLast() : was);
        }
    }

    private Optional<Product> product() {
        return Optional.ofNullable(product.getValue()).map(Named::item);
    }

    private void choose(Way next) {
        way = next;
        ways.show(next);
        layOut();
    }

    private void chosen() {
        Optional<Product> p = product();
        stock.control().setText(p.map(x -> switch (x.form()) {
            case POWDER -> x.vials().isEmpty() ? "" : x.vials().getFirst().text();
            case SOLUTION -> x.strengths().getFirst().text();
            case FLUID -> "";
        }).orElse("").replace('\u00a0', ' '));
        volume.control().clear();
        wanted.control().clear();
        total.control().clear();
        layOut();
    }

    /** What follows from the others is not asked for. */
    private void layOut() {
        boolean powder = product().filter(p -> p.form() == Product.Form.POWDER).isPresent();
        boolean fluid = product().filter(p -> p.form() == Product.Form.FLUID).isPresent();
        ways.setDisable(fluid);
        figures.getChildren().clear();
        if (fluid) {
            figures.getChildren().add(Parts.columns(volume));
        } else if (way == Way.VOLUME) {
            figures.getChildren().add(Parts.columns(stock, volume));
        } else {
            figures.getChildren().add(powder ? Parts.columns(stock, wanted) : Parts.columns(stock, wanted, total));
        }
        if (powder || (way == Way.STRENGTH && !fluid)) {
            figures.getChildren().add(diluentField);
        }
        follow();
    }

    private Mixture.Typed typed() {
        boolean fluid = product().filter(p -> p.form() == Product.Form.FLUID).isPresent();
        return new Mixture.Typed(product().map(Product::id).orElse(""), fluid ? Way.VOLUME : way,
                stock.control().getText(), volume.control().getText(), wanted.control().getText(),
                total.control().getText(), Optional.ofNullable(diluent.getValue()).map(d -> d.item().id()).orElse(""));
    }

    private void follow() {
        complaint.setText("");
        String sum = model.mixture().working(typed());
        working.setText(sum.isEmpty() ? usual() : words.said(sum));
    }

    /** The usual strengths of the product, so that a slip of the point is seen. */
    private String usual() {
        return product().filter(p -> p.form() != Product.Form.FLUID)
                .map(p -> words.text("mix.usual", String.join(", ", p.strengths().stream()
                        .map(Concentration::text).map(words::said).toList()))
                        + (p.vials().isEmpty()
                                ? ""
                                : " · " + String.join(", ", p.vials().stream().map(Dose::text).map(words::said)
                                        .toList())))
                .orElse("");
    }

    private void draw() {
        String to = Optional.ofNullable(syringe.getValue()).orElse(SessionWork.FIRST_SYRINGE);
        String refused = words.said(model.work().draw(to, model.mixture().read(typed())));
        complaint.setText(refused);
        if (refused.isEmpty()) {
            product.setValue(null);
            chosen();
            product.requestFocus();
        }
    }
}
