package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.domain.outcome.DueVisit;
import foramen.workspace.assessment.RegistryDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foramen due}: which follow-up visits are due or overdue over all cases. */
@Command(name = "due", description = "List the follow-up visits that are due or overdue.")
final class DueCommand extends RecordCommand {
    @Option(names = "--on", paramLabel = "DATE", description = "As it stands at the end of this day (now unless said otherwise).")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DueCommand(Composition composition) {
        super(composition);
    }

    @Override
    public Integer call() throws Exception {
        RegistryDesk desk = composition.registryDesk(files());
        Instant now = on == null
                ? composition.clock().instant()
                : on.atTime(LocalTime.MAX).atZone(composition.zone()).toInstant();
        List<String> unread = new ArrayList<>();
        withRecord(store -> {
            RegistryDesk.Due due = desk.due(store, now, progress());
            unread.addAll(due.unread());
            if (json) {
                out().println(JsonText.line(json(due)));
            } else {
                print(due);
            }
        });
        return incomplete(unread);
    }

    private void print(RegistryDesk.Due due) {
        if (due.visits().isEmpty()) {
            out().println("No visit is due.");
        }
        for (DueVisit v : due.visits()) {
            out().printf("%-8s %s  %-12s %s  (%s of %s; case %s)%n", v.state().words(), day(v.due()),
                    v.window().label(), v.patient(), v.procedure().label(), day(v.procedure().at()),
                    v.caseId().value());
        }
    }

    private ObjectNode json(RegistryDesk.Due due) {
        ObjectNode node = JsonText.object();
        ArrayNode visits = node.putArray("visits");
        for (DueVisit v : due.visits()) {
            visits.addObject().put("state", v.state().words()).put("case_id", v.caseId().value())
                    .put("patient", v.patient()).put("window", v.window().id())
                    .put("procedure", v.procedure().label()).put("procedure_day", day(v.procedure().at()))
                    .put("opens", day(v.opens())).put("due", day(v.due())).put("closes", day(v.closes()));
        }
        due.unread().forEach(node.putArray("unread")::add);
        return node;
    }

    private String day(Instant at) {
        return at.atZone(composition.zone()).toLocalDate().toString();
    }
}
