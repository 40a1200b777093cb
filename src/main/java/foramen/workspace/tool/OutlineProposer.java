package foramen.workspace.tool;

import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.job.JobRunner;
import java.util.List;
import java.util.function.Consumer;

/** Finds the outline of a nerve round one click, in a job. */
@FunctionalInterface
public interface OutlineProposer {
    /**
     * Looks at one frame.
     *
     * @param frame of the open clip
     * @param seed the click, in continuous image pixels
     * @param then receives what came of it, on the home thread; not after the handle was cancelled
     */
    JobRunner.Handle propose(FrameRef frame, Point seed, Consumer<Answer> then);

    /** What came of a click. */
    sealed interface Answer {
        /**
         * An outline for the operator to confirm, correct or drop; it is never taken over without.
         *
         * @param outline its vertices, in continuous image pixels
         * @param confidence from 0 to 1
         */
        record Found(List<Point> outline, double confidence) implements Answer {
            /** Copies the points. */
            public Found {
                outline = List.copyOf(outline);
            }
        }

        /**
         * No outline.
         *
         * @param reason a sentence for the user
         */
        record Refused(String reason) implements Answer {}
    }
}
