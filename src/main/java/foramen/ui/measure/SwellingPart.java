package foramen.ui.measure;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.annotation.Traits;
import foramen.ui.measure.SwellingState.Line;
import foramen.ui.measure.SwellingState.Section;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Swelling and neighbours beneath the numbers of the frame in view. */
public final class SwellingPart extends VBox {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");
    /** Work shorter than this is not worth a sentence (the plan of the interface). */
    private static final Duration WORTH_SAYING = Duration.millis(200);

    private final SwellingViewModel model;
    private final Words words;
    private final Consumer<String> clipboard;
    private final VBox sections = new VBox();
    private final Map<String, VBox> holders = new HashMap<>();
    private final Map<String, Object> keys = new HashMap<>();
    private final AreaCurveChart chart;
    private final Label curveNote = Parts.note("");
    private final VBox curve;
    private final Label pending;
    private final PauseTransition wait = new PauseTransition(WORTH_SAYING);

    /** Shows {@code model}; lines are copied to the system's clipboard. */
    public SwellingPart(SwellingViewModel model) {
        this(model, SwellingPart::toClipboard);
    }

    /** Shows {@code model}; {@code clipboard} takes what is copied. */
    SwellingPart(SwellingViewModel model, Consumer<String> clipboard) {
        this.model = model;
        words = model.words();
        // A number of an earlier state must not leave the page.
        this.clipboard = line -> {
            if (!model.state().pending()) {
                clipboard.accept(line);
            }
        };
        pending = Parts.note(words.text("swelling.pending"));
        pending.setId("swelling-pending");
        wait.setOnFinished(e -> Parts.shown(pending, model.state().pending()));
        setId("swelling");
        getStyleClass().add("swelling");
        chart = new AreaCurveChart(model::go, words);
        Button most = new Button(words.text("curve.go"));
        most.setId("curve-maximum");
        most.setOnAction(e -> model.goToMaximum());
        curve = Parts.tight(new SectionTitle(words.text("curve.title"), most), chart, curveNote);
        sections.getStyleClass().add("swelling");
        getChildren().addAll(pending, curve, sections);
        model.stateProperty().subscribe(this::show);
    }

