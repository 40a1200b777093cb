package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Component;
import foramen.domain.injection.Component.Content;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Syringe;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.Session;

/** A procedure session as JSON and back, its decimals as text. */
final class SessionJson {
    private SessionJson() {}

    static void write(ObjectNode node, Session s) {
        node.put("id", s.id());
        ObjectNode course = node.putObject("course");
        course.put("id", s.course().id());
        course.put("number", s.course().number());
        course.put("of", s.course().of());
        course.put("protocol", s.course().protocolId());
        course.put("protocolVersion", s.course().protocolVersion());
        node.put("date", s.date().toString());
        node.put("side", s.side().name());
        node.put("profile", s.profileId());
        ArrayNode syringes = node.putArray("syringes");
        s.syringes().forEach(x -> write(syringes.addObject(), x));
        ArrayNode aliquots = node.putArray("aliquots");
        s.aliquots().forEach(x -> write(aliquots.addObject(), x));
        SafetyJson.write(node.putObject("safety"), s.safety());
        node.put("status", s.status().name());
        s.closed().ifPresent(at -> node.put("closed", at.toString()));
        node.put("operator", s.operator());
        node.put("note", s.note());
    }

    static Session session(Fields f) {
        return new Session(f.text("id"), course(f.object("course")), f.date("date"),
                f.choice("side", Laterality.class), f.text("profile"), f.list("syringes", SessionJson::syringe),
                f.list("aliquots", SessionJson::aliquot), SafetyJson.safety(f.object("safety")),
                f.choice("status", Session.Status.class), f.optional("closed", f::instant), f.text("operator"),
                f.text("note"));
    }

    private static Course course(Fields f) {
        return new Course(f.text("id"), f.whole("number"), f.whole("of"), f.text("protocol"),
                f.text("protocolVersion"));
    }

    private static void write(ObjectNode node, Syringe s) {
        node.put("id", s.id());
        node.put("label", s.label());
        ArrayNode components = node.putArray("components");
        s.components().forEach(c -> write(components.addObject(), c));
    }

    private static Syringe syringe(Fields f) {
        return new Syringe(f.text("id"), f.text("label"), f.list("components", SessionJson::component));
    }

    private static void write(ObjectNode node, Component c) {
        node.put("product", c.productId());
        node.put("productName", c.productName());
        node.put("class", c.injectateClass().name());
        switch (c.content()) {
            case Component.Solution s -> {
                ObjectNode stock = node.putObject("stock");
                stock.put("value", s.stock().value().toString());
                stock.put("unit", s.stock().unit().name());
                node.put("volumeMl", s.volumeMl().toString());
            }
            case Component.Powder p -> {
                ObjectNode powder = node.putObject("powder");
                powder.put("amount", p.dose().amount().toString());
                powder.put("unit", p.dose().unit().name());
            }
        }
        node.put("lot", c.lot());
        c.expiry().ifPresent(day -> node.put("expiry", day.toString()));
        node.put("gtin", c.gtin());
    }

    private static Component component(Fields f) {
        return new Component(f.text("product"), f.text("productName"), f.choice("class", InjectateClass.class),
                content(f), f.text("lot"), f.optional("expiry", f::date), f.text("gtin"));
    }

    private static Content content(Fields f) {
        return f.<Content>optional("powder", name -> powder(f.object(name))).orElseGet(() -> new Component.Solution(
                LedgerJson.concentration(f.object("stock")), f.decimal("volumeMl")));
    }

    private static Content powder(Fields f) {
        return new Component.Powder(new Dose(f.decimal("amount"), f.choice("unit", Dose.Unit.class)));
    }

    private static void write(ObjectNode node, Aliquot a) {
        node.put("id", a.id());
        node.put("syringe", a.syringeId());
        node.put("plan", a.planId());
        node.put("target", a.target());
        node.put("site", a.site());
        node.put("side", a.side().name());
        node.put("volumeMl", a.volumeMl().toString());
    }

    private static Aliquot aliquot(Fields f) {
        return new Aliquot(f.text("id"), f.text("syringe"), f.text("plan"), f.text("target"), f.text("site"),
                f.choice("side", Laterality.class), f.decimal("volumeMl"));
    }
}
