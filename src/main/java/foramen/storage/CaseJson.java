package foramen.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.assessment.FollowUp;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.Statements;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.Risks;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A case as a JSON document and back, without loss.
 *
 * <p>Field names are part of the format and never change their meaning. Coordinates are numbers with all digits of a
 * double; doses and weights are text, because a decimal must come back as it was written; times are ISO 8601. A field
 * this version does not know is passed over; {@code format} goes up only when an older reader would misread.
 */
final class CaseJson {
    /** The newest document format this class writes and reads. */
    static final int FORMAT = 3;
    /** A case without scales set by hand stays readable for the first version, which knows of none. */
    private static final int FIRST = 1;
    /** A case without risks, sessions, visits and full plans stays readable for the second version, which would lose them. */
    private static final int SECOND = 2;

    // Escaped, so that even half a character pair, which UTF-8 cannot carry, comes back.
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private CaseJson() {}

    /** The document of {@code c}. */
    static String write(Case c) {
        ObjectNode root = MAPPER.createObjectNode();
        // A version that would measure without the scale set by hand, or take an out-of-plane needle for one in plane,
        // must not open the case.
        root.put("format", needed(c));
        root.put("id", c.id().value());
        root.put("created", c.created().toString());
        write(root.putObject("patient"), c.patient());
        root.put("side", c.side().name());
        root.put("indication", c.indication());
        writeAll(root.putArray("clips"), c.clips(), CaseJson::write);
        writeAll(root.putArray("annotations"), c.annotations(), DrawnJson::write);
        writeAll(root.putArray("plans"), c.plans(), DrawnJson::write);
        writeAll(root.putArray("ledger"), c.ledger(), LedgerJson::write);
        if (!c.calibrations().isEmpty()) {
            writeAll(root.putArray("calibrations"), c.calibrations(), CalibrationJson::write);
        }
        if (!c.risks().isEmpty()) {
            SafetyJson.write(root.putObject("risks"), c.risks());
        }
        if (!c.sessions().isEmpty()) {
            writeAll(root.putArray("sessions"), c.sessions(), SessionJson::write);
        }
        if (!c.followUp().isEmpty()) {
            FollowUpJson.write(root.putObject("followUp"), c.followUp());
        }
        if (!c.elsewhere().isEmpty()) {
            writeAll(root.putArray("elsewhere"), c.elsewhere(), LedgerJson::write);
        }
        if (!c.images().isEmpty()) {
            ImageSetJson.write(root.putArray("images"), c.images());
        }
        if (!c.statements().isEmpty()) {
            StatementsJson.write(root.putObject("statements"), c.statements());
        }
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    /** The oldest format whose readers neither misread the case nor lose any of it. */
    private static int needed(Case c) {
        if (!c.risks().isEmpty() || !c.sessions().isEmpty() || !c.followUp().isEmpty() || !c.elsewhere().isEmpty()
                || !c.images().isEmpty() || !c.statements().isEmpty()
                || c.ledger().stream().anyMatch(LedgerJson::needsSessions)
                || !c.plans().stream().allMatch(p -> PlanJson.isPlain(p.detail()))) {
            return FORMAT;
        }
        return c.calibrations().isEmpty() ? FIRST : SECOND;
    }

    /**
     * The case of {@code document}.
     *
     * @param name what to call the case in an error message
     * @throws StoreException where the document is damaged, or of a later format
     */
    static Case read(String document, String name) throws StoreException {
        try {
            return read(MAPPER.readTree(document), name);
        } catch (JsonProcessingException e) {
            throw Canonical.damaged("The case " + name, "it is not JSON", e);
        }
    }

    /** As {@link #read(String, String)}, of a document that is parsed already. */
    static Case read(JsonNode root, String name) throws StoreException {
        try {
            Fields fields = new Fields(root, "");
            int format = fields.whole("format");
            if (format > FORMAT) {
                throw new StoreException("The case " + name + " was saved by a newer version of Foramen (format "
                        + format + ", this one reads up to " + FORMAT + "); open it with that version.");
            }
            return read(fields);
        } catch (Fields.Malformed | IllegalArgumentException e) {
            throw Canonical.damaged("The case " + name, e.getMessage(), e);
        }
    }

    private static Case read(Fields f) {
        List<Annotation> annotations = f.list("annotations", DrawnJson::annotation);
        List<NeedlePlan> plans = f.list("plans", DrawnJson::plan);
        List<Injection> ledger = f.list("ledger", LedgerJson::injection);
        return new Case(new CaseId(f.text("id")), f.instant("created"), patient(f.object("patient")),
                f.choice("side", Laterality.class), f.text("indication"), f.list("clips", CaseJson::clip), annotations,
                plans, ledger, f.optional("calibrations", name -> f.list(name, CalibrationJson::calibration))
                        .orElse(List.of()),
                f.optional("risks", name -> SafetyJson.risks(f.object(name))).orElse(Risks.UNKNOWN),
                f.optional("sessions", name -> f.list(name, SessionJson::session)).orElse(List.of()),
                f.optional("followUp", name -> FollowUpJson.followUp(f.object(name))).orElse(FollowUp.NONE),
                f.optional("elsewhere", name -> f.list(name, LedgerJson::treatment)).orElse(List.of()),
                f.optional("images", name -> ImageSetJson.images(f, name)).orElse(Map.of()),
                f.optional("statements", name -> StatementsJson.statements(f.object(name))).orElse(Statements.NONE));
    }

    private static void write(ObjectNode node, Patient p) {
        node.put("name", p.name());
        node.put("id", p.id());
        p.birthDate().ifPresent(d -> node.put("birthDate", d.toString()));
        node.put("sex", p.sex());
        p.weightKg().ifPresent(w -> node.put("weightKg", w.toString()));
        p.weighing().ifPresent(w -> {
            ObjectNode from = node.putObject("weighing");
            from.put("source", w.source().name());
            w.day().ifPresent(d -> from.put("day", d.toString()));
        });
    }

    private static Patient patient(Fields f) {
        return new Patient(f.text("name"), f.text("id"), f.optional("birthDate", f::date), f.text("sex"),
                f.optional("weightKg", f::decimal), f.optional("weighing", name -> weighing(f.object(name))));
    }

    private static Weighing weighing(Fields f) {
        return new Weighing(f.choice("source", Weighing.Source.class), f.optional("day", f::date));
    }

    private static void write(ObjectNode node, ClipRef c) {
        node.put("sopInstanceUid", c.sopInstanceUid());
        node.put("location", c.location());
        node.put("description", c.description());
        if (c.side() != Laterality.UNSPECIFIED) {
            node.put("side", c.side().name());
        }
    }

    private static ClipRef clip(Fields f) {
        return new ClipRef(f.text("sopInstanceUid"), f.text("location"), f.text("description"),
                f.optional("side", name -> f.choice(name, Laterality.class)).orElse(Laterality.UNSPECIFIED));
    }

    private static <T> void writeAll(ArrayNode array, List<T> items, BiConsumer<ObjectNode, T> write) {
        items.forEach(item -> write.accept(array.addObject(), item));
    }
}
