package foramen.workspace.cine;

import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameTiming;
import foramen.job.JobRunner;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The second clip beside the one that is worked on: it has no clock of its own but follows that of the first, or rests.
 * Both share one budget of memory. Lives on the home thread.
 */
public final class Companion {
    private final CinePlayer leader;
    private final FrameLoader leading;
    private final FrameLoader frames;
    private final long budget;
    private final ReadOnlyObjectWrapper<Optional<Clip>> clip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ClipLink> link = new ReadOnlyObjectWrapper<>(ClipLink.FREE);
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper();
    private boolean turning;

    /**
     * @param leader plays the first clip
     * @param leading fetches its frames; from now on it has what memory the second does not need
     * @param jobs runs the decoding of the second
     * @param readAhead how many frames beyond the wanted one are decoded in idle moments
     */
    public Companion(CinePlayer leader, FrameLoader leading, JobRunner jobs, int readAhead) {
        this.leader = leader;
        this.leading = leading;
        this.budget = leading.budget();
        this.frames = new FrameLoader(jobs, readAhead, budget / 2);
        leader.positionMillisProperty().addListener((o, was, now) -> follow());
    }

    /** Shows {@code next} at frame {@code index}, linked to nothing; the one before is closed. */
    public void show(Clip next, int index) {
        close();
        leading.limit(budget / 2);
        clip.set(Optional.of(next));
        frame.set(Math.clamp(index, 0, next.info().frames() - 1));
        frames.open(next, frame.get());
    }

    /** Lets the second clip go; all the memory is the first's again. */
    public void close() {
        link.set(ClipLink.FREE);
        frames.close();
        Optional<Clip> before = clip.get();
        clip.set(Optional.empty());
        before.ifPresent(Clip::close);
        leading.limit(budget);
    }

    /** Links the two as they stand now, or parts them. */
    public void link(LinkMode mode) {
        timing().ifPresent(t -> {
            link.set(ClipLink.at(mode, leader.timing(), leader.frameIndexProperty().get(), t, frame.get()));
            follow();
        });
    }

    /** The way of linking that fits the two clips best. */
    public LinkMode best() {
        return timing().map(t -> ClipLink.best(leader.timing(), t)).orElse(LinkMode.FREE);
    }

    /** Turns {@code by} frames: of this clip where it is free, else of the first, which it follows. */
    public void step(int by) {
        if (link.get().mode() != LinkMode.FREE) {
            leader.step(by);
        } else {
            clip.get().ifPresent(c -> go(Math.clamp((long) frame.get() + by, 0, c.info().frames() - 1)));
        }
    }

    /**
     * Puts each clip in the place of the other, with frames and all; neither turns.
     *
     * @param first the first clip, which becomes the second
     * @return the second, which has become the first, as its player and loader have it
     */
    public Clip exchange(Clip first) {
        Clip second = clip.get().orElseThrow();
        int was = leader.frameIndexProperty().get();
        int becomes = frame.get();
        turning = true;
        try {
            leader.pause();
            frames.exchange(leading);
            clip.set(Optional.of(first));
            frame.set(was);
            link.set(link.get().turned());
            leader.load(second.info().timing(), becomes);
        } finally {
            turning = false;
        }
        return second;
    }

    private void follow() {
        if (turning) {
            return;
        }
        ClipLink how = link.get();
        Optional<FrameTiming> times = timing();
        if (how.mode() != LinkMode.FREE && times.isPresent()) {
            go(how.frame(leader.positionMillisProperty().get(), leader.timing(), times.get(), frame.get()));
        }
    }

    private void go(int index) {
        if (index != frame.get()) {
            frame.set(index);
            frames.request(index);
        }
    }

    private Optional<FrameTiming> timing() {
        return clip.get().map(c -> c.info().timing());
    }

    /** The second clip. */
    public ReadOnlyObjectProperty<Optional<Clip>> clipProperty() {
        return clip.getReadOnlyProperty();
    }

    /** How it follows the first. */
    public ReadOnlyObjectProperty<ClipLink> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** Its frame that is due, from 0. */
    public ReadOnlyIntegerProperty frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Fetches its frames. */
    public FrameLoader frames() {
        return frames;
    }
}
