package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.SameSettings;
import foramen.domain.casefile.Statements;
import java.util.List;

/** What the operator states for measuring, as JSON. */
final class StatementsJson {
    private StatementsJson() {}

    static void write(ObjectNode node, Statements statements) {
        if (!statements.references().isEmpty()) {
            ArrayNode array = node.putArray("references");
            statements.references().forEach(r -> array.addObject().put("structure", r.structureId())
                    .put("side", r.side().name()).put("level", r.level().name()));
        }
        if (!statements.sameSettings().isEmpty()) {
            ArrayNode array = node.putArray("sameSettings");
            statements.sameSettings().forEach(s -> array.addObject().put("clip", s.clip())
                    .put("otherClip", s.otherClip()).put("by", s.by()).put("at", s.at().toString()));
        }
    }

    private static SameSettings settings(Fields s) {
        return new SameSettings(s.text("clip"), s.text("otherClip"), s.text("by"), s.instant("at"));
    }

    static Statements statements(Fields f) {
        return new Statements(f.optional("references", name -> f.list(name, r -> new ReferenceSite(r.text("structure"),
                r.choice("side", Laterality.class), r.choice("level", ScanLevel.class)))).orElse(List.of()),
                f.optional("sameSettings", name -> f.list(name, StatementsJson::settings)).orElse(List.of()));
    }
}
