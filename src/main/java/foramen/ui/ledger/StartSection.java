package foramen.ui.ledger;

import foramen.domain.injection.Dose;
import foramen.domain.session.Protocol;
import foramen.domain.session.ProtocolCatalog;
import foramen.domain.session.Session;
import foramen.ui.support.Chip;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a session begins: the published procedures by their targets, or no protocol at all. */
final class StartSection extends VBox {
    private static final double GAP = 4;

    private final LedgerViewModel model;
    private final Words words;
    private @Nullable List<Session> shown;

    StartSection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
    }

    void show(LedgerState state) {
        if (state.casefile().sessions().equals(shown)) {
            return;
        }
        shown = state.casefile().sessions();
        List<Node> parts = new ArrayList<>();
        parts.add(new SectionTitle(words.text("session.start")));
        Button free = new Button(words.text("session.free"));
        free.setId("session-free");
        free.setMaxWidth(Double.MAX_VALUE);
        free.setOnAction(e -> model.begin(Optional.empty()));
        parts.add(Parts.note(words.text("session.start.how")));
        ProtocolCatalog catalog = model.book().protocols();
        // In the order of the file, which goes by target.
        String target = "?";
        for (Protocol p : catalog.protocols()) {
            if (p.recordOnly()) {
                continue;
            }
            if (!p.target().equals(target)) {
                target = p.target();
                parts.add(Parts.name(LedgerWords.target(words, catalog, target)));
            }
            parts.add(row(p, state));
        }
        parts.add(Parts.note(words.text("session.free.why")));
        parts.add(free);
        getChildren().setAll(parts);
    }

    private Node row(Protocol p, LedgerState state) {
        String name = LedgerWords.of(words, p);
        Label label = new Label(name);
        label.getStyleClass().add("item-name");
        label.setWrapText(true);
        FlowPane chips = new FlowPane(GAP, GAP);
        long done = state.casefile().sessions().stream()
                .filter(s -> s.course().protocolId().equals(p.id()) && s.isClosed() && !s.aliquots().isEmpty()).count();
        if (done > 0) {
            chips.getChildren().add(new Chip(words.text("session.done", done,
                    p.sessions().map(String::valueOf).orElse("–")), Tone.ACCENT));
        } else {
            p.sessions().filter(n -> n > 1)
                    .ifPresent(n -> chips.getChildren().add(new Chip(words.text("session.of", n), Tone.NEUTRAL)));
        }
        p.volume().ifPresent(v -> chips.getChildren().add(new Chip(Dose.plain(v.from())
                + (v.from().compareTo(v.to()) == 0 ? "" : "–" + Dose.plain(v.to())) + "\u00a0mL", Tone.NEUTRAL)));
        if (p.offLabel()) {
            chips.getChildren().add(new Chip(words.text("session.offlabel"), Tone.AMBER));
        }
        chips.getChildren().add(new Chip(words.of(p.citation().confidence()), Tone.NEUTRAL));
        VBox text = Parts.tight(label, chips, Parts.note(p.citation().source()));
        ItemRow row = new ItemRow(words, name, false, () -> model.begin(Optional.of(p)), text);
        row.setId("protocol-" + p.id());
        return row;
    }
}
