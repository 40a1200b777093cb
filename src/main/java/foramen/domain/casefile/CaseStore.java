package foramen.domain.casefile;

import foramen.domain.clip.FrameRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where cases live. Every method may be slow (disk) and is safe to call from one thread at a time.
 *
 * <p>The store is an append-only journal: each committed gesture is durable before {@link #append} returns, and no
 * earlier state is ever overwritten.
 */
public interface CaseStore extends AutoCloseable {
    /**
     * A case as the store has it.
     *
     * @param current its newest state
     * @param version how many edits it has had; each edit names the one it was made from
     */
    record StoredCase(Case current, long version) {}

    /**
     * One committed gesture.
     *
     * @param action what was done, such as {@code Draw sciatic nerve}
     * @param operator who did it; may be empty
     * @param at when
     */
    record Edit(String action, String operator, Instant at) {}

    /**
     * A line of the case list.
     *
     * @param id the case
     * @param patient whom it is about, as shown
     * @param indication why
     * @param changed when it was last changed
     */
    record Summary(CaseId id, String patient, String indication, Instant changed) {}

    /**
     * Makes one gesture durable.
     *
     * @param after the case as the gesture left it
     * @param expectedVersion the version the gesture was made from; nought for a new case
     * @param edit what was done
     * @return the new version
     * @throws StoreException where it could not be written, or another operator was faster; nothing is changed then
     */
    long append(Case after, long expectedVersion, Edit edit) throws StoreException;

    /** The case with that identifier. */
    Optional<StoredCase> find(CaseId id) throws StoreException;

    /** The newest case that has that clip. */
    Optional<StoredCase> findByClip(String sopInstanceUid) throws StoreException;

    /** All cases, last changed first. */
    List<Summary> list() throws StoreException;

    /** The {@code most} cases that were changed last, the last one first. */
    default List<Summary> newest(int most) throws StoreException {
        return list().stream().limit(most).toList();
    }

    /**
     * The newest states of all cases of one patient.
     *
     * @param patientId identifier at the clinic, compared as typed but for blanks around it
     */
    default List<Case> ofPatient(String patientId) throws StoreException {
        List<Case> all = new ArrayList<>();
        for (Summary line : list()) {
            find(line.id()).map(StoredCase::current).filter(c -> c.patient().id().strip().equals(patientId.strip()))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** What was done to a case, oldest first. */
    List<Edit> journal(CaseId id) throws StoreException;

    /**
     * A case as one of its edits left it, which never changes any more.
     *
     * @param version of the edit, from 1
     * @return empty where the case has had no such edit
     */
    Optional<Case> stateAt(CaseId id, long version) throws StoreException;

    /** Remembers which frame of a case was in view; no clinical content, so no part of the journal. */
    void rememberView(CaseId id, FrameRef frame) throws StoreException;

    /** Which frame of a case was last in view. */
    Optional<FrameRef> lastView(CaseId id) throws StoreException;

    @Override
    void close();
}
