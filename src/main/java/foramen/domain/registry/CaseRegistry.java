package foramen.domain.registry;

import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import foramen.domain.outcome.OutcomeRules;
import foramen.job.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The registry by walking every case of a store: right by definition, as slow as reading them all. */
public final class CaseRegistry implements RegistrySource {
    private final CaseStore store;
    private final RegistryRows rows;
    private final OutcomeRules rules;
    private final Progress progress;

    /**
     * @param store where the cases are
     * @param rows makes rows of a case
     * @param rules the definitions of a response
     */
    public CaseRegistry(CaseStore store, RegistryRows rows, OutcomeRules rules) {
        this(store, rows, rules, Progress.NONE);
    }

    /**
     * The same for somebody who waits.
     *
     * @param store where the cases are
     * @param rows makes rows of a case
     * @param rules the definitions of a response
     * @param progress told after each case; a cancelled one ends the walk with its exception
     */
    public CaseRegistry(CaseStore store, RegistryRows rows, OutcomeRules rules, Progress progress) {
        this.store = store;
        this.rows = rows;
        this.rules = rules;
        this.progress = progress;
    }

    @Override
    public Cohort cohort(RegistryQuery query) throws StoreException {
        CohortTally tally = new CohortTally(query);
        List<String> unread = rows(query, tally::add);
        return new Cohort(tally.lines(), store.list().size() - unread.size(), unread);
    }

    @Override
    public List<String> rows(RegistryQuery query, Consumer<RegistryRow> sink) throws StoreException {
        OutcomeRules.Responder definition = rules.responder(query.definitionId()).orElseThrow(
                () -> new IllegalArgumentException("No definition of a response is called " + query.definitionId()));
        List<String> unread = new ArrayList<>();
        List<Summary> cases = store.list().stream().sorted(Comparator.comparing(s -> s.id().value())).toList();
        for (int i = 0; i < cases.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / cases.size(), "");
            Summary summary = cases.get(i);
            Optional<StoredCase> stored;
            try {
                stored = store.find(summary.id());
            } catch (StoreException e) {
                // One damaged case must not hide all others; it is told beside the table.
                unread.add(String.valueOf(e.getMessage()));
                continue;
            }
            stored.ifPresent(s -> this.rows.of(s.current(), definition).stream().filter(query::holds).forEach(sink));
        }
        return unread;
    }
}
