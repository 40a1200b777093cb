package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Visits and events as JSON and back, decimals as text. */
final class FollowUpJson {
    private FollowUpJson() {}

    static void write(ObjectNode node, FollowUp f) {
        node.put("protocol", f.protocolId());
        f.visits().forEach(v -> write(node.withArray("visits").addObject(), v));
        f.events().forEach(e -> write(node.withArray("events").addObject(), e));
    }

    static FollowUp followUp(Fields f) {
        return new FollowUp(f.text("protocol"),
                f.optional("visits", n -> f.list(n, FollowUpJson::visit)).orElse(List.of()),
                f.optional("events", n -> f.list(n, FollowUpJson::event)).orElse(List.of()));
    }

    private static void write(ObjectNode node, Visit v) {
        node.put("id", v.id()).put("at", v.at().toString()).put("window", v.window().id());
        node.put("examiner", v.examiner()).put("note", v.note());
        v.tests().forEach(t -> write(node.withArray("tests").addObject(), t));
        v.neuro().forEach(n -> node.withArray("neuro").addObject().put("item", n.item().name())
                .put("side", n.side().name()).put("grade", n.grade()));
        if (v.redFlags().asked()) {
            v.redFlags().present().forEach(node.putArray("redFlags")::add);
            if (!v.redFlags().unanswered().isEmpty()) {
                v.redFlags().unanswered().forEach(node.putArray("redFlagsOpen")::add);
            }
        }
        v.pain().forEach(p -> node.withArray("pain").addObject().put("instrument", p.instrument().name())
                .put("state", p.state().name()).put("value", p.value()));
        v.hipAnswers().ifPresent(a -> write(node.putObject("hipAnswers"), a));
        v.hipScores().forEach(s -> write(node.withArray("hipScores").addObject(), s));
    }

    private static Visit visit(Fields f) {
        Optional<Set<String>> flags = f.optional("redFlags", name -> new LinkedHashSet<>(f.texts(name)));
        Set<String> open = f.optional("redFlagsOpen", name -> (Set<String>) new LinkedHashSet<>(f.texts(name)))
                .orElse(Set.of());
        return new Visit(f.text("id"), f.instant("at"), f.parsed("window", VisitWindow::of, "a visit"),
                f.text("examiner"), list(f, "tests", FollowUpJson::test), list(f, "neuro", FollowUpJson::neuro),
                flags.map(p -> new RedFlagScreen(true, p, open)).orElse(RedFlagScreen.NOT_ASKED),
                list(f, "pain",
                        p -> new PainScore(p.choice("instrument", Instrument.class),
                                p.choice("state", PainState.class), p.whole("value"))),
                f.optional("hipAnswers", name -> answers(f.object(name))), list(f, "hipScores", FollowUpJson::score),
                f.text("note"));
    }

    private static <T> List<T> list(Fields f, String name, Function<Fields, T> read) {
        return f.optional(name, n -> f.list(n, read)).orElse(List.of());
    }

    private static void write(ObjectNode node, TestFinding t) {
        node.put("test", t.testId()).put("side", t.side().name()).put("result", t.result().name());
        t.sites().forEach(s -> node.withArray("sites").add(s.name()));
        t.nrs().ifPresent(n -> node.put("nrs", n));
        t.angleDeg().ifPresent(a -> node.put("angleDeg", a));
        node.put("note", t.note());
    }

    private static TestFinding test(Fields f) {
        Set<TestFinding.PainSite> sites = EnumSet.noneOf(TestFinding.PainSite.class);
        f.optional("sites", f::texts).ifPresent(all -> all.forEach(s -> sites.add(TestFinding.PainSite.valueOf(s))));
        return new TestFinding(f.text("test"), f.choice("side", Laterality.class),
                f.choice("result", TestFinding.Result.class), sites, whole(f, "nrs"), whole(f, "angleDeg"),
                f.text("note"));
    }

    private static OptionalInt whole(Fields f, String name) {
        return f.optional(name, f::whole).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static NeuroFinding neuro(Fields f) {
        return new NeuroFinding(f.choice("item", NeuroFinding.Item.class), f.choice("side", Laterality.class),
                f.whole("grade"));
    }

    private static void write(ObjectNode node, HarrisAnswers a) {
        node.put("romRule", a.romRule()).put("deformityRule", a.deformityRule());
        // Names stand as text, not as fields: a field's name cannot carry half a character pair.
        a.choices().forEach((item, option) -> node.withArray("choices").addObject().put("item", item)
                .put("option", option));
        a.measures().forEach((name, value) -> node.withArray("measures").addObject().put("name", name)
                .put("value", value.toString()));
    }

    private static HarrisAnswers answers(Fields f) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Fields c : list(f, "choices", Function.identity())) {
            choices.put(c.text("item"), c.text("option"));
        }
        Map<String, BigDecimal> measures = new LinkedHashMap<>();
        for (Fields m : list(f, "measures", Function.identity())) {
            measures.put(m.text("name"), m.decimal("value"));
        }
        return new HarrisAnswers(f.text("romRule"), f.text("deformityRule"), choices, measures);
    }

    private static void write(ObjectNode node, HipScore s) {
        node.put("instrument", s.measure().instrument().name()).put("rules", s.measure().variant());
        node.put("edition", s.edition());
        s.raw().ifPresent(r -> node.put("raw", r.toString()));
        node.put("total", s.total().toString());
    }

    private static HipScore score(Fields f) {
        return new HipScore(new Measure(f.choice("instrument", Instrument.class), f.text("rules")), f.text("edition"),
                f.optional("raw", f::decimal), f.decimal("total"));
    }

    private static void write(ObjectNode node, CareEvent e) {
        node.put("id", e.id()).put("kind", e.kind().name()).put("at", e.at().toString()).put("side", e.side().name());
        node.put("what", e.what());
        e.grade().ifPresent(g -> node.put("grade", g));
        node.put("forReturnOfPain", e.forReturnOfPain()).put("recordedBy", e.recordedBy()).put("note", e.note());
    }

    private static CareEvent event(Fields f) {
        return new CareEvent(f.text("id"), f.choice("kind", CareEvent.Kind.class), f.instant("at"),
                f.choice("side", Laterality.class), f.text("what"), whole(f, "grade"), f.flag("forReturnOfPain"),
                f.text("recordedBy"), f.text("note"));
    }
}
