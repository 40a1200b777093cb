package foramen.workspace.cine;

import foramen.domain.clip.FrameTiming;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Plays a clip: a {@link CineClock} behind properties, driven by {@link #tick}. Lives on the home thread. */
public final class CinePlayer {
    private static final double NANOS_PER_MILLI = 1e6;
    /** Stands for "no tick yet since playing began". */
    private static final long NEVER = Long.MIN_VALUE;

    private final ReadOnlyIntegerWrapper frameIndex = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper frames = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ObjectProperty<LoopMode> loop = new SimpleObjectProperty<>(LoopMode.LOOP);

    private CineClock clock = CineClock.atStart(FrameTiming.uniform(1, FrameTiming.DEFAULT_FRAME_MILLIS, ""));
    private long lastTick = NEVER;
    private Optional<LoopMode> beforeSweep = Optional.empty();

    /** At rest on a clip of one frame until {@link #load}. */
    public CinePlayer() {
        speed.addListener((p, before, now) -> {
            set(clock.withSpeed(now.doubleValue()));
            speed.set(clock.speed());
        });
        loop.addListener((p, before, now) -> set(clock.withMode(now)));
    }

    /** The frame that is due, from 0. */
    public ReadOnlyIntegerProperty frameIndexProperty() {
        return frameIndex.getReadOnlyProperty();
    }

    /** The place in the clip, in milliseconds from its start: where another clip follows this one. */
    public ReadOnlyDoubleProperty positionMillisProperty() {
        return position.getReadOnlyProperty();
    }

    /** When each frame of the clip is shown. */
    public FrameTiming timing() {
        return clock.timing();
    }

    /** How many frames the clip has. */
    public ReadOnlyIntegerProperty framesProperty() {
        return frames.getReadOnlyProperty();
    }

    /** Whether it plays. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Times the clip's own rate; kept between {@link CineClock#SLOWEST} and {@link CineClock#FASTEST}. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** What happens at the end of the clip. */
    public ObjectProperty<LoopMode> loopProperty() {
        return loop;
    }

    /**
     * Takes another clip, at rest on frame {@code startFrame}; speed and loop stay, but a clip that prefers to sweep
     * sweeps until the next one is taken.
     */
    public void load(FrameTiming timing, int startFrame) {
        beforeSweep.ifPresent(loop::set);
        beforeSweep = Optional.empty();
        if (timing.playback().sequencing() == FrameTiming.Sequencing.SWEEP && loop.get() != LoopMode.SWEEP) {
            beforeSweep = Optional.of(loop.get());
            loop.set(LoopMode.SWEEP);
        }
        set(new CineClock(timing, loop.get(), speed.get(), false, 0, true).seek(startFrame));
    }

    /** Plays. */
    public void play() {
        set(clock.play());
    }

    /** Pauses. */
    public void pause() {
        set(clock.pause());
    }

    /** Plays where it rests, pauses where it plays. */
    public void toggle() {
        set(clock.playing() ? clock.pause() : clock.play());
    }

    /** Goes to frame {@code index} (from 0), the nearest there is, playing on or resting as before. */
    public void seek(int index) {
        set(clock.seek(index));
    }

    /** Pauses and goes {@code by} frames on, or back where negative; stops at either end. */
    public void step(int by) {
        set(clock.step(by));
    }

    /**
     * Lets time pass.
     *
     * @param nanos a clock that only runs forward, such as the pulse of an animation timer
     */
    public void tick(long nanos) {
        if (lastTick != NEVER && clock.playing()) {
            set(clock.advance((nanos - lastTick) / NANOS_PER_MILLI));
        }
        lastTick = clock.playing() ? nanos : NEVER;
    }

    private void set(CineClock next) {
        if (next.playing() && !clock.playing()) {
            // The time at rest does not count.
            lastTick = NEVER;
        }
        clock = next;
        frames.set(next.timing().frames());
        frameIndex.set(next.frame());
        position.set(next.positionMillis());
        playing.set(next.playing());
    }
}
