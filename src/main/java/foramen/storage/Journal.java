package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The journal of changes: puts one at its end, and makes any state of a case again from them.
 *
 * <p>All cases share one chain. Each line holds what one edit changed and the digest of the state it led to; a whole
 * state is kept beside it whenever the changes since the last one have grown to some times its size, so that opening a
 * case never reads more than a few times what the case is.
 */
final class Journal {
    private static final int FORMAT = 1;
    /** Below this, changes are read faster than a second row is found (engineering default). */
    private static final int LEAST_LOOSE = 64 << 10;
    /** How many times the size of a state the changes since the last whole one may take (engineering default). */
    private static final int MOST_LOOSE = 2;

    private static final String STATE = "state";
    private static final String STEPS = "steps";

    private final String forUpdate;
    private final Seal seal;

    /**
     * @param forUpdate what makes a query hold a row until the transaction ends
     */
    Journal(String forUpdate, Seal seal) {
        this.forUpdate = forUpdate;
        this.seal = seal;
    }

    /**
     * A state of a case.
     *
     * @param version number of the edit that led to it; nought for a case that has had none
     */
    record State(String id, long version, ObjectNode tree) {
        static State none(String id) {
            return new State(id, 0, Canonical.object());
        }
    }

    /** Makes the beginning of the chain where there is none. */
    static void begin(Handle h, String origin) {
        if (h.createQuery("SELECT count(*) FROM chain_head").mapTo(Long.class).one() == 0) {
            h.createUpdate("INSERT INTO store_fact (name, value) VALUES ('origin', :origin)").bind("origin", origin)
                    .execute();
            h.createUpdate("INSERT INTO chain_head (id, seq, hash) VALUES (1, 0, :hash)")
                    .bind("hash", Entry.Head.begin(origin).hash()).execute();
        }
    }

    /** The end of the chain; inside a transaction that writes, nobody else writes from here on. */
    Entry.Head head(Handle h) {
        return h.createQuery("SELECT seq, hash FROM chain_head WHERE id = 1" + forUpdate)
                .map((row, context) -> new Entry.Head(row.getLong("seq"), row.getString("hash"))).one();
    }

    /** The version the store has of a case; nought where it has none. */
    static long version(Handle h, String id) {
        return h.createQuery("SELECT version FROM case_head WHERE case_id = :id").bind("id", id).mapTo(Long.class)
                .findOne().orElse(0L);
    }

    /**
     * Puts the change from {@code before} to {@code after} at the end.
     *
     * @param before the newest state the store has of the case
     * @param summary the line of the case list
     */
    State append(Handle h, State before, ObjectNode after, Edit edit, byte[] summary) throws StoreException {
        Entry.Head head = head(h);
        String id = before.id();
        long version = before.version() + 1;
        byte[] document = Canonical.bytes(after);
        byte[] body = Canonical.bytes(body(before.tree(), after, document));
        long loose = body.length + h.createQuery("SELECT loose FROM case_head WHERE case_id = :id").bind("id", id)
                .mapTo(Long.class).findOne().orElse(0L);
        boolean whole = loose > Math.max(LEAST_LOOSE, (long) MOST_LOOSE * document.length);
        byte[] snapshot = whole ? seal.close(document, context("snapshot", id, version)) : new byte[0];
        Entry entry = Entry.after(head, id, version, seal.close(bytes(edit), context("edit", id, version)),
                seal.close(body, context("body", id, version)), whole ? Canonical.digest(snapshot) : "");
        insert(h, entry);
        if (whole) {
            h.createUpdate("INSERT INTO case_snapshot (case_id, version, body) VALUES (:id, :version, :body)")
                    .bind("id", id).bind("version", version).bind("body", snapshot).execute();
        }
        h.createUpdate("UPDATE chain_head SET seq = :seq, hash = :hash WHERE id = 1").bind("seq", entry.seq)
                .bind("hash", entry.hash).execute();
        h.createUpdate("INSERT INTO case_head (case_id, version, seq, loose, summary)"
                + " VALUES (:id, :version, :seq, :loose, :summary) ON CONFLICT (case_id) DO UPDATE SET"
                + " version = excluded.version, seq = excluded.seq, loose = excluded.loose,"
                + " summary = excluded.summary").bind("id", id).bind("version", version).bind("seq", entry.seq)
                .bind("loose", whole ? 0 : loose)
                .bind("summary", seal.close(summary, context("summary", id, version))).execute();
        return new State(id, version, after);
    }

    private static void insert(Handle h, Entry e) {
        h.createUpdate(Entry.INSERT).bind("seq", e.seq).bind("id", e.caseId).bind("version", e.version)
                .bind("edit", e.edit).bind("body", e.body).bind("snapshot", e.snapshot).bind("previous", e.previous)
                .bind("hash", e.hash).execute();
    }

