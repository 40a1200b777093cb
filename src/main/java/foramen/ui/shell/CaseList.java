package foramen.ui.shell;

import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cases of the store, last changed first: patient, indication and time; a click opens one. */
final class CaseList extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final Clock clock;
    private final Consumer<CaseId> onOpen;

    CaseList(Clock clock, Consumer<CaseId> onOpen, Words words) {
        this.words = words;
        this.clock = clock;
        this.onOpen = onOpen;
        getStyleClass().add("case-list");
    }

    /** Shows {@code cases}; the one that is open is marked. */
    void show(List<Summary> cases, Optional<CaseId> open) {
        Parts.replace(this, cases.stream().map(c -> row(c, open.filter(c.id()::equals).isPresent())).toList());
        setVisible(!cases.isEmpty());
        setManaged(!cases.isEmpty());
    }

    private Button row(Summary summary, boolean open) {
        String patient = summary.patient().isBlank() ? words.text("cases.unnamed") : summary.patient();
        String indication = summary.indication().isBlank() ? words.text("cases.noindication") : summary.indication();
        String changed = TIME.format(summary.changed().atZone(clock.getZone()));
        Label name = new Label(patient);
        name.getStyleClass().add("case-patient");
        name.setWrapText(true);
        Label time = new Label(changed);
        time.getStyleClass().add("case-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label why = new Label(indication);
        why.getStyleClass().add("case-indication");
        why.setWrapText(true);
        Button row = new Button();
        row.setGraphic(new VBox(new HBox(name, gap, time), why));
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().addAll("flat", "case-row");
        if (open) {
            row.getStyleClass().add("open");
        }
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(words.text(open ? "cases.row.open" : "cases.row", patient, indication, changed));
        row.setOnAction(e -> onOpen.accept(summary.id()));
        return row;
    }
}
