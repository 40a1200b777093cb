package foramen.storage;

import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The list of cases, whole or by what was typed; in the journal's own order, whatever the clock said. */
final class CaseList {
    private static final String COLUMNS = "SELECT case_id, version, summary FROM ";

    /** From this many cases on a word is common, and those sought are among the newest (engineering default). */
    private static final int COMMON = 1000;
    /** How many of the newest cases are looked at for common words (engineering default). */
    private static final int NEWEST = 5000;

    private final Journal journal;
    private final Terms terms;

    CaseList(Journal journal, Terms terms) {
        this.journal = journal;
        this.terms = terms;
    }

    List<Summary> all(Handle h) throws StoreException {
        return summaries(h.createQuery(COLUMNS + "case_head ORDER BY seq DESC"));
    }

    /** The first of them. */
    List<Summary> newest(Handle h, int most) throws StoreException {
        return summaries(h.createQuery(COLUMNS + "case_head ORDER BY seq DESC LIMIT :most").bind("most", most));
    }

    /** The cases that have a term as a whole, last changed first. */
    List<String> with(Handle h, String kind, String term, int most) throws StoreException {
        return h.createQuery("SELECT t.case_id FROM case_term t JOIN case_head c ON c.case_id = t.case_id"
                + " WHERE t.kind = :kind AND t.term = :term ORDER BY c.seq DESC LIMIT :most").bind("kind", kind)
                .bind("term", terms.bytes(kind, term)).bind("most", most).mapTo(String.class).list();
    }

    List<Summary> search(Handle h, String words, int most) throws StoreException {
        List<Terms.Range> ranges = terms.ranges(words);
        if (ranges.isEmpty()) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        for (Terms.Range range : ranges) {
            found.add(upTo(h, range, COMMON));
        }
        if (Collections.min(found) == COMMON) {
            List<Summary> newest = summaries(bound(h.createQuery(COLUMNS
                    + "(SELECT case_id, version, summary, seq FROM case_head ORDER BY seq DESC LIMIT " + NEWEST + ") c"
                    + " WHERE " + all(ranges, -1) + " ORDER BY seq DESC LIMIT :most"), ranges, most));
            if (newest.size() == most) {
                return newest;
            }
            for (int i = 0; i < ranges.size(); i++) {
                found.set(i, upTo(h, ranges.get(i), Integer.MAX_VALUE));
            }
        }
        // All cases with the rarest word are looked at.
        int lead = found.indexOf(Collections.min(found));
        return summaries(bound(h.createQuery(COLUMNS + "case_head c WHERE " + all(ranges, lead)
                + " ORDER BY seq DESC LIMIT :most"), ranges, most));
    }

    /** That a case has all words, {@code lead} first. */
    private static String all(List<Terms.Range> ranges, int lead) {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            each.add((i == lead
                    ? "case_id IN (SELECT t.case_id FROM case_term t WHERE "
                    : "EXISTS (SELECT 1 FROM case_term t WHERE t.case_id = c.case_id AND ") + range("t.", i) + ")");
        }
        return String.join(" AND ", each);
    }

    private static Query bound(Query query, List<Terms.Range> ranges, int most) {
        query.bind("most", most);
        for (int i = 0; i < ranges.size(); i++) {
            query.bind("from" + i, ranges.get(i).from().array()).bind("to" + i, ranges.get(i).to().array());
        }
        return query;
    }

    private static String range(String table, int i) {
        return table + "kind = '" + Terms.PATIENT + "' AND " + table + "term >= :from" + i + " AND " + table
                + "term < :to" + i;
    }

    /** How many rows a word has, or {@code most} where there are as many or more. */
    private static int upTo(Handle h, Terms.Range range, int most) {
        return h.createQuery(
                "SELECT count(*) FROM (SELECT 1 FROM case_term WHERE " + range("", 0) + " LIMIT :most) AS found")
                .bind("from0", range.from().array()).bind("to0", range.to().array()).bind("most", most)
                .mapTo(Integer.class).one();
    }

    private List<Summary> summaries(Query query) throws StoreException {
        List<Summary> summaries = new ArrayList<>();
        for (CaseBytes row : query.map(CaseBytes.in("summary")).list()) {
            summaries.add(Summaries.of(row.caseId, journal.summary(row.caseId, row.version, row.bytes)));
        }
        return summaries;
    }
}
