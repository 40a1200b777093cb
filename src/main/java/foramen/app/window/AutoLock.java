package foramen.app.window;

import foramen.storage.SqlCaseStore;
import foramen.ui.lock.LockActions;
import foramen.ui.lock.LockOver;
import foramen.ui.lock.LockViewModel;
import foramen.ui.shell.Action;
import foramen.ui.shell.ActionRegistry;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The lock of one window over its records. */
final class AutoLock {
    private final LockViewModel model;
    private final Words words;
    private @Nullable LockOver over;

    AutoLock(SqlCaseStore store, LockViewModel.Parts behind, FxJobRunner jobs, InstantSource clock, Words words) {
        this.words = words;
        model = new LockViewModel(store, behind, jobs, clock, words);
    }

    List<Action> actions() {
        return LockActions.rows(words, model.canLock(), model::lock);
    }

    /**
     * {@code content}, or the lock page in its place.
     *
     * @param home gives the keyboard to the picture
     */
    Parent over(Parent content, ActionRegistry actions, Runnable home) {
        LockOver made = new LockOver(model, content);
        made.setHome(home);
        made.setLockKey(e -> actions.find(e).filter(a -> a.id().equals(LockActions.LOCK)).isPresent());
        over = made;
        return made;
    }

    /** From now on it looks at the clock. */
    void begin() {
        if (over != null) {
            over.begin();
        }
    }

    void end() {
        if (over != null) {
            over.end();
        }
    }

    /** Does {@code action} now, or as soon as the window is open again. */
    void whenOpen(Runnable action) {
        model.whenOpen(action);
    }
}