    private static void toClipboard(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(SwellingState state) {
        if (!state.pending()) {
            wait.stop();
            Parts.shown(pending, false);
        } else if (wait.getStatus() != Animation.Status.RUNNING) {
            wait.playFromStart();
        }
        curve.pseudoClassStateChanged(OUTDATED, state.pending());
        Parts.shown(curve, state.curve().isPresent());
        state.curve().ifPresent(c -> {
            chart.show(c);
            curveNote.setText(c.leftOut());
            Parts.shown(curveNote, !c.leftOut().isEmpty());
        });
        List<Node> parts = new ArrayList<>();
        state.sections().forEach(s -> {
            Node part = held(s.id(), key(s, state), () -> section(s, state));
            part.pseudoClassStateChanged(OUTDATED, state.pending());
            parts.add(part);
        });
        int n = 0;
        for (Section s : state.neighbours()) {
            parts.add(held(s.id() + n++, s, () -> plain(s)));
        }
        for (SwellingState.Calcification c : state.calcifications()) {
            parts.add(held(c.id(), c, () -> calcification(c)));
        }
        parts.add(held("foot", List.of(state.lines(), state.complaint(), state.edition()), () -> foot(state)));
        if (!sections.getChildren().equals(parts)) {
            sections.getChildren().setAll(parts);
        }
        Parts.shown(this, state.pending() || !state.title().isEmpty() || parts.size() > 1);
    }

    /** What a section is made from. */
    private static Object key(Section s, SwellingState state) {
        return switch (s.id()) {
            case "repeats" -> List.of(s, state.traces());
            case "sides" -> List.of(s, state.references());
            case "echo" -> List.of(s, state.histogram(), state.settings());
            default -> s;
        };
    }

    /** A section is made anew only where it changed, and in its old place, so that the keyboard stays where it is. */
    private VBox held(String id, Object key, Supplier<List<Node>> make) {
        VBox holder = holders.computeIfAbsent(id, i -> {
            VBox box = Parts.tight();
            box.setId("swelling-" + i);
            return box;
        });
        if (!key.equals(keys.put(id, key))) {
            Parts.replace(holder, make.get());
        }
        return holder;
    }

    private List<Node> section(Section s, SwellingState state) {
        List<Node> part = plain(s);
        switch (s.id()) {
            case "repeats" -> state.traces().forEach(t -> part.add(trace(t)));
            case "sides" -> references(state, part);
            case "echo" -> {
                settings(state, part);
                histogram(state, part);
            }
            default -> {
            }
        }
        return part;
    }

    private List<Node> plain(Section s) {
        List<Node> part = new ArrayList<>();
        part.add(Parts.name(s.title()));
        s.lines().forEach(l -> part.add(new NumberRow(l, clipboard, words)));
        s.remarks().forEach(r -> {
            RemarkLabel remark = new RemarkLabel();
            remark.show(r.words(), r.source(), r.tone());
            remark.getStyleClass().add("note");
            part.add(remark);
        });
        return part;
    }

    private Node trace(SwellingState.TraceLine t) {
        CheckBox box = new CheckBox(t.words());
        box.setSelected(t.counted());
        box.setAccessibleText(words.text(t.counted() ? "trace.counted" : "trace.excluded", t.words()));
        box.setOnAction(e -> model.count(t.id(), box.isSelected()));
        return box;
    }

    private void references(SwellingState state, List<Node> part) {
        if (state.references().levels().isEmpty()) {
            return;
        }
        ChoiceRow<ScanLevel> row = new ChoiceRow<>(words.text("swelling.reference.name"),
                state.references().levels(), words::of, model::chooseReference);
        row.setId("swelling-reference");
        row.show(state.references().chosen().orElse(null));
        part.add(Parts.name(words.text("swelling.reference")));
        part.add(row);
    }

    private void settings(SwellingState state, List<Node> part) {
        state.settings().ifPresent(s -> {
            CheckBox box = new CheckBox(words.text("swelling.settings"));
            box.setId("same-settings");
            box.setWrapText(true);
            box.setSelected(s.stated());
            box.setOnAction(e -> model.sameSettings(box.isSelected()));
            part.add(box);
        });
    }

    private void histogram(SwellingState state, List<Node> part) {
        if (!state.histogram().isEmpty()) {
            GreyHistogram histogram = new GreyHistogram(words);
            histogram.show(state.histogram());
            part.add(histogram);
        }
    }

    private List<Node> calcification(SwellingState.Calcification c) {
        List<Node> part = plain(c.section());
        ChoiceRow<Traits.Shadow> shadow = new ChoiceRow<>(words.text("calcification.shadow"),
                List.of(Traits.Shadow.values()),
                words::of, s -> model.shadow(c.id(), s));
        shadow.setId("calcification-shadow");
        shadow.show(c.shadow().orElse(null));
        ChoiceRow<Traits.Contour> contour = new ChoiceRow<>(words.text("calcification.contour"),
                List.of(Traits.Contour.values()),
                words::of, s -> model.contour(c.id(), s));
        contour.setId("calcification-contour");
        contour.show(c.contour().orElse(null));
        part.addAll(List.of(Parts.name(words.text("calcification.shadow")), shadow,
                Parts.name(words.text("calcification.contour")), contour));
        return part;
    }

    private List<Node> foot(SwellingState state) {
        List<Node> foot = new ArrayList<>();
        if (!state.lines().isEmpty()) {
            Button copy = new Button(words.text("swelling.copy"));
            copy.setId("swelling-copy");
            copy.setOnAction(e -> clipboard
                    .accept(state.lines().stream().map(Line::copy).collect(Collectors.joining("\n"))));
            foot.add(copy);
        }
        if (!state.complaint().isEmpty()) {
            RemarkLabel complaint = new RemarkLabel();
            complaint.setId("thresholds-complaint");
            complaint.show(state.complaint(), "", Tone.AMBER);
            foot.add(complaint);
        }
        foot.add(Parts.note(state.edition()));
        return foot;
    }
}
