package foramen.workspace.follow;

import foramen.job.Progress;
import foramen.vision.FrameSource;
import foramen.vision.KeyOutline;
import foramen.vision.TrackedOutline;
import java.io.IOException;
import java.util.List;

/** Carries outlines from key frames to the frames around them, as {@link foramen.vision.Propagation#run} does. */
@FunctionalInterface
public interface OutlineCarrier {
    /**
     * Carries {@code keys} to every frame from {@code from} to {@code to}, both included, counted from 0.
     *
     * @throws IOException when a key frame cannot be read, or this machine cannot do it
     */
    List<TrackedOutline> run(FrameSource frames, int from, int to, List<KeyOutline> keys, Progress progress)
            throws IOException;
}
