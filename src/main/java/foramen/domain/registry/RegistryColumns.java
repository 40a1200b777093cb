package foramen.domain.registry;

import foramen.domain.assessment.VisitWindow;
import foramen.domain.outcome.FollowUpSchedule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a registry file, which are its data dictionary, and a row as the words in them.
 *
 * <p>Names are part of the format and never change their meaning. Dates are ISO 8601, decimals have a point, what is not
 * known is empty.
 */
public final class RegistryColumns {
    private final List<VisitWindow> windows;

    /** Columns for the visits that {@code schedule} lists for the registry. */
    public RegistryColumns(FollowUpSchedule schedule) {
        this(schedule.registry());
    }

    /** Columns for those planned visits besides the baseline. */
    public RegistryColumns(List<VisitWindow> windows) {
        this.windows = List.copyOf(windows);
    }

    /**
     * A column.
     *
     * @param name its heading
     * @param unit unit or sort of its values
     * @param words what stands in it
     */
    public record Column(String name, String unit, String words) {}

    /** The columns in their order. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>(FIRST);
        all.addAll(series("pain", "pain"));
        all.addAll(series("hip", "hip score"));
        all.addAll(LAST);
        return all;
    }

    private List<Column> series(String name, String what) {
        List<Column> all = new ArrayList<>();
        all.add(new Column(name + "_measure", "id", "instrument of the " + what
                + ", and its state or rules, such as nrs:average-7d or hhs:harris1969+all-or-none"));
        all.add(new Column(name + "_baseline", "of the measure", what + " before the course"));
        windows.forEach(w -> all.add(new Column(name + "_" + w.id(), "of the measure",
                what + " at the visit nearest to " + w.label() + " within its tolerance")));
        all.add(new Column(name + "_last", "of the measure", "last " + what + " before any other procedure"));
        all.add(new Column(name + "_last_day", "date", "day of it"));
        return all;
    }

    private static final List<Column> FIRST = List.of(
            new Column("case_id", "id", "the case in the record; no name of a patient"),
            new Column("procedure_id", "id", "the procedure within its case"),
            new Column("day", "date", "day of the procedure"),
            new Column("arm", "conservative, injection, surgery", "how the patient was treated"),
            new Column("site", "words", "where it was put"),
            new Column("side", "left, right, bilateral, unspecified", "side of the body"),
            new Column("target", "words", "target of the plan, else the site"),
            new Column("indication", "words", "why, as the operator wrote it"),
            new Column("injectate", "steroid, botulinum_toxin, prolotherapy, local_anaesthetic, other",
                    "class that names the injection; a local anaesthetic only where it is alone"),
            new Column("volume_ml", "mL", "volume injected"),
            new Column("guidance", "ultrasound-planned, ultrasound", "with a needle plan, or with a clip"),
            new Column("session", "number", "session within its course"),
            new Column("sessions", "number", "sessions of the course so far"));

    private static final List<Column> LAST = List.of(
            new Column("response", "id",
                    "responder, non_responder, rescued (another procedure first), course_continued (judged after the last session), no_baseline, not_comparable, not_seen, lost"),
            new Column("response_value", "of pain_measure", "pain at the visit it was judged by"),
            new Column("response_day", "date", "day of that visit"),
            new Column("response_closes", "date", "last day on which a visit can still decide it"),
            new Column("recurrence", "date", "day the pain was seen to be back, after a response"),
            new Column("recurrence_cause", "pain, repeat_procedure, surgery", "by what that was seen"),
            new Column("reintervention", "date", "next procedure on that side that is not of the course"),
            new Column("surgery", "date", "next operation on that side"),
            new Column("adverse_events", "number", "adverse events before the next procedure"),
            new Column("worst_grade", "1 to 5", "worst grade of them"),
            new Column("lost", "date", "lost to follow-up"),
            new Column("definition", "id", "definition of the response, as in outcome-rules.json"),
            new Column("rules_version", "version", "version of outcome-rules.json"));

    /** A row as words, by column. */
    public Map<String, String> words(RegistryRow row) {
        Map<String, String> all = RegistryWords.first(row);
        series(all, "pain", row.pain());
        series(all, "hip", row.hip());
        all.putAll(RegistryWords.last(row));
        return all;
    }

    private void series(Map<String, String> all, String name, RegistrySeries series) {
        all.put(name + "_measure", series.measure().map(m -> m.id()).orElse(""));
        all.put(name + "_baseline", decimal(series.baseline()));
        windows.forEach(w -> all.put(name + "_" + w.id(), decimal(Optional.ofNullable(series.values().get(w)))));
        all.put(name + "_last", decimal(series.last().map(RegistrySeries.Last::value)));
        all.put(name + "_last_day", series.last().map(l -> l.day().toString()).orElse(""));
    }

    private static String decimal(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    /**
     * The columns of a file with those headings.
     *
     * @throws RegistryFormatException where a column is missing or unknown
     */
    public static RegistryColumns of(List<String> headings) throws RegistryFormatException {
        List<VisitWindow> windows = new ArrayList<>();
        List<String> fixed = new RegistryColumns(List.of()).columns().stream().map(Column::name).toList();
        for (String heading : headings) {
            if (!fixed.contains(heading) && heading.startsWith("pain_")) {
                windows.add(window(heading));
            }
        }
        RegistryColumns columns = new RegistryColumns(windows);
        List<String> known = columns.columns().stream().map(Column::name).toList();
        for (String name : known) {
            if (!headings.contains(name)) {
                throw new RegistryFormatException("The column “" + name + "” is missing.");
            }
        }
        for (String heading : headings) {
            if (!known.contains(heading)) {
                throw new RegistryFormatException("The column “" + heading + "” is not known.");
            }
        }
        return columns;
    }

    private static VisitWindow window(String heading) throws RegistryFormatException {
        try {
            return VisitWindow.of(heading.substring("pain_".length()));
        } catch (IllegalArgumentException e) {
            throw new RegistryFormatException("The column “" + heading + "” is not known.", e);
        }
    }

    /**
     * The row of those words, by column.
     *
     * @throws RegistryFormatException with one sentence that names the column that is wrong
     */
    public RegistryRow row(Map<String, String> words) throws RegistryFormatException {
        RegistryWords read = new RegistryWords(words);
        return read.row(read.series("pain", values(read, "pain")), read.series("hip", values(read, "hip")));
    }

    private Map<VisitWindow, BigDecimal> values(RegistryWords read, String name) throws RegistryFormatException {
        Map<VisitWindow, BigDecimal> values = new LinkedHashMap<>();
        read.decimal(name + "_baseline").ifPresent(v -> values.put(VisitWindow.BASELINE, v));
        for (VisitWindow w : windows) {
            read.decimal(name + "_" + w.id()).ifPresent(v -> values.put(w, v));
        }
        return values;
    }
}
