package foramen.report.table;

import static foramen.report.table.MeasuredTables.caseId;
import static foramen.report.table.MeasuredTables.id;
import static foramen.report.table.MeasuredTables.lower;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Injection;
import foramen.domain.outcome.CaseCourse;
import foramen.domain.outcome.CourseOutcome;
import foramen.domain.outcome.OutcomeReader;
import foramen.domain.outcome.Procedure;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of the case itself, of what was given and of what came of it. */
final class CareTables {
    private static final int DOSE_PLACES = 9;

    private CareTables() {}

    /** Something of a case. */
    record Of<T>(String caseId, T it) {}

    /** Something of a visit. */
    record At<T>(String caseId, Visit visit, T it) {}

    static List<Table<TableSource, ?>> all() {
        return List.of(cases(), injections(), sessions(), scores(), tests(), neuro(), events(), procedures(),
                images());
    }

    private static Table<TableSource, Of<Case>> cases() {
        return new Table<>("cases", "One case. Name, identifier and birth date of the patient are left out.",
                s -> List.of(new Of<>(id(s), s.casefile())), List.of(caseId(Of::caseId),
                        Table.text("created", "When it was begun, ISO 8601 in UTC", r -> r.it().created().toString()),
                        Table.text("sex", "F, M or O", r -> r.it().patient().sex()),
                        Table.number("weight", "kg", "Body weight", r -> r.it().patient().weightKg()),
                        Table.number("height", "cm", "Body height", r -> r.it().risks().heightCm()),
                        Table.text("side", "Side to be treated", r -> lower(r.it().side())),
                        Table.text("indication", "Free words", r -> r.it().indication()),
                        Table.number("clips", "1", "Number of clips", r -> Optional.of(r.it().clips().size()))));
    }

    private static Table<TableSource, Of<Injection>> injections() {
        return new Table<>("injections", "One line of the ledger; a voided one does not count.",
                s -> s.casefile().ledger().stream().map(i -> new Of<>(id(s), i)).toList(), List.of(
                        caseId(Of::caseId), Table.text("injection_id", "Line of the ledger", r -> r.it().id()),
                        Table.text("given_at", "When, ISO 8601 in UTC", r -> r.it().given().toString()),
                        Table.text("product_id", "Product of the catalogue", r -> r.it().productId()),
                        Table.text("product", "Its name as recorded", r -> r.it().productName()),
                        Table.text("class", "What sort of substance", r -> lower(r.it().injectateClass())),
                        Table.number("concentration", "concentration_unit", "As drawn up",
                                r -> Optional.of(r.it().concentration().value())),
                        Table.text("concentration_unit", "Unit of the concentration in UCUM",
                                r -> UcumCodes.of(r.it().concentration().unit())),
                        Table.number("volume", "mL", "Volume given", r -> Optional.of(r.it().volumeMl())),
                        Table.number("dose", "dose_unit", "Dose given; toxin units are those of the product and are"
                                + " never converted",
                                r -> Optional.of(r.it().amount().decimal(DOSE_PLACES)
                                        .stripTrailingZeros())),
                        Table.text("dose_unit", "Unit of the dose in UCUM", r -> UcumCodes.of(r.it().dose().unit())),
                        Table.text("lot", "Lot on the vial", r -> r.it().lot()),
                        Table.text("expiry", "Last day of use, ISO 8601; empty where not recorded",
                                r -> r.it().expiry().equals(Injection.NO_EXPIRY) ? "" : r.it().expiry().toString()),
                        Table.text("side", "left, right, bilateral or unspecified", r -> lower(r.it().laterality())),
                        Table.text("site", "Where, in words", r -> r.it().site()),
                        Table.text("target", "Kind of place, as in the protocols",
                                r -> r.it().origin().map(Injection.Origin::target).orElse("")),
                        Table.text("session_id", "Session it was given in",
                                r -> r.it().origin().map(Injection.Origin::sessionId).orElse("")),
                        Table.text("plan_id", "Needle plan it followed", r -> r.it().planId()),
                        Table.text("operator", "Who gave it", r -> r.it().operator()),
                        Table.text("note", "Free words", r -> r.it().note()),
                        Table.flag("voided", "Whether the line does not count", r -> r.it().voided().isPresent()),
                        Table.text("void_reason", "Why it does not",
                                r -> r.it().voided().map(Injection.Voiding::reason).orElse(""))));
    }

