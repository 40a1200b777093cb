package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseSearch;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ProjectedSums;
import foramen.domain.casefile.SetAside;
import foramen.domain.casefile.SettingsStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.casefile.StoreLock;
import foramen.domain.clip.FrameRef;
import foramen.job.Progress;
import foramen.storage.Journal.State;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/**
 * Cases and settings in the tables of an SQLite file, {@code foramen.db} of a folder, or of a PostgreSQL database.
 *
 * <p>Each {@link #append} is one transaction, on disk before it returns. Several processes may use one store at a time;
 * calls from several threads wait for one another.
 */
public final class SqlCaseStore implements CaseStore, SettingsStore, CaseSearch, ProjectedSums, StoreLock {
    /** Where the chain of a store that was made empty begins. */
    static final String NEW = "new";
    /** Cases added up by one transaction, however fast it goes: what is read of them is in memory (engineering default). */
    private static final int BATCH = 5000;
    /** Up to so many cases are added up on opening, which nobody notices (engineering default). */
    private static final int FEW = 50;

    private final Session session;
    private final Seal seal;
    private final Journal journal;
    private final CaseList cases;
    private final ViewsAndSettings beside;
    private final Projections projections;
    private final AddingUp adding;
    private final RecentStates recent = new RecentStates();
    private final CaseEdits edits;

    private SqlCaseStore(Session session, Seal seal, List<CaseProjection> projections, ZoneId zone) {
        this.session = session;
        this.seal = seal;
        this.journal = new Journal(session.database().forUpdate(), seal);
        Terms terms = new Terms(seal);
        this.cases = new CaseList(journal, terms);
        this.beside = new ViewsAndSettings(session, seal);
        this.projections = new Projections(projections, seal);
        this.adding = new AddingUp(session, journal, this.projections, seal);
        this.edits = new CaseEdits(session, journal, terms, this.projections, recent, zone);
    }

    /**
     * Opens the SQLite store of {@code directory} in the computer's own time zone.
     *
     * @throws StoreException where the folder or its file cannot be used; an existing file is left as it is then
     */
    public static SqlCaseStore open(Path directory) throws StoreException {
        return open(StorePlace.folder(directory), ZoneId.systemDefault(), List.of());
    }

