package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.Frame;
import foramen.overlay.Wording;
import foramen.ui.support.Chip;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.workspace.source.ClipShelf;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One clip of a list: its first frame, what it is, and above the first of each group whose it is. */
final class SourceCell extends ListCell<ClipEntry> {
    /** How high a row is without the heading of a group, for the height of a short list. */
    static final int HEIGHT = 68;

    private static final double THUMB_WIDTH = 72;
    private static final double THUMB_HEIGHT = 54;

    private final ShellViewModel model;
    private final Words words;
    private final ObservableValue<Case> casefile;
    private final Label patient = label("source-patient");
    private final Chip another;
    private final HBox heading;
    private final Label study = label("source-study");
    private final Label series = label("source-series");
    private final ImageView thumb = new ImageView();
    private final Label title = label("source-title");
    private final Label extent = label("source-extent");
    private final Label file = label("source-extent");
    private final HBox row;
    private final VBox whole;
    private @Nullable ClipEntry shown;

    SourceCell(ShellViewModel model, ObservableValue<Case> casefile) {
        this.model = model;
        words = model.words();
        another = new Chip(words.text("source.stranger"), Tone.AMBER);
        heading = new HBox(patient, another);
        this.casefile = casefile;
        getStyleClass().add("source-cell");
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("source-heading");
        patient.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(patient, Priority.ALWAYS);
        thumb.setFitWidth(THUMB_WIDTH);
        thumb.setFitHeight(THUMB_HEIGHT);
        thumb.setPreserveRatio(true);
        thumb.setSmooth(true);
        StackPane frame = new StackPane(thumb);
        frame.getStyleClass().add("source-thumb");
        frame.setMinSize(THUMB_WIDTH, THUMB_HEIGHT);
        frame.setMaxSize(THUMB_WIDTH, THUMB_HEIGHT);
        file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        VBox lines = new VBox(title, extent, file);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(frame, lines);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("source-row");
        whole = new VBox(heading, study, series, row);
        // The list is as wide as the page; a long name is cut, not scrolled to.
        setPrefWidth(0);
        setOnMouseClicked(e -> {
            if (getItem() != null && !isEmpty()) {
                model.open(getItem());
            }
        });
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void updateItem(@Nullable ClipEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        show(entry);
        setGraphic(whole);
    }

    private void show(ClipEntry entry) {
        Optional<ClipEntry> before = before();
        boolean newPatient = before.filter(b -> samePatient(b, entry)).isEmpty();
        boolean newStudy = newPatient || before.filter(b -> b.studyLabel().equals(entry.studyLabel())).isEmpty();
        boolean newSeries = newStudy || before.filter(b -> b.seriesLabel().equals(entry.seriesLabel())).isEmpty();
        boolean stranger = model.clipProperty().get().isPresent()
                && ClipShelf.isAnotherPatient(entry, casefile.getValue().patient());
        boolean open = model.shelf().openProperty().get().filter(entry::equals).isPresent();
        String name = Wording.personName(entry.patientLabel());
        patient.setText(name);
        show(heading, newPatient);
        show(another, stranger);
        study.setText(entry.studyLabel());
        show(study, newStudy);
        series.setText(words.said(entry.seriesLabel()));
        show(series, newSeries && !entry.seriesLabel().isBlank());
        title.setText(entry.title());
        extent.setText(words.said(entry.extent()));
        file.setText(entry.label());
        setTooltip(new Tooltip(entry.label()));
        row.getStyleClass().remove("open");
        if (open) {
            row.getStyleClass().add("open");
        }
        String said = words.text(open ? "source.row.open" : "source.row", String.join(", ",
                List.of(entry.title(), words.said(entry.extent()), name, group(entry), entry.label())));
        setAccessibleText(stranger ? words.text("source.row.stranger", said) : said);
        if (!entry.equals(shown)) {
            shown = entry;
            thumb.setImage(null);
            model.thumbnails().request(entry.location(), f -> {
                if (entry.equals(shown)) {
                    f.ifPresent(this::paint);
                }
            });
        }
    }

    private Optional<ClipEntry> before() {
        int i = getIndex();
        return i > 0 && i <= getListView().getItems().size()
                ? Optional.of(getListView().getItems().get(i - 1))
                : Optional.empty();
    }

    private static boolean samePatient(ClipEntry a, ClipEntry b) {
        return a.patientLabel().equals(b.patientLabel()) && a.info().patient().id().equals(b.info().patient().id());
    }

    private static String group(ClipEntry entry) {
        String series = entry.seriesLabel();
        return series.isBlank() ? entry.studyLabel() : entry.studyLabel() + " · " + series;
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void paint(Frame frame) {
        WritableImage image = new WritableImage(frame.columns(), frame.rows());
        image.getPixelWriter().setPixels(0, 0, frame.columns(), frame.rows(), PixelFormat.getIntArgbInstance(),
                frame.argb(), 0, frame.columns());
        thumb.setImage(image);
    }
}
