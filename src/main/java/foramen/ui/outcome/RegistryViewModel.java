package foramen.ui.outcome;

import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.Procedure;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.domain.registry.RegistrySource;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.ui.support.Explanation;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Words;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.RegistryDesk;
import foramen.workspace.export.RecordExport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Counts over all cases, what is due over all of them, and the registry's files. All of it runs in jobs. */
public final class RegistryViewModel {
    /** More rows than anybody works through, and few enough to lay out at once; engineering default. */
    static final int MOST_DUE = 200;

    private final RegistryDesk desk;
    private final AssessmentFiles files;
    private final CaseStore store;
    private final JobRunner jobs;
    private final Clock clock;
    private final Words words;
    private final RegistryTable table;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper(this, "doing", "");
    private final ReadOnlyObjectWrapper<RegistryState> state;
    private Consumer<CaseId> onCase = id -> {};
    private RecordExport tables = new RecordExport(List.of());
    private RegistryQuery query;
    private Optional<RegistrySource> listed = Optional.empty();
    private String listedName = "";
    private RegistrySource.@Nullable Cohort cohort;
    private RegistryDesk.Due due = new RegistryDesk.Due(List.of(), List.of());
    private JobRunner.@Nullable Handle running;
    private String busy = "";
    private String said = "";
    private boolean wrong;

