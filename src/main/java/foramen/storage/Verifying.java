package foramen.storage;

import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a store that is not open, and changes nothing. */
public final class Verifying {
    private Verifying() {}

    /**
     * Looks at every row of the store at {@code place}.
     *
     * @param projections what the store counts
     * @param passphrase of an encrypted store, whose contents are not looked into without it
     * @param head a hash the journal had at its end some time ago; null to ask for none
     * @throws StoreException where there is no store, it cannot be read at all, or the passphrase is wrong
     */
    public static Verification verify(StorePlace place, List<CaseProjection> projections, Optional<char[]> passphrase,
            @Nullable String head) throws StoreException {
        Database database = place.database();
        Seal seal = StoreBackups.sealOf(database);
        if (seal instanceof KeyedSeal keyed && passphrase.isPresent()) {
            Session.look(database, h -> {
                keyed.unlock(h, passphrase.get());
                return true;
            });
        }
        Verification found = new Verifier(database, seal, projections).verify();
        if (head == null || head.equals(found.head())) {
            return found;
        }
        boolean known = Session.look(database, h -> h.createQuery("SELECT count(*) FROM journal WHERE hash = :hash")
                .bind("hash", head).mapTo(Long.class).one() > 0);
        if (known) {
            return found;
        }
        List<String> problems = new ArrayList<>(found.problems());
        problems.add("The journal no longer has the entry whose hash was noted: it was cut short or made anew.");
        return new Verification(found.entries(), found.cases(), found.snapshots(), found.head(), found.contents(),
                problems);
    }
}
