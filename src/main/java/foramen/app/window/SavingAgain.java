package foramen.app.window;

import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.SaveState;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Saves again, after ever longer pauses, what a store could not take: a server that was away or another program that
 * was writing is usually back soon, and until then an edit is in memory alone. Lives on the interface thread.
 */
final class SavingAgain {
    /** Between one try and the next, the first and the longest (engineering defaults). */
    private static final Duration FIRST = Duration.seconds(5);
    private static final Duration LONGEST = Duration.minutes(1);

    private final CaseEditor editor;
    private final Duration first;
    private final PauseTransition wait = new PauseTransition();
    private Duration next;

    private SavingAgain(CaseEditor editor, Duration first) {
        this.editor = editor;
        this.first = first;
        this.next = first;
        wait.setOnFinished(e -> again());
    }

    static void join(CaseEditor editor) {
        join(editor, FIRST);
    }

    /** The same with another first pause. */
    static void join(CaseEditor editor, Duration first) {
        SavingAgain again = new SavingAgain(editor, first);
        editor.saveStateProperty().subscribe(again::changed);
    }

    private void changed(SaveState state) {
        switch (state) {
            case SaveState.Saved s -> {
                wait.stop();
                next = first;
            }
            case SaveState.Saving s -> wait.stop();
            case SaveState.Failed f -> {
                wait.setDuration(next);
                wait.playFromStart();
                next = next.multiply(2).lessThan(LONGEST) ? next.multiply(2) : LONGEST;
            }
        }
    }

    /** A conflict is the operator's to settle; trying again would not end it. */
    private void again() {
        if (editor.conflicts().conflictProperty().get().isEmpty()) {
            editor.retry();
        }
    }
}
