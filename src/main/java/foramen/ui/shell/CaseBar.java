package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import foramen.domain.patient.Patient;
import foramen.overlay.Wording;
import foramen.ui.support.Chip;
import foramen.ui.support.Leaving;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.workspace.edit.CaseEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bar at the top: who, which side, why, how it is calibrated, and undo, redo, export. */
final class CaseBar extends VBox {
    private @Nullable CaseId texts;
    private final CaseEditor editor;
    private final ObservableValue<Optional<Clip>> clip;
    private final Runnable onDone;
    private final Words words;
    private final TextField patient;
    private final TextField indication;
    private final ToggleButton left;
    private final ToggleButton right;
    private final Chip sideWarning = new Chip("", Tone.AMBER).icon(Material2OutlinedMZ.WARNING);
    private final Chip scale = new Chip("", Tone.NEUTRAL).icon(Material2OutlinedMZ.STRAIGHTEN);
    private final Tooltip scaleTip = new Tooltip();
    private final BarRows rows;

    /**
     * @param editor the case
     * @param clip the open clip
     * @param actions where the buttons come from
     * @param onDone told when a field was left with Enter or Esc, to take the keyboard back
     * @param words what the window says
     */
    CaseBar(CaseEditor editor, ObservableValue<Optional<Clip>> clip, ActionRegistry actions, Runnable onDone,
            Words words) {
        this.editor = editor;
        this.clip = clip;
        this.onDone = onDone;
        this.words = words;
        getStyleClass().add("case-bar");
        left = new ToggleButton(words.text("side.left"));
        right = new ToggleButton(words.text("side.right"));
        patient = field("patient", words.text("case.patient"),
                typed -> editor.commit(withName(editor.current(), typed), "Change patient"));
        indication = field("indication", words.text("case.indication"),
                typed -> editor.commit(editor.current().withIndication(typed), "Change indication"));
        side(left, Laterality.LEFT, "left-pill");
        side(right, Laterality.RIGHT, "right-pill");
        scale.setTooltip(scaleTip);
        HBox sides = new HBox(left, right);
        sides.setAlignment(Pos.CENTER_LEFT);
        sides.setMinWidth(USE_PREF_SIZE);
        Button open = actions.bind(new Button(words.text("case.open")), "open");
        Button export = actions.bind(new Button(words.text("case.export")), "export");
        export.getStyleClass().add("accent");
        open.setMinWidth(USE_PREF_SIZE);
        export.setMinWidth(USE_PREF_SIZE);
        List<Node> buttons = new ArrayList<>(List.of(open, actions.iconButton("undo"), actions.iconButton("redo"),
                export));
        // Where records have no passphrase the settings say why; a button that never works would only be in the way.
        actions.named("lock-window").filter(a -> a.enabled().getValue())
                .ifPresent(a -> buttons.add(actions.iconButton(a.id())));
        actions.named("settings").ifPresent(a -> buttons.add(actions.iconButton(a.id())));
        buttons.add(new HelpMenu(actions, words));
        rows = new BarRows(List.of(patient, sides), List.of(sideWarning, indication, scale), buttons,
                List.of(open, export));
        getChildren().addAll(rows.first(), rows.second());
        actions.get("undo").enabled().subscribe(e -> undoTips(actions));
        actions.keymapProperty().addListener((o, was, now) -> undoTips(actions));
        editor.undoActionProperty().subscribe(what -> undoTips(actions));
        editor.redoActionProperty().subscribe(what -> undoTips(actions));
        editor.caseProperty().subscribe(this::refresh);
        clip.subscribe(this::refresh);
        refresh();
    }

