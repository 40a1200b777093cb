package foramen.ui.export;

import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.job.JobRunner;
import foramen.ui.support.Explanation;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.export.ExportOutcome;
import foramen.workspace.export.ExportPreview;
import foramen.workspace.export.ExportResult;
import foramen.workspace.export.ExportService;
import foramen.workspace.export.FileNaming;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Chooses what of the case is exported and where to, and says what became of each document. */
public final class ExportViewModel {
    private final Workbench bench;
    private final Words words;
    private final ExportService service;
    private final JobRunner jobs;
    private final String softwareVersion;
    private final Set<ExportKind> chosen;
    private Runnable onExported = () -> {};
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyObjectWrapper<ExportState> state;
    private Path folder;
    private List<ExportState.Result> results = List.of();
    private String summary = "";
    private JobRunner.@Nullable Handle running;

    /**
     * @param bench the case, the clip and the frame in view
     * @param service writes the documents
     * @param jobs runs the writing
     * @param folder where documents go until another folder is chosen
     * @param softwareVersion the version that is named in them
     */
    public ExportViewModel(Workbench bench, ExportService service, JobRunner jobs, Path folder,
            String softwareVersion) {
        this.bench = bench;
        this.words = bench.words();
        this.service = service;
        this.jobs = jobs;
        this.folder = folder;
        this.softwareVersion = softwareVersion;
        this.chosen = EnumSet.noneOf(ExportKind.class);
        service.kinds().stream().filter(ExportKind::isUsual).forEach(chosen::add);
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        bench.onChange(this::refresh);
    }

    /** What to show. */
    public ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public ExportState state() {
        return state.get();
    }

    /** Calls {@code action} each time all documents asked for were written. */
    public void onExported(Runnable action) {
        onExported = action;
    }

    /** How far the export under way is, 0 to 1, or negative where that cannot be known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Says whether a document is to be made. */
    public void choose(ExportKind kind, boolean wanted) {
        if (wanted) {
            chosen.add(kind);
        } else {
            chosen.remove(kind);
        }
        refresh();
    }

    /** Says where the documents go. */
    public void chooseFolder(Path next) {
        folder = next;
        refresh();
    }

    /** Says in words where the documents go; answers with one sentence where that is no place. */
    public String typeFolder(String text) {
        if (text.isBlank()) {
            return words.text("export.nofolder");
        }
        try {
            Path typed = Path.of(text);
            if (!typed.isAbsolute()) {
                return words.text("export.wholepath");
            }
            chooseFolder(typed.normalize());
            return "";
        } catch (InvalidPathException e) {
            return words.text("export.notafolder");
        }
    }

    /** Exports the frame in view in a job; does nothing while one is under way or nothing is chosen. */
    public void export() {
        Optional<ExportSubject> subject = subject();
        if (subject.isEmpty() || !state().canExport()) {
            return;
        }
        Set<ExportKind> kinds = EnumSet.copyOf(chosen);
        Path to = folder;
        results = List.of();
        summary = "";
        Attempt attempt = new Attempt();
        JobRunner.Handle handle = jobs.start(words.text("job.export", to),
                progress -> service.export(subject.get(), kinds, to, progress), attempt::done, attempt::failed);
        if (!attempt.ended) {
            running = handle;
            if (handle instanceof RunningJob job) {
                fraction.bind(job.fractionProperty());
            }
        }
        refresh();
    }

    /** Stops the export under way; documents finished by then stay. */
    public void cancel() {
        if (running != null) {
            running.cancel();
            summary = words.text("export.cancelled");
            end();
        }
    }

    /** One press of the button; a runner of the current thread ends it before its handle is there. */
    private final class Attempt {
        private boolean ended;

        private void done(ExportResult result) {
            ended = true;
            results = result.outcomes().stream().map(ExportViewModel.this::result).toList();
            int written = result.written().size();
            summary = result.isComplete()
                    ? words.text(written == 1 ? "export.done.one" : "export.done.other", written, result.folder())
                    : words.text("export.partly", written, result.outcomes().size());
            end();
            if (result.isComplete()) {
                onExported.run();
            }
        }

        private void failed(Exception e) {
            ended = true;
            summary = Explanation.of(words, words.text("export.doing"), e);
            end();
        }
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void end() {
        running = null;
        fraction.unbind();
        fraction.set(-1);
        refresh();
    }

    private ExportState.Result result(ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Written w -> new ExportState.Result(words.of(w.kind()), Optional.of(w.file()));
            case ExportOutcome.Failed f -> new ExportState.Result(words.said(f.sentence()), Optional.empty());
        };
    }

    private Optional<ExportSubject> subject() {
        return bench.clip().getValue()
                .map(c -> new ExportSubject(bench.casefile(), c, bench.frameShown().getValue().intValue(),
                        bench.editor().now(), bench.editor().operator(), softwareVersion));
    }

    private void refresh() {
        ExportState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private ExportState compute() {
        Optional<ExportSubject> subject = subject();
        List<ExportState.Choice> choices = new ArrayList<>();
        for (ExportKind kind : service.kinds()) {
            choices.add(new ExportState.Choice(kind, chosen.contains(kind),
                    subject.map(s -> ExportPreview.fileName(s, kind, FileNaming.CASE)).orElse("")));
        }
        return new ExportState(subject.isPresent(), bench.frame().map(FrameRef::number).orElse(1), choices, folder,
                running != null, results, summary);
    }
}