    private static Table<TableSource, Of<Session>> sessions() {
        return new Table<>("sessions", "One procedure session, planned or done.",
                s -> s.casefile().sessions().stream().map(x -> new Of<>(id(s), x)).toList(), List.of(
                        caseId(Of::caseId), Table.text("session_id", "Session", r -> r.it().id()),
                        Table.text("course_id", "Course it belongs to", r -> r.it().course().id()),
                        Table.number("number", "1", "Which session of the course, from 1",
                                r -> Optional.of(r.it().course().number())),
                        Table.number("of", "1", "How many are planned",
                                r -> Optional.of(r.it().course().of()).filter(n -> n > 0)),
                        Table.text("protocol", "Protocol", r -> r.it().course().protocolId()),
                        Table.text("date", "Day, ISO 8601", r -> r.it().date().toString()),
                        Table.text("side", "Side to be treated", r -> lower(r.it().side())),
                        Table.text("status", "planned, given or stopped", r -> lower(r.it().status())),
                        Table.flag("time_out", "Whether a time-out is recorded",
                                r -> r.it().safety().timeOut().isPresent()),
                        Table.text("complications", "What happened, as in safety.json, one a line",
                                r -> r.it().safety().complications().stream().map(c -> c.kindId())
                                        .collect(Collectors.joining("\n"))),
                        Table.text("operator", "Who did it", r -> r.it().operator()),
                        Table.text("note", "Free words", r -> r.it().note())));
    }

    private static Table<TableSource, At<Map.Entry<Measure, BigDecimal>>> scores() {
        return new Table<>("scores", "One value of one outcome measure at one visit.",
                s -> visits(s, v -> List.copyOf(v.values().entrySet())),
                List.of(caseId(At::caseId), Table.text("visit_id", "Visit", r -> r.visit().id()),
                        Table.text("at", "When, ISO 8601 in UTC", r -> r.visit().at().toString()),
                        Table.text("window", "Planned visit it stands for", r -> r.visit().window().id()),
                        Table.text("instrument", "nrs, vas, hhs or mhhs",
                                r -> r.it().getKey().instrument().id()),
                        Table.text("variant", "Which pain was asked about, or the rules a hip score was counted by",
                                r -> r.it().getKey().variant()),
                        Table.number("value", "unit", "The value; values of different instruments or variants are"
                                + " never compared", r -> Optional.of(r.it().getValue())),
                        Table.text("unit", "Unit of the value in UCUM",
                                r -> UcumCodes.of(r.it().getKey().instrument()))));
    }

    private static Table<TableSource, At<TestFinding>> tests() {
        return new Table<>("tests", "One provocation test at one visit.", s -> visits(s, Visit::tests),
                List.of(caseId(At::caseId), Table.text("visit_id", "Visit", r -> r.visit().id()),
                        Table.text("at", "When, ISO 8601 in UTC", r -> r.visit().at().toString()),
                        Table.text("test", "Test, as in assessment-tests.json", r -> r.it().testId()),
                        Table.text("side", "Side tested", r -> lower(r.it().side())),
                        Table.text("result", "negative, positive, not_done or not_tolerated",
                                r -> lower(r.it().result())),
                        Table.text("pain_at", "Where it reproduced the pain, one a line",
                                r -> r.it().sites().stream().map(MeasuredTables::lower)
                                        .collect(Collectors.joining("\n"))),
                        Table.number("nrs", "{score}", "Pain during the test", r -> boxed(r.it().nrs())),
                        Table.number("angle", "deg", "Angle at which pain came", r -> boxed(r.it().angleDeg())),
                        Table.text("note", "Free words", r -> r.it().note())));
    }

    private static Table<TableSource, At<NeuroFinding>> neuro() {
        return new Table<>("neurology", "One finding of the neurological examination.", s -> visits(s, Visit::neuro),
                List.of(caseId(At::caseId), Table.text("visit_id", "Visit", r -> r.visit().id()),
                        Table.text("at", "When, ISO 8601 in UTC", r -> r.visit().at().toString()),
                        Table.text("item", "What was examined", r -> r.it().item().id()),
                        Table.text("side", "Side", r -> lower(r.it().side())),
                        Table.number("grade", "{score}", "Power 0 to 5, reflex 0 to 4, sensation 0 to 2",
                                r -> Optional.of(r.it().grade())),
                        Table.number("normal", "{score}", "The grade that is normal",
                                r -> Optional.of(r.it().item().normal()))));
    }

