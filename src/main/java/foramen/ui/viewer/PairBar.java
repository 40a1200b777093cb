package foramen.ui.viewer;

import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.workspace.cine.LinkMode;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Beneath two pictures: what comes of comparing them, how the second follows the first, and whether at one scale. */
final class PairBar extends VBox {
    private static final double GAP = 8;

    private final Label values = new Label();
    private final Label verdict = new Label();
    private final Tooltip source = new Tooltip();

    PairBar(TwinViewModel twin) {
        Words words = twin.words();
        setId("pair-bar");
        getStyleClass().add("pair-bar");
        setAlignment(Pos.CENTER);
        values.setId("pair-values");
        values.getStyleClass().add("pair-values");
        verdict.setId("pair-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        values.setWrapText(true);
        for (Label l : List.of(values, verdict)) {
            l.managedProperty().bind(l.textProperty().isNotEmpty());
            l.visibleProperty().bind(l.managedProperty());
        }
        source.setWrapText(true);
        source.setMaxWidth(420);
        ChoiceRow<LinkMode> links = new ChoiceRow<>(words.text("pair.link.name"), List.of(LinkMode.values()),
                words::of, twin::link);
        links.setId("pair-link");
        twin.companion().linkProperty().subscribe(l -> links.show(l.mode()));
        ToggleButton scale = new ToggleButton(words.text("pair.scale"));
        scale.setId("pair-scale");
        scale.setAccessibleText(words.text("pair.scale.name"));
        scale.setTooltip(new Tooltip(words.text("pair.scale.name")));
        scale.setOnAction(e -> {
            twin.toggleScale();
            scale.setSelected(twin.sameScaleProperty().get());
        });
        twin.sameScaleProperty().subscribe(scale::setSelected);
        Label link = Parts.note("");
        link.setId("pair-link-words");
        FlowPane controls = new FlowPane(GAP, GAP / 2, links, scale, link);
        controls.setAlignment(Pos.CENTER);
        controls.setRowValignment(javafx.geometry.VPos.CENTER);
        controls.setPrefWrapLength(0);
        getChildren().addAll(values, verdict, controls);
        twin.showingProperty().subscribe(on -> {
            setVisible(on);
            setManaged(on);
        });
        twin.companion().clipProperty().subscribe(c -> controls.setDisable(c.isEmpty()));
        twin.stateProperty().subscribe(s -> {
            link.setText(s.link());
            scale.setDisable(!twin.canScale());
            show(s);
        });
    }

    private void show(PairState s) {
        values.setText(s.values());
        verdict.setText(s.verdict());
        verdict.getStyleClass().removeAll("caution", "muted");
        verdict.getStyleClass().add(s.tone() == Tone.AMBER ? "caution" : s.values().isEmpty() ? "muted" : "plain");
        source.setText(s.source());
        verdict.setTooltip(s.source().isEmpty() ? null : source);
        verdict.setAccessibleText((s.values() + " " + s.verdict() + " " + s.source()).strip());
    }
}
