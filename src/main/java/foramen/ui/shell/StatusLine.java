package foramen.ui.shell;

import foramen.ui.support.IconButton;
import foramen.ui.support.Icons;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Words;
import foramen.workspace.edit.SaveState;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The line at the bottom: what to do with the tool, what is being worked on, and whether all is saved. */
final class StatusLine extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final HBox job = new HBox();
    private final Label jobName = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final IconButton cancel;
    private final Label saved = new Label();
    private final Hyperlink retry;
    private final Clock clock;
    private final Words words;
    private @Nullable RunningJob shown;

    StatusLine(ObservableValue<String> hint, ObservableList<RunningJob> jobs, ObservableValue<SaveState> saveState,
            Runnable onRetry, Clock clock, Words words) {
        this.words = words;
        cancel = new IconButton(Material2OutlinedAL.CLOSE, words.text("cancel"), this::cancelJob);
        retry = new Hyperlink(words.text("status.retry"));
        this.clock = clock;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Label hintLabel = new Label();
        hintLabel.setId("hint");
        hintLabel.textProperty().bind(hint);
        hintLabel.getStyleClass().add("hint");
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        job.setAlignment(Pos.CENTER_LEFT);
        job.getStyleClass().add("status-job");
        job.getChildren().addAll(jobName, bar, cancel);
        saved.setId("saved");
        saved.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(e -> onRetry.run());
        getChildren().addAll(hintLabel, gap, job, saved, retry);
        jobs.addListener((ListChangeListener<RunningJob>) c -> show(jobs));
        show(jobs);
        saveState.subscribe(this::show);
    }

    private void show(List<RunningJob> jobs) {
        bar.progressProperty().unbind();
        shown = jobs.isEmpty() ? null : jobs.getFirst();
        job.setVisible(shown != null);
        job.setManaged(shown != null);
        if (shown != null) {
            String name = words.said(shown.name());
            jobName.setText(jobs.size() > 1
                    ? words.text("status.jobs", name, jobs.size() - 1)
                    : name);
            cancel.setAccessibleText(words.text("status.cancel", name));
            bar.setAccessibleText(words.text("status.progress", name));
            bar.progressProperty().bind(shown.fractionProperty());
        }
    }

    private void cancelJob() {
        if (shown != null) {
            shown.stop();
        }
    }

    private void show(SaveState state) {
        boolean failed = state instanceof SaveState.Failed;
        retry.setVisible(failed);
        retry.setManaged(failed);
        saved.getStyleClass().remove("red");
        saved.setGraphic(null);
        switch (state) {
            case SaveState.Saved s -> saved.setText(
                    s.at().map(at -> words.text("status.saved", TIME.format(at.atZone(clock.getZone()))))
                            .orElse(words.text("status.unchanged")));
            case SaveState.Saving s -> saved.setText(words.text("status.saving"));
            case SaveState.Failed f -> {
                saved.setText(words.text("status.failed", words.said(f.sentence())));
                saved.getStyleClass().add("red");
                saved.setGraphic(Icons.of(Material2OutlinedAL.ERROR_OUTLINE, "red"));
            }
        }
    }
}