    private static ObjectNode body(ObjectNode before, ObjectNode after, byte[] document) {
        ArrayNode steps = Change.between(before, after);
        if (!Arrays.equals(document, Canonical.bytes(Change.applied(before, steps)))) {
            // A change that would not lead there to the byte is never written; this always does.
            steps = Change.between(before, Canonical.object());
            steps.addAll(Change.between(Canonical.object(), after));
        }
        ObjectNode body = Canonical.object().put("format", FORMAT).put(STATE, Canonical.digest(document));
        body.set(STEPS, steps);
        return body;
    }

    static byte[] bytes(Edit edit) {
        return Canonical.bytes(Canonical.object().put("action", edit.action()).put("operator", edit.operator())
                .put("at", edit.at().toString()));
    }

    /** Who did what and when, of a line of the journal. */
    Edit edit(String id, long version, byte[] stored) throws StoreException {
        String what = "An entry of case " + id;
        ObjectNode node = Canonical.object(seal.open(stored, context("edit", id, version)), what);
        try {
            Fields f = new Fields(node, "");
            return new Edit(f.text("action"), f.text("operator"), f.instant("at"));
        } catch (Fields.Malformed e) {
            throw Canonical.damaged(what, e.getMessage(), e);
        }
    }

    /** All edits of a case, oldest first. */
    List<Edit> edits(Handle h, String id) throws StoreException {
        List<CaseBytes> rows = h
                .createQuery("SELECT case_id, version, edit FROM journal WHERE case_id = :id ORDER BY version")
                .bind("id", id).map(CaseBytes.in("edit")).list();
        List<Edit> edits = new ArrayList<>();
        for (CaseBytes row : rows) {
            edits.add(edit(id, row.version, row.bytes));
        }
        return edits;
    }

    /** The line of the case list as {@link #append} was given it. */
    byte[] summary(String id, long version, byte[] stored) throws StoreException {
        return seal.open(stored, context("summary", id, version));
    }

    /** The state of a case after its edit {@code version}, which must be one it has had. */
    State state(Handle h, String id, long version) throws StoreException {
        Optional<CaseBytes> whole = h
                .createQuery("SELECT case_id, version, body FROM case_snapshot WHERE case_id = :id"
                        + " AND version <= :most ORDER BY version DESC LIMIT 1")
                .bind("id", id).bind("most", version).map(CaseBytes.in("body")).findOne();
        return replay(id, version, whole, h.createQuery(Entry.SELECT
                + " WHERE case_id = :id AND version > :from AND version <= :to ORDER BY version").bind("id", id)
                .bind("from", whole.map(w -> w.version).orElse(0L)).bind("to", version)
                .map((row, context) -> Entry.of(row)).list());
    }

    /**
     * The state of a case after its edit {@code version}.
     *
     * @param whole the last whole state up to there
     * @param entries all lines after that up to there, oldest first
     */
    State replay(String id, long version, Optional<CaseBytes> whole, List<Entry> entries) throws StoreException {
        State state = State.none(id);
        if (whole.isPresent()) {
            long at = whole.get().version;
            byte[] document = snapshotDocument(id, at, whole.get().bytes);
            state = new State(id, at, Canonical.object(document, "The case " + id));
        }
        for (int i = 0; i < entries.size(); i++) {
            // The digest of the last state tells of a mistake in any of them.
            state = next(state, entries.get(i), i == entries.size() - 1);
        }
        if (state.version() != version) {
            throw Canonical.damaged("The case " + id, "its edit " + (state.version() + 1) + " is missing", null);
        }
        return state;
    }

    /** The document of a stored snapshot. */
    byte[] snapshotDocument(String id, long version, byte[] stored) throws StoreException {
        return seal.open(stored, context("snapshot", id, version));
    }

    /**
     * The state after {@code entry}.
     *
     * @param check whether to hold it against the digest that the entry keeps
     */
    State next(State before, Entry entry, boolean check) throws StoreException {
        String what = "The case " + entry.caseId;
        if (entry.version != before.version() + 1) {
            throw Canonical.damaged(what, "its edit " + (before.version() + 1) + " is missing", null);
        }
        ObjectNode body = Canonical.object(seal.open(entry.body, context("body", entry.caseId, entry.version)), what);
        try {
            int format = new Fields(body, "").whole("format");
            if (format > FORMAT) {
                throw new StoreException("The case " + entry.caseId + " was changed by a newer version of Foramen;"
                        + " open it with that version.");
            }
            ObjectNode tree = Change.applied(before.tree(), body.path(STEPS));
            if (check && !Canonical.digest(Canonical.bytes(tree)).equals(body.path(STATE).asText())) {
                throw Canonical.damaged(what, "its edit " + entry.version + " does not lead to the state it says",
                        null);
            }
            return new State(entry.caseId, entry.version, tree);
        } catch (Fields.Malformed | IllegalArgumentException e) {
            throw Canonical.damaged(what, "in its edit " + entry.version + " " + e.getMessage(), e);
        }
    }

    static String context(String kind, String id, long version) {
        return kind + " " + id + " " + version;
    }
}
