package foramen.storage;

import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.StoreException;
import foramen.storage.Journal.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Looks at every row of a store: that the chain is whole, that what stands beside the journal follows from it, and that
 * each change leads to the state it says.
 */
final class Verifier {
    /** Beyond this a store is wrong in the same way again and again. */
    private static final int MOST_PROBLEMS = 100;
    private static final int AT_A_TIME = 500;

    private final Database database;
    private final Seal seal;
    private final Journal journal;
    private final Terms terms;
    private final Projections projections;
    private final List<String> problems = new ArrayList<>();

    Verifier(Database database, Seal seal, List<CaseProjection> projections) {
        this.database = database;
        this.seal = seal;
        this.journal = new Journal("", seal);
        this.terms = new Terms(seal);
        this.projections = new Projections(projections, seal);
    }

    Verification verify() throws StoreException {
        return Session.look(database, h -> {
            try {
                database.pageProblems(h.getConnection()).forEach(p -> problem("The database says: " + p + "."));
                database.missingGuards(h.getConnection())
                        .forEach(g -> problem("The guard " + g + " of the journal was taken away."));
            } catch (SQLException e) {
                throw Failures.because("The store could not be checked", e);
            }
            ChainWalk walk = new ChainWalk(h);
            walk.run();
            tablesBeside(h, walk);
            if (seal.isOpen()) {
                contents(h, walk.versions);
            }
            return new Verification(walk.head.seq(), walk.versions.size(), walk.snapshots.size(), walk.head.hash(),
                    seal.isOpen(), problems);
        });
    }

