package foramen.ui.support;

import foramen.job.JobRunner;
import foramen.job.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job under way, as the status line shows it; its properties change on the interface thread only. */
public final class RunningJob implements JobRunner.Handle, Progress {
    private final String name;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicBoolean reportPending = new AtomicBoolean();
    private volatile double newestFraction = -1;
    private volatile String newestMessage = "";

    RunningJob(String name) {
        this.name = name;
    }

    /** What the user is waiting for. */
    public String name() {
        return name;
    }

    /** How far it is, 0 to 1, or negative where that cannot be known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is being done. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    @Override
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public void stop() {
        stopped.set(true);
    }

    @Override
    public boolean isFinished() {
        return finished.get();
    }

    @Override
    public void report(double nextFraction, String nextMessage) {
        newestFraction = nextFraction;
        newestMessage = nextMessage;
        // A job may report thousands of times a second; the screen takes only the newest.
        if (reportPending.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                reportPending.set(false);
                fraction.set(newestFraction);
                message.set(newestMessage);
            });
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get() || stopped.get();
    }

    /** Whether nobody waits for its end any more. */
    boolean isGivenUp() {
        return cancelled.get();
    }

    void finish() {
        finished.set(true);
    }
}
