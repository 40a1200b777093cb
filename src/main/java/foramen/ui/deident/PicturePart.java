package foramen.ui.deident;

import foramen.domain.deident.Box;
import foramen.domain.deident.CopyPreview;
import foramen.domain.deident.PixelVerdict;
import foramen.ui.deident.DeidentState.Stroke;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The picture of the file that is looked at, the rectangles on it, and what could be said of text in it. */
final class PicturePart extends VBox {
    private static final double GAP = 8;

    private final DeidentViewModel model;
    private final Words words;
    private final ChoiceRow<Stroke> stroke;
    private final CheckBox black;
    private final MaskPicture picture;
    private final Slider frames = new Slider(1, 1, 1);
    private final Label count = new Label();
    private final HBox cine;
    private final RemarkLabel verdict = new RemarkLabel();
    private final FlowPane boxes = new FlowPane(GAP, GAP / 2);
    private final TypedField typed;
    private final Label typedError = Parts.complaint();
    private final VBox warnings = Parts.tight();
    private boolean showing;

    PicturePart(DeidentViewModel model) {
        super(GAP);
        this.model = model;
        words = model.words();
        getStyleClass().add("deident-picture-part");
        stroke = new ChoiceRow<>(words.text("deident.stroke"), List.of(Stroke.values()), words::of, model::stroke);
        stroke.setId("deident-stroke");
        black = new CheckBox(words.text("deident.black"));
        black.setId("deident-black");
        black.setSelected(true);
        picture = new MaskPicture(words.text("deident.picture"), model::draw);
        black.setOnAction(e -> {
            picture.veil(black.isSelected());
            show(model.state());
        });
        VBox.setVgrow(picture, Priority.ALWAYS);
        frames.setOrientation(Orientation.HORIZONTAL);
        frames.setId("deident-frame");
        frames.setAccessibleText(words.text("deident.frame"));
        frames.setBlockIncrement(1);
        frames.valueProperty().addListener((o, was, now) -> {
            if (!showing) {
                model.frame((int) Math.round(now.doubleValue()) - 1);
            }
        });
        HBox.setHgrow(frames, Priority.ALWAYS);
        cine = Parts.row(Parts.name(words.text("deident.frame")), frames, count);
        verdict.setId("deident-verdict");
        typed = new TypedField(words.text("deident.box"), model::type);
        typed.setId("deident-box");
        typed.setPromptText(words.text("deident.box.prompt"));
        typed.setPrefColumnCount(11);
        typed.onSettled(this::settled);
        HBox top = Parts.row(stroke, Parts.spring(), black);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, picture, cine, verdict, boxes, typedError, warnings);
        model.stateProperty().subscribe(this::show);
    }

    private void settled() {
        typedError.setText(typed.complaint());
        if (typed.complaint().isEmpty()) {
            typed.clear();
        }
    }

    private void show(DeidentState state) {
        stroke.show(state.stroke());
        Optional<CopyPreview> preview = state.preview();
        preview.ifPresentOrElse(
                p -> picture.show(p, state.boxes(Stroke.OVERWRITE), state.boxes(Stroke.KEEP)),
                () -> {
                    // While the next answer is awaited the picture stays; a file without one has none.
                    if (!state.trouble().isEmpty() || state.selected() < 0) {
                        picture.clear();
                    }
                });
        int all = preview.map(CopyPreview::frames).orElse(0);
        cine.setVisible(all > 1);
        preview.filter(p -> p.frames() > 1).ifPresent(p -> {
            showing = true;
            frames.setMax(all);
            if (!frames.isPressed()) {
                frames.setValue(p.frame() + 1.0);
            }
            showing = false;
            count.setText(words.text("deident.frameof", p.frame() + 1, all));
        });
        verdict.show(state.trouble().isEmpty() ? preview.map(this::sentence).orElse("") : state.trouble(), "",
                state.trouble().isEmpty()
                        ? preview.map(p -> tone(p.verdict())).orElse(Tone.NEUTRAL)
                        : Tone.RED);
        showBoxes(state);
        warnings.getChildren().setAll(preview.map(CopyPreview::warnings).orElse(List.of()).stream()
                .map(w -> (Node) Parts.note(words.said(w))).toList());
    }

    private String sentence(CopyPreview p) {
        return words.of(p.verdict()) + " " + Words.capital(words.said(p.why())) + ".";
    }

    private static Tone tone(PixelVerdict verdict) {
        return verdict == PixelVerdict.MASKED ? Tone.NEUTRAL : Tone.AMBER;
    }

    private void showBoxes(DeidentState state) {
        List<Node> chips = new ArrayList<>();
        for (Stroke of : Stroke.values()) {
            for (Box box : state.boxes(of)) {
                String name = words.of(of) + " " + box.text();
                Label label = new Label(name);
                label.setMinWidth(USE_PREF_SIZE);
                HBox chip = Parts.row(label, new IconButton(Material2OutlinedAL.CLOSE,
                        words.text("deident.box.remove", name), () -> model.remove(of, box)));
                chip.getStyleClass().add(of == Stroke.KEEP ? "box-keep" : "box-overwrite");
                chips.add(chip);
            }
        }
        chips.add(Parts.row(Parts.name(words.text("deident.box")), typed));
        Parts.replace(boxes, chips);
    }
}
