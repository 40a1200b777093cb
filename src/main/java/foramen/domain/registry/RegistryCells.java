package foramen.domain.registry;

import foramen.domain.assessment.Measure;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.data.Digest;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Response.Status;
import foramen.domain.registry.RegistryQuery.Grouping;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cohort table is made of, added up in a cell for each day, month and year of each definition. A
 * whole year is one cell whatever number of procedures lie in it; only where a query begins or ends within one are its
 * months and days asked for.
 */
public final class RegistryCells implements CaseProjection {
    static final String NAME = "registry";
    /** The cell that has the years in which there is any procedure. */
    static final String YEARS = "years";
    static final String PROCEDURES = "n";
    static final String RECURRED = "recurred";
    static final String OPERATED = "operated";
    static final String ADVERSE = "adverse";
    static final String LOST = "lost";
    /** How much longer the name of a day is than that of its year. */
    private static final int DAY_OF_YEAR = "-12-31".length();
    /** Goes up whenever this class, or what it reads of a case, adds up otherwise. */
    private static final int CODE = 3;
    /** Stands between the name of a group and what is added up of it, and in no typed word. */
    private static final char APART = '\u001f';

    private final OutcomeRules rules;
    private final RegistryRows rows;
    private final String edition;

    /**
     * @param rules the definitions of a response
     * @param schedule which visits have columns
     * @param zone the clinic's time zone
     */
    public RegistryCells(OutcomeRules rules, FollowUpSchedule schedule, ZoneId zone) {
        this.rules = rules;
        this.rows = new RegistryRows(rules, schedule, zone);
        this.edition = CODE + " " + rules.version() + " " + schedule.version() + " "
                + Digest.of(rules + "\n" + schedule + "\n" + zone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public Object basis(Case c) {
        return List.of(c.side(), c.ledger(), c.followUp(),
                c.plans().stream().map(p -> List.of(p.id(), p.targetName())).toList());
    }

    @Override
    public Map<String, Map<String, BigDecimal>> cells(Case c) {
        Map<String, Map<String, BigDecimal>> cells = new HashMap<>();
        rows.each(c, rules.responders(), (definition, row) -> {
            Map<String, BigDecimal> sums = sums(row);
            Map<String, BigDecimal> items = new HashMap<>();
            for (Grouping by : Grouping.values()) {
                String group = by.groupOf(row);
                sums.forEach((what, n) -> items.put(item(by, group, what), n));
            }
            Map<String, BigDecimal> cell = cells.computeIfAbsent(cell(definition.id(), row.day().toString()),
                    k -> new HashMap<>());
            items.forEach((item, n) -> cell.merge(item, n, BigDecimal::add));
            cells.computeIfAbsent(YEARS, k -> new HashMap<>()).merge(year(row.day()), BigDecimal.ONE,
                    BigDecimal::add);
        });
        return cells;
    }

    private static Map<String, BigDecimal> sums(RegistryRow row) {
        Map<String, BigDecimal> sums = new HashMap<>();
        Status status = row.response().status();
        sums.put(PROCEDURES, BigDecimal.ONE);
        sums.put(status.name(), BigDecimal.ONE);
        put(sums, ADVERSE, row.after().adverseEvents() > 0);
        if (status != Status.COURSE_CONTINUED) {
            put(sums, RECURRED, row.after().recurrence().isPresent());
            put(sums, OPERATED, row.after().surgery().isPresent());
            put(sums, LOST, row.after().lost().isPresent());
            for (RegistrySeries series : List.of(row.pain(), row.hip())) {
                if (series.measure().isPresent() && series.baseline().isPresent() && series.last().isPresent()) {
                    Measure measure = series.measure().get();
                    sums.merge(count(measure), BigDecimal.ONE, BigDecimal::add);
                    sums.merge(before(measure), series.baseline().get(), BigDecimal::add);
                    sums.merge(last(measure), series.last().get().value(), BigDecimal::add);
                }
            }
        }
        return sums;
    }

    private static void put(Map<String, BigDecimal> sums, String what, boolean counts) {
        if (counts) {
            sums.put(what, BigDecimal.ONE);
        }
    }

    /** A day's cell lies in those of its month and its year. */
    @Override
    public List<String> around(String cell) {
        return cell.equals(YEARS)
                ? List.of()
                : List.of(cell.substring(0, cell.lastIndexOf('-')), cell.substring(0, cell.length() - DAY_OF_YEAR));
    }

    static String year(LocalDate day) {
        return String.valueOf(day.getYear());
    }

    static String cell(String definitionId, String period) {
        return definitionId + " " + period;
    }

    static String item(Grouping by, String group, String what) {
        return by.id() + APART + group + APART + what;
    }

    /** Whether an item belongs to that grouping. */
    static boolean isOf(Grouping by, String item) {
        return item.startsWith(by.id() + APART);
    }

    static String group(String item) {
        return item.substring(item.indexOf(APART) + 1, item.lastIndexOf(APART));
    }

    static String what(String item) {
        return item.substring(item.lastIndexOf(APART) + 1);
    }

    static final String COUNT_OF = "count of ";

    static String count(Measure measure) {
        return COUNT_OF + measure.id();
    }

    static String before(Measure measure) {
        return "before of " + measure.id();
    }

    static String last(Measure measure) {
        return "last of " + measure.id();
    }
}
