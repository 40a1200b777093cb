package foramen.workspace.cine;

import foramen.domain.clip.FrameTiming;

/**
 * Which frame of a clip is due: a pure value that elapsed time, seeking and stepping turn into the next. Frames follow
 * the clip's own timing by elapsed time, so that a slow screen drops frames and never slows the heart down.
 *
 * @param timing when each frame is shown
 * @param mode what happens at the end
 * @param speed times the clip's own rate, between {@link #SLOWEST} and {@link #FASTEST}
 * @param playing whether time passes
 * @param positionMillis the place in the clip, 0 to the clip's duration
 * @param forward whether a sweep is on its way forth
 */
public record CineClock(FrameTiming timing, LoopMode mode, double speed, boolean playing, double positionMillis,
        boolean forward) {
    /** Slowest speed (engineering default). */
    public static final double SLOWEST = 0.1;
    /** Fastest speed (engineering default). */
    public static final double FASTEST = 4;

    /** Keeps speed and position within their limits. */
    public CineClock {
        speed = Double.isFinite(speed) ? Math.clamp(speed, SLOWEST, FASTEST) : 1;
        positionMillis = Double.isFinite(positionMillis)
                ? Math.clamp(positionMillis, 0, timing.durationMillis())
                : 0;
    }

    /** At rest on the first frame, looping at the clip's own rate. */
    public static CineClock atStart(FrameTiming timing) {
        return new CineClock(timing, LoopMode.LOOP, 1, false, 0, true);
    }

    /** The frame that is due, from 0. */
    public int frame() {
        return timing.frameAt(positionMillis);
    }

    /**
     * Playing; from the first frame of the file's loop where the clip stands outside it, or at its end after playing
     * once. A single picture does not play.
     */
    public CineClock play() {
        boolean atEnd = mode == LoopMode.ONCE && frame() == timing.playback().last();
        boolean again = atEnd || !isInLoop();
        return new CineClock(timing, mode, speed, timing.frames() > 1, again ? loopStart() : positionMillis,
                forward || again);
    }

    /** At rest. */
    public CineClock pause() {
        return new CineClock(timing, mode, speed, false, positionMillis, forward);
    }

    /** At the start of frame {@code index}, the nearest there is, playing or not as before. */
    public CineClock seek(int index) {
        double at = timing.startMillis(Math.clamp(index, 0, timing.frames() - 1));
        return new CineClock(timing, mode, speed, playing, at, forward);
    }

    /** At rest, {@code frames} further on (back where negative), stopping at either end. */
    public CineClock step(int frames) {
        int to = Math.clamp((long) frame() + frames, 0, timing.frames() - 1);
        return seek(to).pause();
    }

    /** With another end. */
    public CineClock withMode(LoopMode next) {
        return new CineClock(timing, next, speed, playing, positionMillis, forward || next != LoopMode.SWEEP);
    }

    /** At another speed. */
    public CineClock withSpeed(double next) {
        return new CineClock(timing, mode, next, playing, positionMillis, forward);
    }

    /** After {@code elapsedMillis} of real time; the same clock where it is at rest or time runs backwards. */
    public CineClock advance(double elapsedMillis) {
        if (!playing || !(elapsedMillis > 0) || !Double.isFinite(elapsedMillis)) {
            return this;
        }
        double way = elapsedMillis * speed;
        double from = isInLoop() ? positionMillis : loopStart();
        return switch (mode) {
            case LOOP -> at(loopStart() + (from - loopStart() + way) % loopLength(), true);
            case ONCE -> once(from + way);
            case SWEEP -> sweep(from - loopStart(), way);
        };
    }

    private CineClock once(double to) {
        boolean over = to >= loopStart() + loopLength();
        double at = over ? timing.startMillis(timing.playback().last()) : to;
        return new CineClock(timing, mode, speed, !over, at, true);
    }

    private CineClock sweep(double offset, double way) {
        // Forth and back is one round of twice the length: the way back lies in its second half.
        double length = loopLength();
        double from = forward ? offset : 2 * length - offset;
        double to = (from + way) % (2 * length);
        // The far end itself would be the next frame.
        return to < length
                ? at(loopStart() + to, true)
                : at(loopStart() + Math.min(2 * length - to, Math.nextDown(length)), false);
    }

    /** Start Trim and Stop Trim bound what is played; seeking and stepping reach every frame. */
    private double loopStart() {
        return timing.startMillis(timing.playback().first());
    }

    private double loopLength() {
        return timing.endMillis(timing.playback().last()) - loopStart();
    }

    private boolean isInLoop() {
        boolean wholeEnd = timing.playback().last() == timing.frames() - 1;
        return positionMillis >= loopStart() && (wholeEnd || positionMillis < loopStart() + loopLength());
    }

    private CineClock at(double position, boolean forth) {
        return new CineClock(timing, mode, speed, playing, position, forth);
    }
}
