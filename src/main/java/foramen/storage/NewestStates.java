package foramen.storage;

import foramen.domain.casefile.StoreException;
import foramen.storage.Journal.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The newest states of many cases in the order of their newest edits, some hundred read at once. */
final class NewestStates {
    private static final int TOGETHER = 100;
    private static final String IN = " FROM case_head c WHERE c.seq > :from AND c.seq <= :to";
    private static final String NEWEST_WHOLE = "(SELECT max(s.version) FROM case_snapshot s"
            + " WHERE s.case_id = c.case_id AND s.version <= c.version)";

    private final Journal journal;

    NewestStates(Journal journal) {
        this.journal = journal;
    }

    /** Takes one state. */
    interface Sink {
        void take(State state) throws StoreException;
    }

    /** The line of a case in the list. */
    private record Newest(String id, long version, long seq) {}

    /**
     * Gives states until {@code most} or the end.
     *
     * @param from the entry after which to begin
     * @return the entry up to which they were given; {@code from} where there is none
     */
    long each(Handle h, long from, long most, Sink sink) throws StoreException {
        long at = from;
        long left = most;
        while (left > 0) {
            List<Newest> some = h
                    .createQuery("SELECT c.case_id, c.version, c.seq FROM case_head c WHERE c.seq > :from"
                            + " ORDER BY c.seq LIMIT :most")
                    .bind("from", at).bind("most", Math.min(left, TOGETHER))
                    .map((r, context) -> new Newest(r.getString("case_id"), r.getLong("version"), r.getLong("seq")))
                    .list();
            if (some.isEmpty()) {
                return at;
            }
            read(h, at, some, sink);
            at = some.getLast().seq();
            left -= some.size();
        }
        return at;
    }

    private void read(Handle h, long from, List<Newest> some, Sink sink) throws StoreException {
        long to = some.getLast().seq();
        Map<String, CaseBytes> whole = new HashMap<>();
        for (CaseBytes row : range(h.createQuery("SELECT w.case_id, w.version, w.body FROM case_snapshot w JOIN"
                + " (SELECT c.case_id, " + NEWEST_WHOLE + " AS version" + IN + ") n"
                + " ON n.case_id = w.case_id AND n.version = w.version"), from, to).map(CaseBytes.in("body")).list()) {
            whole.put(row.caseId, row);
        }
        Map<String, List<Entry>> entries = new HashMap<>();
        for (Entry e : range(h.createQuery("SELECT j.* FROM journal j JOIN"
                + " (SELECT c.case_id, c.version, coalesce(" + NEWEST_WHOLE + ", 0) AS whole" + IN + ") n"
                + " ON n.case_id = j.case_id AND j.version > n.whole AND j.version <= n.version"
                + " ORDER BY j.case_id, j.version"), from, to).map((row, context) -> Entry.of(row)).list()) {
            entries.computeIfAbsent(e.caseId, id -> new ArrayList<>()).add(e);
        }
        for (Newest n : some) {
            sink.take(journal.replay(n.id(), n.version(), Optional.ofNullable(whole.get(n.id())),
                    entries.getOrDefault(n.id(), List.of())));
        }
    }

    private static Query range(Query query, long from, long to) {
        return query.bind("from", from).bind("to", to);
    }
}
