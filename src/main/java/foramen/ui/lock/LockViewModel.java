package foramen.ui.lock;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.StoreLock;
import foramen.job.JobRunner;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Words;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.SaveState;
import foramen.workspace.tool.ToolController;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * Locks the window over encrypted records, by a key or after idle time, and opens it again by their passphrase; see
 * decision 0034. Lives on the runner's home thread.
 *
 * <p>The page covers at once. The store forgets its keys as soon as every edit is written and no job runs.
 */
public final class LockViewModel {
    /** While a procedure or playback goes on, nobody touches the machine and yet looks at it (engineering default). */
    public static final Duration LONGEST_HOLD = Duration.ofHours(2);
    /** How long before it locks the window says so (engineering default). */
    public static final Duration NOTICE = Duration.ofSeconds(30);

    private final StoreLock store;
    private final Parts parts;
    private final InstantSource clock;
    private final Words words;
    private final PassphraseViewModel passphrase;
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper notice = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper behind = new ReadOnlyStringWrapper("");
    private final List<Runnable> waiting = new ArrayList<>();
    private Instant touched;
    private boolean playing;
    /** Seconds in which nothing was written and no job ran: one alone may have just missed a short job. */
    private int quiet;

    /**
     * What is behind the page.
     *
     * @param editor the case
     * @param tools what is being drawn
     * @param player playback
     * @param jobs what is being worked on
     * @param minutes of idle time after which it locks; nought for never
     */
    public record Parts(CaseEditor editor, ToolController tools, CinePlayer player, ObservableList<RunningJob> jobs,
            IntSupplier minutes) {}

    /**
     * @param store the records; where they are not encrypted there is nothing to lock with
     * @param parts what is behind the page
     * @param runner where the passphrase is tried
     * @param clock for the idle time
     * @param words what the window says
     */
    public LockViewModel(StoreLock store, Parts parts, JobRunner runner, InstantSource clock, Words words) {
        this.store = store;
        this.parts = parts;
        this.clock = clock;
        this.words = words;
        passphrase = new PassphraseViewModel(store, runner, clock, words);
        touched = clock.instant();
    }

    /** Whether there is a passphrase to lock with. */
    public boolean canLock() {
        return store.isEncrypted();
    }

    /** Somebody pressed a key, moved the pointer or touched the screen. */
    public void touched() {
        touched = clock.instant();
        notice.set(0);
    }

    /** Looks at the clock; to be called each second. */
    public void tick() {
        if (locked.get()) {
            passphrase.tick();
            forgetKeys();
            return;
        }
        int minutes = parts.minutes().getAsInt();
        if (!canLock() || minutes == 0) {
            notice.set(0);
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(touched)) {
            // The clock was set back.
            touched = now;
        }
        Duration idle = Duration.ofMinutes(minutes);
        Duration limit = isHeld(now) && idle.compareTo(LONGEST_HOLD) < 0 ? LONGEST_HOLD : idle;
        Duration left = limit.minus(Duration.between(touched, now));
        if (!left.isPositive()) {
            lock();
        } else {
            notice.set(left.compareTo(NOTICE) <= 0 ? (int) left.plusMillis(999).toSeconds() : 0);
        }
    }

    /** Whether somebody is most likely looking without touching: playback runs, or the needle is in. */
    private boolean isHeld(Instant now) {
        return parts.player().playingProperty().get() || isUnderWay(parts.editor().current(), now);
    }

    /** Whether a session of {@code c} has had its time-out, not longer ago than one may last, and is not closed. */
    static boolean isUnderWay(Case c, Instant now) {
        return c.sessions().stream().filter(s -> !s.isClosed()).flatMap(s -> s.safety().timeOut().stream())
                .anyMatch(t -> Duration.between(t.at(), now).compareTo(LONGEST_HOLD) < 0);
    }

    /** Locks now; does nothing where there is no passphrase. */
    public void lock() {
        if (!canLock() || locked.get()) {
            return;
        }
        notice.set(0);
        quiet = 0;
        playing = parts.player().playingProperty().get();
        parts.player().pause();
        // What is held by the pointer goes back; what was placed point by point waits.
        parts.tools().letGo();
        passphrase.begin();
        locked.set(true);
        forgetKeys();
    }

    /** An edit that was not written yet needs the keys, and so may a job. */
    private void forgetKeys() {
        SaveState saves = parts.editor().saveStateProperty().get();
        boolean saved = saves instanceof SaveState.Saved && !parts.editor().hasUnsaved();
        // Trying a passphrase is a job of the page itself.
        List<RunningJob> jobs = passphrase.isTrying() ? List.of() : parts.jobs().stream().toList();
        behind.set(saves instanceof SaveState.Failed
                ? words.text("lock.unsaved")
                : jobs.isEmpty() ? "" : words.count("lock.jobs", jobs.size()) + progress(jobs));
        quiet = saved && jobs.isEmpty() ? quiet + 1 : 0;
        if (quiet >= 2 && !store.isLocked() && !passphrase.isTrying()) {
            store.lock();
        }
    }

    private String progress(List<RunningJob> jobs) {
        double least = jobs.stream().mapToDouble(j -> j.fractionProperty().get()).min().orElse(-1);
        return least < 0 ? "" : " " + words.text("lock.progress", Math.round(100 * least));
    }

    /** Tries to open the window by {@code typed}, which is wiped. */
    public void unlock(char[] typed) {
        passphrase.offer(typed, this::opened);
    }

    /** The passphrase was the right one. */
    void opened() {
        locked.set(false);
        behind.set("");
        touched();
        if (parts.editor().hasUnsaved()) {
            parts.editor().retry();
        }
        if (playing) {
            parts.player().play();
        }
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /** Does {@code action} now, or as soon as the window is open again. */
    public void whenOpen(Runnable action) {
        if (locked.get()) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    /** Whether the page lies over everything. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** In how many seconds the window locks, where that is near; else nought. */
    public ReadOnlyIntegerProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What goes on behind the page, without a name: jobs, or edits that could not be saved; empty where nothing does. */
    public ReadOnlyStringProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /** Tries passphrases. */
    public PassphraseViewModel passphrase() {
        return passphrase;
    }

    /** What the window says. */
    public Words words() {
        return words;
    }
}
