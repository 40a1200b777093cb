package foramen.domain.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ProjectedSums.Row;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.FollowUpSchedule.Protocol;
import foramen.domain.outcome.FollowUpSchedule.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a row of the due index: the patient, then the procedures, each with its planned visits. Times of visits are
 * not in it, since they follow from the procedure and the schedule of that edition.
 */
final class DueRow {
    /** Stands between procedures, and in no typed word. */
    private static final String GROUP = "\u001d";
    /** Stands between the fields of one. */
    private static final String FIELD = "\u001f";

    private final FollowUpSchedule schedule;
    private final Map<String, List<Window>> windows = new HashMap<>();

    DueRow(FollowUpSchedule schedule) {
        this.schedule = schedule;
        schedule.protocols().forEach(p -> windows.put(p.id(), schedule.windows(p)));
    }

    String text(Case c, List<PlannedVisit> visits) {
        Map<Procedure, List<PlannedVisit>> byProcedure = new LinkedHashMap<>();
        visits.forEach(v -> byProcedure.computeIfAbsent(v.procedure(), p -> new ArrayList<>()).add(v));
        List<String> groups = new ArrayList<>(List.of(plain(c.patient().label())));
        byProcedure.forEach((p, mine) -> groups.add(text(p, schedule.protocol(p, c.followUp().protocolId()), mine)));
        return String.join(GROUP, groups);
    }

    private static String text(Procedure p, Protocol protocol, List<PlannedVisit> visits) {
        List<String> fields = new ArrayList<>(List.of(plain(p.id()), p.at().toString(), p.arm().name(),
                p.side().name(), plain(p.site()), plain(p.target()), p.injectate().map(Enum::name).orElse(""),
                String.valueOf(p.anaesthetic()), p.volumeMl().map(BigDecimal::toString).orElse(""),
                String.valueOf(p.planned()), String.valueOf(p.course().session()),
                String.valueOf(p.course().sessions()), p.course().began().toString(), protocol.id(),
                visits.getFirst().end().map(Instant::toString).orElse("")));
        for (PlannedVisit v : visits) {
            fields.add(v.window().id());
            fields.add(v.done().map(Instant::toString).orElse(""));
        }
        return String.join(FIELD, fields);
    }

    private static String plain(String words) {
        return words.replace(GROUP, " ").replace(FIELD, " ");
    }

    /** The visits of a row as they stand at {@code now}. */
    Stream<DueVisit> read(Row row, Instant now) {
        List<String> groups = Arrays.asList(row.text().split(GROUP, -1));
        String patient = groups.getFirst();
        return groups.stream().skip(1).flatMap(g -> visits(g).stream())
                .flatMap(v -> v.at(now).map(state -> new DueVisit(row.id(), patient, v.procedure(), v.window(),
                        v.opens(), v.due(), v.closes(), state)).stream());
    }

    private List<PlannedVisit> visits(String group) {
        Iterator<String> f = Arrays.asList(group.split(FIELD, -1)).iterator();
        Procedure p = new Procedure(f.next(), Instant.parse(f.next()), Arm.valueOf(f.next()),
                Laterality.valueOf(f.next()), f.next(), f.next(), given(f.next()).map(InjectateClass::valueOf),
                Boolean.parseBoolean(f.next()), given(f.next()).map(BigDecimal::new), Boolean.parseBoolean(f.next()),
                new Procedure.Course(Integer.parseInt(f.next()), Integer.parseInt(f.next()), Instant.parse(f.next())));
        List<Window> planned = windows.getOrDefault(f.next(), List.of());
        Optional<Instant> end = given(f.next()).map(Instant::parse);
        List<PlannedVisit> visits = new ArrayList<>();
        while (f.hasNext()) {
            VisitWindow window = VisitWindow.of(f.next());
            visits.add(DueList.planned(p, planned, window, end, given(f.next()).map(Instant::parse)));
        }
        return visits;
    }

    private static Optional<String> given(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
