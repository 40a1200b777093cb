package foramen.domain.registry;

import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import foramen.domain.outcome.OutcomeRules;
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

    /**
     * @param store where the cases are
     * @param rows makes rows of a case
     * @param rules the definitions of a response
     */
    public CaseRegistry(CaseStore store, RegistryRows rows, OutcomeRules rules) {
        this.store = store;
        this.rows = rows;
        this.rules = rules;
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
        for (Summary summary : store.list().stream().sorted(Comparator.comparing(s -> s.id().value())).toList()) {
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
