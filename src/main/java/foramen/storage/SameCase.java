package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What becomes of an edit to a case that somebody else may have edited meanwhile. */
final class SameCase {
    private final Journal journal;
    private final DateTimeFormatter clock;

    /**
     * @param zone the time zone of the times in messages
     */
    SameCase(Journal journal, ZoneId zone) {
        this.journal = journal;
        this.clock = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** Whether this very edit is in the store: its answer may have been lost on the way, and it was sent again. */
    boolean isSaved(Handle h, String id, long version, ObjectNode tree, Edit edit) throws StoreException {
        byte[] last = h.createQuery("SELECT edit FROM journal WHERE case_id = :id AND version = :version")
                .bind("id", id)
                .bind("version", version).mapTo(byte[].class).one();
        return journal.edit(id, version, last).equals(edit)
                && Arrays.equals(Canonical.bytes(journal.state(h, id, version).tree()), Canonical.bytes(tree));
    }

    /** Refuses an edit that was made to another version than the newest, in one sentence for the operator. */
    void checkVersion(Handle h, String id, long stored, long expected) throws StoreException {
        if (stored > expected) {
            Edit last = journal.edit(id, stored, h
                    .createQuery("SELECT edit FROM journal WHERE case_id = :id AND version = :version").bind("id", id)
                    .bind("version", stored).mapTo(byte[].class).one());
            String who = last.operator().isBlank() ? "Another operator" : "Another operator (" + last.operator() + ")";
            throw new StoreException(who + " changed this case at " + clock.format(last.at())
                    + "; your change was not saved. Reload the case and make the change again.");
        }
        if (stored < expected) {
            throw new StoreException("The store has version " + stored + " of this case, but the change was made to"
                    + " version " + expected + "; it was not saved. Reload the case and make the change again.");
        }
    }
}
