package foramen.storage;

import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The list of cases, whole or by what was typed; in the journal's own order, whatever the clock said. */
final class CaseList {
    private static final String SELECT = "SELECT case_id, version, summary FROM case_head";

    /** From this many cases on a word is common (engineering default). */
    private static final int WIDE = 5000;

    private final Journal journal;
    private final Terms terms;

    CaseList(Journal journal, Terms terms) {
        this.journal = journal;
        this.terms = terms;
    }

    List<Summary> all(Handle h) throws StoreException {
        return summaries(h.createQuery(SELECT + " ORDER BY seq DESC"));
    }

    List<Summary> search(Handle h, String words, int most) throws StoreException {
        List<Terms.Range> ranges = terms.ranges(words);
        if (ranges.isEmpty()) {
            return List.of();
        }
        int lead = 0;
        int fewest = WIDE;
        for (int i = 0; i < ranges.size(); i++) {
            int found = upTo(h, ranges.get(i), fewest);
            if (found < fewest) {
                fewest = found;
                lead = i;
            }
        }
        // Of a rare word all cases are looked at; where every word is common, the newest are until there are enough.
        boolean rare = fewest < WIDE;
        StringBuilder sql = new StringBuilder(SELECT).append(" c WHERE 1 = 1");
        for (int i = 0; i < ranges.size(); i++) {
            sql.append(rare && i == lead
                    ? " AND case_id IN (SELECT t.case_id FROM case_term t WHERE "
                    : " AND EXISTS (SELECT 1 FROM case_term t WHERE t.case_id = c.case_id AND ").append(range("t.", i))
                    .append(')');
        }
        Query query = h.createQuery(sql.append(" ORDER BY seq DESC LIMIT :most").toString()).bind("most", most);
        for (int i = 0; i < ranges.size(); i++) {
            query.bind("from" + i, ranges.get(i).from().array()).bind("to" + i, ranges.get(i).to().array());
        }
        return summaries(query);
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
