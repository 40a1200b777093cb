package foramen.report.table;

import foramen.domain.annotation.Follow;
import foramen.domain.delivery.CaseFindings;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanWarning;
import foramen.report.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of what was measured, compared and planned. */
final class MeasuredTables {
    private MeasuredTables() {}

    /** One reading of one annotation. */
    record Measurement(String caseId, CaseFindings.Measured of, Reading reading) {
        Optional<Reading.Measured> measured() {
            return reading instanceof Reading.Measured m ? Optional.of(m) : Optional.empty();
        }
    }

    /** One verdict of one comparison. */
    record Compared(String caseId, Comparison.Made made, Comparison.Verdict verdict) {}

    /** One target of one plan. */
    record Way(String caseId, CaseFindings.Planned of, Optional<PassAssessment> pass) {}

    /** One margin of one target of one plan. */
    record Margin(String caseId, String planId, int target, MarginReading reading) {
        Optional<MarginReading.Clear> clear() {
            return reading.here().or(() -> reading.worst().map(MarginReading.Worst::clear));
        }
    }

    static List<Table<TableSource, ?>> all() {
        return List.of(measurements(), comparisons(), plans(), margins());
    }

    private static Table<TableSource, Measurement> measurements() {
        return new Table<>("measurements", "One value read off one annotation, or the reason why there is none.",
                s -> s.findings().measurements().stream()
                        .flatMap(m -> m.readings().stream().map(r -> new Measurement(id(s), m, r))).toList(),
                List.of(caseId(Measurement::caseId),
                        Table.text("clip_uid", "SOP Instance UID of the clip", r -> r.of.annotation().frame()
                                .sopInstanceUid()),
                        Table.number("frame", "1", "Frame number, from 1",
                                r -> Optional.of(r.of.annotation().frame().number())),
                        Table.text("annotation_id", "Annotation, as in the DICOM report", r -> r.of.annotation().id()),
                        Table.text("structure", "Structure, as in the structure catalogue",
                                r -> r.of.annotation().structureId()),
                        Table.text("side", "left, right, bilateral or unspecified",
                                r -> lower(r.of.annotation().laterality())),
                        Table.text("level", "Level along the nerve", r -> lower(r.of.annotation().level())),
                        Table.text("plane", "Plane of the cut", r -> lower(r.of.annotation().plane())),
                        Table.text("label", "Free words", r -> r.of.annotation().label()),
                        Table.text("quantity", "What was measured", r -> lower(r.reading.quantity())),
                        Table.number("value", "unit", "The value at full precision; empty without a scale",
                                r -> r.measured().map(Reading.Measured::value)),
                        Table.text("unit", "Unit of the value in UCUM",
                                r -> r.measured().map(m -> m.unit().ucum()).orElse("")),
                        Table.text("method", "How it was taken",
                                r -> r.measured().map(Reading.Measured::method).orElse("")),
                        Table.text("scale_source", "Where the scale comes from",
                                r -> r.measured().map(m -> lower(m.source())).orElse("")),
                        Table.text("remark", "What has to be known about the scale, or why there is no value",
                                r -> r.measured().map(Reading.Measured::note).orElseGet(r.reading::provenance)),
                        Table.flag("excluded", "Left out of means and comparisons by the operator",
                                r -> r.of.annotation().traits().excluded()),
                        Table.flag("followed", "Carried over from another frame, not drawn on this one",
                                r -> !r.of.annotation().follow().map(Follow::key).orElse(true)),
                        Table.text("author", "Who drew it", r -> r.of.annotation().author()),
                        Table.text("drawn_at", "When, ISO 8601 in UTC", r -> r.of.annotation().drawnAt().toString())));
    }

