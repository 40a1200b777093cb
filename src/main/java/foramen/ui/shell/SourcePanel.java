package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipEntry;
import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import foramen.workspace.source.ClipShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The clips of the place that is open, to choose from; what is missing, and why, is beneath. Not there without one. */
final class SourcePanel extends VBox {
    private static final double LIST_HEIGHT = 400;
    private static final double LOWEST = 120;
    /** More sentences than that nobody reads here. */
    private static final int MOST_PROBLEMS = 100;

    private final ShellViewModel model;
    private final Words words;
    private final SectionTitle title;
    private final Label summary = Parts.note("");
    private final TextField search = new TextField();
    private final ListView<ClipEntry> list = new ListView<>();
    private final Button add = new Button();
    private final Hyperlink toggle = new Hyperlink();
    private final VBox missing = Parts.tight();

    SourcePanel(ShellViewModel model, ObservableValue<Case> casefile) {
        this.model = model;
        words = model.words();
        ClipShelf shelf = model.shelf();
        setId("source-panel");
        getStyleClass().add("source-panel");
        IconButton close = new IconButton(Material2OutlinedAL.CLOSE, words.text("source.close"), shelf::clear);
        close.setId("source-close");
        title = new SectionTitle(words.text("source.title"), close);
        search.setId("source-search");
        search.setPromptText(words.text("source.search"));
        search.setAccessibleText(words.text("source.search.name"));
        search.textProperty().bindBidirectional(shelf.queryProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("source-list");
        list.setAccessibleText(words.text("source.list"));
        list.getStyleClass().add("source-list");
        list.setPlaceholder(new Label(words.text("source.none")));
        list.setCellFactory(l -> new SourceCell(model, casefile));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
        toggle.setId("source-missing");
        toggle.getStyleClass().add("source-missing");
        toggle.setOnAction(e -> reveal(!missing.isVisible()));
        add.setId("source-add");
        add.setText(words.text("source.add"));
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(e -> add());
        add.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        model.clipProperty().subscribe(c -> {
            boolean may = c.isPresent() && model.pair().isPresent();
            add.setVisible(may);
            add.setManaged(may);
        });
        getChildren().addAll(title, summary, search, list, add, toggle, missing);
        shelf.catalogProperty().subscribe(c -> show(c.orElse(null)));
        shelf.foundProperty().subscribe(this::fill);
        shelf.openProperty().subscribe(o -> mark(o.orElse(null)));
        // Whether a clip is of another patient depends on whose case is open.
        casefile.subscribe(c -> list.refresh());
    }

    private void show(@Nullable ClipCatalog catalog) {
        setVisible(catalog != null);
        setManaged(catalog != null);
        if (catalog == null) {
            return;
        }
        title.setText(catalog.name());
        summary.setText(words.said(catalog.summary()));
        boolean any = !catalog.entries().isEmpty();
        for (javafx.scene.Node n : List.of(search, list)) {
            n.setVisible(any);
            n.setManaged(any);
        }
        List<Label> lines = lines(catalog);
        missing.getChildren().setAll(lines);
        toggle.setManaged(!lines.isEmpty());
        toggle.setVisible(!lines.isEmpty());
        // Where nothing can be chosen, why is all there is to read.
        reveal(!any);
        if (any) {
            // After whatever else wants the keyboard now that the clip is no longer being opened.
            Platform.runLater(list::requestFocus);
        }
    }

    private List<Label> lines(ClipCatalog catalog) {
        List<Label> lines = new ArrayList<>();
        catalog.warnings().forEach(w -> lines.add(line(w, "caution")));
        catalog.problems().stream().limit(MOST_PROBLEMS).forEach(p -> lines.add(line(p.words(), "caution")));
        if (catalog.problems().size() > MOST_PROBLEMS) {
            lines.add(line(words.text("source.more", catalog.problems().size() - MOST_PROBLEMS), "caution"));
        }
        if (!catalog.skipped().isEmpty()) {
            lines.add(line(words.said(catalog.skippedSentence()), "muted"));
        }
        return lines;
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private void reveal(boolean shown) {
        missing.setVisible(shown);
        missing.setManaged(shown);
        toggle.setText(shown ? words.text("source.hide") : words.text("source.reveal"));
    }

    private void fill(List<ClipEntry> entries) {
        list.getItems().setAll(entries);
        list.setPrefHeight(Math.clamp(entries.size() * (double) SourceCell.HEIGHT, LOWEST, LIST_HEIGHT));
        Optional<ClipEntry> open = model.shelf().openProperty().get();
        int at = open.map(entries::indexOf).orElse(-1);
        list.getSelectionModel().select(Math.max(0, at));
    }

    private void mark(@Nullable ClipEntry open) {
        if (open != null) {
            list.getSelectionModel().select(open);
            list.scrollTo(open);
        }
        list.refresh();
    }

    private void listKey(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            choose();
            e.consume();
        }
    }

    private void searchKey(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER -> {
                choose();
                e.consume();
            }
            case DOWN -> {
                list.requestFocus();
                e.consume();
            }
            default -> {
                // A letter, which the field has taken.
            }
        }
    }

    private void add() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(entry -> model.pair().ifPresent(p -> p.add(entry)));
    }

    private void choose() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(model::open);
    }
}
