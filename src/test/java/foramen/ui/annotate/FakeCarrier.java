package foramen.ui.annotate;

import foramen.geometry.Point;
import foramen.job.Progress;
import foramen.vision.FrameSource;
import foramen.vision.KeyOutline;
import foramen.vision.TrackedOutline;
import foramen.workspace.follow.OutlineCarrier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Carries the nearest key along, a third of a pixel to the right a frame, and doubts what is far from every key. */
public final class FakeCarrier implements OutlineCarrier {
    /** Farther from a key than this, an outline drifts. */
    public static final int TRUSTED = 25;

    @Override
    public List<TrackedOutline> run(FrameSource frames, int from, int to, List<KeyOutline> keys, Progress progress) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> {
            KeyOutline near = keys.stream().min(Comparator.comparingInt(k -> Math.abs(k.frame() - i))).orElseThrow();
            int away = Math.abs(i - near.frame());
            boolean drift = away > TRUSTED;
            return new TrackedOutline(i, near.outline().moved(new Point((i - near.frame()) / 3.0, 0)),
                    1 - 0.01 * away, drift, drift ? "The outline drifts here." : "");
        }).toList();
    }
}
