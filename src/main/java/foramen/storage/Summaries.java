package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import java.time.Instant;

/** The lines of the case list as bytes and back. */
final class Summaries {
    private Summaries() {}

    static byte[] bytes(Case c, Instant changed) {
        return Canonical.bytes(Canonical.object().put("patient", c.patient().label())
                .put("indication", c.indication()).put("changed", changed.toString()));
    }

    static Summary of(String id, byte[] bytes) throws StoreException {
        String what = "The line of case " + id + " in the list";
        try {
            Fields f = new Fields(Canonical.object(bytes, what), "");
            return new Summary(new CaseId(id), f.text("patient"), f.text("indication"), f.instant("changed"));
        } catch (Fields.Malformed e) {
            throw Canonical.damaged(what, e.getMessage(), e);
        }
    }
}
