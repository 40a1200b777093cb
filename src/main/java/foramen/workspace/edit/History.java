package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Snapshots before and after the current one; the cases share their structure, so a step costs what it changed. */
final class History {
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();

    /** A snapshot to go back (or forth) to, and the gesture between it and the current case. */
    record Step(Case snapshot, String action) {}

    /** Notes that {@code action} has just led away from {@code before}. */
    void did(Case before, String action) {
        past.push(new Step(before, action));
        future.clear();
    }

    /** Goes one step back from {@code current}. */
    Optional<Step> undo(Case current) {
        return go(past, future, current);
    }

    /** Goes one step forth from {@code current}. */
    Optional<Step> redo(Case current) {
        return go(future, past, current);
    }

    /** What {@link #undo} would take back. */
    Optional<String> undoAction() {
        return Optional.ofNullable(past.peek()).map(Step::action);
    }

    /** What {@link #redo} would do again. */
    Optional<String> redoAction() {
        return Optional.ofNullable(future.peek()).map(Step::action);
    }

    void clear() {
        past.clear();
        future.clear();
    }

    private static Optional<Step> go(Deque<Step> from, Deque<Step> to, Case current) {
        Step step = from.poll();
        if (step == null) {
            return Optional.empty();
        }
        to.push(new Step(current, step.action()));
        return Optional.of(step);
    }
}