    /**
     * Opens the store at {@code place}; what does not exist yet is made, a folder for its owner alone.
     *
     * @param zone the time zone of the times in messages
     * @param projections what to add up over all cases
     * @throws StoreException where it cannot be reached or made, or is another program's; it is left as it is
     *     then. One of a newer version or a damaged one is opened for reading where it can, see {@link #readOnlyBecause}
     */
    public static SqlCaseStore open(StorePlace place, ZoneId zone, List<CaseProjection> projections)
            throws StoreException {
        Session session = new Session(place.database());
        try {
            Seal seal = session.read(KeyedSeal::isIn) ? new KeyedSeal() : Seal.NONE;
            SqlCaseStore store = new SqlCaseStore(session, seal, projections, zone);
            store.begin(NEW);
            return store;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Makes an encrypted store where there is none, and opens it unlocked.
     *
     * @param passphrase which nobody can do without later
     * @throws StoreException where there is a store already, or the passphrase is too short; nothing is changed then
     */
    public static SqlCaseStore create(StorePlace place, ZoneId zone, List<CaseProjection> projections,
            char[] passphrase) throws StoreException {
        return create(place, zone, projections, passphrase, Passphrase.ITERATIONS, NEW);
    }

    static SqlCaseStore create(StorePlace place, ZoneId zone, List<CaseProjection> projections, char[] passphrase,
            int iterations, String origin) throws StoreException {
        Passphrase.require(passphrase);
        Session session = new Session(place.database());
        try {
            KeyedSeal seal = new KeyedSeal();
            session.write("The store was not made", h -> {
                if (h.createQuery("SELECT count(*) FROM chain_head").mapTo(Long.class).one() > 0) {
                    throw new StoreException("There is a store in " + session.database().place()
                            + " already and it was left as it is. Choose another place.");
                }
                seal.make(h, passphrase, iterations);
                Journal.begin(h, origin);
                return true;
            });
            SqlCaseStore store = new SqlCaseStore(session, seal, projections, zone);
            store.begin(origin);
            return store;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    private void begin(String origin) throws StoreException {
        if (session.readOnlyBecause().isPresent()) {
            return;
        }
        boolean used = session
                .read(h -> h.createQuery("SELECT count(*) FROM chain_head WHERE seq > 0").mapTo(Long.class).one() == 1);
        if (!used) {
            session.write("The store was not brought up to date", h -> {
                Journal.begin(h, origin);
                if (journal.head(h).seq() == 0) {
                    projections.beginEmpty(h);
                }
                return true;
            });
        }
        if (!isLocked()) {
            AddedUp now = addedUp();
            if (!now.whole() && now.of() <= FEW) {
                addUp(Progress.NONE);
            }
        }
    }

    @Override
    public boolean isEncrypted() {
        return seal instanceof KeyedSeal;
    }

    @Override
    public boolean isLocked() {
        return !seal.isOpen();
    }

    @Override
    public void unlock(char[] passphrase) throws StoreException {
        if (seal instanceof KeyedSeal keyed) {
            session.read(h -> {
                keyed.unlock(h, passphrase);
                return true;
            });
            begin(NEW);
        }
    }

    @Override
    public void lock() {
        if (seal instanceof KeyedSeal keyed) {
            keyed.lock();
            recent.clear();
        }
    }

    @Override
    public void changePassphrase(char[] old, char[] next) throws StoreException {
        if (!isEncrypted()) {
            throw new StoreException("The records are not encrypted, so they have no passphrase.");
        }
        Passphrase.require(next);
        session.write("The passphrase was not changed", h -> {
            KeyedSeal fresh = new KeyedSeal();
            fresh.unlock(h, old);
            fresh.keep(h, next, Passphrase.ITERATIONS);
            return true;
        });
    }

    /** Why this store can be read but not changed, one sentence for the user; empty where it can be changed. */
    public Optional<String> readOnlyBecause() {
        return session.readOnlyBecause();
    }

    @Override
    public long append(Case after, long expectedVersion, Edit edit) throws StoreException {
        return edits.append(after, expectedVersion, edit);
    }

    /** Puts new cases in, see {@link CaseEdits#appendAll}. */
    void appendAll(IntFunction<Optional<Case>> source) throws StoreException {
        edits.appendAll(source);
    }

    @Override
    public Optional<StoredCase> find(CaseId id) throws StoreException {
        return session.read(h -> newest(h, id.value()));
    }

    private Optional<StoredCase> newest(Handle h, String id) throws StoreException {
        long version = Journal.version(h, id);
        if (version == 0) {
            return Optional.empty();
        }
        State state = edits.state(h, id, version);
        Optional<Case> known = recent.casefile(id, version);
        Case read = known.isPresent() ? known.get() : CaseJson.read(state.tree(), id);
        recent.put(state, read);
        return Optional.of(new StoredCase(read, version));
    }

    @Override
    public Optional<StoredCase> findByClip(String sopInstanceUid) throws StoreException {
        return session.read(h -> {
            List<String> ids = cases.with(h, Terms.CLIP, sopInstanceUid, 1);
            return ids.isEmpty() ? Optional.empty() : newest(h, ids.getFirst());
        });
    }

    @Override
    public List<Summary> list() throws StoreException {
        return session.read(cases::all);
    }

    @Override
    public List<Summary> newest(int most) throws StoreException {
        return session.read(h -> cases.newest(h, most));
    }

    @Override
    public List<Summary> search(String words, int most) throws StoreException {
        return session.read(h -> cases.search(h, words, most));
    }

    @Override
    public List<Edit> journal(CaseId id) throws StoreException {
        return session.read(h -> journal.edits(h, id.value()));
    }

    @Override
    public Optional<Case> stateAt(CaseId id, long version) throws StoreException {
        return session.read(h -> version < 1 || version > Journal.version(h, id.value())
                ? Optional.empty()
                : Optional.of(CaseJson.read(edits.state(h, id.value(), version).tree(), id.value())));
    }

    @Override
    public Optional<Map<String, BigDecimal>> sums(CaseProjection projection, Collection<String> cells)
            throws StoreException {
        return session.read(h -> projections.sums(h, projection, cells));
    }

    @Override
    public Optional<List<Row>> rows(CaseProjection projection, Collection<String> keys) throws StoreException {
        return session.read(h -> projections.rows(h, projection, keys));
    }

    @Override
    public AddedUp addedUp() throws StoreException {
        return session.read(projections::addedUp);
    }

    @Override
    public void addUp(Progress progress) throws StoreException {
        addUp(progress, BATCH);
    }

    /** The same by so many cases to a transaction at most. */
    void addUp(Progress progress, int batch) throws StoreException {
        adding.run(progress, batch);
    }

    @Override
    public long cases() throws StoreException {
        return session.read(h -> h.createQuery("SELECT count(*) FROM case_head").mapTo(Long.class).one());
    }

    @Override
    public List<Case> ofPatient(String patientId) throws StoreException {
        return session.read(h -> {
            List<Case> found = new ArrayList<>();
            for (String id : cases.with(h, Terms.IDENTIFIER, patientId.strip(), Integer.MAX_VALUE)) {
                State state = edits.state(h, id, Journal.version(h, id));
                found.add(CaseJson.read(state.tree(), id));
            }
            return found;
        });
    }

    @Override
    public void rememberView(CaseId id, FrameRef frame) throws StoreException {
        beside.rememberView(id, frame);
    }

    @Override
    public Optional<FrameRef> lastView(CaseId id) throws StoreException {
        return beside.lastView(id);
    }

    @Override
    public Optional<String> setting(String key) throws StoreException {
        return beside.setting(key);
    }

    @Override
    public void putSetting(String key, String value) throws StoreException {
        beside.putSetting(key, value);
    }

    /** Takes what is no part of the journal over from a plain store. */
    void takeOver(Handle plain) throws StoreException {
        beside.takeOver(plain);
        new SetAsideEdits(session, seal).takeOver(plain);
    }

    /** Where edits are kept that gave way to another operator's. */
    public SetAside setAside() {
        return new SetAsideEdits(session, seal);
    }

    /** Checks every row, see {@link Verification}. */
    public Verification verify() throws StoreException {
        return new Verifier(session.database(), seal, projections.all()).verify();
    }

    @Override
    public void close() {
        session.close();
    }
}
