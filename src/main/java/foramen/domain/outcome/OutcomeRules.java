package foramen.domain.outcome;

import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What counts as a response, a recurrence and a change that matters, from {@code outcome-rules.json}.
 *
 * @param version version of the file
 * @param place where the file was read
 * @param responders the definitions of a response, the default first
 * @param recurrence the definition of a recurrence
 * @param baseline how many days before a procedure a baseline may lie
 * @param course how many days apart sessions of one course may be
 * @param block how a diagnostic block is read
 * @param measures which series is read first, where a visit has several
 * @param differences changes that matter to patients, as published
 */
public record OutcomeRules(String version, String place, List<Responder> responders, Recurring recurrence,
        Days baseline, Days course, Block block, List<Measure> measures, List<Difference> differences) {
    /** The data file, also of a clinic's own copy. */
    public static final DataFile<OutcomeRules> FILE = new DataFile<>("outcome-rules.json", OutcomeRules.class,
            OutcomeRules::read);

    private static final int LONGEST = 3660;
    private static final String NONE = "0";
    private static final String HUNDRED = "100";

    /** Copies the lists; refuses rules without a definition of a response. */
    public OutcomeRules {
        responders = List.copyOf(responders);
        measures = List.copyOf(measures);
        differences = List.copyOf(differences);
        if (responders.isEmpty() || measures.isEmpty()) {
            throw new IllegalArgumentException("it defines no response, or no measure to read it from");
        }
    }

    /**
     * What counts as a response: pain lower by a percentage at the visit nearest to a day, without another procedure.
     *
     * @param id stable name
     * @param label the name shown
     * @param percent the reduction, per cent of the baseline
     * @param fromDays first day of the window after the procedure
     * @param nearDays the day to which the nearest visit is taken
     * @param toDays last day of the window
     * @param citation where that comes from
     */
    public record Responder(String id, String label, BigDecimal percent, int fromDays, int nearDays, int toDays,
            Citation citation) {
        /** Refuses days that are out of order. */
        public Responder {
            if (fromDays > nearDays || nearDays > toDays) {
                throw new IllegalArgumentException("the days of the response “" + id + "” are out of order");
            }
        }
    }

    /**
     * What counts as a recurrence after a response.
     *
     * @param ofBaselinePercent pain from this percentage of the baseline on
     * @param rises or a rise from the best value by so much to at least so much, for each instrument
     * @param citation where that comes from
     */
    public record Recurring(BigDecimal ofBaselinePercent, List<Rise> rises, Citation citation) {
        /** Copies the rises. */
        public Recurring {
            rises = List.copyOf(rises);
        }
    }

    /** A rise by {@code by} to at least {@code to}, in units of the instrument. */
    public record Rise(Instrument instrument, BigDecimal by, BigDecimal to) {}

    /**
     * A change that matters to patients.
     *
     * @param instrument what it is read with
     * @param label what it is called
     * @param points the improvement, in units of the instrument, where that decides
     * @param percent or the improvement, per cent of the value before
     * @param atMost or the value reached
     * @param population whom it was found in
     * @param citation where that comes from
     */
    public record Difference(Instrument instrument, String label, Optional<BigDecimal> points,
            Optional<BigDecimal> percent, Optional<BigDecimal> atMost, String population, Citation citation) {
        /** Whether {@code change} reaches it by any of its criteria. */
        public boolean reachedBy(Change change) {
            return change.measure().instrument() == instrument
                    && (points.filter(p -> change.improvement().compareTo(p) >= 0).isPresent()
                            || percent.filter(change::improvedBy).isPresent()
                            || atMost.filter(m -> change.after().compareTo(m) <= 0).isPresent());
        }
    }

    /**
     * How a diagnostic block is read: relief while the local anaesthetic works.
     *
     * @param percent the relief from which on it is positive, per cent of the baseline
     * @param strictPercent the same by the stricter rule, which is told beside it
     * @param fromMinutes when the anaesthetic works
     * @param toMinutes when it wears off
     * @param citation where that comes from
     */
    public record Block(BigDecimal percent, BigDecimal strictPercent, int fromMinutes, int toMinutes,
            Citation citation) {
        /** Refuses figures that are out of order. */
        public Block {
            if (fromMinutes > toMinutes || percent.compareTo(strictPercent) > 0) {
                throw new IllegalArgumentException("the figures of the diagnostic block are out of order");
            }
        }
    }

    /** A number of days, and where it comes from. */
    public record Days(int days, Citation citation) {}

    /** The definition of a response with that identifier. */
    public Optional<Responder> responder(String id) {
        return responders.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The changes that matter of one instrument. */
    public List<Difference> differences(Instrument instrument) {
        return differences.stream().filter(d -> d.instrument() == instrument).toList();
    }

    private static OutcomeRules read(DataEntry file) throws DataFileException {
        return new OutcomeRules(file.text("version"), file.place(), file.each("responders", OutcomeRules::responder),
                file.object("recurrence",
                        e -> new Recurring(e.number("ofBaselinePercent", NONE, HUNDRED),
                                e.each("rises",
                                        r -> new Rise(r.choice("instrument", Instrument.class),
                                                r.number("by", NONE, HUNDRED), r.number("to", NONE, HUNDRED))),
                                Citation.of(e))),
                file.object("baseline", OutcomeRules::days), file.object("course", OutcomeRules::days),
                file.object("block", OutcomeRules::block),
                file.eachParsed("measures", Measure::of),
                file.each("differences", OutcomeRules::difference));
    }

    private static Days days(DataEntry e) throws DataFileException {
        return new Days(e.whole("days", 0, LONGEST), Citation.of(e));
    }

    private static Block block(DataEntry e) throws DataFileException {
        return new Block(e.number("percent", "1", HUNDRED), e.number("strictPercent", "1", HUNDRED),
                e.whole("fromMinutes", 0, LONGEST), e.whole("toMinutes", 1, LONGEST), Citation.of(e));
    }

    private static Responder responder(DataEntry e) throws DataFileException {
        return new Responder(e.text("id"), e.text("label"), e.number("percent", "1", HUNDRED),
                e.whole("fromDays", 0, LONGEST), e.whole("nearDays", 0, LONGEST), e.whole("toDays", 1, LONGEST),
                Citation.of(e));
    }

    private static Difference difference(DataEntry e) throws DataFileException {
        Difference d = new Difference(e.choice("instrument", Instrument.class), e.text("label"),
                number(e, "points"), number(e, "percent"), number(e, "atMost"), e.text("population"), Citation.of(e));
        if (d.points().isEmpty() && d.percent().isEmpty() && d.atMost().isEmpty()) {
            throw e.wrong("needs “points”, “percent” or “atMost”");
        }
        return d;
    }

    private static Optional<BigDecimal> number(DataEntry e, String name) throws DataFileException {
        return e.has(name) ? Optional.of(e.number(name, NONE, HUNDRED)) : Optional.empty();
    }
}
