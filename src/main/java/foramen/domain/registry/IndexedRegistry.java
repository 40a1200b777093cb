package foramen.domain.registry;

import foramen.domain.assessment.Measure;
import foramen.domain.casefile.ProjectedSums;
import foramen.domain.casefile.StoreException;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Response.Status;
import foramen.domain.registry.CohortLine.Sum;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.job.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The registry from what a store keeps added up. Where cases are missing there it has them added up first, and tells how
 * far that is; where that cannot be done it asks the source that walks the cases. So an answer may be slow but is never
 * partial. Rows always come from walking.
 */
public final class IndexedRegistry implements RegistrySource {
    private final RegistrySource walking;
    private final ProjectedSums sums;
    private final RegistryCells cells;
    private final OutcomeRules rules;
    private final Progress progress;

    /**
     * @param walking what to ask instead
     * @param sums what is kept added up
     * @param cells how it was added up
     * @param rules the definitions of a response
     * @param progress told while cases are added up; a cancelled one ends it with its exception
     */
    public IndexedRegistry(RegistrySource walking, ProjectedSums sums, RegistryCells cells, OutcomeRules rules,
            Progress progress) {
        this.walking = walking;
        this.sums = sums;
        this.cells = cells;
        this.rules = rules;
        this.progress = progress;
    }

    @Override
    public Cohort cohort(RegistryQuery query) throws StoreException {
        OutcomeRules.Responder definition = rules.responder(query.definitionId()).orElseThrow(
                () -> new IllegalArgumentException("No definition of a response is called " + query.definitionId()));
        sums.addUp(progress);
        Optional<Map<String, BigDecimal>> years = sums.sums(cells, List.of(RegistryCells.YEARS));
        if (years.isEmpty()) {
            return walking.cohort(query);
        }
        List<Integer> all = years.get().keySet().stream().map(Integer::valueOf).sorted().toList();
        LocalDate since = query.since().orElse(LocalDate.MIN);
        LocalDate until = query.until().orElse(LocalDate.MAX);
        Optional<Map<String, BigDecimal>> counted = sums.sums(cells, names(query, all, since, until));
        // A window that closes on the day asked for or later is still open.
        LocalDate open = query.asOf().minusDays(definition.toDays());
        Optional<Map<String, BigDecimal>> pending = sums.sums(cells,
                names(query, all, since.isBefore(open) ? open : since, until));
        if (counted.isEmpty() || pending.isEmpty()) {
            return walking.cohort(query);
        }
        return new Cohort(lines(query.by(), counted.get(), pending.get()), sums.cases(), List.of());
    }

    @Override
    public List<String> rows(RegistryQuery query, Consumer<RegistryRow> sink) throws StoreException {
        return walking.rows(query, sink);
    }

    private static List<String> names(RegistryQuery query, List<Integer> years, LocalDate since, LocalDate until) {
        List<String> names = new ArrayList<>();
        for (int year : years) {
            LocalDate first = LocalDate.of(year, 1, 1);
            if (holds(since, until, first, first.plusYears(1).minusDays(1))) {
                names.add(RegistryCells.cell(query.definitionId(), RegistryCells.year(first)));
            } else if (!first.isAfter(until) && first.plusYears(1).isAfter(since)) {
                for (int month = 1; month <= 12; month++) {
                    month(names, query, YearMonth.of(year, month), since, until);
                }
            }
        }
        return names;
    }

    private static void month(List<String> names, RegistryQuery query, YearMonth month, LocalDate since,
            LocalDate until) {
        if (holds(since, until, month.atDay(1), month.atEndOfMonth())) {
            names.add(RegistryCells.cell(query.definitionId(), month.toString()));
            return;
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            if (holds(since, until, date, date)) {
                names.add(RegistryCells.cell(query.definitionId(), date.toString()));
            }
        }
    }

    private static boolean holds(LocalDate since, LocalDate until, LocalDate first, LocalDate last) {
        return !first.isBefore(since) && !last.isAfter(until);
    }

    private static List<CohortLine> lines(Grouping by, Map<String, BigDecimal> counted,
            Map<String, BigDecimal> pending) {
        Map<String, Map<String, BigDecimal>> groups = new TreeMap<>();
        counted.forEach((item, n) -> {
            if (RegistryCells.isOf(by, item)) {
                groups.computeIfAbsent(RegistryCells.group(item), g -> new HashMap<>()).put(RegistryCells.what(item),
                        n);
            }
        });
        List<CohortLine> lines = new ArrayList<>();
        groups.forEach((group, sums) -> {
            long open = pending.getOrDefault(RegistryCells.item(by, group, Status.NOT_SEEN.name()), BigDecimal.ZERO)
                    .longValueExact();
            lines.add(line(group, sums, open));
        });
        return lines;
    }

    private static CohortLine line(String group, Map<String, BigDecimal> sums, long pending) {
        Map<Status, Long> statuses = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            statuses.put(status, whole(sums, status.name()));
        }
        Map<Measure, Sum> means = new HashMap<>();
        for (String what : sums.keySet()) {
            if (what.startsWith(RegistryCells.COUNT_OF)) {
                Measure measure = Measure.of(what.substring(RegistryCells.COUNT_OF.length()));
                means.put(measure, new Sum(whole(sums, what), exact(sums, RegistryCells.before(measure)),
                        exact(sums, RegistryCells.last(measure))));
            }
        }
        return new CohortLine(group, whole(sums, RegistryCells.PROCEDURES), statuses, pending,
                whole(sums, RegistryCells.RECURRED), whole(sums, RegistryCells.OPERATED),
                whole(sums, RegistryCells.ADVERSE), whole(sums, RegistryCells.LOST), means);
    }

    private static long whole(Map<String, BigDecimal> sums, String what) {
        return exact(sums, what).longValueExact();
    }

    private static BigDecimal exact(Map<String, BigDecimal> sums, String what) {
        return sums.getOrDefault(what, BigDecimal.ZERO);
    }
}
