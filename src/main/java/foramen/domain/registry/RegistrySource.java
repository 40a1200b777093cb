package foramen.domain.registry;

import foramen.domain.casefile.StoreException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where registry rows and cohorts come from. Every method may be slow (disk) and is work for a job.
 *
 * <p>A source that keeps an index has to answer as one that walks the cases would; {@link CaseRegistry} is that measure.
 */
public interface RegistrySource {
    /**
     * A cohort table.
     *
     * @param lines its groups by name
     * @param cases how many cases were read, also those without a procedure
     * @param unread one sentence for each case that could not be read and counts nowhere
     */
    record Cohort(List<CohortLine> lines, long cases, List<String> unread) {
        /** Copies the lists. */
        public Cohort {
            lines = List.copyOf(lines);
            unread = List.copyOf(unread);
        }
    }

    /**
     * The cohort table that {@code query} asks for.
     *
     * @throws StoreException where the record cannot be read
     */
    Cohort cohort(RegistryQuery query) throws StoreException;

    /**
     * Gives the rows that {@code query} asks for, one by one, by case and then by day.
     *
     * @return one sentence for each case that could not be read
     * @throws StoreException where the record cannot be read
     */
    List<String> rows(RegistryQuery query, Consumer<RegistryRow> sink) throws StoreException;
}
