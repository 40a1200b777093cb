package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;

/** A line of the ledger as JSON and back, its decimals as text. */
final class LedgerJson {
    private LedgerJson() {}

    static void write(ObjectNode node, Injection line) {
        node.put("id", line.id());
        node.put("given", line.given().toString());
        node.put("product", line.productId());
        node.put("productName", line.productName());
        node.put("class", line.injectateClass().name());
        ObjectNode concentration = node.putObject("concentration");
        concentration.put("value", line.concentration().value().toString());
        concentration.put("unit", line.concentration().unit().name());
        node.put("volumeMl", line.volumeMl().toString());
        node.put("lot", line.lot());
        node.put("expiry", line.expiry().toString());
        node.put("laterality", line.laterality().name());
        node.put("site", line.site());
        node.put("plan", line.planId());
        node.put("operator", line.operator());
        node.put("note", line.note());
        line.voided().ifPresent(v -> {
            ObjectNode voided = node.putObject("voided");
            voided.put("reason", v.reason());
            voided.put("by", v.by());
            voided.put("at", v.at().toString());
        });
        line.origin().ifPresent(o -> {
            ObjectNode origin = node.putObject("origin");
            origin.put("session", o.sessionId());
            origin.put("syringe", o.syringeId());
            origin.put("aliquot", o.aliquotId());
            origin.put("target", o.target());
            origin.put("amount", o.amount().toString());
            origin.put("unit", o.unit().name());
        });
    }

    static Injection injection(Fields f) {
        return new Injection(f.text("id"), f.instant("given"), f.text("product"), f.text("productName"),
                f.choice("class", InjectateClass.class), concentration(f.object("concentration")),
                f.decimal("volumeMl"), f.text("lot"), f.date("expiry"), f.choice("laterality", Laterality.class),
                f.text("site"), f.text("plan"), f.text("operator"), f.text("note"),
                f.optional("voided", name -> voiding(f.object(name))),
                f.optional("origin", name -> origin(f.object(name))));
    }

    static void write(ObjectNode node, PriorTreatment t) {
        node.put("day", t.day().toString());
        node.put("substance", t.substance());
        node.put("class", t.injectateClass().name());
        // An amount nobody knows is absent; nought would count as nothing.
        t.amount().ifPresent(a -> node.put("amount", a.toString()));
        node.put("unit", t.unit().name());
        node.put("target", t.target());
        node.put("side", t.side().name());
        node.put("epinephrine", t.epinephrine());
        node.put("source", t.source());
    }

    static PriorTreatment treatment(Fields f) {
        return new PriorTreatment(f.date("day"), f.text("substance"), f.choice("class", InjectateClass.class),
                f.optional("amount", name -> f.parsed(name, Rational::parse, "a fraction")),
                f.choice("unit", Dose.Unit.class), f.text("target"), f.choice("side", Laterality.class),
                f.flag("epinephrine"), f.text("source"));
    }

    static Concentration concentration(Fields f) {
        return new Concentration(f.decimal("value"), f.choice("unit", Concentration.Unit.class));
    }

    private static Injection.Origin origin(Fields f) {
        return new Injection.Origin(f.text("session"), f.text("syringe"), f.text("aliquot"), f.text("target"),
                Rational.parse(f.text("amount")), f.choice("unit", Dose.Unit.class));
    }

    /** Whether a version that knows no sessions would misread the line. */
    static boolean needsSessions(Injection line) {
        return line.origin().isPresent() || line.injectateClass() == InjectateClass.PLATELETS
                || line.concentration().unit() == Concentration.Unit.ML_PER_ML;
    }

    private static Injection.Voiding voiding(Fields f) {
        return new Injection.Voiding(f.text("reason"), f.text("by"), f.instant("at"));
    }
}
