package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.storage.Journal.State;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * An encrypted store with all that a plain one holds, every version of every case. The plain one stays as it is.
 *
 * <p>The copy has a chain of its own, because a chain covers what is stored; its beginning names the head of the other.
 */
public final class EncryptedCopy {
    private EncryptedCopy() {}

    /**
     * Makes the copy.
     *
     * @param from a plain store that verifies
     * @param to where there is no store yet
     * @throws StoreException where one of the two is not as said; the plain store is never changed
     */
    public static StoreBackups.Done make(StorePlace from, StorePlace to, char[] passphrase, ZoneId zone)
            throws StoreException {
        return make(from, to, passphrase, zone, Passphrase.ITERATIONS);
    }

    static StoreBackups.Done make(StorePlace from, StorePlace to, char[] passphrase, ZoneId zone, int iterations)
            throws StoreException {
        Database source = from.database();
        if (StoreBackups.sealOf(source) != Seal.NONE) {
            throw new StoreException("The store " + source.place() + " is encrypted already.");
        }
        Verification found = new Verifier(source, Seal.NONE, List.of()).verify();
        if (!found.isSound()) {
            throw new StoreException("The store " + source.place() + " is not sound and was not copied: "
                    + found.problems().getFirst());
        }
        try (SqlCaseStore copy = SqlCaseStore.create(to, zone, List.of(), passphrase, iterations,
                "encrypted from " + found.head())) {
            Session.look(source, h -> {
                Journal plain = new Journal("", Seal.NONE);
                RecentStates recent = new RecentStates();
                for (long seq = 1; seq <= found.entries(); seq++) {
                    Entry entry = h.createQuery(Entry.SELECT + " WHERE seq = :seq").bind("seq", seq)
                            .map((row, context) -> Entry.of(row)).one();
                    Optional<State> known = recent.get(entry.caseId, entry.version - 1);
                    State before = known.isPresent() ? known.get() : before(plain, h, entry);
                    State after = plain.next(before, entry, true);
                    Edit edit = plain.edit(entry.caseId, entry.version, entry.edit);
                    Case read = CaseJson.read(after.tree(), entry.caseId);
                    copy.append(read, before.version(), edit);
                    recent.put(after, read);
                }
                copy.takeOver(h);
                return true;
            });
            Verification sound = copy.verify();
            if (!sound.isSound() || sound.entries() != found.entries()) {
                throw new StoreException("The encrypted copy in " + to.database().place() + " is not sound: "
                        + sound.problems() + " Remove it and try again.");
            }
            return new StoreBackups.Done(sound.entries(), sound.head());
        }
    }

    private static State before(Journal plain, Handle h, Entry entry) throws StoreException {
        return entry.version == 1 ? State.none(entry.caseId) : plain.state(h, entry.caseId, entry.version - 1);
    }
}
