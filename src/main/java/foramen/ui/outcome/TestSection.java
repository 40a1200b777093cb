package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The provocation tests: side, grid, what belongs to the test walked to, and what the rules say. */
final class TestSection extends VBox {
    private final Words words;
    private final ChoiceRow<Laterality> side;
    private final RemarkLabel sideless = new RemarkLabel();
    private final TestGrid grid;
    private final Label name = new Label();
    private final FlowPane sites = new FlowPane(4, 4);
    private final Map<PainSite, ToggleButton> siteButtons = new EnumMap<>(PainSite.class);
    private final TypedField angle;
    private final Label angleError = Parts.complaint();
    private final VBox angleBox;
    private final Label how = Parts.note("");
    private final Label accuracy = Parts.note("");
    private final Label source = Parts.note("");
    private final VBox rules = Parts.tight();
    private Optional<AssessState> shown = Optional.empty();

    TestSection(AssessViewModel model) {
        words = model.words();
        getStyleClass().add("part");
        side = new ChoiceRow<>(words.text("assess.side"), List.of(Laterality.LEFT, Laterality.RIGHT),
                s -> Words.capital(words.of(s)), model::chooseSide);
        side.setId("assess-side");
        grid = new TestGrid(model, id -> shown.ifPresent(this::detail));
        angle = new TypedField(words.text("assess.angle"), t -> model.findings().typeAngle(grid.current(), t));
        angle.setId("assess-angle");
        angle.onSettled(() -> angleError.setText(angle.complaint()));
        angleBox = Parts.tight(Parts.name(words.text("assess.angle")), angle, angleError);
        for (PainSite s : PainSite.values()) {
            ToggleButton button = new ToggleButton(words.of(s));
            button.setId("site-" + s.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("small-toggle");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(words.text("assess.site", words.of(s)));
            button.setOnAction(e -> model.findings().toggle(grid.current(), s));
            siteButtons.put(s, button);
            sites.getChildren().add(button);
        }
        TitledPane more = new TitledPane(words.text("assess.accuracy"), Parts.tight(accuracy, source));
        more.setExpanded(false);
        more.setId("assess-accuracy");
        VBox detail = Parts.part(name, how, Parts.name(words.text("assess.sites")), sites, angleBox, more);
        detail.getStyleClass().add("test-detail");
        FlowPane title = new FlowPane(8, 4, new SectionTitle(words.text("assess.tests")), side);
        getChildren().addAll(title, sideless, grid,
                Parts.note(words.text("assess.keys")), detail, rules);
    }

    void show(AssessState state) {
        shown = Optional.of(state);
        side.show(state.head().side());
        boolean none = state.head().side() == Laterality.UNSPECIFIED;
        sideless.show(none ? words.text("assess.noside") : "", "", Tone.AMBER);
        grid.show(state.tests(), state.head().side());
        rules.getChildren().setAll(state.rules().stream().map(r -> {
            RemarkLabel label = new RemarkLabel();
            label.show(r.words(), r.source(), r.positive() ? Tone.ACCENT : Tone.NEUTRAL);
            return label;
        }).toList());
        detail(state);
    }

    private void detail(AssessState state) {
        state.tests().stream().filter(t -> t.id().equals(grid.current())).findFirst().ifPresent(t -> {
            name.setText(t.name());
            how.setText(t.how());
            accuracy.setText(Words.capital(t.accuracy()));
            source.setText(t.source());
            siteButtons.forEach((site, button) -> {
                button.setSelected(t.sites().contains(site));
                button.setDisable(t.result().isEmpty());
            });
            angle.show(state.head().subject() + t.id() + state.head().side(),
                    t.angleDeg().isPresent() ? String.valueOf(t.angleDeg().getAsInt()) : "");
            angle.setDisable(t.result().isEmpty());
            angleBox.setVisible(t.angle());
            angleBox.setManaged(t.angle());
        });
    }
}
