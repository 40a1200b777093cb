package foramen.workspace.cine;

import foramen.domain.clip.Frame;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decoded frames of one clip within a budget of bytes: the one longest unused goes first, the pinned one never, for it
 * is on the screen. Lives on the home thread.
 */
final class FrameCache {
    private static final int BYTES_PER_PIXEL = 4;

    private long budget;
    private final Map<Integer, Frame> frames = new LinkedHashMap<>(16, 0.75f, true);
    private long used;
    private int pinned;

    FrameCache(long budget) {
        this.budget = budget;
    }

    /** The frame, if it is there; it is then the one used last. */
    Optional<Frame> get(int index) {
        return Optional.ofNullable(frames.get(index));
    }

    /** Whether the frame is there; asking does not count as use. */
    boolean contains(int index) {
        return frames.containsKey(index);
    }

    /** Keeps frame {@code index} whatever else comes, and lets the one pinned before grow old. */
    void pin(int index) {
        pinned = index;
    }

    /** Keeps a frame, at the cost of those longest unused. */
    void put(int index, Frame frame) {
        Frame before = frames.put(index, frame);
        used += bytes(frame) - (before == null ? 0 : bytes(before));
        shrink(index);
    }

    /** Has another budget from now on; what is too much goes at once. */
    void limit(long bytes) {
        budget = bytes;
        shrink(pinned);
    }

    private void shrink(int newest) {
        Iterator<Map.Entry<Integer, Frame>> eldest = frames.entrySet().iterator();
        while (used > budget && eldest.hasNext()) {
            Map.Entry<Integer, Frame> e = eldest.next();
            if (e.getKey() != pinned && e.getKey() != newest) {
                used -= bytes(e.getValue());
                eldest.remove();
            }
        }
    }

    /** How many frames of that size the budget has room for. */
    int room(int columns, int rows) {
        long each = Math.max(1, (long) columns * rows * BYTES_PER_PIXEL);
        return (int) Math.min(budget / each, Integer.MAX_VALUE);
    }

    /** The memory that the frames may take, in bytes. */
    long budget() {
        return budget;
    }

    /** The memory that the frames take, in bytes. */
    long used() {
        return used;
    }

    void clear() {
        frames.clear();
        used = 0;
    }

    private static long bytes(Frame f) {
        return (long) f.columns() * f.rows() * BYTES_PER_PIXEL;
    }
}
