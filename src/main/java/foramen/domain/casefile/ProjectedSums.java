package foramen.domain.casefile;

import foramen.job.Progress;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the projections of a store add up to over all cases, and the rows they keep. */
public interface ProjectedSums {
    /**
     * The sums of some cells together.
     *
     * @param projection one of the projections the store was opened with
     * @param cells which cells; one that nothing was added to is empty
     * @return each item that is not nought; empty where the sums are not whole just now, because the cases are still being
     *     added up, or another program changed them without knowing of this projection, or of another edition of it
     * @throws StoreException where the store cannot be read, or knows no such projection
     */
    Optional<Map<String, BigDecimal>> sums(CaseProjection projection, Collection<String> cells) throws StoreException;

    /**
     * A row of a case.
     *
     * @param id the case
     * @param key what it stands under
     * @param text as the projection gave it
     */
    record Row(CaseId id, String key, String text) {}

    /**
     * All rows under some keys.
     *
     * @return by key and case; empty as {@link #sums} is
     * @throws StoreException where the store cannot be read, or knows no such projection
     */
    Optional<List<Row>> rows(CaseProjection projection, Collection<String> keys) throws StoreException;

    /** How many cases there are. */
    long cases() throws StoreException;

    /**
     * How far the projections are.
     *
     * @param cases how many cases are in all of them
     * @param of how many there are
     */
    record AddedUp(long cases, long of) {
        /** Whether all are. */
        public boolean whole() {
            return cases >= of;
        }

        /** The same in one sentence. */
        public String sentence() {
            return String.format(Locale.ROOT, "Adding up: %d of %d cases.", cases, of);
        }
    }

    /** How far the projections are just now. */
    AddedUp addedUp() throws StoreException;

    /**
     * Adds up what is missing, some hundred cases to a transaction, while the store goes on being used; returns at once
     * where nothing is. What was done stays when it is cancelled or the program is killed, and the next call goes on
     * there. Whoever calls while another thread adds up waits for it. A store that cannot be written, is locked, or has
     * a case that cannot be read is left as it is: then {@link #sums} stays empty. Work for a job.
     *
     * @param progress told how far it is, as {@link AddedUp#sentence}; a cancelled one ends it with its exception
     * @throws StoreException where the store cannot be read or written
     */
    void addUp(Progress progress) throws StoreException;
}