    private static Table<TableSource, Compared> comparisons() {
        return new Table<>("comparisons", "What one published figure says about two sides set side by side.",
                s -> s.findings().sides().stream()
                        .flatMap(m -> m.verdicts().stream().map(v -> new Compared(id(s), m, v))).toList(),
                List.of(caseId(Compared::caseId),
                        Table.text("structure", "Structure, as in the structure catalogue",
                                r -> r.made.first().site().structureId()),
                        Table.text("level", "Level along the nerve", r -> lower(r.made.first().site().level())),
                        Table.text("plane", "Plane of the cut", r -> lower(r.made.first().site().plane())),
                        Table.text("quantity", "What was measured", r -> lower(r.made.first().quantity())),
                        Table.text("method", "How it was taken", r -> r.made.first().method()),
                        Table.text("first_side", "Side asked about", r -> lower(r.made.first().site().side())),
                        Table.number("first_value", "unit", "Its mean",
                                r -> Optional.of(r.made.first().value())),
                        Table.number("first_n", "1", "Number of traces", r -> Optional.of(
                                r.made.first().samples().size())),
                        Table.text("second_side", "Side it is held against", r -> lower(r.made.second().site().side())),
                        Table.number("second_value", "unit", "Its mean", r -> Optional.of(r.made.second().value())),
                        Table.number("second_n", "1", "Number of traces", r -> Optional.of(
                                r.made.second().samples().size())),
                        Table.text("unit", "Unit of values and difference in UCUM", r -> r.made.first().unit().ucum()),
                        Table.number("difference", "unit", "First less second",
                                r -> Optional.of(r.made.difference())),
                        Table.number("ratio", "1", "First over second", r -> Optional.of(r.made.ratio())),
                        Table.number("percent", "%", "Difference over second", r -> Optional.of(r.made.percent())),
                        Table.text("outcome", "The verdict in one word", r -> lower(r.verdict.outcome())),
                        Table.text("verdict", "The verdict in words, with the figure", r -> r.verdict.words()),
                        Table.text("source", "Where the figure comes from",
                                r -> r.verdict.citation().map(c -> c.words()).orElse(""))));
    }

    private static Table<TableSource, Way> plans() {
        return new Table<>("plans", "One target of one needle plan.", MeasuredTables::ways, List.of(
                caseId(Way::caseId), Table.text("plan_id", "Needle plan", r -> r.of.plan().id()),
                Table.number("version", "1", "How often it was changed, from 1",
                        r -> Optional.of(r.of.plan().detail().version())),
                Table.text("clip_uid", "SOP Instance UID of the clip", r -> r.of.plan().frame().sopInstanceUid()),
                Table.number("frame", "1", "Frame number, from 1", r -> Optional.of(r.of.plan().frame().number())),
                Table.number("target_number", "1", "Target of the plan, from 1",
                        r -> Optional.of(r.pass.map(PassAssessment::number).orElse(1))),
                Table.text("target", "Name of the target",
                        r -> r.pass.map(p -> p.pass().targetName()).orElse(r.of.plan().targetName())),
                Table.text("side", "left, right, bilateral or unspecified", r -> lower(r.of.plan().laterality())),
                Table.number("entry_x", "{pixels}", "Skin entry, column",
                        r -> Optional.of(r.pass.map(p -> p.pass().entry()).orElse(r.of.plan().entry()).x())),
                Table.number("entry_y", "{pixels}", "Skin entry, row",
                        r -> Optional.of(r.pass.map(p -> p.pass().entry()).orElse(r.of.plan().entry()).y())),
                Table.number("target_x", "{pixels}", "Target, column",
                        r -> Optional.of(r.pass.map(p -> p.pass().target()).orElse(r.of.plan().target()).x())),
                Table.number("target_y", "{pixels}", "Target, row",
                        r -> Optional.of(r.pass.map(p -> p.pass().target()).orElse(r.of.plan().target()).y())),
                Table.number("depth", "mm", "Depth below the entry", r -> value(r, p -> p.reading().depth())),
                Table.number("path_length", "mm", "Needle under the skin",
                        r -> value(r, p -> p.reading().pathLength())),
                Table.number("lateral_offset", "mm", "Along the skin",
                        r -> value(r, p -> p.reading().lateralOffset())),
                Table.number("angle_to_skin", "deg", "0 along the skin, 90 straight down",
                        r -> value(r, p -> p.reading().angleToSkin())),
                Table.text("needle_id", "Needle of the stock list", r -> r.of.plan().needleId()),
                Table.flag("in_plane", "Whether the needle lies in the plane of the picture",
                        r -> r.of.plan().detail().approach().inPlane()),
                Table.text("direction", "Which way it comes", r -> lower(r.of.plan().detail().approach().direction())),
                Table.flag("doppler_done", "Whether vessels were looked for with Doppler",
                        r -> r.of.plan().detail().approach().dopplerDone()),
                Table.text("rule", "Margin rule of the target", r -> r.pass.map(p -> p.rule().id()).orElse("")),
                Table.text("rules_version", "Version of the margin rules",
                        r -> r.of.assessment().map(PlanAssessment::rulesVersion).orElse("")),
                Table.text("warnings_open", "Warnings of the plan that nobody overrode, one a line",
                        r -> r.of.assessment().map(a -> a.open().stream().map(PlanWarning::words)
                                .collect(Collectors.joining("\n"))).orElse("")),
                Table.text("warnings_overridden", "Overridden warnings with their reasons, one a line",
                        r -> r.of.plan().detail().overrides().stream().map(o -> o.words() + " – " + o.reason() + " ("
                                + o.author() + ")").collect(Collectors.joining("\n"))),
                Table.text("remark", "Why there are no lengths", r -> r.of.why()),
                Table.text("note", "Free words", r -> r.of.plan().note()),
                Table.text("author", "Who planned", r -> r.of.plan().author()),
                Table.text("planned_at", "When, ISO 8601 in UTC", r -> r.of.plan().plannedAt().toString())));
    }

