package foramen.ui.lock;

import foramen.domain.casefile.StoreLock;
import foramen.job.JobRunner;
import foramen.job.StoppedException;
import foramen.ui.support.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Tries a passphrase, as often as it takes; after each wrong one the next has to wait longer. */
public final class PassphraseViewModel {
    /** Doubled with each wrong one (engineering default). */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** Whoever mistypes must not be kept from a patient for long (engineering default). */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final StoreLock lock;
    private final JobRunner jobs;
    private final InstantSource clock;
    private final Words words;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);
    private int wrong;
    private boolean trying;
    private String why = "";
    private Instant notBefore = Instant.EPOCH;

    /**
     * @param lock what it opens
     * @param jobs where it is tried, because making a key takes a second on purpose
     * @param clock for the wait
     * @param words what the window says
     */
    public PassphraseViewModel(StoreLock lock, JobRunner jobs, InstantSource clock, Words words) {
        this.lock = lock;
        this.jobs = jobs;
        this.clock = clock;
        this.words = words;
    }

    /**
     * Tries {@code passphrase}, which is wiped; does nothing else while another is tried or has to wait.
     *
     * @param opened called once the records can be read
     */
    public void offer(char[] passphrase, Runnable opened) {
        tick();
        if (!ready.get()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        trying = true;
        ready.set(false);
        said.set(words.text("passphrase.opening"));
        jobs.start(words.text("passphrase.opening"), progress -> {
            try {
                lock.unlock(passphrase);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
            return true;
        }, done -> {
            trying = false;
            begin();
            opened.run();
        }, e -> {
            // It may not have come to trying.
            Arrays.fill(passphrase, '\0');
            failed(e);
        });
    }

    private void failed(Exception e) {
        trying = false;
        if (e instanceof StoppedException) {
            // Nothing was wrong about the passphrase.
            begin();
            return;
        }
        wrong++;
        why = words.said(String.valueOf(e.getMessage()));
        notBefore = clock.instant().plus(longest());
        tick();
    }

    private Duration longest() {
        Duration next = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - 1, MOST_DOUBLINGS));
        return next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
    }

    /** Forgets what was tried, and says nothing. */
    public void begin() {
        wrong = 0;
        why = "";
        notBefore = Instant.EPOCH;
        said.set("");
        ready.set(!trying);
    }

    /** Looks at the clock; to be called each second. */
    public void tick() {
        if (trying || why.isEmpty()) {
            return;
        }
        Duration left = Duration.between(clock.instant(), notBefore);
        if (wrong > 0 && left.compareTo(longest()) > 0) {
            // The clock was set back; that must not keep anybody out for hours.
            notBefore = clock.instant().plus(longest());
            left = longest();
        }
        boolean waits = left.isPositive();
        said.set(waits ? why + " " + words.text("passphrase.wait", left.plusMillis(999).toSeconds()) : why);
        ready.set(!waits);
    }

    /** Whether one is being tried just now. */
    boolean isTrying() {
        return trying;
    }

    /** What came of the last one, one sentence, and how long the next has to wait; empty at first. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Whether one can be tried just now. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }
}
