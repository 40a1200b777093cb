package foramen.ui.measure;

import foramen.domain.measurement.Reading;
import foramen.ui.support.Chip;
import foramen.ui.support.EmptyState;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.ReadingView;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Swatch;
import foramen.ui.support.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The inspector's page of what the frame in view measures. */
public final class MeasurePanel extends BorderPane {
    private static final String HINT = "Trace inside the hyperechoic rim, in short axis, with the probe perpendicular.";
    private static final String HINT_SOURCE = "Direct method: inner border of the echogenic rim (Sarafraz 2018).";

    private final MeasureViewModel model;
    private final Locale locale;
    private final Page page = new Page();
    private final CalibrateForm form;
    private final CalibrateViewModel calibrate;
    private final SwellingPart swelling;

    /**
     * Shows {@code model}, {@code swelling} beneath it, and {@code calibrate} at the bottom, with numbers in the manner of
     * {@code locale}.
     */
    public MeasurePanel(MeasureViewModel model, CalibrateViewModel calibrate, SwellingViewModel swelling,
            Locale locale) {
        this.model = model;
        this.locale = locale;
        this.swelling = new SwellingPart(swelling);
        setId("measure-panel");
        this.form = new CalibrateForm(calibrate);
        this.calibrate = calibrate;
        setCenter(page);
        // Below the page and not in it, so that what is being typed stays when the numbers change.
        setBottom(form);
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.state());
    }

    private void show(MeasureState state) {
        if (!state.clipOpen()) {
            page.show(new SectionTitle("Measure"), new EmptyState(Material2OutlinedMZ.STRAIGHTEN,
                    "Open a clip first; its outlines and calipers are measured here."));
            return;
        }
        Chip scale = new Chip(state.scale(), state.calibrated() ? Tone.NEUTRAL : Tone.AMBER);
        scale.setId("measure-scale");
        List<Node> parts = new ArrayList<>();
        parts.add(new SectionTitle("Frame " + state.frameNumber(), scale));
        if (!state.calibrated()) {
            parts.add(EmptyState.action("Calibrate by a known length (K)", calibrate::begin));
        }
        if (state.nerves().isEmpty() && state.others().isEmpty()) {
            parts.add(new EmptyState(Material2OutlinedMZ.STRAIGHTEN,
                    "Nothing to measure on this frame. Outline the sciatic nerve (P), or place a caliper (L).",
                    EmptyState.action("Outline the nerve", model::outlineNerve)));
        }
        // Of several traces on one frame one is large: the one in hand.
        MeasureState.@Nullable Instrument large = state.nerves().stream().filter(MeasureState.Instrument::selected)
                .findFirst().or(() -> state.nerves().stream().findFirst()).orElse(null);
        if (large != null) {
            parts.add(nerve(large));
        }
        List<MeasureState.Instrument> rows = Stream.concat(state.nerves().stream().filter(i -> !i.equals(large)),
                state.others().stream()).toList();
        if (!state.nerves().isEmpty() || state.others().isEmpty()) {
            parts.add(hint());
        }
        parts.add(swelling);
        if (!rows.isEmpty()) {
            VBox others = new VBox();
            others.getStyleClass().add("tight");
            others.getChildren().add(Parts.name(state.nerves().isEmpty() ? "On this frame" : "Also on this frame"));
            rows.forEach(i -> others.getChildren().add(other(i)));
            parts.add(others);
        }
        page.show(parts.toArray(Node[]::new));
    }

    private Node nerve(MeasureState.Instrument i) {
        ReadingView value = new ReadingView(i.value().quantity().label());
        value.getStyleClass().add("hero");
        value.setId("measure-csa");
        value.show(i.value(), locale);
        Tooltip.install(value, new Tooltip(HINT + "\n" + HINT_SOURCE));
        VBox part = new VBox(head(i), value);
        part.getStyleClass().add("part");
        i.rest().forEach(r -> {
            ReadingView second = new ReadingView(r.quantity().label());
            second.getStyleClass().add("small");
            // Both values come from one trace; its source or the lack of it is said once, above.
            second.show(r.text(locale), "", r instanceof Reading.Measured ? Tone.NEUTRAL : Tone.AMBER);
            part.getChildren().add(second);
        });
        addCaution(i, part);
        return part;
    }

    private Node head(MeasureState.Instrument i) {
        Label title = new Label(i.title());
        title.setWrapText(true);
        Label level = Parts.note(i.level());
        level.setManaged(!i.level().isEmpty());
        VBox words = new VBox(title, level);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new ItemRow(i.title() + ", " + i.value().quantity().label() + " " + i.value().text(locale),
                i.selected(), () -> model.select(i.id()), new Swatch(i.letter(), i.colour()), words);
    }

    private Node other(MeasureState.Instrument i) {
        Label title = new Label(i.title());
        title.setWrapText(true);
        Label provenance = Parts.note(i.value().provenance());
        boolean calibrated = i.value() instanceof Reading.Measured;
        VBox words = new VBox(title, provenance);
        HBox.setHgrow(words, Priority.ALWAYS);
        RemarkLabel value = new RemarkLabel();
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.show(i.value().text(locale), "", calibrated ? Tone.NEUTRAL : Tone.AMBER);
        value.getStyleClass().add("item-value");
        VBox numbers = new VBox(value);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        numbers.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        i.rest().forEach(r -> {
            Label second = Parts.note(r.quantity().shortLabel() + " " + r.text(locale));
            second.setMinWidth(Region.USE_PREF_SIZE);
            numbers.getChildren().add(second);
        });
        addCaution(i, words);
        return new ItemRow(i.title() + ", " + i.value().quantity().label() + " " + i.value().text(locale) + ", "
                + i.value().provenance(), i.selected(), () -> model.select(i.id()),
                new Swatch(i.letter(), i.colour()), words, numbers);
    }

    private static void addCaution(MeasureState.Instrument i, VBox to) {
        if (!i.caution().isEmpty()) {
            RemarkLabel caution = new RemarkLabel();
            caution.show(i.caution(), "", Tone.AMBER);
            caution.getStyleClass().add("note");
            to.getChildren().add(caution);
        }
    }

    private static Node hint() {
        Label hint = Parts.note(HINT);
        hint.setGraphic(foramen.ui.support.Icons.of(Material2OutlinedAL.INFO));
        hint.setTooltip(new Tooltip(HINT_SOURCE));
        return hint;
    }
}