    /** A field that looks like text until somebody goes there; Enter or leaving commits, Esc brings the old back. */
    private TextField field(String id, String prompt, Consumer<String> commit) {
        TextField field = new WholeField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setTooltip(new Tooltip(prompt));
        field.getStyleClass().add("case-field");
        Runnable settle = () -> {
            if (!field.getText().strip().equals(shown(id))) {
                commit.accept(field.getText().strip());
            }
            refresh();
        };
        field.setOnAction(e -> {
            settle.run();
            onDone.run();
        });
        Leaving.of(field, settle);
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                field.setText(shown(id));
                onDone.run();
                e.consume();
            }
        });
        return field;
    }

    /** Before each layout, what has room beside the patient is worked out anew. */
    @Override
    protected void layoutChildren() {
        if (rows.fit(getWidth() - getInsets().getLeft() - getInsets().getRight())) {
            // The bar is higher or lower now, which the window learns with the next pulse.
            Platform.runLater(this::requestLayout);
        }
        super.layoutChildren();
    }

    private String shown(String id) {
        Case now = editor.current();
        return id.equals("patient") ? Wording.personName(now.patient().name()) : now.indication();
    }

    private static Case withName(Case casefile, String name) {
        Patient p = casefile.patient();
        return casefile.withPatient(p.named(name));
    }

    private void side(ToggleButton button, Laterality side, String pill) {
        button.getStyleClass().addAll("side-button", pill);
        button.setId("side-" + side.words());
        button.setAccessibleText(words.text("case.side", words.of(side)));
        button.setTooltip(new Tooltip(words.text("case.side", words.of(side))));
        button.setOnAction(e -> {
            editor.commit(editor.current().withSide(side), "Set side to " + side.words());
            refresh();
        });
    }

    private void undoTips(ActionRegistry actions) {
        for (Button b : List.of("undo", "redo").stream().map(id -> lookup("#" + id)).filter(Button.class::isInstance)
                .map(Button.class::cast).toList()) {
            String what = b.getId().equals("undo")
                    ? editor.undoActionProperty().get()
                    : editor.redoActionProperty().get();
            String tip = actions.get(b.getId()).tooltip(words);
            b.getTooltip().setText(what.isEmpty() ? tip : tip + ": " + words.edit(what));
        }
    }

    private void refresh() {
        Case now = editor.current();
        boolean open = clip.getValue().isPresent();
        // What is half typed for one case must never end up in another.
        boolean another = !now.id().equals(texts);
        texts = now.id();
        for (TextField f : List.of(patient, indication)) {
            if (another || !f.isFocused()) {
                f.setText(shown(f.getId()));
            }
        }
        for (Node n : List.of(patient, left, right, indication, scale)) {
            n.setVisible(open);
            n.setManaged(open);
        }
        left.setSelected(now.side() == Laterality.LEFT);
        right.setSelected(now.side() == Laterality.RIGHT);
        Optional<ClipInfo> info = clip.getValue().map(Clip::info);
        warnOfSide(now, info);
        showScale(info);
    }

    private void warnOfSide(Case now, Optional<ClipInfo> info) {
        Laterality file = info.map(ClipInfo::laterality).orElse(Laterality.UNSPECIFIED);
        // With several clips, the other side is there to compare with.
        boolean differs = now.clips().size() <= 1 && isOneSide(file) && isOneSide(now.side()) && file != now.side();
        boolean unset = info.isPresent() && now.side() == Laterality.UNSPECIFIED;
        boolean stranger = info.map(ClipInfo::patient).filter(p -> !p.id().isBlank())
                .filter(p -> !now.patient().id().isBlank() && !p.id().equals(now.patient().id())).isPresent();
        boolean drawnOtherwise = info.filter(i -> drawnOtherwise(now, i)).isPresent();
        sideWarning.setText(stranger
                ? words.text("case.stranger")
                : differs
                        ? words.text("case.side.differs", words.of(file))
                        : drawnOtherwise
                                ? words.text("case.side.drawn", words.of(file.opposite()), words.of(file))
                                : words.text("case.side.unset"));
        boolean warn = stranger || differs || drawnOtherwise || unset;
        sideWarning.setVisible(warn);
        sideWarning.setManaged(warn);
    }

    /** Whether something on the clip is marked as of the other side than its file says. */
    private static boolean drawnOtherwise(Case now, ClipInfo clip) {
        String uid = clip.identity().sopInstanceUid();
        return isOneSide(clip.laterality()) && now.annotations().stream()
                .anyMatch(a -> a.frame().sopInstanceUid().equals(uid)
                        && a.laterality() == clip.laterality().opposite());
    }

    private static boolean isOneSide(Laterality side) {
        return side == Laterality.LEFT || side == Laterality.RIGHT;
    }

    private void showScale(Optional<ClipInfo> info) {
        info.ifPresent(i -> {
            Calibration calibration = editor.current().calibrationOf(i);
            switch (calibration.overallScale()) {
                case Scale.Known k -> {
                    scale.show(words.text("scale", words.said(calibration.summary())), Tone.NEUTRAL);
                    scaleTip.setText(k.note().isEmpty() ? k.perPixel() : k.perPixel() + ". " + k.note());
                }
                case Scale.Unknown u -> {
                    scale.show(words.text("scale.none"), Tone.AMBER);
                    scaleTip.setText(words.said(u.reason()));
                }
            }
        });
    }
}
