package foramen.domain.casefile;

import java.time.Instant;
import java.util.List;

/** Where a case as somebody made it is kept who gave way to another's; nothing of it counts in any sum or list. */
public interface SetAside {
    /**
     * A case that was set aside.
     *
     * @param state the case as it was to be
     * @param actions what had been done to it and was not saved, oldest first
     * @param operator who did it; may be empty
     * @param at when it was set aside
     */
    record Kept(Case state, List<String> actions, String operator, Instant at) {
        /** Copies the actions. */
        public Kept {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Keeps {@code kept}, durable before it returns.
     *
     * @throws StoreException where it could not be written
     */
    void setAside(Kept kept) throws StoreException;

    /** What was set aside of a case, oldest first. */
    List<Kept> setAsideOf(CaseId id) throws StoreException;
}
