package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;

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
    }

    static Injection injection(Fields f) {
        return new Injection(f.text("id"), f.instant("given"), f.text("product"), f.text("productName"),
                f.choice("class", InjectateClass.class), concentration(f.object("concentration")),
                f.decimal("volumeMl"), f.text("lot"), f.date("expiry"), f.choice("laterality", Laterality.class),
                f.text("site"), f.text("plan"), f.text("operator"), f.text("note"),
                f.optional("voided", name -> voiding(f.object(name))));
    }

    private static Concentration concentration(Fields f) {
        return new Concentration(f.decimal("value"), f.choice("unit", Concentration.Unit.class));
    }

    private static Injection.Voiding voiding(Fields f) {
        return new Injection.Voiding(f.text("reason"), f.text("by"), f.instant("at"));
    }
}
