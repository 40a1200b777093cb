package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.storage.Journal.State;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/** Writes edits: the entry of the journal, and in the same transaction what search, list and sums keep of the case. */
final class CaseEdits {
    /** Cases put in by one transaction (engineering default). */
    private static final int TOGETHER = 500;

    private final Session session;
    private final Journal journal;
    private final Terms terms;
    private final Projections projections;
    private final RecentStates recent;
    private final SameCase sameCase;

    /** @param zone the time zone of the times in messages */
    CaseEdits(Session session, Journal journal, Terms terms, Projections projections, RecentStates recent,
            ZoneId zone) {
        this.session = session;
        this.journal = journal;
        this.terms = terms;
        this.projections = projections;
        this.recent = recent;
        this.sameCase = new SameCase(journal, zone);
    }

    /** See {@link foramen.domain.casefile.CaseStore#append}. */
    long append(Case after, long expectedVersion, Edit edit) throws StoreException {
        ObjectNode tree = tree(after);
        String id = after.id().value();
        State next = session.write("The change was not saved", h -> {
            journal.head(h);
            long stored = Journal.version(h, id);
            if (stored == expectedVersion + 1 && sameCase.isSaved(h, id, stored, tree, edit)) {
                return new State(id, stored, tree);
            }
            sameCase.checkVersion(h, id, stored, expectedVersion);
            long seq = journal.head(h).seq();
            Projections.Editing editing = projections.editing(h, seq);
            State put = put(h, after, tree, stored, edit, editing);
            editing.write();
            return put;
        });
        recent.put(next, after);
        return next.version();
    }

    /**
     * Puts new cases in, some hundreds to a transaction, such as those of a registry that is taken over.
     *
     * @param source gives each by its number from nought, and none at the end
     */
    void appendAll(IntFunction<Optional<Case>> source) throws StoreException {
        int next = 0;
        boolean more = true;
        while (more) {
            int from = next;
            int to = session.write("The cases were not taken over", h -> {
                int i = from;
                long seq = journal.head(h).seq();
                Projections.Editing editing = projections.editing(h, seq);
                for (Optional<Case> c = source.apply(i); c.isPresent(); c = source.apply(++i)) {
                    if (i == from + TOGETHER) {
                        break;
                    }
                    put(h, c.get(), tree(c.get()), 0, new Edit("Take over", "", c.get().created()), editing);
                }
                editing.write();
                return i;
            });
            more = to == from + TOGETHER;
            next = to;
        }
    }

    private State put(Handle h, Case after, ObjectNode tree, long stored, Edit edit, Projections.Editing editing)
            throws StoreException {
        String id = after.id().value();
        State before = stored == 0 ? State.none(id) : state(h, id, stored);
        terms.replace(h, id, before.tree(), tree);
        editing.note(() -> stored == 0 ? Optional.empty() : Optional.of(known(before)), after);
        return journal.append(h, before, tree, edit, Summaries.bytes(after, edit.at()));
    }

    private Case known(State state) throws StoreException {
        Optional<Case> known = recent.casefile(state.id(), state.version());
        return known.isPresent() ? known.get() : Projections.undrawn(state);
    }

    /** A state of a case; one that was read or written lately is not read again. */
    State state(Handle h, String id, long version) throws StoreException {
        Optional<State> known = recent.get(id, version);
        return known.isPresent() ? known.get() : journal.state(h, id, version);
    }

    private static ObjectNode tree(Case c) throws StoreException {
        return Canonical.object(CaseJson.write(c).getBytes(StandardCharsets.UTF_8), "The case");
    }
}
