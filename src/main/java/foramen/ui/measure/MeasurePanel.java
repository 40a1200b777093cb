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
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
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

    private final MeasureViewModel model;
    private final Words words;
    private final Page page = new Page();
    private final CalibrateForm form;
    private final CalibrateViewModel calibrate;
    private final SwellingPart swelling;

    /**
     * Shows {@code model}, {@code swelling} beneath it, and {@code calibrate} at the bottom. */
    public MeasurePanel(MeasureViewModel model, CalibrateViewModel calibrate, SwellingViewModel swelling) {
        this.model = model;
        words = model.words();
        this.swelling = new SwellingPart(swelling);
        setId("measure-panel");
        this.form = new CalibrateForm(calibrate);
        this.calibrate = calibrate;
        setCenter(page);
        // Below the page and not in it, so that what is being typed stays when the numbers change.
        setBottom(form);
        model.stateProperty().addListener((o, was, now) -> show(now));
        words.lengthsProperty().addListener((o, was, now) -> show(model.state()));
        show(model.state());
    }

    private void show(MeasureState state) {
        if (!state.clipOpen()) {
            page.show(new SectionTitle(words.text("measure.title")), new EmptyState(Material2OutlinedMZ.STRAIGHTEN,
                    words.text("measure.empty")));
            return;
        }
        Chip scale = new Chip(state.scale(), state.calibrated() ? Tone.NEUTRAL : Tone.AMBER);
        scale.setId("measure-scale");
        List<Node> parts = new ArrayList<>();
        parts.add(new SectionTitle(words.text("frame.number", state.frameNumber()), scale));
        if (!state.calibrated()) {
            parts.add(EmptyState.action(words.text("measure.calibrate"), calibrate::begin));
        }
        if (state.nerves().isEmpty() && state.others().isEmpty()) {
            parts.add(new EmptyState(Material2OutlinedMZ.STRAIGHTEN,
                    words.text("measure.nothing"),
                    EmptyState.action(words.text("measure.outline"), model::outlineNerve)));
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
            others.getChildren().add(
                    Parts.name(state.nerves().isEmpty() ? words.text("measure.here") : words.text("measure.also")));
            rows.forEach(i -> others.getChildren().add(other(i)));
            parts.add(others);
        }
        page.show(parts.toArray(Node[]::new));
    }

    private Node nerve(MeasureState.Instrument i) {
        ReadingView value = new ReadingView(words.of(i.value().quantity()));
        value.getStyleClass().add("hero");
        value.setId("measure-csa");
        value.show(words.value(i.value()), words.said(i.value().provenance()),
                i.value() instanceof Reading.Measured ? Tone.NEUTRAL : Tone.AMBER);
        Tooltip.install(value, new Tooltip(words.text("measure.hint") + "\n" + words.text("measure.hint.source")));
        VBox part = new VBox(head(i), value);
        part.getStyleClass().add("part");
        i.rest().forEach(r -> {
            ReadingView second = new ReadingView(words.of(r.quantity()));
            second.getStyleClass().add("small");
            // Both values come from one trace; its source or the lack of it is said once, above.
            second.show(words.value(r), "", r instanceof Reading.Measured ? Tone.NEUTRAL : Tone.AMBER);
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
        VBox lines = new VBox(title, level);
        HBox.setHgrow(lines, Priority.ALWAYS);
        return new ItemRow(words, i.title() + ", " + words.of(i.value().quantity()) + " " + words.value(i.value()),
                i.selected(), () -> model.select(i.id()), new Swatch(i.letter(), i.colour()), lines);
    }

    private Node other(MeasureState.Instrument i) {
        Label title = new Label(i.title());
        title.setWrapText(true);
        Label provenance = Parts.note(words.said(i.value().provenance()));
        boolean calibrated = i.value() instanceof Reading.Measured;
        VBox lines = new VBox(title, provenance);
        HBox.setHgrow(lines, Priority.ALWAYS);
        RemarkLabel value = new RemarkLabel();
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.show(words.value(i.value()), "", calibrated ? Tone.NEUTRAL : Tone.AMBER);
        value.getStyleClass().add("item-value");
        VBox numbers = new VBox(value);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        numbers.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        i.rest().forEach(r -> {
            Label second = Parts.note(words.of(r.quantity(), "short") + " " + words.value(r));
            second.setMinWidth(Region.USE_PREF_SIZE);
            numbers.getChildren().add(second);
        });
        addCaution(i, lines);
        return new ItemRow(words,
                i.title() + ", " + words.of(i.value().quantity()) + " " + words.value(i.value()) + ", "
                        + words.said(i.value().provenance()),
                i.selected(), () -> model.select(i.id()),
                new Swatch(i.letter(), i.colour()), lines, numbers);
    }

    private static void addCaution(MeasureState.Instrument i, VBox to) {
        if (!i.caution().isEmpty()) {
            RemarkLabel caution = new RemarkLabel();
            caution.show(i.caution(), "", Tone.AMBER);
            caution.getStyleClass().add("note");
            to.getChildren().add(caution);
        }
    }

    private Node hint() {
        Label hint = Parts.note(words.text("measure.hint"));
        hint.setGraphic(foramen.ui.support.Icons.of(Material2OutlinedAL.INFO));
        hint.setTooltip(new Tooltip(words.text("measure.hint.source")));
        return hint;
    }
}