    private static List<Way> ways(TableSource s) {
        List<Way> ways = new ArrayList<>();
        for (CaseFindings.Planned p : s.findings().plans()) {
            p.assessment().ifPresentOrElse(
                    a -> a.passes().forEach(w -> ways.add(new Way(id(s), p, Optional.of(w)))),
                    () -> ways.add(new Way(id(s), p, Optional.empty())));
        }
        return ways;
    }

    private static Optional<Double> value(Way way, java.util.function.Function<PassAssessment, Reading> which) {
        return way.pass().map(which).flatMap(
                r -> r instanceof Reading.Measured m ? Optional.of(m.value()) : Optional.<Double>empty());
    }

    private static Table<TableSource, Margin> margins() {
        return new Table<>("margins", "How one needle path keeps clear of one guarded structure.",
                s -> ways(s).stream().flatMap(w -> w.pass().stream().flatMap(p -> p.margins().stream()
                        .map(m -> new Margin(id(s), w.of().plan().id(), p.number(), m)))).toList(),
                List.of(caseId(Margin::caseId), Table.text("plan_id", "Needle plan", Margin::planId),
                        Table.number("target_number", "1", "Target of the plan, from 1",
                                r -> Optional.of(r.target())),
                        Table.text("structure", "Structure, as in the structure catalogue",
                                r -> r.reading().structureId()),
                        Table.text("name", "The structure as told", r -> r.reading().name()),
                        Table.number("path_distance", "mm", "From the whole path; negative inside",
                                r -> r.clear().map(MarginReading.Clear::pathMm)),
                        Table.number("path_distance_95", "mm", "The path is not nearer with 95 % confidence",
                                r -> r.clear().map(MarginReading.Clear::pathMargin95)),
                        Table.number("tip_distance", "mm", "From the tip; negative inside",
                                r -> r.clear().map(MarginReading.Clear::tipMm)),
                        Table.number("least_distance", "mm", "Smallest over the frames of the range",
                                r -> Optional.of(r.reading().leastMm()).filter(Double::isFinite)),
                        Table.number("limit", "mm", "What the rule asks for",
                                r -> Optional.of(r.reading().limit().warnMm()))));
    }

    static String id(TableSource s) {
        return s.casefile().id().value();
    }

    static <R> Column<R> caseId(java.util.function.Function<R, String> value) {
        return Table.text("case_id", "Case; the patient is not named in these tables", value);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