    private static Table<TableSource, Of<CareEvent>> events() {
        return new Table<>("events", "Something that happened besides visits and injections.",
                s -> s.casefile().followUp().eventsInTime().stream().map(e -> new Of<>(id(s), e)).toList(),
                List.of(caseId(Of::caseId), Table.text("event_id", "Event", r -> r.it().id()),
                        Table.text("kind", "What happened", r -> lower(r.it().kind())),
                        Table.text("at", "When, ISO 8601 in UTC", r -> r.it().at().toString()),
                        Table.text("side", "Side it concerns", r -> lower(r.it().side())),
                        Table.text("what", "In words", r -> r.it().what()),
                        Table.number("grade", "{score}", "Grade of an adverse event, 1 mild to 5 death",
                                r -> boxed(r.it().grade())),
                        Table.flag("for_return_of_pain", "Whether it was done because the pain came back",
                                r -> r.it().forReturnOfPain()),
                        Table.text("note", "Free words", r -> r.it().note())));
    }

    private static Table<TableSource, Of<CourseOutcome>> procedures() {
        return new Table<>("procedures", "One treatment and what came of it by the first definition of response.",
                CareTables::outcomes,
                List.of(caseId(Of::caseId), Table.text("procedure_id", "Procedure", r -> r.it().procedure().id()),
                        Table.text("at", "When, ISO 8601 in UTC", r -> r.it().procedure().at().toString()),
                        Table.text("arm", "conservative, injection or surgery", r -> lower(r.it().procedure().arm())),
                        Table.text("side", "Side", r -> lower(r.it().procedure().side())),
                        Table.text("target", "What was treated", r -> r.it().procedure().target()),
                        Table.text("site", "Where, in words", r -> r.it().procedure().site()),
                        Table.text("injectate", "Class that names the injection",
                                r -> r.it().procedure().injectate().map(MeasuredTables::lower).orElse("")),
                        Table.number("volume", "mL", "Total volume injected", r -> r.it().procedure().volumeMl()),
                        Table.number("session", "1", "Session of the course, from 1",
                                r -> Optional.of(r.it().procedure().course().session())),
                        Table.text("response", "Verdict", r -> lower(r.it().response().status())),
                        Table.text("response_reason", "Verdict in words", r -> r.it().response().reason()),
                        Table.text("recurrence_on", "Day the pain was first seen to be back, ISO 8601",
                                r -> r.it().recurrence().map(x -> x.on().toString()).orElse("")),
                        Table.text("reintervention_on", "Day of the next procedure on that side",
                                r -> r.it().reintervention().map(Object::toString).orElse("")),
                        Table.text("surgery_on", "Day of the next operation on that side",
                                r -> r.it().surgery().map(Object::toString).orElse("")),
                        Table.number("adverse_events", "1", "How many until the next procedure",
                                r -> Optional.of(r.it().adverseEvents().size())),
                        Table.text("lost_on", "Day the patient was lost to follow-up",
                                r -> r.it().lost().map(Object::toString).orElse(""))));
    }

    private static List<Of<CourseOutcome>> outcomes(TableSource s) {
        CaseCourse course = new CaseCourse(s.casefile(), s.rules(), s.zone());
        List<Of<CourseOutcome>> all = new ArrayList<>();
        if (!s.rules().responders().isEmpty()) {
            OutcomeReader reader = new OutcomeReader(s.rules());
            for (Procedure p : course.procedures()) {
                all.add(new Of<>(id(s), reader.read(course, p, s.rules().responders().getFirst())));
            }
        }
        return all;
    }

    private static Table<TableSource, Of<Map.Entry<ImageRole, FrameRef>>> images() {
        return new Table<>("images", "One picture of the set that documents the procedure.",
                s -> s.casefile().images().entrySet().stream().map(e -> new Of<>(id(s), e)).toList(),
                List.of(caseId(Of::caseId), Table.text("role", "What it shows", r -> r.it().getKey().id()),
                        Table.text("clip_uid", "SOP Instance UID of the clip",
                                r -> r.it().getValue().sopInstanceUid()),
                        Table.number("frame", "1", "Frame number, from 1",
                                r -> Optional.of(r.it().getValue().number()))));
    }

    private static <T> List<At<T>> visits(TableSource s, java.util.function.Function<Visit, List<T>> which) {
        return s.casefile().followUp().visitsInTime().stream()
                .flatMap(v -> which.apply(v).stream().map(t -> new At<>(id(s), v, t))).toList();
    }

    private static Optional<Integer> boxed(java.util.OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
