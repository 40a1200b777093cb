package foramen.codec;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** The pictures decoded last, as the decoder made them, so that stepping back does not decode the same run each time. */
final class PictureRing implements AutoCloseable {
    private static final int FEWEST = 4;
    private static final int MOST = 64;

    private record Held(int number, AVFrame frame) {}

    private final long budget;
    private final ArrayDeque<Held> held = new ArrayDeque<>();

    PictureRing(long budget) {
        this.budget = budget;
    }

    /** Keeps {@code frame} by another reference to the same pixels. */
    void add(int number, AVFrame frame) {
        drop(number);
        long bytes = Math.max(1, 2L * frame.width() * frame.height());
        int room = Math.clamp(budget / bytes, FEWEST, MOST);
        while (held.size() >= room) {
            avutil.av_frame_free(held.removeFirst().frame());
        }
        held.addLast(new Held(number, avutil.av_frame_clone(frame)));
    }

    private void drop(int number) {
        for (Iterator<Held> all = held.iterator(); all.hasNext();) {
            Held one = all.next();
            if (one.number() == number) {
                avutil.av_frame_free(one.frame());
                all.remove();
            }
        }
    }

    /** Another reference to picture {@code number}, which the caller frees. */
    Optional<AVFrame> get(int number) {
        return held.stream().filter(h -> h.number() == number).findFirst().map(h -> avutil.av_frame_clone(h.frame()));
    }

    void clear() {
        held.forEach(h -> avutil.av_frame_free(h.frame()));
        held.clear();
    }

    @Override
    public void close() {
        clear();
    }
}
