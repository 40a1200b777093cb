package foramen.domain.registry;

import foramen.domain.assessment.Measure;
import foramen.domain.outcome.Response.Status;
import foramen.domain.registry.CohortLine.Sum;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts rows into the lines of a cohort table. */
public final class CohortTally {
    private final RegistryQuery query;
    private final Map<String, Group> groups = new TreeMap<>();

    /** Counts the rows that {@code query} asks for. */
    public CohortTally(RegistryQuery query) {
        this.query = query;
    }

    /** Counts one row, where it is asked for. */
    public void add(RegistryRow row) {
        if (query.holds(row)) {
            groups.computeIfAbsent(query.by().groupOf(row), g -> new Group()).add(row, query);
        }
    }

    /** The lines so far, by the name of their group. */
    public List<CohortLine> lines() {
        return groups.entrySet().stream().map(e -> e.getValue().line(e.getKey())).toList();
    }

    private static final class Group {
        private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
        private final Map<Measure, Sum> sums = new HashMap<>();
        private long procedures;
        private long pending;
        private long recurred;
        private long operated;
        private long withAdverseEvent;
        private long lost;

        void add(RegistryRow row, RegistryQuery query) {
            Status status = row.response().status();
            procedures++;
            statuses.merge(status, 1L, Long::sum);
            withAdverseEvent += row.after().adverseEvents() > 0 ? 1 : 0;
            if (status == Status.COURSE_CONTINUED) {
                return;
            }
            pending += row.response().pendingOn(query.asOf()) ? 1 : 0;
            recurred += row.after().recurrence().isPresent() ? 1 : 0;
            operated += row.after().surgery().isPresent() ? 1 : 0;
            lost += row.after().lost().isPresent() ? 1 : 0;
            add(row.pain());
            add(row.hip());
        }

        private void add(RegistrySeries series) {
            if (series.measure().isPresent() && series.baseline().isPresent() && series.last().isPresent()) {
                BigDecimal before = series.baseline().get();
                BigDecimal last = series.last().get().value();
                sums.merge(series.measure().get(), new Sum(1, before, last),
                        (a, b) -> new Sum(a.n() + b.n(), a.before().add(b.before()), a.last().add(b.last())));
            }
        }

        CohortLine line(String name) {
            return new CohortLine(name, procedures, statuses, pending, recurred, operated, withAdverseEvent, lost,
                    sums);
        }
    }
}
