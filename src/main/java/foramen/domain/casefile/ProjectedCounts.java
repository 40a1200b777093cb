package foramen.domain.casefile;

import java.util.Map;

/** What the projections of a store add up to over all cases. */
public interface ProjectedCounts {
    /**
     * How often each item stands in all cases together; none is nought.
     *
     * @param projection the name of one of the projections the store was opened with
     * @throws StoreException where the store cannot be read, or knows no such projection
     */
    Map<String, Long> counts(String projection) throws StoreException;
}