    private void problem(String sentence) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(sentence);
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add("There are more problems, which are not listed.");
        }
    }

    /** Follows the chain from its beginning to its end. */
    private final class ChainWalk {
        private final Handle h;
        private final Map<String, Long> versions = new HashMap<>();
        private final Map<String, Long> places = new HashMap<>();
        private final Set<String> snapshots = new HashSet<>();
        private Entry.Head head;

        ChainWalk(Handle h) {
            this.h = h;
            String origin = h.createQuery("SELECT value FROM store_fact WHERE name = 'origin'").mapTo(String.class)
                    .findOne().orElse("");
            this.head = Entry.Head.begin(origin);
        }

        void run() {
            List<Entry> some;
            do {
                some = h.createQuery(Entry.SELECT + " WHERE seq > :seq ORDER BY seq LIMIT " + AT_A_TIME)
                        .bind("seq", head.seq()).map((row, context) -> Entry.of(row)).list();
                some.forEach(this::check);
            } while (!some.isEmpty());
            long rows = h.createQuery("SELECT count(*) FROM journal").mapTo(Long.class).one();
            long low = h.createQuery("SELECT count(*) FROM journal WHERE seq < 1").mapTo(Long.class).one();
            if (low > 0) {
                problem("The journal has " + low + " of " + rows + " entries before its first one.");
            }
            Optional<Entry.Head> end = h.createQuery("SELECT seq, hash FROM chain_head WHERE id = 1")
                    .map((row, context) -> new Entry.Head(row.getLong("seq"), row.getString("hash"))).findOne();
            if (!end.equals(Optional.of(head))) {
                problem("The journal ends at entry " + head.seq() + ", but should end at entry "
                        + end.map(e -> String.valueOf(e.seq())).orElse("(unknown)")
                        + " with another hash: entries were removed, added or changed at its end.");
            }
        }

        private void check(Entry e) {
            String name = "Entry " + e.seq + " of the journal (case " + e.caseId + ", version " + e.version + ")";
            if (e.seq != head.seq() + 1) {
                problem(e.seq == head.seq() + 2
                        ? "Entry " + (e.seq - 1) + " of the journal is missing."
                        : "Entries " + (head.seq() + 1) + " to " + (e.seq - 1) + " of the journal are missing.");
            } else if (!e.previous.equals(head.hash())) {
                problem(name + " does not follow the entry before it: one of them was changed or put in.");
            }
            if (!e.hash.equals(e.rightHash())) {
                problem(name + " was changed after it was written.");
            }
            long expected = versions.getOrDefault(e.caseId, 0L) + 1;
            if (e.version != expected) {
                problem(name + " should be version " + expected + " of its case.");
            }
            versions.put(e.caseId, e.version);
            places.put(e.caseId, e.seq);
            if (!e.snapshot.isEmpty()) {
                snapshots.add(e.caseId + " " + e.version);
                snapshot(e, name);
            }
            head = e.head();
        }

        private void snapshot(Entry e, String name) {
            Optional<byte[]> body = h
                    .createQuery("SELECT body FROM case_snapshot WHERE case_id = :id AND version = :version")
                    .bind("id", e.caseId).bind("version", e.version).mapTo(byte[].class).findOne();
            if (body.isEmpty()) {
                problem("The whole state beside " + name + " is missing.");
            } else if (!Canonical.digest(body.get()).equals(e.snapshot)) {
                problem("The whole state beside " + name + " was changed after it was written.");
            }
        }
    }

    private void tablesBeside(Handle h, ChainWalk walk) {
        for (String extra : h.createQuery("SELECT case_id, version FROM case_snapshot")
                .map((row, context) -> row.getString("case_id") + " " + row.getLong("version")).list()) {
            if (!walk.snapshots.contains(extra)) {
                problem("A whole state that no entry of the journal knows was put in: case and version " + extra + ".");
            }
        }
        Set<String> listed = new HashSet<>();
        record Row(String id, long version, long seq) {}
        for (Row row : h.createQuery("SELECT case_id, version, seq FROM case_head")
                .map((r, context) -> new Row(r.getString("case_id"), r.getLong("version"), r.getLong("seq"))).list()) {
            listed.add(row.id());
            if (row.version() != walk.versions.getOrDefault(row.id(), 0L)
                    || row.seq() != walk.places.getOrDefault(row.id(), 0L)) {
                problem("The case list has version " + row.version() + " of case " + row.id()
                        + ", the journal version " + walk.versions.getOrDefault(row.id(), 0L) + ".");
            }
        }
        walk.versions.keySet().stream().filter(id -> !listed.contains(id))
                .forEach(id -> problem("The case " + id + " is missing in the case list."));
        for (String id : h.createQuery("SELECT DISTINCT case_id FROM case_term").mapTo(String.class).list()) {
            if (!walk.versions.containsKey(id)) {
                problem("The search index knows a case " + id + " that the journal does not have.");
            }
        }
    }

    /** Makes every state again. */
    private void contents(Handle h, Map<String, Long> versions) throws StoreException {
        for (Map.Entry<String, Long> e : versions.entrySet()) {
            try {
                replay(h, e.getKey(), e.getValue());
            } catch (StoreException problem) {
                problem(String.valueOf(problem.getMessage()));
            }
        }
        if (problems.isEmpty()) {
            projections.wrong(h, new NewestStates(journal)).forEach(name -> problem("The counts " + name
                    + " are not what all cases add up to."));
        }
    }

    private void replay(Handle h, String id, long last) throws StoreException {
        State state = State.none(id);
        while (state.version() < last) {
            List<Entry> some = h.createQuery(Entry.SELECT + " WHERE case_id = :id AND version > :from"
                    + " ORDER BY version LIMIT " + AT_A_TIME).bind("id", id).bind("from", state.version())
                    .map((row, context) -> Entry.of(row)).list();
            if (some.isEmpty()) {
                return;
            }
            for (Entry e : some) {
                state = journal.next(state, e, true);
                journal.edit(id, e.version, e.edit);
                if (!e.snapshot.isEmpty()) {
                    compareSnapshot(h, e, state);
                }
            }
        }
        compareBeside(h, state);
    }

    private void compareSnapshot(Handle h, Entry e, State state) throws StoreException {
        Optional<byte[]> stored = h
                .createQuery("SELECT body FROM case_snapshot WHERE case_id = :id AND version = :version")
                .bind("id", e.caseId).bind("version", e.version).mapTo(byte[].class).findOne();
        if (stored.isPresent() && !Arrays.equals(Canonical.bytes(state.tree()),
                journal.snapshotDocument(e.caseId, e.version, stored.get()))) {
            problem("The whole state of case " + e.caseId + " at version " + e.version
                    + " is not what its changes lead to.");
        }
    }

    private void compareBeside(Handle h, State state) throws StoreException {
        String id = state.id();
        if (terms.wrong(h, id, state.tree()) > 0) {
            problem("The search index of case " + id + " is not what its newest state says.");
        }
        Optional<CaseBytes> row = h
                .createQuery(
                        "SELECT case_id, version, summary FROM case_head WHERE case_id = :id AND version = :version")
                .bind("id", id).bind("version", state.version()).map(CaseBytes.in("summary")).findOne();
        if (row.isPresent()) {
            byte[] edit = h.createQuery("SELECT edit FROM journal WHERE case_id = :id AND version = :version")
                    .bind("id", id).bind("version", state.version()).mapTo(byte[].class).one();
            byte[] right = Summaries.bytes(CaseJson.read(state.tree(), id),
                    journal.edit(id, state.version(), edit).at());
            if (!Arrays.equals(right, journal.summary(id, state.version(), row.get().bytes))) {
                problem("The line of case " + id + " in the case list is not what its newest state says.");
            }
        }
    }
}
