package foramen.codec;

import org.jspecify.annotations.Nullable;

/**
 * One scan of a lossy JPEG picture: Huffman-coded coefficients, all at once (ITU-T T.81 annex F) or a band of them, or
 * one more bit of them, as progressive pictures have it (annex G).
 */
final class DctScan {
    private final BitReader bits;
    private final @Nullable HuffmanTable[] direct;
    private final @Nullable HuffmanTable[] alternating;
    private final boolean progressive;
    private final int first;
    private final int last;
    private final boolean refining;
    private final int shift;
    private final int[] predicted;
    /** How many blocks to come have nothing more in this band. */
    private int emptyBlocks;

    /**
     * A scan about to be read.
     *
     * @param direct for each component of the scan its table of DC coefficients
     * @param alternating for each its table of AC coefficients
     * @param band first and last coefficient, then the previous and the present point transform
     */
    DctScan(BitReader bits, @Nullable HuffmanTable[] direct, @Nullable HuffmanTable[] alternating, boolean progressive,
            int[] band) {
        this.bits = bits;
        this.direct = direct.clone();
        this.alternating = alternating.clone();
        this.progressive = progressive;
        this.first = band[0];
        this.last = band[1];
        this.refining = progressive && band[2] > 0;
        this.shift = progressive ? band[3] : 0;
        this.predicted = new int[direct.length];
    }

    /** Goes to behind the next restart marker. */
    void restart() throws CodecException {
        bits.restart();
        java.util.Arrays.fill(predicted, 0);
        emptyBlocks = 0;
    }

    /** Where the scan ends. */
    int end() {
        return bits.end();
    }

    /** Reads what the scan holds of a block of its component {@code c}. */
    void block(int c, short[] block, int at) throws CodecException {
        if (!progressive) {
            direct(c, block, at);
            sequential(table(alternating, c), block, at);
        } else if (first == 0) {
            if (refining) {
                block[at] |= (short) (bits.take(1) << shift);
            } else {
                direct(c, block, at);
            }
        } else if (refining) {
            refine(table(alternating, c), block, at);
        } else {
            band(table(alternating, c), block, at);
        }
    }

    private static HuffmanTable table(@Nullable HuffmanTable[] tables, int c) throws CodecException {
        HuffmanTable table = tables[c];
        if (table == null) {
            throw damaged();
        }
        return table;
    }

    private void direct(int c, short[] block, int at) throws CodecException {
        predicted[c] = (short) (predicted[c] + table(direct, c).difference(bits));
        block[at] = (short) (predicted[c] << shift);
    }

    private int extended(int size) throws CodecException {
        int extra = bits.take(size);
        return extra < 1 << (size - 1) ? extra - (1 << size) + 1 : extra;
    }

    private void sequential(HuffmanTable table, short[] block, int at) throws CodecException {
        int k = 1;
        while (k < 64) {
            int symbol = table.symbol(bits);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0) {
                if (run != 15) {
                    return;
                }
                k += 16;
                continue;
            }
            k += run;
            if (k > 63) {
                throw damaged();
            }
            block[at + DctComponent.place(k++)] = (short) extended(size);
        }
    }

    private void band(HuffmanTable table, short[] block, int at) throws CodecException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        int k = first;
        while (k <= last) {
            int symbol = table.symbol(bits);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0) {
                if (run < 15) {
                    emptyBlocks = (1 << run) + bits.take(run) - 1;
                    return;
                }
                k += 16;
                continue;
            }
            k += run;
            if (k > last) {
                throw damaged();
            }
            block[at + DctComponent.place(k++)] = (short) (extended(size) << shift);
        }
    }

    /** T.81 G.1.2.3: one more bit for each coefficient that is there, and new ones where there was none. */
    private void refine(HuffmanTable table, short[] block, int at) throws CodecException {
        int k = first;
        if (emptyBlocks == 0) {
            while (k <= last) {
                int symbol = table.symbol(bits);
                int run = symbol >> 4;
                int fresh = 0;
                if ((symbol & 15) != 0) {
                    fresh = bits.take(1) == 1 ? 1 << shift : -1 << shift;
                } else if (run < 15) {
                    emptyBlocks = (1 << run) + bits.take(run);
                    break;
                }
                k = beyond(block, at, k, run);
                if (fresh != 0) {
                    if (k > last) {
                        throw damaged();
                    }
                    block[at + DctComponent.place(k)] = (short) fresh;
                }
                k++;
            }
        }
        if (emptyBlocks > 0) {
            beyond(block, at, k, 64);
            emptyBlocks--;
        }
    }

    /** Refines what is there up to the empty place after {@code run} empty ones, and says where that is. */
    private int beyond(short[] block, int at, int from, int run) throws CodecException {
        int left = run;
        int k = from;
        for (; k <= last; k++) {
            int place = at + DctComponent.place(k);
            int v = block[place];
            if (v == 0) {
                if (left-- == 0) {
                    return k;
                }
            } else if (bits.take(1) == 1 && (v & 1 << shift) == 0) {
                block[place] = (short) (v > 0 ? v + (1 << shift) : v - (1 << shift));
            }
        }
        return k;
    }

    static CodecException damaged() {
        return new CodecException("its JPEG picture is damaged");
    }
}
