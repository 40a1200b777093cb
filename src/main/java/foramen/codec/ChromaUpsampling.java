package foramen.codec;

/**
 * Components at half size brought to full size with the triangle filter that libjpeg made customary; other ratios repeat
 * their samples.
 */
final class ChromaUpsampling {
    private final DctComponent component;
    private final int across;
    private final int down;
    private final int[] near;
    private final int[] far;

    /** How often a sample stands for its neighbours: {@code across} times in a row, {@code down} times in a column. */
    ChromaUpsampling(DctComponent component, int across, int down) {
        this.component = component;
        this.across = across;
        this.down = down;
        this.near = new int[component.columns()];
        this.far = new int[component.columns()];
    }

    /** Fills {@code row} with row {@code y} of the picture. */
    void row(int y, int[] row) {
        component.row(y / down, near);
        int n = near.length;
        if (across == 2 && down <= 2 && n > 2) {
            int weight = 1;
            if (down == 2) {
                component.row(y / 2 + ((y & 1) == 0 ? -1 : 1), far);
                for (int x = 0; x < n; x++) {
                    near[x] = 3 * near[x] + far[x];
                }
                weight = 4;
            }
            smooth(row, weight);
            return;
        }
        for (int x = 0; x < row.length; x++) {
            row[x] = near[Math.min(x / across, n - 1)];
        }
    }

    /** Three quarters of the near and one of the next; {@code weight} is 4 where rows were weighed already. */
    private void smooth(int[] row, int weight) {
        int n = near.length;
        int bits = weight == 1 ? 2 : 4;
        int down = weight == 1 ? 1 : 8;
        int up = weight == 1 ? 2 : 7;
        for (int x = 0; x < row.length; x++) {
            int i = x >> 1;
            boolean right = (x & 1) == 1;
            int other = right ? Math.min(i + 1, n - 1) : Math.max(i - 1, 0);
            row[x] = (3 * near[i] + near[other] + (right ? up : down)) >> bits;
        }
    }
}
