package foramen.domain.registry;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.Recurrence;
import foramen.domain.outcome.Response;
import foramen.domain.registry.RegistryRow.Judged;
import foramen.domain.registry.RegistryRow.Later;
import foramen.domain.registry.RegistryRow.Treatment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The words of one registry row, by column, made and understood. */
final class RegistryWords {
    private final Map<String, String> words;

    RegistryWords(Map<String, String> words) {
        this.words = words;
    }

    static Map<String, String> first(RegistryRow row) {
        Map<String, String> all = new LinkedHashMap<>();
        Treatment t = row.treatment();
        all.put("case_id", row.caseId());
        all.put("procedure_id", row.procedureId());
        all.put("day", row.day().toString());
        all.put("arm", name(t.arm()));
        all.put("site", t.site());
        all.put("side", name(t.side()));
        all.put("target", t.target());
        all.put("indication", t.indication());
        all.put("injectate", t.injectate().map(RegistryWords::name).orElse(""));
        all.put("volume_ml", t.volumeMl().map(BigDecimal::toPlainString).orElse(""));
        all.put("guidance", t.guidance());
        all.put("session", Integer.toString(t.session()));
        all.put("sessions", Integer.toString(t.sessions()));
        return all;
    }

    static Map<String, String> last(RegistryRow row) {
        Map<String, String> all = new LinkedHashMap<>();
        Judged j = row.response();
        Later l = row.after();
        all.put("response", name(j.status()));
        all.put("response_value", j.value().map(BigDecimal::toPlainString).orElse(""));
        all.put("response_day", date(j.day()));
        all.put("response_closes", j.closes().toString());
        all.put("recurrence", date(l.recurrence()));
        all.put("recurrence_cause", l.cause().map(RegistryWords::name).orElse(""));
        all.put("reintervention", date(l.reintervention()));
        all.put("surgery", date(l.surgery()));
        all.put("adverse_events", Integer.toString(l.adverseEvents()));
        all.put("worst_grade", l.worstGrade().isPresent() ? Integer.toString(l.worstGrade().getAsInt()) : "");
        all.put("lost", date(l.lost()));
        all.put("definition", row.definitionId());
        all.put("rules_version", row.rulesVersion());
        return all;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String date(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    RegistryRow row(RegistrySeries pain, RegistrySeries hip) throws RegistryFormatException {
        Treatment treatment = new Treatment(choice("arm", Arm.class).orElseThrow(() -> empty("arm")), text("site"),
                choice("side", Laterality.class).orElseThrow(() -> empty("side")), text("target"), text("indication"),
                choice("injectate", InjectateClass.class), decimal("volume_ml"), text("guidance"),
                whole("session").orElseThrow(() -> empty("session")),
                whole("sessions").orElseThrow(() -> empty("sessions")));
        Judged judged = new Judged(choice("response", Response.Status.class).orElseThrow(() -> empty("response")),
                decimal("response_value"), date("response_day"),
                date("response_closes").orElseThrow(() -> empty("response_closes")));
        Later later = new Later(date("recurrence"), choice("recurrence_cause", Recurrence.Cause.class),
                date("reintervention"), date("surgery"),
                whole("adverse_events").orElseThrow(() -> empty("adverse_events")),
                whole("worst_grade").map(OptionalInt::of).orElse(OptionalInt.empty()), date("lost"));
        if (later.recurrence().isPresent() && judged.status() != Response.Status.RESPONDER) {
            throw new RegistryFormatException("The column “recurrence” has a day, but the row is no responder.");
        }
        return new RegistryRow(text("case_id"), text("procedure_id"), date("day").orElseThrow(() -> empty("day")),
                treatment, pain, hip, judged, later, text("definition"), text("rules_version"));
    }

    RegistrySeries series(String name, Map<VisitWindow, BigDecimal> values) throws RegistryFormatException {
        Optional<Measure> measure = parsed(name + "_measure", Measure::of, "a measure");
        Optional<BigDecimal> last = decimal(name + "_last");
        Optional<LocalDate> day = date(name + "_last_day");
        if (last.isPresent() != day.isPresent()) {
            throw new RegistryFormatException("The columns “" + name + "_last” and “" + name
                    + "_last_day” are filled both or neither.");
        }
        if (measure.isEmpty() && (!values.isEmpty() || last.isPresent())) {
            throw empty(name + "_measure");
        }
        return new RegistrySeries(measure, values,
                last.map(v -> new RegistrySeries.Last(v, day.orElseThrow())));
    }

    Optional<BigDecimal> decimal(String name) throws RegistryFormatException {
        Optional<BigDecimal> value = parsed(name, BigDecimal::new, "a number");
        if (value.filter(v -> v.signum() < 0 || Math.abs(v.scale()) > 20).isPresent()) {
            throw new RegistryFormatException("The column “" + name + "” needs a number of nought or more.");
        }
        return value;
    }

    private Optional<Integer> whole(String name) throws RegistryFormatException {
        Optional<Integer> value = parsed(name, Integer::valueOf, "a whole number");
        if (value.filter(v -> v < 0).isPresent()) {
            throw new RegistryFormatException("The column “" + name + "” needs a whole number of nought or more.");
        }
        return value;
    }

    private Optional<LocalDate> date(String name) throws RegistryFormatException {
        return parsed(name, LocalDate::parse, "a date");
    }

    private <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) throws RegistryFormatException {
        return parsed(name, w -> Enum.valueOf(type, w.toUpperCase(Locale.ROOT)), "one of the known words");
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parse, String what)
            throws RegistryFormatException {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RegistryFormatException("The column “" + name + "” needs " + what + ", not “" + text + "”.", e);
        }
    }

    private String text(String name) {
        return words.getOrDefault(name, "");
    }

    private static RegistryFormatException empty(String name) {
        return new RegistryFormatException("The column “" + name + "” is empty.");
    }
}
