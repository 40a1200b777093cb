package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.outcome.OutcomeRules.Responder;
import foramen.domain.outcome.Response.Status;
import foramen.domain.registry.CohortLine;
import foramen.domain.registry.Proportion;
import foramen.domain.registry.PublishedCohorts.Finding;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistrySource.Cohort;
import foramen.workspace.assessment.AssessmentFiles;
import java.io.PrintWriter;
import java.math.RoundingMode;

/** A cohort table in words and as JSON. A percentage never stands without its counts. */
final class CohortText {
    private static final String FIGURE = "  %-28s %s%n";
    private static final int MEAN_DIGITS = 3;

    private CohortText() {}

    static void print(Cohort cohort, RegistryQuery query, AssessmentFiles files, PrintWriter out) {
        Responder d = files.outcome().responder(query.definitionId()).orElseThrow();
        out.printf("Registry by %s, %d cases, as of %s%s%s%n", query.by().id(), cohort.cases(), query.asOf(),
                query.since().map(s -> ", since " + s).orElse(""), query.until().map(u -> ", until " + u).orElse(""));
        out.printf("Response: %s (at least %s %% less than before, day %d to %d, nearest to day %d; %s, version %s)%n",
                d.label(), d.percent().toPlainString(), d.fromDays(), d.toDays(), d.nearDays(), d.citation().source(),
                files.outcome().version());
        if (cohort.lines().isEmpty()) {
            out.println("No procedures.");
        }
        for (CohortLine line : cohort.lines()) {
            print(line, out);
        }
        out.printf("%nPublished, for comparison (version %s)%n", files.published().version());
        for (Finding f : files.published().findings()) {
            out.printf("  %s: %s [%s]%s%n", f.arm().label(), f.words(), f.citation().source(),
                    f.citation().note().isEmpty() ? "" : " " + f.citation().note());
        }
    }

    private static void print(CohortLine line, PrintWriter out) {
        out.printf("%n%s: %d courses, %d procedures%n", line.group(), line.courses(), line.procedures());
        out.printf(FIGURE, "Response", line.response().text());
        out.printf(FIGURE, "No response", line.noResponse().text() + "; of them rescued " + line.count(Status.RESCUED));
        out.printf(FIGURE, "Recurrence, of responders", line.recurrenceOfResponders().text());
        out.printf(FIGURE, "Recurrence, of all treated", line.recurrenceOfAll().text());
        out.printf(FIGURE, "Not judged",
                "%d missing, %d lost, %d pending, %d without baseline, %d not comparable".formatted(line.missing(),
                        line.count(Status.LOST), line.pending(), line.count(Status.NO_BASELINE),
                        line.count(Status.NOT_COMPARABLE)));
        out.printf(FIGURE, "Later",
                "%s operated, %s lost to follow-up".formatted(new Proportion(line.operated(), line.courses()).text(),
                        new Proportion(line.lost(), line.courses()).text()));
        out.printf(FIGURE, "With an adverse event",
                new Proportion(line.withAdverseEvent(), line.procedures()).text());
        line.means().forEach(m -> out.printf(FIGURE, "Before and last", m.words()));
    }

    static ObjectNode json(Cohort cohort, RegistryQuery query, AssessmentFiles files) {
        ObjectNode node = JsonText.object().put("by", query.by().id());
        query.since().ifPresent(s -> node.put("since", s.toString()));
        query.until().ifPresent(u -> node.put("until", u.toString()));
        node.put("as_of", query.asOf().toString()).put("cases", cohort.cases());
        Responder d = files.outcome().responder(query.definitionId()).orElseThrow();
        node.putObject("definition").put("id", d.id()).put("label", d.label()).put("percent", d.percent())
                .put("from_days", d.fromDays()).put("near_days", d.nearDays()).put("to_days", d.toDays())
                .put("source", d.citation().source());
        node.put("rules_version", files.outcome().version());
        ArrayNode groups = node.putArray("groups");
        cohort.lines().forEach(line -> write(groups.addObject(), line));
        ArrayNode published = node.putArray("published");
        for (Finding f : files.published().findings()) {
            ObjectNode finding = published.addObject().put("arm", f.arm().id()).put("outcome", f.outcome());
            f.proportion().ifPresent(p -> finding.set("proportion", json(p)));
            finding.put("inferred", f.inferred()).put("source", f.citation().source()).put("note", f.citation().note());
        }
        cohort.unread().forEach(node.putArray("unread")::add);
        return node;
    }

    private static void write(ObjectNode node, CohortLine line) {
        node.put("group", line.group()).put("courses", line.courses()).put("procedures", line.procedures());
        node.set("response", json(line.response()));
        node.set("no_response", json(line.noResponse()));
        node.set("recurrence_of_responders", json(line.recurrenceOfResponders()));
        node.set("recurrence_of_all", json(line.recurrenceOfAll()));
        node.put("rescued", line.count(Status.RESCUED)).put("missing", line.missing()).put("pending", line.pending())
                .put("lost_before_judged", line.count(Status.LOST)).put("no_baseline", line.count(Status.NO_BASELINE))
                .put("not_comparable", line.count(Status.NOT_COMPARABLE))
                .put("course_continued", line.count(Status.COURSE_CONTINUED)).put("lost", line.lost())
                .put("operated", line.operated()).put("with_adverse_event", line.withAdverseEvent());
        ArrayNode changes = node.putArray("changes");
        for (CohortLine.MeanChange m : line.means()) {
            ObjectNode change = changes.addObject().put("measure", m.change().measure().id()).put("n", m.n());
            change.put("before_mean", m.change().before().setScale(MEAN_DIGITS, RoundingMode.HALF_UP));
            change.put("last_mean", m.change().after().setScale(MEAN_DIGITS, RoundingMode.HALF_UP));
            m.change().percent().ifPresentOrElse(p -> change.put("percent_relative_to_before", p),
                    () -> change.putNull("percent_relative_to_before"));
        }
    }

    private static ObjectNode json(Proportion p) {
        ObjectNode node = JsonText.object().put("n", p.n()).put("of", p.of());
        p.percent().ifPresentOrElse(v -> node.put("percent", v), () -> node.putNull("percent"));
        p.wilson().ifPresentOrElse(w -> node.putArray("wilson_95").add(w.low()).add(w.high()),
                () -> node.putNull("wilson_95"));
        return node;
    }
}
