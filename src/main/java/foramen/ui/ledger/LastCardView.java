package foramen.ui.ledger;

import foramen.domain.injection.Dose;
import foramen.domain.safety.LastCard;
import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What is done about local anaesthetic systemic toxicity, over the whole window, to be read at arm's length. */
public final class LastCardView extends StackPane {
    private final LedgerViewModel model;
    private final Words words;
    private final VBox paper = new VBox();
    private final IconButton close;

    /**
     * A card that is laid over the window when it is asked for.
     *
     * @param model knows the patient's weight
     * @param onClose takes the card away
     */
    public LastCardView(LedgerViewModel model, Runnable onClose) {
        this.model = model;
        words = model.words();
        setId("last-card");
        getStyleClass().add("last-card");
        paper.getStyleClass().add("last-paper");
        close = new IconButton(Material2OutlinedAL.CLOSE, words.text("last.close"), onClose);
        ScrollPane scroll = new ScrollPane(paper);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                e.consume();
            }
        });
    }

    /** Fills the card in for the patient of the case, and takes the keyboard once it is laid over the window. */
    public void prepare() {
        fill();
        Platform.runLater(close::requestFocus);
    }

    private void fill() {
        LastCard card = model.book().safety().last();
        List<Node> parts = new ArrayList<>();
        parts.add(new SectionTitle(words.text("last.title"), close));
        Optional<LastCard.Doses> doses = model.lipid();
        String who = model.lipidWeightKg().map(kg -> words.text("last.for", Dose.plain(kg)))
                .orElse(words.text(model.isWeighed() ? "last.noheight" : "last.unknown"));
        parts.add(large(words.said(card.lipid()) + " · " + who, "last-who"));
        parts.add(Parts.columns(
                figure(words.text("last.bolus", words.said(card.bolusTime())),
                        doses.map(d -> Dose.plain(d.bolusMl()) + "\u00a0mL")
                                .orElse(Dose.plain(card.bolusMlPerKg()) + "\u00a0mL/kg")),
                figure(words.text("last.infusion"),
                        doses.map(d -> words.said(d.infusion()))
                                .orElse(Dose.plain(card.infusionMlPerKgMin()) + "\u00a0mL/kg/min")),
                figure(words.text("last.maximum"), doses.map(d -> Dose.plain(d.maximumMl()) + "\u00a0mL")
                        .orElse(Dose.plain(card.maximumMlPerKg()) + "\u00a0mL/kg"))));
        VBox steps = new VBox();
        steps.getStyleClass().add("last-steps");
        for (int i = 0; i < card.steps().size(); i++) {
            steps.getChildren().add(large((i + 1) + ". " + words.said(card.steps().get(i)), "last-step"));
        }
        VBox avoid = new VBox(large(words.text("last.avoid"), "last-avoid-title"));
        avoid.getStyleClass().addAll("last-steps", "last-avoid");
        card.avoid().forEach(a -> avoid.getChildren().add(large("✕ " + words.said(a), "last-step")));
        HBox.setHgrow(steps, Priority.ALWAYS);
        steps.setMaxWidth(Double.MAX_VALUE);
        parts.add(Parts.columns(List.of(62.0, 38.0), steps, avoid));
        parts.add(Parts.note(words.text("last.source", card.citation().source())));
        paper.getChildren().setAll(parts);
    }

    private static Label large(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static VBox figure(String name, String value) {
        VBox box = new VBox(large(name, "last-name"), large(value, "last-value"));
        box.setAccessibleText(name + ", " + value);
        return box;
    }
}
