package foramen.ui.annotate;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.Icons;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Swatch;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The inspector's page of outlines, lines and points. */
public final class AnnotatePanel extends BorderPane {
    /** The structures offered with one click; the others are in a list. */
    private static final int IN_SIGHT = 3;

    private final AnnotateViewModel model;
    private final Words words;
    private final SectionTitle title = new SectionTitle("");
    private final ChoiceRow<Structure> structures;
    private final ComboBox<Structure> others = new ComboBox<>();
    private final ChoiceRow<Laterality> side;
    private final ComboBox<ScanLevel> level = new ComboBox<>();
    private final ChoiceRow<ScanPlane> plane;
    private final RemarkLabel warning = new RemarkLabel();
    private final RemarkLabel missing = new RemarkLabel();
    private final TypedField label;
    private final IconButton lock;
    private final IconButton hide;
    private final IconButton delete;
    private final HBox naming;
    private final SectionTitle listTitle = new SectionTitle("");
    private final VBox list = new VBox();
    private final VBox elsewhere = new VBox();
    private final Page page;
    private final VBox follow = new VBox();
    private final VBox pickers;
    private final Label frames = Parts.name("");
    private final ChoiceRow<AnnotateState.Reach> reach;
    private final VBox here;
    private final VBox away;
    private Optional<AnnotateState> listed = Optional.empty();
    private boolean showing;

