package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseSearch;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ProjectedCounts;
import foramen.domain.casefile.SettingsStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import foramen.storage.Journal.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Cases and settings in the tables of an SQLite file, {@code foramen.db} of a folder, or of a PostgreSQL database.
 *
 * <p>Each {@link #append} is one transaction, on disk before it returns. Several processes may use one store at a time;
 * calls from several threads wait for one another.
 */
public final class SqlCaseStore implements CaseStore, SettingsStore, CaseSearch, ProjectedCounts {
    /** Where the chain of a store that was made empty begins. */
    static final String NEW = "new";

    private final Session session;
    private final Seal seal;
    private final Journal journal;
    private final Terms terms;
    private final List<CaseProjection> counted;
    private final Projections projections;
    private final RecentStates recent = new RecentStates();
    private final DateTimeFormatter clock;

    private SqlCaseStore(Session session, Seal seal, List<CaseProjection> projections, ZoneId zone) {
        this.session = session;
        this.seal = seal;
        this.journal = new Journal(session.database().forUpdate(), seal);
        this.terms = new Terms(seal);
        this.counted = List.copyOf(projections);
        this.projections = new Projections(counted, seal);
        this.clock = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
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
     * @param projections what to count over all cases
     * @throws StoreException where it cannot be reached or made, or is damaged or another program's; it is left as it
     *     is then. One of a newer version is opened for reading, see {@link #readOnlyBecause}
     */
    public static SqlCaseStore open(StorePlace place, ZoneId zone, List<CaseProjection> projections)
            throws StoreException {
        Session session = new Session(place.database());
        try {
            SqlCaseStore store = new SqlCaseStore(session, Seal.NONE, projections, zone);
            store.begin();
            return store;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    private void begin() throws StoreException {
        if (session.readOnlyBecause().isEmpty()) {
            boolean ready = session.read(
                    h -> h.createQuery("SELECT count(*) FROM chain_head").mapTo(Long.class).one() == 1
                            && projections.behind(h).isEmpty());
            if (!ready) {
                session.write("The store was not brought up to date", h -> {
                    Journal.begin(h, NEW);
                    projections.catchUp(h, journal);
                    return true;
                });
            }
        }
    }

    /** Why this store can be read but not changed, one sentence for the user; empty where it can be changed. */
    public Optional<String> readOnlyBecause() {
        return session.readOnlyBecause();
    }

    @Override
    public long append(Case after, long expectedVersion, Edit edit) throws StoreException {
        ObjectNode tree = Canonical.object(CaseJson.write(after).getBytes(StandardCharsets.UTF_8), "The case");
        String id = after.id().value();
        State next = session.write("The change was not saved", h -> {
            journal.head(h);
            long stored = Journal.version(h, id);
            if (stored == expectedVersion + 1 && isSaved(h, id, stored, tree, edit)) {
                return new State(id, stored, tree);
            }
            checkVersion(h, id, stored, expectedVersion);
            State before = stored == 0 ? State.none(id) : state(h, id, stored);
            terms.replace(h, id, before.tree(), tree);
            projections.replace(h, before.tree(), after);
            return journal.append(h, before, tree, edit, Summaries.bytes(after, edit.at()));
        });
        recent.put(next);
        return next.version();
    }

    /** Whether this very edit is in the store: its answer may have been lost on the way, and it was sent again. */
    private boolean isSaved(Handle h, String id, long version, ObjectNode tree, Edit edit) throws StoreException {
        byte[] last = h.createQuery("SELECT edit FROM journal WHERE case_id = :id AND version = :version")
                .bind("id", id)
                .bind("version", version).mapTo(byte[].class).one();
        return journal.edit(id, version, last).equals(edit)
                && Arrays.equals(Canonical.bytes(journal.state(h, id, version).tree()), Canonical.bytes(tree));
    }

    private void checkVersion(Handle h, String id, long stored, long expected) throws StoreException {
        if (stored > expected) {
            Edit last = journal.edit(id, stored, h
                    .createQuery("SELECT edit FROM journal WHERE case_id = :id AND version = :version").bind("id", id)
                    .bind("version", stored).mapTo(byte[].class).one());
            String who = last.operator().isBlank() ? "Another operator" : "Another operator (" + last.operator() + ")";
            throw new StoreException(who + " changed this case at " + clock.format(last.at())
                    + "; your change was not saved. Reload the case and make the change again.");
        }
        if (stored < expected) {
            throw new StoreException("The store has version " + stored + " of this case, but the change was made to"
                    + " version " + expected + "; it was not saved. Reload the case and make the change again.");
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
        recent.put(state);
        return Optional.of(new StoredCase(CaseJson.read(state.tree(), id), version));
    }

    @Override
    public Optional<StoredCase> findByClip(String sopInstanceUid) throws StoreException {
        byte[] term = terms.bytes(Terms.CLIP, sopInstanceUid);
        return session.read(h -> {
            Optional<String> id = h
                    .createQuery("SELECT t.case_id FROM case_term t JOIN case_head c ON c.case_id = t.case_id"
                            + " WHERE t.kind = :kind AND t.term = :term ORDER BY c.seq DESC LIMIT 1")
                    .bind("kind", Terms.CLIP).bind("term", term).mapTo(String.class).findOne();
            return id.isEmpty() ? Optional.empty() : newest(h, id.get());
        });
    }

    @Override
    public List<Summary> list() throws StoreException {
        // By the journal's own order: a clock that was set back does not shuffle the list.
        return session.read(h -> summaries(
                h.createQuery("SELECT case_id, version, summary FROM case_head ORDER BY seq DESC")));
    }

    @Override
    public List<Summary> search(String words, int most) throws StoreException {
        List<Terms.Range> ranges = terms.ranges(words);
        if (ranges.isEmpty()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder("SELECT case_id, version, summary FROM case_head");
        for (int i = 0; i < ranges.size(); i++) {
            sql.append(i == 0 ? " WHERE" : " AND").append(" case_id IN (SELECT case_id FROM case_term WHERE kind = '")
                    .append(Terms.PATIENT).append("' AND term >= :from").append(i).append(" AND term < :to").append(i)
                    .append(')');
        }
        sql.append(" ORDER BY seq DESC LIMIT :most");
        return session.read(h -> {
            Query query = h.createQuery(sql.toString()).bind("most", most);
            for (int i = 0; i < ranges.size(); i++) {
                query.bind("from" + i, ranges.get(i).from().array()).bind("to" + i, ranges.get(i).to().array());
            }
            return summaries(query);
        });
    }

    private List<Summary> summaries(Query query) throws StoreException {
        List<Summary> summaries = new ArrayList<>();
        for (CaseBytes row : query.map(CaseBytes.in("summary")).list()) {
            summaries.add(Summaries.of(row.caseId, journal.summary(row.caseId, row.version, row.bytes)));
        }
        return summaries;
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
    public Map<String, Long> counts(String projection) throws StoreException {
        return session.read(h -> projections.counts(h, projection));
    }

    @Override
    public void rememberView(CaseId id, FrameRef frame) throws StoreException {
        ObjectNode view = Canonical.object();
        DrawnJson.write(view, frame);
        byte[] stored = seal.close(Canonical.bytes(view), "view " + id.value());
        session.write("The view was not remembered", h -> h
                .createUpdate("INSERT INTO case_view (case_id, view) VALUES (:id, :view)"
                        + " ON CONFLICT (case_id) DO UPDATE SET view = excluded.view")
                .bind("id", id.value()).bind("view", stored).execute());
    }

    @Override
    public Optional<FrameRef> lastView(CaseId id) throws StoreException {
        Optional<byte[]> stored = session.read(h -> h.createQuery("SELECT view FROM case_view WHERE case_id = :id")
                .bind("id", id.value()).mapTo(byte[].class).findOne());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        String what = "The frame last seen of case " + id.value();
        ObjectNode view = Canonical.object(seal.open(stored.get(), "view " + id.value()), what);
        try {
            return Optional.of(DrawnJson.frame(new Fields(view, "")));
        } catch (Fields.Malformed e) {
            throw Canonical.damaged(what, e.getMessage(), e);
        }
    }

    @Override
    public Optional<String> setting(String key) throws StoreException {
        return session.read(h -> h.createQuery("SELECT value FROM store_setting WHERE name = :name").bind("name", key)
                .mapTo(byte[].class).findOne()).map(v -> new String(v, StandardCharsets.UTF_8));
    }

    @Override
    public void putSetting(String key, String value) throws StoreException {
        session.write("The setting was not saved", h -> h
                .createUpdate("INSERT INTO store_setting (name, value) VALUES (:name, :value)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                .bind("name", key).bind("value", value.getBytes(StandardCharsets.UTF_8)).execute());
    }

    /** Checks every row, see {@link Verification}. */
    public Verification verify() throws StoreException {
        return new Verifier(session.database(), seal, counted).verify();
    }

    @Override
    public void close() {
        session.close();
    }

    /** When a case was changed, for the rows of the case list. */
    static final class Summaries {
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
}
