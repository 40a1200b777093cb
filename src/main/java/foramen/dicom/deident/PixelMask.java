package foramen.dicom.deident;

import foramen.domain.deident.Box;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The pixels that are overwritten, the same in every frame. */
public final class PixelMask {
    private final int columns;
    private final int rows;
    private final BitSet hidden;

    private PixelMask(int columns, int rows, BitSet hidden) {
        this.columns = columns;
        this.rows = rows;
        this.hidden = hidden;
    }

    /**
     * Everything outside {@code kept}, and everything inside {@code boxes}, which go before.
     *
     * @param kept what stays; none means that only the boxes are overwritten
     */
    static PixelMask of(int columns, int rows, List<Box> kept, List<Box> boxes) {
        BitSet hidden = new BitSet(columns * rows);
        if (!kept.isEmpty()) {
            hidden.set(0, columns * rows);
            kept.forEach(b -> fill(hidden, columns, rows, b, false));
        }
        boxes.forEach(b -> fill(hidden, columns, rows, b, true));
        return new PixelMask(columns, rows, hidden);
    }

    private static void fill(BitSet hidden, int columns, int rows, Box b, boolean value) {
        int from = Math.min(b.x(), columns);
        int to = Math.min(b.x() + b.width(), columns);
        for (int y = b.y(); y < Math.min(b.y() + b.height(), rows); y++) {
            hidden.set(y * columns + from, y * columns + to, value);
        }
    }

    /** Whether pixel {@code i}, counted row by row, is overwritten. */
    public boolean hides(int i) {
        return hidden.get(i);
    }

    /** How many pixels are overwritten in each frame. */
    public int pixels() {
        return hidden.cardinality();
    }

    /** Width of the picture. */
    public int columns() {
        return columns;
    }

    /** Height of the picture. */
    public int rows() {
        return rows;
    }

    /** The overwritten area as rectangles that do not overlap, to be drawn. */
    public List<Box> boxes() {
        List<Box> done = new ArrayList<>();
        List<Box> open = new ArrayList<>();
        for (int y = 0; y < rows; y++) {
            List<Box> next = new ArrayList<>();
            int end = (y + 1) * columns;
            for (int from = hidden.nextSetBit(y * columns); from >= 0 && from < end;) {
                int to = Math.min(hidden.nextClearBit(from), end);
                next.add(grown(open, from - y * columns, to - from, y));
                from = hidden.nextSetBit(to);
            }
            open.stream().filter(b -> next.stream().noneMatch(n -> n.y() == b.y() && n.x() == b.x()
                    && n.width() == b.width())).forEach(done::add);
            open = next;
        }
        done.addAll(open);
        return List.copyOf(done);
    }

    private static Box grown(List<Box> open, int x, int width, int y) {
        return open.stream().filter(b -> b.x() == x && b.width() == width).findFirst()
                .map(b -> new Box(x, b.y(), width, b.height() + 1)).orElseGet(() -> new Box(x, y, width, 1));
    }
}