    /** Shows {@code model}. */
    public AnnotatePanel(AnnotateViewModel model) {
        this.model = model;
        words = model.words();
        setId("annotate-panel");
        List<Structure> all = model.structures();
        structures = new ChoiceRow<>(words.text("outline.structure"), all.subList(0, IN_SIGHT), words::of,
                model::chooseStructure);
        all.subList(0, IN_SIGHT).forEach(s -> structures.graphic(s, new Swatch(s.letter(), s.colour())));
        others.getItems().setAll(all.subList(IN_SIGHT, all.size()));
        others.setId("annotate-others");
        others.setPromptText(words.text("outline.others"));
        others.setAccessibleText(words.text("outline.others"));
        others.setMaxWidth(Double.MAX_VALUE);
        others.setCellFactory(v -> new StructureCell(""));
        others.setButtonCell(new StructureCell(words.text("outline.others")));
        others.valueProperty().addListener((o, was, now) -> chosen(now, model::chooseStructure));
        side = new ChoiceRow<>(words.text("side"), List.of(Laterality.LEFT, Laterality.RIGHT),
                l -> Words.capital(words.of(l)),
                model::chooseSide);
        level.getItems().setAll(ScanLevel.values());
        level.setId("annotate-level");
        level.setAccessibleText(words.text("level"));
        level.setMaxWidth(Double.MAX_VALUE);
        level.setCellFactory(v -> new LevelCell());
        level.setButtonCell(new LevelCell());
        level.valueProperty().addListener((o, was, now) -> chosen(now, model::chooseLevel));
        plane = new ChoiceRow<>(words.text("plane"), List.of(ScanPlane.SHORT_AXIS, ScanPlane.LONG_AXIS),
                p -> Words.capital(words.of(p)), model::choosePlane);
        label = new TypedField(words.text("outline.label"), model::rename);
        label.setId("annotate-label");
        label.setPromptText(words.text("outline.label"));
        HBox.setHgrow(label, Priority.ALWAYS);
        lock = new IconButton(Material2OutlinedAL.LOCK_OPEN, words.text("outline.lock"), model::toggleLock);
        lock.setId("annotate-lock");
        hide = new IconButton(Material2OutlinedMZ.VISIBILITY, words.text("outline.hide"), model::toggleHidden);
        hide.setId("annotate-hide");
        delete = new IconButton(Material2OutlinedAL.DELETE, words.text("outline.delete"), model::delete);
        delete.setId("annotate-delete");
        naming = new HBox(label, lock, hide, delete);
        naming.getStyleClass().add("row");
        warning.setId("annotate-warning");
        missing.setId("annotate-missing");
        page = new Page();
        setCenter(page);
        list.getStyleClass().add("tight");
        elsewhere.getStyleClass().add("tight");
        reach = new ChoiceRow<>(words.text("outline.reach"), List.of(AnnotateState.Reach.values()), words::of,
                model::chooseReach);
        reach.setId("annotate-reach");
        pickers = Parts.part(frames, reach, structures, others, Parts.name(words.text("side")), side, warning,
                Parts.name(words.text("level")), level,
                Parts.name(words.text("plane")), plane, missing, naming);
        here = Parts.part(listTitle, list);
        away = Parts.part(Parts.name(words.text("outline.elsewhere")), elsewhere);
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.state());
    }

    /** Shows {@code section}, on following over frames, beneath the list of the frame. */
    public void setFollow(Node section) {
        follow.getChildren().setAll(section);
    }

    private <T> void chosen(@Nullable T value, java.util.function.Consumer<T> action) {
        if (!showing && value != null) {
            action.accept(value);
        }
    }

    private void show(AnnotateState state) {
        showing = true;
        try {
            if (state.clipOpen()) {
                showPickers(state);
                showLists(state);
            } else {
                page.show(new SectionTitle(words.text("outline.title")), new EmptyState(Material2OutlinedAL.GESTURE,
                        words.text("outline.empty")));
            }
        } finally {
            showing = false;
        }
    }

    private void showPickers(AnnotateState state) {
        AnnotateState.Subject s = state.subject();
        boolean selected = s.annotationId().isPresent();
        title.setText(words.text(selected ? "outline.selected" : "outline.next", called(s)));
        structures.show(s.structure());
        others.setValue(others.getItems().contains(s.structure()) ? s.structure() : null);
        side.show(s.side());
        level.setValue(s.level());
        plane.show(s.plane());
        for (Node picker : List.of(reach, structures, others, side, level, plane, label, delete)) {
            picker.setDisable(s.locked());
        }
        naming.setManaged(selected);
        naming.setVisible(selected);
        frames.setText(words.text("outline.frames", s.frames()));
        reach.show(s.reach());
        for (Node followed : List.of(frames, reach)) {
            followed.setManaged(s.frames() > 1);
            followed.setVisible(s.frames() > 1);
        }
        label.show(s.annotationId().orElse(""), s.label());
        lock.show(s.locked() ? Material2OutlinedAL.LOCK : Material2OutlinedAL.LOCK_OPEN,
                s.locked() ? words.text("outline.unlock") : words.text("outline.lock"));
        hide.show(s.hidden() ? Material2OutlinedMZ.VISIBILITY_OFF : Material2OutlinedMZ.VISIBILITY,
                s.hidden() ? words.text("outline.show") : words.text("outline.hide"));
        warning.show(state.warning(), "", state.warning().isEmpty() ? Tone.NEUTRAL : Tone.AMBER);
        missing.show(state.missing(), "", state.missing().isEmpty() ? Tone.NEUTRAL : Tone.AMBER);
    }

    private String called(AnnotateState.Subject s) {
        return words.of(s.structure()) + (s.side() == Laterality.UNSPECIFIED ? "" : ", " + words.of(s.side()));
    }

    /** Made anew only where something changed: while a clip plays, this is called for every frame. */
    private void showLists(AnnotateState state) {
        listTitle.setText(words.text("outline.onframe", state.frameNumber()));
        boolean same = listed.filter(l -> l.here().equals(state.here()) && l.elsewhere().equals(state.elsewhere()))
                .isPresent();
        if (!same) {
            listed = Optional.of(state);
            fillLists(state);
        }
        if (state.elsewhere().isEmpty()) {
            page.show(title, pickers, here, follow);
        } else {
            page.show(title, pickers, here, follow, away);
        }
    }

    private void fillLists(AnnotateState state) {
        Parts.replace(list, state.here().stream().map(this::row).toList());
        if (state.here().isEmpty()) {
            list.getChildren().setAll(Parts.note(state.elsewhere().isEmpty()
                    ? words.text("outline.nothing")
                    : words.text("outline.nothinghere")));
        }
        Parts.replace(elsewhere, state.elsewhere().stream().map(this::otherFrame).toList());
    }

    private Node row(AnnotateState.Row row) {
        Label name = new Label(row.words());
        name.getStyleClass().add("item-name");
        Label kind = Parts.note(row.kind());
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Node[] parts = {new Swatch(row.structure().letter(), row.structure().colour()), name, Parts.spring(), kind};
        ItemRow item = new ItemRow(words,
                row.words() + ", " + row.kind() + (row.locked() ? ", " + words.text("locked") : "")
                        + (row.hidden() ? ", " + words.text("hidden") : "")
                        + (row.sideRemark().isEmpty() ? "" : ". " + row.sideRemark()),
                row.selected(),
                () -> model.select(row.id()), parts);
        if (!row.sideRemark().isEmpty()) {
            Label remark = new Label(words.text("outline.otherside"),
                    Icons.of(Material2OutlinedMZ.REPORT_PROBLEM, "amber"));
            remark.setTooltip(new Tooltip(row.sideRemark()));
            remark.setMinWidth(Region.USE_PREF_SIZE);
            item.getChildren().add(remark);
        }
        if (row.hidden()) {
            item.getChildren().add(Icons.of(Material2OutlinedMZ.VISIBILITY_OFF));
        }
        if (row.locked()) {
            item.getChildren().add(Icons.of(Material2OutlinedAL.LOCK));
        }
        return item;
    }

    private Node otherFrame(AnnotateState.Elsewhere other) {
        String frame = words.text("frame.number", other.frameIndex() + 1);
        Label name = new Label(frame);
        name.getStyleClass().add("item-name");
        String count = words.count("outline.annotations", other.count());
        return new ItemRow(words, words.text("outline.gothere", frame, count), false,
                () -> model.goTo(other.frameIndex()), name,
                Parts.note(other.letters()), Parts.spring(), Parts.note(count),
                Icons.of(Material2OutlinedMZ.NAVIGATE_NEXT));
    }

    /** A structure with its letter on its colour. */
    private final class StructureCell extends ListCell<Structure> {
        private final String unchosen;

        /** A list cell does not fall back to the list's own prompt once something has been chosen and let go. */
        StructureCell(String unchosen) {
            this.unchosen = unchosen;
        }

        @Override
        protected void updateItem(@Nullable Structure item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(unchosen);
                setGraphic(null);
            } else {
                setText(words.of(item));
                setGraphic(new Swatch(item.letter(), item.colour()));
            }
        }
    }

    /** A level by its words. */
    private final class LevelCell extends ListCell<ScanLevel> {
        @Override
        protected void updateItem(@Nullable ScanLevel item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.of(item));
        }
    }
}
