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
        StringBuilder sql = new StringBuilder(SELECT);
        for (int i = 0; i < ranges.size(); i++) {
            sql.append(i == 0 ? " WHERE" : " AND").append(" case_id IN (SELECT case_id FROM case_term WHERE kind = '")
                    .append(Terms.PATIENT).append("' AND term >= :from").append(i).append(" AND term < :to").append(i)
                    .append(')');
        }
        Query query = h.createQuery(sql.append(" ORDER BY seq DESC LIMIT :most").toString()).bind("most", most);
        for (int i = 0; i < ranges.size(); i++) {
            query.bind("from" + i, ranges.get(i).from().array()).bind("to" + i, ranges.get(i).to().array());
        }
        return summaries(query);
    }

    private List<Summary> summaries(Query query) throws StoreException {
        List<Summary> summaries = new ArrayList<>();
        for (CaseBytes row : query.map(CaseBytes.in("summary")).list()) {
            summaries.add(Summaries.of(row.caseId, journal.summary(row.caseId, row.version, row.bytes)));
        }
        return summaries;
    }
}
