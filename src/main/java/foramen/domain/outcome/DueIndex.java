package foramen.domain.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Visit;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.ProjectedSums;
import foramen.domain.casefile.ProjectedSums.Row;
import foramen.domain.casefile.StoreException;
import foramen.domain.data.Digest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The visits that may be due, by the quarters of a year in which they may be, so that a due list reads no case.
 *
 * <p>What was over before the quarter of the newest thing a case records is left out: it can only be due in a list for a
 * day before that. For such a list the cases that go on later are read, which {@link Answer#read} names.
 */
public final class DueIndex implements CaseProjection {
    /** Goes up whenever this class writes otherwise. */
    private static final int CODE = 1;
    private static final String NEWEST = "newest";

    private final DueList list;
    private final DueRow row;
    private final OutcomeRules rules;
    private final ZoneId zone;
    private final String edition;

    /**
     * @param schedule which visits there are
     * @param rules what a course is
     * @param zone the clinic's time zone
     */
    public DueIndex(FollowUpSchedule schedule, OutcomeRules rules, ZoneId zone) {
        this.list = new DueList(schedule, rules, zone);
        this.row = new DueRow(schedule);
        this.rules = rules;
        this.zone = zone;
        this.edition = CODE + " " + schedule.version() + " " + rules.version() + " "
                + Digest.of(rules + "\n" + schedule + "\n" + zone);
    }

    @Override
    public String name() {
        return "due";
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public Object basis(Case c) {
        return List.of(c.side(), c.patient().label(), c.ledger(), c.followUp(),
                c.plans().stream().map(p -> List.of(p.id(), p.targetName())).toList());
    }

    @Override
    public Map<String, Map<String, BigDecimal>> cells(Case c) {
        OptionalLong newest = newest(new CaseCourse(c, rules, zone));
        return newest.isEmpty()
                ? Map.of()
                : Map.of(NEWEST, Map.of(String.valueOf(newest.getAsLong()), BigDecimal.ONE));
    }

    @Override
    public Map<String, String> rows(Case c) {
        CaseCourse course = new CaseCourse(c, rules, zone);
        OptionalLong newest = newest(course);
        if (newest.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<PlannedVisit>> byQuarter = new HashMap<>();
        for (PlannedVisit v : list.planned(course)) {
            Instant until = v.until();
            if (v.opens().isBefore(until)) {
                for (long q = Math.max(newest.getAsLong(), quarter(v.opens())); q <= quarter(until); q++) {
                    byQuarter.computeIfAbsent(q, k -> new ArrayList<>()).add(v);
                }
            }
        }
        Map<String, String> rows = new HashMap<>();
        byQuarter.forEach((quarter, visits) -> rows.put(openKey(quarter), row.text(c, visits)));
        rows.put(newestKey(newest.getAsLong()), "");
        return rows;
    }

    private static String openKey(long quarter) {
        return "open " + quarter;
    }

    private static String newestKey(long quarter) {
        return NEWEST + " " + quarter;
    }

    /** The quarter of the newest thing that is recorded of the procedures of a case; empty where it has none. */
    private static OptionalLong newest(CaseCourse course) {
        return course.procedures().isEmpty()
                ? OptionalLong.empty()
                : Stream.of(course.procedures().stream().map(Procedure::at),
                        course.casefile().followUp().visits().stream().map(Visit::at),
                        course.casefile().followUp().events().stream().map(CareEvent::at)).flatMap(s -> s)
                        .mapToLong(DueIndex::quarter).max();
    }

    /** Counted from the year nought on; of one clock for all, because a clinic's own is no more than a way to say it. */
    private static long quarter(Instant at) {
        ZonedDateTime day = at.atZone(ZoneOffset.UTC);
        return day.getYear() * 4L + day.get(IsoFields.QUARTER_OF_YEAR) - 1;
    }

    /**
     * What is due.
     *
     * @param visits due and overdue, in no order
     * @param read the cases that have to be read to tell
     */
    public record Answer(List<DueVisit> visits, List<CaseId> read) {
        /** Copies the lists. */
        public Answer {
            visits = List.copyOf(visits);
            read = List.copyOf(read);
        }
    }

    /**
     * What is due or overdue at {@code now} over all cases.
     *
     * @return empty where the store's rows are not whole just now
     */
    public Optional<Answer> open(ProjectedSums store, Instant now) throws StoreException {
        long quarter = quarter(now);
        Optional<Map<String, BigDecimal>> newest = store.sums(this, List.of(NEWEST));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>(List.of(openKey(quarter)));
        newest.get().keySet().stream().map(Long::valueOf).filter(q -> q > quarter).map(DueIndex::newestKey)
                .forEach(keys::add);
        Optional<List<Row>> rows = store.rows(this, keys);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<DueVisit> visits = new ArrayList<>();
        List<CaseId> read = new ArrayList<>();
        for (Row r : rows.get()) {
            if (r.key().equals(openKey(quarter))) {
                row.read(r, now).filter(DueVisit::open).forEach(visits::add);
            } else {
                read.add(r.id());
            }
        }
        return Optional.of(new Answer(visits, read));
    }
}
