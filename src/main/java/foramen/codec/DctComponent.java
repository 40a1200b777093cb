package foramen.codec;

/** The blocks of one component of a lossy JPEG picture: coefficients first, samples after the transform. */
final class DctComponent {
    /** From the order of coding to the place in a block (ITU-T T.81 figure A.6). */
    private static final int[] ZIGZAG = {0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48,
            41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58,
            59,
            52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

    private final JpegHeader.Component declared;
    private final int quantiserSlot;
    private final int columns;
    private final int rows;
    private final int blocksAcross;
    private final short[] blocks;

    /**
     * Empty blocks.
     *
     * @param quantiserSlot which quantisation table counts
     * @param columns width of the component in samples
     * @param rows height of the component in samples
     * @param blocksAcross how many blocks lie side by side, those that fill up a unit included
     * @param blocksDown how many lie one above the other
     */
    DctComponent(JpegHeader.Component declared, int quantiserSlot, int columns, int rows, int blocksAcross,
            int blocksDown) {
        this.declared = declared;
        this.quantiserSlot = quantiserSlot;
        this.columns = columns;
        this.rows = rows;
        this.blocksAcross = blocksAcross;
        this.blocks = new short[Math.multiplyExact(Math.multiplyExact(blocksAcross, blocksDown), 64)];
    }

    static int place(int coded) {
        return ZIGZAG[coded & 63];
    }

    JpegHeader.Component declared() {
        return declared;
    }

    int quantiserSlot() {
        return quantiserSlot;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Coefficients or samples of all blocks. */
    short[] blocks() {
        return blocks;
    }

    /** Where the block at these places starts in {@link #blocks}. */
    int start(int blockX, int blockY) {
        return (blockY * blocksAcross + blockX) * 64;
    }

    /** Turns all coefficients into samples. */
    void transform(InverseDct dct, int[] quantisers) {
        for (int at = 0; at < blocks.length; at += 64) {
            dct.apply(blocks, at, quantisers);
        }
    }

    /** Copies row {@code y}, or the nearest there is, into {@code row}. */
    void row(int y, int[] row) {
        int inside = Math.clamp(y, 0, rows - 1);
        int at = start(0, inside >> 3) + (inside & 7) * 8;
        for (int x = 0; x < columns; x++) {
            row[x] = blocks[at + (x >> 3) * 64 + (x & 7)];
        }
    }
}
