package foramen.workspace.cine;

import foramen.domain.clip.FrameTiming;

/**
 * Which frame of the second of two clips belongs to a place in the first: a pure value, made at the moment they are
 * linked. At either end of its clip the follower waits.
 *
 * @param mode how it follows
 * @param frames how many frames the follower is ahead; for {@link LinkMode#FRAME}
 * @param millis how much time the follower is ahead; for {@link LinkMode#TIME}
 */
public record ClipLink(LinkMode mode, int frames, double millis) {
    /** Neither follows the other. */
    public static final ClipLink FREE = new ClipLink(LinkMode.FREE, 0, 0);

    /**
     * The link that keeps two clips as far apart as they are now.
     *
     * @param leader times of the first clip, which shows frame {@code leads}
     * @param follower times of the second, which shows frame {@code follows}
     */
    public static ClipLink at(LinkMode mode, FrameTiming leader, int leads, FrameTiming follower, int follows) {
        return switch (mode) {
            case FREE -> FREE;
            case FRAME -> new ClipLink(mode, follows - leads, 0);
            case TIME -> new ClipLink(mode, 0, follower.startMillis(follows) - leader.startMillis(leads));
            case POSITION -> new ClipLink(mode, 0, 0);
        };
    }

    /**
     * What fits two clips best: frame by frame where they have as many frames and the same rate, by position where their
     * lengths differ, by time where only their rates do.
     */
    public static LinkMode best(FrameTiming leader, FrameTiming follower) {
        boolean sameCount = leader.frames() == follower.frames();
        boolean sameLength = Math.abs(leader.durationMillis() - follower.durationMillis()) <= leader.durationMillis()
                / leader.frames();
        return sameCount && sameLength ? LinkMode.FRAME : sameLength ? LinkMode.TIME : LinkMode.POSITION;
    }

    /** The same link where the other clip leads. */
    public ClipLink turned() {
        return new ClipLink(mode, -frames, -millis);
    }

    /**
     * The frame of the follower, from 0.
     *
     * @param atMillis the place in the leader, 0 to its duration
     * @param resting the frame that the follower shows now, where it shall stay if it does not follow
     */
    public int frame(double atMillis, FrameTiming leader, FrameTiming follower, int resting) {
        int last = follower.frames() - 1;
        return switch (mode) {
            case FREE -> resting;
            case FRAME -> Math.clamp((long) leader.frameAt(atMillis) + frames, 0, last);
            case TIME -> follower.frameAt(Math.clamp(atMillis + millis, 0, follower.durationMillis()));
            case POSITION -> share(leader.frameAt(atMillis), leader.frames() - 1, last);
        };
    }

    private static int share(int at, int leads, int last) {
        return leads == 0 ? 0 : (int) Math.round((double) at / leads * last);
    }
}
