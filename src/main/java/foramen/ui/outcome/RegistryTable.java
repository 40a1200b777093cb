package foramen.ui.outcome;

import foramen.domain.assessment.Measure;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.Change;
import foramen.domain.outcome.Response.Status;
import foramen.domain.registry.CohortLine;
import foramen.domain.registry.Proportion;
import foramen.domain.registry.PublishedCohorts;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.ui.support.Words;
import foramen.workspace.assessment.AssessmentFiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Puts cohort lines and published findings into cells. A percentage never stands without its counts. */
final class RegistryTable {
    /** Keys of the columns' headings, in the order of the cells. */
    static final List<String> COLUMNS = List.of("registry.courses", "registry.response", "registry.noresponse",
            "registry.recurrence", "registry.recurrence.all", "registry.operated", "registry.lost",
            "registry.adverse");

    private final Words words;
    private final AssessmentFiles files;

    RegistryTable(Words words, AssessmentFiles files) {
        this.words = words;
        this.files = files;
    }

    RegistryState.Line line(Grouping by, CohortLine l) {
        List<String> cells = List.of(
                words.text("registry.counts", l.courses(), l.procedures()),
                said(l.response()),
                said(l.noResponse()) + "\n" + words.text("registry.rescued", l.count(Status.RESCUED)),
                said(l.recurrenceOfResponders()), said(l.recurrenceOfAll()),
                said(new Proportion(l.operated(), l.courses())), said(new Proportion(l.lost(), l.courses())),
                said(new Proportion(l.withAdverseEvent(), l.procedures())));
        List<String> notes = new ArrayList<>();
        notes.add(words.text("registry.unjudged", l.missing(), l.count(Status.LOST), l.pending(),
                l.count(Status.NO_BASELINE), l.count(Status.NOT_COMPARABLE)));
        l.means().forEach(m -> notes.add(mean(m)));
        return new RegistryState.Line(group(by, l.group()), cells, notes);
    }

    private String mean(CohortLine.MeanChange m) {
        Change c = m.change();
        String values = text(c.measure(), c.before()) + " → " + text(c.measure(), c.after()) + c.percent()
                .map(p -> " (" + (p.signum() < 0 ? "−" : "+") + OutcomeWords.decimal(words, p.abs()) + " %)")
                .orElse("");
        return words.text("registry.mean", OutcomeWords.measure(words, c.measure()), values, m.n());
    }

    private String text(Measure m, BigDecimal value) {
        String unit = m.instrument().unit();
        return OutcomeWords.decimal(words, value.setScale(1, RoundingMode.HALF_UP))
                + (unit.isEmpty() ? "" : "\u00a0" + (m.instrument().isPain() ? unit : words.text("points")));
    }

    /** Such as {@code 24/35 = 68.6 %} and its interval on a line of its own. */
    private String said(Proportion p) {
        return p.percent().flatMap(percent -> p.wilson().map(w -> p.n() + "/" + p.of() + " = "
                + OutcomeWords.decimal(words, percent) + "\u00a0%\n"
                + words.text("registry.interval", OutcomeWords.decimal(words, w.low()),
                        OutcomeWords.decimal(words, w.high()))))
                .orElse(p.n() + "/" + p.of());
    }

    /** Groups are named by the domain in English; a target of no protocol is called as the operator wrote it. */
    private String group(Grouping by, String name) {
        if (by != Grouping.TARGET) {
            for (Arm arm : Arm.values()) {
                if (arm.label().equals(name)) {
                    return words.of(arm);
                }
            }
            return Arrays.stream(InjectateClass.values()).filter(i -> i.label().equals(name)).map(words::of)
                    .findFirst().orElse(words.text("registry.notstated"));
        }
        return name.equals(Grouping.NOT_STATED)
                ? words.text("registry.notstated")
                : OutcomeWords.target(words, name);
    }

    List<RegistryState.Published> published() {
        return files.published().findings().stream().map(this::published).toList();
    }

    private RegistryState.Published published(PublishedCohorts.Finding f) {
        List<String> labels = new ArrayList<>();
        if (f.inferred()) {
            labels.add(words.text("registry.inferred"));
        }
        if (f.outcome().contains("relative")) {
            labels.add(words.text("registry.relative"));
        }
        if (f.proportion().isEmpty()) {
            labels.add(words.text("registry.nocounts"));
        }
        String said = words.ofFile("Published." + f.outcome().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                f.outcome()) + f.proportion().map(p -> " " + said(p).replace("\n", " ")).orElse("");
        return new RegistryState.Published(words.of(f.arm()), said, labels,
                f.citation().source() + (f.citation().note().isEmpty() ? "" : ". " + f.citation().note()));
    }
}
