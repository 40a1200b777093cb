package foramen.workspace.assessment;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.outcome.DueList;
import foramen.domain.outcome.DueVisit;
import foramen.domain.registry.CaseRegistry;
import foramen.domain.registry.RegistryColumns;
import foramen.domain.registry.RegistryFile;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistryRows;
import foramen.domain.registry.RegistrySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The registry and the due list over all cases of a record. Everything here reads the disk and is work for a job. */
public final class RegistryDesk {
    private final AssessmentFiles files;
    private final RegistryFile file;
    private final ZoneId zone;

    /**
     * @param files the data files that hold
     * @param file the form in which rows leave
     * @param zone the clinic's time zone
     */
    public RegistryDesk(AssessmentFiles files, RegistryFile file, ZoneId zone) {
        this.files = files;
        this.file = file;
        this.zone = zone;
    }

    /** The registry of {@code store}. */
    public RegistrySource source(CaseStore store) {
        return new CaseRegistry(store, new RegistryRows(files.outcome(), files.schedule(), zone), files.outcome());
    }

    /** The columns of a file of rows. */
    public RegistryColumns columns() {
        return new RegistryColumns(files.schedule());
    }

    /**
     * Writes the rows that {@code query} asks for.
     *
     * @return one sentence for each case that could not be read
     */
    public List<String> write(RegistrySource source, RegistryQuery query, Appendable out)
            throws IOException, StoreException {
        try {
            return source.rows(query, file.write(columns(), out));
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    /**
     * What is due over all cases, and the cases that could not be read.
     *
     * @param visits due and overdue, longest due first
     * @param unread one sentence for each case that could not be read
     */
    public record Due(List<DueVisit> visits, List<String> unread) {
        /** Copies the lists. */
        public Due {
            visits = List.copyOf(visits);
            unread = List.copyOf(unread);
        }
    }

    /** What is due or overdue at {@code now} over all cases of {@code store}. */
    public Due due(CaseStore store, Instant now) throws StoreException {
        DueList list = new DueList(files.schedule(), files.outcome(), zone);
        List<DueVisit> open = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (CaseStore.Summary summary : store.list()) {
            Optional<Case> c;
            try {
                c = store.find(summary.id()).map(CaseStore.StoredCase::current);
            } catch (StoreException e) {
                // One damaged case must not hide who is due; it is told beside the list.
                unread.add(String.valueOf(e.getMessage()));
                continue;
            }
            c.ifPresent(found -> list.of(found, now).stream().filter(DueVisit::open).forEach(open::add));
        }
        open.sort(Comparator.comparing(DueVisit::due));
        return new Due(open, unread);
    }
}
