package foramen.vision;

import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path that snaps to edges between an anchor and the pointer (Mortensen and Barrett 1995, intelligent scissors).
 *
 * <p>From the anchor, shortest paths grow over a window of the frame only as far as the pointer needs, and are kept: the
 * next move of the pointer goes on where the last one stopped. Not safe for use by several threads.
 */
public final class Livewire {
    /** Paths reach this many pixels from the anchor to either side. */
    static final int REACH = 280;
    private static final int STRAIGHT = 10;
    private static final int DIAGONAL = 14;
    private static final int BUCKETS = EdgeCost.MOST * DIAGONAL + 1;
    private static final int[] DX = {1, -1, 0, 0, 1, 1, -1, -1};
    private static final int[] DY = {0, 0, 1, -1, 1, -1, 1, -1};

    private final EdgeCost cost;
    private int left;
    private int top;
    private int width;
    private int height;
    private int anchor = -1;
    private int[] price = new int[0];
    private byte[] from = new byte[0];
    private boolean[] settled = new boolean[0];
    private final int[][] buckets = new int[BUCKETS][];
    private final int[] fill = new int[BUCKETS];
    private int current;
    private int waiting;

    /** A livewire over {@code cost}. */
    public Livewire(EdgeCost cost) {
        this.cost = cost;
        Arrays.setAll(buckets, i -> new int[16]);
    }

    /**
     * The path from {@code anchor} to {@code pointer}, both in continuous pixels.
     *
     * @return points from the anchor to the pointer, one a pixel, both given points included; beyond the reach of the
     *     anchor's window, and off the frame, the last stretch is straight
     */
    public List<Point> path(Point anchor, Point pointer) {
        int ax = Math.clamp((int) Math.floor(anchor.x()), 0, cost.columns() - 1);
        int ay = Math.clamp((int) Math.floor(anchor.y()), 0, cost.rows() - 1);
        if (this.anchor < 0 || left + this.anchor % width != ax || top + this.anchor / width != ay) {
            begin(ax, ay);
        }
        int tx = Math.clamp((int) Math.floor(pointer.x()), left, left + width - 1) - left;
        int ty = Math.clamp((int) Math.floor(pointer.y()), top, top + height - 1) - top;
        int target = ty * width + tx;
        grow(target);
        List<Point> path = new ArrayList<>();
        path.add(pointer);
        for (int at = target; at != this.anchor; at = back(at)) {
            path.add(new Point(left + at % width + 0.5, top + at / width + 0.5));
        }
        path.add(anchor);
        return path.reversed();
    }

    private void begin(int ax, int ay) {
        left = Math.max(0, ax - REACH);
        top = Math.max(0, ay - REACH);
        width = Math.min(cost.columns(), ax + REACH + 1) - left;
        height = Math.min(cost.rows(), ay + REACH + 1) - top;
        int n = width * height;
        if (price.length < n) {
            price = new int[n];
            from = new byte[n];
            settled = new boolean[n];
        }
        Arrays.fill(price, 0, n, Integer.MAX_VALUE);
        Arrays.fill(settled, 0, n, false);
        Arrays.fill(fill, 0);
        anchor = (ay - top) * width + ax - left;
        price[anchor] = 0;
        current = 0;
        waiting = 0;
        push(anchor, 0);
    }

    /** Dijkstra's search in buckets of equal price (Dial 1969), until {@code target} is settled. */
    private void grow(int target) {
        while (!settled[target] && waiting > 0) {
            int slot = current % BUCKETS;
            if (fill[slot] == 0) {
                current++;
                continue;
            }
            int at = buckets[slot][--fill[slot]];
            waiting--;
            if (!settled[at] && price[at] == current) {
                settled[at] = true;
                spread(at);
            }
        }
    }

    private void spread(int at) {
        int x = at % width;
        int y = at / width;
        for (int d = 0; d < DX.length; d++) {
            int nx = x + DX[d];
            int ny = y + DY[d];
            if (nx >= 0 && ny >= 0 && nx < width && ny < height) {
                int next = ny * width + nx;
                int p = price[at] + cost.at(left + nx, top + ny) * (d < 4 ? STRAIGHT : DIAGONAL);
                if (p < price[next]) {
                    price[next] = p;
                    from[next] = (byte) d;
                    push(next, p);
                }
            }
        }
    }

    private void push(int at, int p) {
        int slot = p % BUCKETS;
        if (fill[slot] == buckets[slot].length) {
            buckets[slot] = Arrays.copyOf(buckets[slot], 2 * fill[slot]);
        }
        buckets[slot][fill[slot]++] = at;
        waiting++;
    }

    private int back(int at) {
        return at - DX[from[at]] - DY[from[at]] * width;
    }
}
