package foramen.ui.shell;

import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseSearch;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Cases of the store, last changed first, as they were when they were last read: those changed last, or those whose
 * patient is looked for. Never all of them, of which there may be a hundred thousand.
 */
public final class RecentCases {
    /** More lines than anybody reads (engineering default). */
    static final int MOST = 50;

    private final CaseStore cases;
    private final JobRunner jobs;
    private final Words words;
    private final BiConsumer<String, List<Problem.Offer>> report;
    private final ReadOnlyObjectWrapper<List<Summary>> known = new ReadOnlyObjectWrapper<>(List.of());
    private String looked = "";

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

    /** Whether cases can be looked for. */
    boolean canFind() {
        return cases instanceof CaseSearch;
    }

    /** From now on shows the cases whose patient's name or identifier begins with these words; with none, the last. */
    void find(String typed) {
        looked = typed.strip();
        refresh();
    }

    /** Reads them again. */
    public void refresh() {
        String now = looked;
        jobs.start(words.text("job.cases"), progress -> read(now), found -> {
            // Another letter may have been typed meanwhile.
            if (now.equals(looked)) {
                known.set(found);
            }
        }, e -> report.accept(Objects.requireNonNullElse(e.getMessage(), words.text("shell.nocases")),
                List.of(new Problem.Offer(words.text("shell.again"), this::refresh))));
    }

    private List<Summary> read(String typed) throws StoreException {
        return !typed.isEmpty() && cases instanceof CaseSearch search
                ? search.search(typed, MOST)
                : cases.newest(MOST);
    }
}
