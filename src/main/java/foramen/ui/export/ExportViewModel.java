package foramen.ui.export;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.job.JobRunner;
import foramen.job.StoppedException;
import foramen.ui.support.Explanation;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.export.Bundle;
import foramen.workspace.export.BundleExport;
import foramen.workspace.export.ExportOutcome;
import foramen.workspace.export.ExportPreview;
import foramen.workspace.export.ExportResult;
import foramen.workspace.export.ExportService;
import foramen.workspace.export.FileNaming;
import foramen.workspace.export.FrameChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final ExportMemory memory;
    private final JobRunner jobs;
    private final String softwareVersion;
    private final Set<ExportKind> chosen;
    private Consumer<Case> onExported = c -> {};
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyObjectWrapper<ExportState> state;
    private CaseId caseId;
    private FrameChoice frames;
    private Path folder;
    private List<ExportState.Result> results = List.of();
    private String summary = "";
    private JobRunner.@Nullable Handle running;
    private @Nullable Attempt current;

    /** Chooses anew each time. */
    public ExportViewModel(Workbench bench, ExportService service, JobRunner jobs, Path folder,
            String softwareVersion) {
        this(bench, service, jobs, folder, softwareVersion, ExportMemory.NONE);
    }

    /**
     * @param bench the case, the clip and the frame in view
     * @param service writes the documents
     * @param jobs runs the writing
     * @param folder where documents go until another folder is chosen
     * @param softwareVersion the version that is named in them
     * @param memory what was chosen last time
     */
    public ExportViewModel(Workbench bench, ExportService service, JobRunner jobs, Path folder,
            String softwareVersion, ExportMemory memory) {
        this.bench = bench;
        this.words = bench.words();
        this.service = service;
        this.memory = memory;
        this.jobs = jobs;
        this.softwareVersion = softwareVersion;
        Set<ExportKind> usual = EnumSet.noneOf(ExportKind.class);
        service.kinds().stream().filter(ExportKind::isUsual).forEach(usual::add);
        ExportChoices first = ExportChoices.of(memory.recall(), service.kinds(), folder)
                .orElse(new ExportChoices(usual, FrameChoice.THIS, folder));
        this.chosen = EnumSet.noneOf(ExportKind.class);
        chosen.addAll(first.kinds());
        this.frames = first.frames();
        this.folder = first.folder();
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        this.caseId = bench.casefile().id();
        bench.onChange(this::changed);
    }

    private void changed() {
        boolean another = !bench.casefile().id().equals(caseId);
        caseId = bench.casefile().id();
        if (another && running == null) {
            // What was written is told of its own case only.
            results = List.of();
            summary = "";
        }
        refresh();
    }

    /** What to show. */
    public ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public ExportState state() {
        return state.get();
    }

    /** Gives {@code action} the case as it was written each time all documents asked for were. */
    public void onExported(Consumer<Case> action) {
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

    /** Says whether all documents of a sort are to be made. */
    public void chooseAll(ExportKind.Group group, boolean wanted) {
        service.kinds().stream().filter(k -> k.group() == group).forEach(k -> {
            if (wanted) {
                chosen.add(k);
            } else {
                chosen.remove(k);
            }
        });
        refresh();
    }

    /** Says of which frames the documents of one frame are made. */
    public void chooseFrames(FrameChoice next) {
        frames = next;
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

    /** Exports in a job what is chosen; does nothing while one is under way or nothing is chosen. */
    public void export() {
        Optional<Bundle> bundle = bundle(chosen);
        if (bundle.isEmpty() || !state().canExport()) {
            return;
        }
        Path to = folder;
        memory.keep(new ExportChoices(chosen, frames, folder).text());
        results = List.of();
        summary = "";
        Attempt attempt = new Attempt(bench.casefile());
        current = attempt;
        JobRunner.Handle handle = jobs.start(words.text("job.export", to),
                progress -> new BundleExport(service).write(bundle.get(), to, attempt.sofar::add, progress),
                attempt::done, attempt::failed);
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
            if (current != null) {
                stopped(current);
            }
        }
    }

    private void stopped(Attempt attempt) {
        summary = words.text("export.cancelled");
        results = List.copyOf(attempt.sofar).stream().map(e -> result(e.outcome())).toList();
        end();
    }

    /** One press of the button; a runner of the current thread ends it before its handle is there. */
    private final class Attempt {
        /** Told by the thread of the job. */
        private final List<BundleExport.Entry> sofar = Collections.synchronizedList(new ArrayList<>());
        private final Case subject;
        private boolean ended;

        Attempt(Case subject) {
            this.subject = subject;
        }

        private void done(BundleExport.Result done) {
            ended = true;
            ExportResult result = done.result();
            List<ExportState.Result> all = new ArrayList<>(
                    result.outcomes().stream().map(ExportViewModel.this::result).toList());
            if (!done.complaint().isEmpty()) {
                all.add(new ExportState.Result(ExportState.Outcome.FAILED, words.said(done.complaint()),
                        Optional.empty()));
            }
            done.manifest().ifPresent(m -> all.add(new ExportState.Result(ExportState.Outcome.WRITTEN,
                    words.text("export.manifest"), Optional.of(m))));
            results = all;
            int written = result.written().size();
            summary = done.isComplete()
                    ? words.text(written == 1 ? "export.done.one" : "export.done.other", written, result.folder())
                    : words.text("export.partly", written, result.outcomes().size());
            end();
            if (done.isComplete() && written > 0) {
                onExported.accept(subject);
            }
        }

        private void failed(Exception e) {
            ended = true;
            if (e instanceof StoppedException) {
                stopped(this);
                return;
            }
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
            case ExportOutcome.Written w -> new ExportState.Result(ExportState.Outcome.WRITTEN, words.of(w.kind()),
                    Optional.of(w.file()));
            case ExportOutcome.LeftOut l -> new ExportState.Result(ExportState.Outcome.LEFT_OUT,
                    words.said(l.sentence()), Optional.empty());
            case ExportOutcome.Failed f -> new ExportState.Result(ExportState.Outcome.FAILED, words.said(f.sentence()),
                    Optional.empty());
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

    private Optional<Bundle> bundle(Set<ExportKind> kinds) {
        return subject().map(s -> new Bundle(s, kinds,
                frames.of(s.casefile(), s.frame(), s.clip().info().frames()), FileNaming.CASE,
                bench.editor().storedVersion()));
    }

    private ExportState compute() {
        Optional<Bundle> all = bundle(service.kinds());
        List<ExportState.Choice> choices = new ArrayList<>();
        for (ExportKind kind : service.kinds()) {
            choices.add(new ExportState.Choice(kind, chosen.contains(kind),
                    all.map(b -> ExportPreview.firstName(b, kind)).orElse(""),
                    all.map(b -> ExportPreview.files(b, kind)).orElse(0),
                    all.map(b -> ExportPreview.bytes(b, kind)).orElse(0L)));
        }
        return new ExportState(all.isPresent(), bench.frame().map(FrameRef::number).orElse(1), choices, frames,
                contents(), folder, running != null, results, summary);
    }

    private ExportState.Contents contents() {
        Case c = bench.casefile();
        List<Integer> numbers = bundle(chosen).map(b -> b.frames().stream().map(f -> f + 1).toList())
                .orElse(List.of());
        String uid = bench.frame().map(FrameRef::sopInstanceUid).orElse("");
        List<Annotation> here = c.annotations().stream().filter(a -> a.frame().sopInstanceUid().equals(uid)).toList();
        int rejected = (int) here.stream().filter(a -> !a.counts()).count();
        int hidden = (int) here.stream().filter(a -> a.counts() && a.state().hidden()).count();
        int plans = (int) c.plans().stream().filter(p -> p.frame().sopInstanceUid().equals(uid)).count();
        int files = bundle(chosen).map(b -> b.documents().size()).orElse(0);
        return new ExportState.Contents(c.side(), numbers, here.size() - rejected - hidden + plans, hidden, rejected,
                files == 0 ? 0 : files + 1);
    }
}
