package foramen.ui.shell;

import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The cases of the store, last changed first, as they were when they were last read. */
final class RecentCases {
    private final CaseStore cases;
    private final JobRunner jobs;
    private final Words words;
    private final BiConsumer<String, List<Problem.Offer>> report;
    private final ReadOnlyObjectWrapper<List<Summary>> known = new ReadOnlyObjectWrapper<>(List.of());

    /** @param report says why they could not be read, and offers to try again */
    RecentCases(CaseStore cases, JobRunner jobs, Words words, BiConsumer<String, List<Problem.Offer>> report) {
        this.cases = cases;
        this.jobs = jobs;
        this.words = words;
        this.report = report;
    }

    ReadOnlyObjectProperty<List<Summary>> property() {
        return known.getReadOnlyProperty();
    }

    /** What to call a case while it is opened. */
    String name(CaseId id) {
        return known.get().stream().filter(s -> s.id().equals(id)).map(Summary::patient).findFirst()
                .filter(p -> !p.isBlank()).orElse(words.text("shell.thecase"));
    }

    void refresh() {
        jobs.start(words.text("job.cases"), progress -> cases.list(), known::set, e -> report.accept(
                Objects.requireNonNullElse(e.getMessage(), words.text("shell.nocases")),
                List.of(new Problem.Offer(words.text("shell.again"), this::refresh))));
    }
}
