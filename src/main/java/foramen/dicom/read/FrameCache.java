package foramen.dicom.read;

import foramen.domain.clip.Frame;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decoded frames within a budget of bytes; the one longest unused goes first. Safe for use by several threads. */
final class FrameCache {
    private final long budget;
    private final Map<Integer, Frame> frames = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    FrameCache(long budget) {
        this.budget = budget;
    }

    synchronized Optional<Frame> get(int index) {
        return Optional.ofNullable(frames.get(index));
    }

    synchronized void put(int index, Frame frame) {
        Frame before = frames.put(index, frame);
        used += bytes(frame) - (before == null ? 0 : bytes(before));
        Iterator<Frame> eldest = frames.values().iterator();
        while (used > budget && eldest.hasNext()) {
            used -= bytes(eldest.next());
            eldest.remove();
        }
    }

    synchronized void clear() {
        frames.clear();
        used = 0;
    }

    private static long bytes(Frame frame) {
        return 4L * frame.argb().length;
    }
}
