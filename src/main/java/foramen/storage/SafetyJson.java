package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.safety.SafetyRecord.Observation;
import foramen.domain.safety.SafetyRecord.Overrule;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.safety.SafetyRecord.TimeOut;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The patient's risks and the safety record of a session as JSON and back. */
final class SafetyJson {
    private SafetyJson() {}

    /** Sets are written in order, so that the same answers are the same bytes. */
    static void write(ObjectNode node, Risks r) {
        ArrayNode present = node.putArray("present");
        new TreeSet<>(r.present()).forEach(id -> present.addObject().put("id", id));
        ArrayNode absent = node.putArray("absent");
        new TreeSet<>(r.absent()).forEach(id -> absent.addObject().put("id", id));
        ArrayNode details = node.putArray("details");
        new TreeMap<>(r.details()).forEach((id, words) -> details.addObject().put("id", id).put("words", words));
        r.heightCm().ifPresent(h -> node.put("heightCm", h.toString()));
    }

    static Risks risks(Fields f) {
        List<String> present = f.list("present", x -> x.text("id"));
        List<String> absent = f.list("absent", x -> x.text("id"));
        Map<String, String> details = new HashMap<>();
        f.list("details", x -> details.put(x.text("id"), x.text("words")) == null);
        return new Risks(new HashSet<>(present), new HashSet<>(absent), details, f.optional("heightCm", f::decimal));
    }

    static void write(ObjectNode node, SafetyRecord s) {
        ArrayNode answers = node.putArray("answers");
        s.answers().forEach(a -> answers.addObject().put("item", a.itemId()).put("state", a.state().name())
                .put("by", a.by()).put("at", a.at().toString()).put("note", a.note()));
        s.timeOut().ifPresent(t -> node.putObject("timeOut").put("by", t.by()).put("at", t.at().toString()).put("note",
                t.note()));
        s.anticoagulation().ifPresent(a -> node.putObject("anticoagulation").put("drug", a.drug())
                .put("lastDose", a.lastDose()).put("inr", a.inr()).put("platelets", a.platelets())
                .put("decision", a.decision()).put("decidedBy", a.decidedBy()).put("at", a.at().toString()));
        s.observation().ifPresent(o -> {
            ObjectNode observation = node.putObject("observation");
            observation.put("from", o.from().toString());
            o.until().ifPresent(u -> observation.put("until", u.toString()));
            observation.put("legStrength", o.legStrength().name()).put("by", o.by()).put("note", o.note());
        });
        ArrayNode complications = node.putArray("complications");
        s.complications().forEach(c -> complications.addObject().put("kind", c.kindId())
                .put("noticed", c.noticed().toString()).put("by", c.by()).put("note", c.note()));
        ArrayNode overrides = node.putArray("overrides");
        s.overrules().forEach(o -> overrides.addObject().put("alert", o.alertKey()).put("sentence", o.sentence())
                .put("ruleVersion", o.ruleVersion()).put("reason", o.reason()).put("by", o.by())
                .put("at", o.at().toString()));
    }

    static SafetyRecord safety(Fields f) {
        return new SafetyRecord(
                f.list("answers",
                        a -> new CheckAnswer(a.text("item"), a.choice("state", State.class), a.text("by"),
                                a.instant("at"), a.text("note"))),
                f.optional("timeOut", name -> timeOut(f.object(name))),
                f.optional("anticoagulation", name -> anticoagulation(f.object(name))),
                f.optional("observation", name -> observation(f.object(name))),
                f.list("complications",
                        c -> new Complication(c.text("kind"), c.instant("noticed"), c.text("by"), c.text("note"))),
                f.list("overrides", o -> new Overrule(o.text("alert"), o.text("sentence"), o.text("ruleVersion"),
                        o.text("reason"), o.text("by"), o.instant("at"))));
    }

    private static TimeOut timeOut(Fields f) {
        return new TimeOut(f.text("by"), f.instant("at"), f.text("note"));
    }

    private static Anticoagulation anticoagulation(Fields f) {
        return new Anticoagulation(f.text("drug"), f.text("lastDose"), f.text("inr"), f.text("platelets"),
                f.text("decision"), f.text("decidedBy"), f.instant("at"));
    }

    private static Observation observation(Fields f) {
        return new Observation(f.instant("from"), f.optional("until", f::instant), f.choice("legStrength", State.class),
                f.text("by"), f.text("note"));
    }
}
