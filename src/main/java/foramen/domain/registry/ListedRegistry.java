package foramen.domain.registry;

import java.util.List;
import java.util.function.Consumer;

/** The registry of rows that are at hand, such as those of a file; each keeps the definition it was judged by. */
public final class ListedRegistry implements RegistrySource {
    private final List<RegistryRow> rows;

    /** Answers from {@code rows}. */
    public ListedRegistry(List<RegistryRow> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public Cohort cohort(RegistryQuery query) {
        CohortTally tally = new CohortTally(query);
        List<String> mixed = rows(query, tally::add);
        return new Cohort(tally.lines(), rows.stream().map(RegistryRow::caseId).distinct().count(), mixed);
    }

    @Override
    public List<String> rows(RegistryQuery query, Consumer<RegistryRow> sink) {
        List<RegistryRow> same = rows.stream().filter(r -> r.definitionId().equals(query.definitionId())).toList();
        same.stream().filter(query::holds).forEach(sink);
        int other = rows.size() - same.size();
        return other == 0
                ? List.of()
                : List.of(other + " rows were judged by another definition than " + query.definitionId()
                        + " and count nowhere.");
    }
}
