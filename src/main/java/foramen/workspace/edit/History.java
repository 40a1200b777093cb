package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Snapshots before and after the current one. Those of this session share their structure, so a step costs what it
 * changed; those of earlier sessions stay in the store until they are wanted.
 */
final class History {
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();

    /** A state to go back or forth to. */
    sealed interface Snapshot permits Held, Stored {}

    /** A state in memory. */
    record Held(Case state) implements Snapshot {}

    /** A state in the store, by its version. */
    record Stored(long version) implements Snapshot {}

    /** A snapshot to go back (or forth) to, and the gesture between it and the current case. */
    record Step(Snapshot snapshot, String action) {}

    /** Notes that {@code action} has just led away from {@code before}. */
    void did(Case before, String action) {
        past.push(new Step(new Held(before), action));
        future.clear();
    }

    /** What {@link #undo} would go back to. */
    Optional<Step> nextUndo() {
        return Optional.ofNullable(past.peek());
    }

    /** What {@link #redo} would go forth to. */
    Optional<Step> nextRedo() {
        return Optional.ofNullable(future.peek());
    }

    /** Goes one step back from {@code current}. */
    Optional<Step> undo(Case current) {
        return go(past, future, new Held(current));
    }

    /** Goes one step forth from {@code current}. */
    Optional<Step> redo(Case current) {
        return go(future, past, new Held(current));
    }

    void clear() {
        past.clear();
        future.clear();
    }

    /**
     * Puts what was done in earlier sessions before what has been done since. Where something has been done since, nothing
     * undone earlier can be done again.
     *
     * @param lines the journal up to where this session began, oldest first
     */
    void recall(List<JournalLine> lines) {
        History earlier = new History();
        earlier.replay(lines);
        boolean untouched = past.isEmpty() && future.isEmpty();
        earlier.past.forEach(past::addLast);
        if (untouched) {
            future.addAll(earlier.future);
        }
    }

    private void replay(List<JournalLine> lines) {
        Optional<Snapshot> current = Optional.empty();
        for (JournalLine line : lines) {
            Optional<Snapshot> before = current;
            switch (line.kind()) {
                case BEGIN -> clear();
                // The state before the first line of all is not in the journal.
                case DO -> {
                    before.ifPresent(b -> past.push(new Step(b, line.action())));
                    future.clear();
                }
                case UNDO -> before.ifPresent(b -> go(past, future, b));
                case REDO -> before.ifPresent(b -> go(future, past, b));
                case LEDGER -> {
                }
            }
            current = Optional.of(line.after());
        }
    }

    private static Optional<Step> go(Deque<Step> from, Deque<Step> to, Snapshot current) {
        Step step = from.poll();
        if (step == null) {
            return Optional.empty();
        }
        to.push(new Step(current, step.action()));
        return Optional.of(step);
    }
}
