package foramen.ui.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Rational;
import foramen.domain.session.rules.Totals;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The sums of a session: each substance, the local anaesthetics as a share of their maxima, steroid, osmolarity. */
final class FiguresSection extends VBox {
    private static final int PLACES = 2;

    private final Words words;

    FiguresSection(Words words) {
        this.words = words;
        getStyleClass().add("part");
    }

    void show(Totals totals) {
        List<Node> parts = new ArrayList<>();
        parts.add(new SectionTitle(words.text("figures.title")));
        totals.substances().forEach(s -> parts.add(substance(s)));
        if (totals.substances().isEmpty()) {
            parts.add(Parts.note(words.text("figures.none")));
        }
        if (!totals.anaesthetics().isEmpty()) {
            parts.add(anaesthetics(totals));
        }
        totals.steroid().ifPresent(s -> parts.add(figure(words.text("figures.steroid", s.overMonths()),
                s.months().text(1) + "\u00a0mg", words.text("figures.steroid.note", name(s.reference()),
                        s.session().text(1)))));
        totals.lastGiven().forEach(l -> parts.add(last(l)));
        totals.syringes().forEach(o -> parts.add(figure(words.text("figures.osmolarity", o.syringeId()),
                o.mOsmPerL().text(0) + "\u00a0mOsm/L",
                words.text("figures.osmolarity.note", o.percent().text(PLACES)))));
        getChildren().setAll(parts);
    }

    private Node last(Totals.LastGiven l) {
        String what = l.substance().isEmpty() ? words.of(l.injectateClass()) : name(l.substance());
        String place = l.target().isEmpty() ? what : what + ", " + words.named("Target." + l.target(), l.target());
        String where = l.side() == Laterality.UNSPECIFIED ? place : place + ", " + words.of(l.side());
        String usual = l.usualDays().map(d -> words.text("figures.last.usual", d)).orElse("");
        String when = l.daysAgo().map(d -> words.text("figures.last.ago", d, words.said(l.source()))).orElse("");
        List<String> notes = Stream.of(when, usual, l.gap().map(words::said).orElse("")).filter(t -> !t.isEmpty())
                .toList();
        String day = l.day().map(LocalDate::toString)
                .orElseGet(() -> words.text(l.gap().isPresent() ? "figures.last.unknown" : "figures.last.never"));
        return figure(words.text("figures.last", where), day, String.join(" · ", notes));
    }

    private String name(String substance) {
        return words.named("Product." + substance, substance);
    }

    private Node substance(Totals.Substance s) {
        String unit = "\u00a0" + words.said(s.unit().symbol());
        List<String> notes = new ArrayList<>();
        s.perKg().ifPresent(r -> notes.add(r.text(PLACES) + unit + "/kg"));
        if (s.day().compareTo(s.session()) != 0) {
            notes.add(words.text("figures.day", s.day().text(PLACES) + unit));
        }
        return figure(words.named("Product." + s.id(), s.name()), s.session().text(PLACES) + unit,
                String.join(" · ", notes));
    }

    private static Node figure(String name, String value, String note) {
        Label what = new Label(name);
        what.getStyleClass().add("number-name");
        what.setWrapText(true);
        Label number = new Label(value);
        number.getStyleClass().add("number-value");
        number.setMinWidth(USE_PREF_SIZE);
        HBox line = Parts.row(what, Parts.spring(), number);
        VBox box = Parts.tight(line);
        if (!note.isEmpty()) {
            box.getChildren().add(Parts.note(note));
        }
        box.setAccessibleText(name + ", " + value + ", " + note);
        return box;
    }

    private Node anaesthetics(Totals totals) {
        Optional<Rational> sum = totals.fraction();
        String value = sum.map(f -> f.decimal(PLACES, RoundingMode.UP).toPlainString()).orElse("–");
        boolean over = sum.filter(f -> f.compareTo(Rational.ONE) > 0).isPresent();
        List<String> each = totals.anaesthetics().stream()
                .map(f -> name(f.substance()) + (f.epinephrine() ? " + " + name("epinephrine") : "") + " "
                        + f.mg().text(PLACES) + "\u00a0mg / "
                        + f.maximumMg().map(m -> m.text(1) + "\u00a0mg").orElse("?"))
                .toList();
        String weight = totals.weightKg().map(kg -> words.text("figures.weight", kg.text(1)))
                .orElse(words.text("figures.weight.none"));
        Label number = new Label(value);
        number.getStyleClass().addAll("number-value", "fraction");
        Label what = new Label(words.text("figures.fraction"));
        what.getStyleClass().add("number-name");
        VBox box = Parts.tight(Parts.row(what, Parts.spring(), number), new Track(sum, over),
                Parts.note(String.join("\n", each)), Parts.note(weight));
        box.setId("figures-fraction");
        box.getStyleClass().addAll("clearance");
        if (over || sum.isEmpty()) {
            box.getStyleClass().add(over ? "red" : "amber");
        }
        box.setAccessibleText(words.text("figures.fraction") + ", " + value + ", " + String.join(", ", each));
        return box;
    }

    /** The bar is full at the maximum; what cannot be told fills none of it. */
    private static final class Track extends Region {
        private static final double HEIGHT = 8;

        private final Region fill = new Region();
        private final double share;

        Track(Optional<Rational> sum, boolean over) {
            share = over ? 1 : sum.map(f -> f.decimal(4).doubleValue()).orElse(0.0);
            getStyleClass().add("clearance-track");
            fill.getStyleClass().add("clearance-fill");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            getChildren().add(fill);
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
        }
    }
}
