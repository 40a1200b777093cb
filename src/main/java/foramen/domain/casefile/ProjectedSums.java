package foramen.domain.casefile;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the projections of a store add up to over all cases. */
public interface ProjectedSums {
    /**
     * The sums of some cells together.
     *
     * @param projection one of the projections the store was opened with
     * @param cells which cells; one that nothing was added to is empty
     * @return each item that is not nought; empty where the sums are not in step with the cases just now, because
     *     another program changed them without knowing of this projection, or of another edition of it
     * @throws StoreException where the store cannot be read, or knows no such projection
     */
    Optional<Map<String, BigDecimal>> sums(CaseProjection projection, Collection<String> cells) throws StoreException;

    /** How many cases there are. */
    long cases() throws StoreException;
}
