package foramen.ui.annotate;

import foramen.workspace.follow.FrameState;
import foramen.workspace.follow.Track;
import java.util.Optional;

/**
 * What the section on following shows.
 *
 * @param clipOpen whether there is a clip
 * @param frames how many frames it has
 * @param subject which structure is meant, in words; empty where none is
 * @param from first frame of the range, from 1
 * @param to last frame of the range, included
 * @param running whether an outline is being followed
 * @param canFollow whether there is an outline in the range to start from
 * @param canInterpolate whether there are two or more
 * @param here the outline on the frame in view
 * @param tally how many frames stand where
 * @param said what came of the last run; may be empty
 */
public record FollowState(boolean clipOpen, int frames, Optional<String> subject, int from, int to, boolean running,
        boolean canFollow, boolean canInterpolate, Optional<Here> here, Track.Tally tally, String said) {
    /**
     * The outline on the frame in view.
     *
     * @param frame the frame, from 1
     * @param state where it stands
     * @param confidence how far it can be trusted, in words; empty on a key frame
     * @param locked whether it is protected
     */
    public record Here(int frame, FrameState state, String confidence, boolean locked) {
        /** Whether it can be accepted or rejected. */
        public boolean isReviewable() {
            return state != FrameState.KEY && !locked;
        }
    }
}