    /**
     * @param desk the registry's use cases
     * @param files the data files that hold
     * @param store the record
     * @param jobs runs what is slow
     * @param clock the clinic's time
     * @param words what the window says
     */
    public RegistryViewModel(RegistryDesk desk, AssessmentFiles files, CaseStore store, JobRunner jobs, Clock clock,
            Words words) {
        this.desk = desk;
        this.files = files;
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.words = words;
        this.table = new RegistryTable(words, files);
        this.query = new RegistryQuery(Grouping.ARM, Optional.empty(), Optional.empty(), today(),
                files.outcome().responders().getFirst().id());
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<RegistryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public RegistryState state() {
        return state.get();
    }

    /** Whether the registry is in sight. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** How far the job under way is, 0 to 1, or negative where that is not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What the job under way does just now; its name where it says nothing else, empty where there is none. */
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** The data files that hold. */
    AssessmentFiles files() {
        return files;
    }

    /** Says how tables of the whole record are written. */
    public void setTables(RecordExport export) {
        tables = export;
    }

    /** Calls {@code action} with the case that is asked for. */
    public void onCase(Consumer<CaseId> action) {
        onCase = action;
    }

    /** Brings the registry into sight and counts. */
    public void open() {
        open.set(true);
        refresh();
    }

    /** Puts the registry away; what is under way is stopped. */
    public void close() {
        cancel();
        open.set(false);
    }

    /** Opens the case of a visit that is due. */
    public void openCase(CaseId id) {
        close();
        onCase.accept(id);
    }

    /** Says how rows are put together. */
    public void group(Grouping by) {
        ask(new RegistryQuery(by, query.since(), query.until(), today(), query.definitionId()));
    }

    /** Says which definition of a response holds. */
    public void define(String definitionId) {
        ask(new RegistryQuery(query.by(), query.since(), query.until(), today(), definitionId));
    }

    /** Takes the first day; empty for all. Answers with one sentence where it is no day. */
    public String since(String typed) {
        return day(typed, d -> new RegistryQuery(query.by(), d, query.until(), today(), query.definitionId()));
    }

    /** Takes the last day; empty for all. Answers with one sentence where it is no day. */
    public String until(String typed) {
        return day(typed, d -> new RegistryQuery(query.by(), query.since(), d, today(), query.definitionId()));
    }

    private String day(String typed, java.util.function.Function<Optional<LocalDate>, RegistryQuery> next) {
        try {
            ask(next.apply(typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()))));
            return "";
        } catch (DateTimeException e) {
            return words.text("registry.day.complaint");
        }
    }

    private void ask(RegistryQuery next) {
        query = next;
        refresh();
    }

    /** An answer of the record, read in one job. */
    private record Answer(RegistrySource.Cohort cohort, RegistryDesk.Due due) {}

    /** Counts again. */
    public void refresh() {
        RegistryQuery asked = query;
        Optional<RegistrySource> file = listed;
        Instant now = clock.instant();
        run(words.text("registry.counting"), progress -> {
            RegistrySource.Cohort counted = file.isPresent()
                    ? file.get().cohort(asked)
                    : desk.source(store, progress.part(0, 0.5)).cohort(asked);
            return new Answer(counted, desk.due(store, now, progress.part(file.isPresent() ? 0 : 0.5, 1)));
        }, answer -> {
            cohort = answer.cohort();
            due = answer.due();
        });
    }

    /** Writes the rows shown to a file. */
    public void exportTo(Path file) {
        write(file, (source, progress) -> desk.export(source, query, file));
    }

    /** Writes what each column of such a file means. */
    public void dictionaryTo(Path file) {
        write(file, (source, progress) -> {
            desk.exportDictionary(file);
            return List.of();
        });
    }

    /** Writes every value of every case of the record to a file, a ZIP of CSV or JSON by the ending of its name. */
    public void tablesTo(Path file) {
        run(words.text("registry.writing", file.getFileName()), progress -> tables.write(store, file, progress),
                done -> tell(done.unread().isEmpty()
                        ? words.text("registry.written", done.file())
                        : words.text("registry.partly", done.file(), done.unread().size()),
                        !done.unread().isEmpty()));
    }

    private interface Writing {
        List<String> write(RegistrySource source, Progress progress) throws Exception;
    }

    private void write(Path file, Writing writing) {
        Optional<RegistrySource> from = listed;
        run(words.text("registry.writing", file.getFileName()),
                progress -> writing.write(from.orElseGet(() -> desk.source(store, progress)), progress),
                unread -> tell(unread.isEmpty()
                        ? words.text("registry.written", file)
                        : words.text("registry.partly", file, unread.size()), !unread.isEmpty()));
    }

    /** Shows the rows of a file instead of the record's; the record stays as it is. */
    public void importFrom(Path file) {
        run(words.text("registry.reading", file.getFileName()), progress -> desk.read(file), source -> {
            listed = Optional.of(source);
            listedName = file.toString();
            running = null;
            refresh();
        });
    }

    /** Shows the record's rows again. */
    public void backToRecord() {
        listed = Optional.empty();
        listedName = "";
        refresh();
    }

    /** Stops what is under way; what was shown stays. */
    public void cancel() {
        if (running != null) {
            running.cancel();
            end();
            tell(words.text("registry.cancelled"), false);
        }
    }

    /** One at a time: a new question drops the one before. */
    private <T> void run(String name, Job<T> job, Consumer<T> onDone) {
        if (running != null) {
            running.cancel();
            end();
        }
        said = "";
        wrong = false;
        busy = name;
        Attempt attempt = new Attempt();
        JobRunner.Handle handle = jobs.start(name, job, result -> {
            attempt.ended = true;
            end();
            onDone.accept(result);
            show();
        }, e -> {
            attempt.ended = true;
            end();
            tell(words.said(e instanceof foramen.domain.registry.RegistryFormatException
                    ? String.valueOf(e.getMessage())
                    : Explanation.of(words, name, e)), true);
        });
        if (!attempt.ended) {
            running = handle;
            if (handle instanceof RunningJob r) {
                fraction.bind(r.fractionProperty());
                doing.bind(r.messageProperty().map(m -> m.isEmpty() ? name : words.said(m)));
            } else {
                doing.set(name);
            }
        }
        show();
    }

    /** A runner of the current thread ends a job before its handle is there. */
    private static final class Attempt {
        private boolean ended;
    }

    private void end() {
        running = null;
        busy = "";
        fraction.unbind();
        fraction.set(-1);
        doing.unbind();
        doing.set("");
    }

    private void tell(String sentence, boolean bad) {
        said = sentence;
        wrong = bad;
        show();
    }

    private LocalDate today() {
        return clock.instant().atZone(clock.getZone()).toLocalDate();
    }

    private void show() {
        RegistryState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private RegistryState compute() {
        BiFunction<Procedure, Instant, String> after = (p, at) -> words.text("registry.after",
                new OutcomeWords(words, files, clock.getZone()).procedure(p), day(at));
        List<RegistryState.DueLine> dueLines = due.visits().stream().limit(MOST_DUE).map(v -> dueLine(v, after))
                .toList();
        int more = due.visits().size() - dueLines.size();
        List<String> unread = cohort == null ? List.of() : cohort.unread().stream().map(words::said).toList();
        return new RegistryState(query, listed.isEmpty()
                ? words.text("registry.record")
                : words.text("registry.file", listedName), listed.isPresent(),
                cohort == null ? "" : words.text("registry.cases", cohort.cases()),
                cohort == null ? List.of() : cohort.lines().stream().map(l -> table.line(query.by(), l)).toList(),
                table.published(), dueLines, more == 0 ? "" : words.count("registry.moredue", more), unread, busy, said,
                wrong);
    }

    private RegistryState.DueLine dueLine(DueVisit v, BiFunction<Procedure, Instant, String> after) {
        String patient = v.patient().isBlank() ? words.text("cases.unnamed") : words.said(v.patient());
        return new RegistryState.DueLine(Optional.of(v.caseId()), patient, words.text("registry.due",
                AssessWords.window(words, v.window()), day(v.due()), after.apply(v.procedure(), v.procedure().at())),
                v.state());
    }

    private String day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate().toString();
    }
}
