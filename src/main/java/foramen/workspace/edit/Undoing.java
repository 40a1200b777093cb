package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Goes back and forth in the history of the current case. Steps of earlier sessions are fetched from the store when they
 * are wanted, and taken as soon as they are there.
 */
final class Undoing {
    private final PastStates earlier;
    private final Supplier<Case> current;
    private final BiConsumer<Case, String> take;
    private final History history = new History();
    /** Undos (positive) or redos (negative) asked for while a state is on its way. */
    private int asked;
    private boolean fetching;
    /** Goes up with each case that is opened, so that an answer for the one before is not taken for this one. */
    private int opened;

    final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    final ReadOnlyStringWrapper undoAction = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper redoAction = new ReadOnlyStringWrapper("");

    /**
     * @param earlier states of earlier sessions
     * @param current the case as it is now
     * @param take makes a state the current one, and what that is called in the journal
     */
    Undoing(PastStates earlier, Supplier<Case> current, BiConsumer<Case, String> take) {
        this.earlier = earlier;
        this.current = current;
        this.take = take;
    }

    /** Another case is the current one. */
    void begin() {
        opened++;
        asked = 0;
        fetching = false;
        problem.set("");
        history.clear();
    }

    /** Fetches what was done to it in earlier sessions, up to that version; {@code unsaved} came after that. */
    void recall(CaseId id, long version, List<JournalLine> unsaved) {
        int now = opened;
        earlier.journal(id, version, lines -> {
            if (now == opened) {
                List<JournalLine> all = new ArrayList<>(lines);
                all.addAll(unsaved);
                history.recall(all);
                tell();
                fetchAhead();
            }
        }, problem::set);
    }

    /** Notes that {@code action} leads away from {@code before}. */
    void did(Case before, String action) {
        asked = 0;
        history.did(before, action);
    }

    void undo() {
        asked++;
        work();
    }

    void redo() {
        asked--;
        work();
    }

    /** Takes the steps asked for, as far as their states are there. */
    private void work() {
        while (asked != 0 && !fetching) {
            boolean back = asked > 0;
            Optional<History.Step> next = back ? history.nextUndo() : history.nextRedo();
            if (next.isEmpty()) {
                asked = 0;
                return;
            }
            Optional<Case> state = earlier.ready(current.get().id(), next.get().snapshot());
            if (state.isPresent()) {
                asked += back ? -1 : 1;
                Case before = current.get();
                if (back) {
                    history.undo(before);
                } else {
                    history.redo(before);
                }
                take.accept(restored(state.get(), before),
                        (back ? JournalLine.UNDO : JournalLine.REDO) + next.get().action());
                fetchAhead();
            } else if (next.get().snapshot() instanceof History.Stored stored) {
                fetch(stored);
            }
        }
    }

    /** An earlier state; ledger and facts of doses are not undone, and files are where they were found last. */
    private static Case restored(Case state, Case now) {
        Case next = state.withLedgerOf(now).withFactsOf(now);
        for (ClipRef clip : now.clips()) {
            Optional<ClipRef> then = next.clip(clip.sopInstanceUid());
            if (then.isPresent()) {
                next = next.withClip(then.get().at(clip.location()));
            }
        }
        return next;
    }

    /** The step that would be undone next, before it is asked for. */
    private void fetchAhead() {
        history.nextUndo().map(History.Step::snapshot)
                .filter(s -> !fetching && earlier.ready(current.get().id(), s).isEmpty())
                .ifPresent(s -> fetch((History.Stored) s));
    }

    private void fetch(History.Stored wanted) {
        int now = opened;
        fetching = true;
        earlier.fetch(current.get().id(), wanted, () -> fetched(now, ""), why -> fetched(now, why));
    }

    private void fetched(int of, String why) {
        if (of != opened) {
            return;
        }
        fetching = false;
        if (!why.isEmpty()) {
            // Without this state there is no way back beyond it; asking again tries again.
            boolean wanted = asked != 0;
            asked = 0;
            problem.set("");
            if (wanted) {
                problem.set(why);
            }
            return;
        }
        work();
    }

    /** Says what can be undone and done again. */
    void tell() {
        Optional<String> back = history.nextUndo().map(History.Step::action);
        Optional<String> forth = history.nextRedo().map(History.Step::action);
        undoAction.set(back.orElse(""));
        redoAction.set(forth.orElse(""));
        canUndo.set(back.isPresent());
        canRedo.set(forth.isPresent());
    }
}
