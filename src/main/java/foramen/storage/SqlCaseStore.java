package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.nio.charset.StandardCharsets;
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
    /** Cases put in by one transaction (engineering default). */
    private static final int TOGETHER = 500;
    /** Cases added up by one transaction, however fast it goes: what is read of them is in memory (engineering default). */
    private static final int BATCH = 5000;
    /** Up to so many cases are added up on opening, which nobody notices (engineering default). */
    private static final int FEW = 50;

    private final Session session;
    private final Seal seal;
    private final Journal journal;
    private final Terms terms;
    private final CaseList cases;
    private final ViewsAndSettings beside;
    private final Projections projections;
    private final AddingUp adding;
    private final RecentStates recent = new RecentStates();
    private final SameCase sameCase;

    private SqlCaseStore(Session session, Seal seal, List<CaseProjection> projections, ZoneId zone) {
        this.session = session;
        this.seal = seal;
        this.journal = new Journal(session.database().forUpdate(), seal);
        this.terms = new Terms(seal);
        this.cases = new CaseList(journal, terms);
        this.beside = new ViewsAndSettings(session, seal);
        this.projections = new Projections(projections, seal);
        this.adding = new AddingUp(session, journal, this.projections, seal);
        this.sameCase = new SameCase(journal, zone);
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
        ObjectNode tree = tree(after);
        String id = after.id().value();
        State next = session.write("The change was not saved", h -> {
            journal.head(h);
            long stored = Journal.version(h, id);
            if (stored == expectedVersion + 1 && sameCase.isSaved(h, id, stored, tree, edit)) {
                return new State(id, stored, tree);
            }
            sameCase.checkVersion(h, id, stored, expectedVersion);
            long seq = journal.head(h).seq();
            Projections.Editing editing = projections.editing(h, seq);
            State put = put(h, after, tree, stored, edit, editing);
            editing.write();
            return put;
        });
        recent.put(next, after);
        return next.version();
    }

    private static ObjectNode tree(Case c) throws StoreException {
        return Canonical.object(CaseJson.write(c).getBytes(StandardCharsets.UTF_8), "The case");
    }

    private State put(Handle h, Case after, ObjectNode tree, long stored, Edit edit,
            Projections.Editing editing) throws StoreException {
        String id = after.id().value();
        State before = stored == 0 ? State.none(id) : state(h, id, stored);
        terms.replace(h, id, before.tree(), tree);
        editing.note(() -> stored == 0 ? Optional.empty() : Optional.of(known(before)), after);
        return journal.append(h, before, tree, edit, Summaries.bytes(after, edit.at()));
    }

    private Case known(State state) throws StoreException {
        Optional<Case> known = recent.casefile(state.id(), state.version());
        return known.isPresent() ? known.get() : Projections.undrawn(state);
    }

    /**
     * Puts new cases in, some hundreds to a transaction, such as those of a registry that is taken over.
     *
     * @param source gives each by its number from nought, and none at the end
     */
    void appendAll(IntFunction<Optional<Case>> source) throws StoreException {
        int next = 0;
        boolean more = true;
        while (more) {
            int from = next;
            int to = session.write("The cases were not taken over", h -> {
                int i = from;
                long seq = journal.head(h).seq();
                Projections.Editing editing = projections.editing(h, seq);
                for (Optional<Case> c = source.apply(i); c.isPresent(); c = source.apply(++i)) {
                    if (i == from + TOGETHER) {
                        break;
                    }
                    put(h, c.get(), tree(c.get()), 0, new Edit("Take over", "", c.get().created()), editing);
                }
                editing.write();
                return i;
            });
            more = to == from + TOGETHER;
            next = to;
        }
    }

    private State state(Handle h, String id, long version) throws StoreException {
        Optional<State> known = recent.get(id, version);
        return known.isPresent() ? known.get() : journal.state(h, id, version);
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
        State state = state(h, id, version);
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
                : Optional.of(CaseJson.read(state(h, id.value(), version).tree(), id.value())));
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
                State state = state(h, id, Journal.version(h, id));
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
