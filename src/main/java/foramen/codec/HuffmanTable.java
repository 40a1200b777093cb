package foramen.codec;

import java.util.Arrays;

/** A Huffman table of JPEG (ITU-T T.81 annex C). */
final class HuffmanTable {
    private static final int LONGEST = 16;
    private static final int MOST_CATEGORY = 16;

    /** For each sixteen bits that may come: the code's length and its category, or 0. */
    private final short[] codes;

    private HuffmanTable(short[] codes) {
        this.codes = codes;
    }

    /**
     * Builds a table.
     *
     * @param counts how many codes there are of each length from 1 to 16
     * @param categories what they mean, in order
     */
    static HuffmanTable of(byte[] counts, byte[] categories) throws CodecException {
        short[] codes = new short[1 << LONGEST];
        int from = 0;
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < (counts[length - 1] & 0xFF); i++) {
                int category = categories[next++] & 0xFF;
                int to = from + (1 << (LONGEST - length));
                if (to > codes.length) {
                    throw new CodecException("its Huffman table is damaged");
                }
                Arrays.fill(codes, from, to, (short) (length << 8 | category));
                from = to;
            }
        }
        return new HuffmanTable(codes);
    }

    /** The next coded byte. */
    int symbol(BitReader bits) throws CodecException {
        int code = codes[bits.peek(LONGEST)];
        int length = code >> 8;
        if (length == 0) {
            throw new CodecException("its JPEG picture is damaged");
        }
        bits.skip(length);
        return code & 0xFF;
    }

    /** The next difference, modulo 65536: its category, then its bits (F.1.2.1 and H.1.2.2). */
    int difference(BitReader bits) throws CodecException {
        int category = symbol(bits);
        if (category > MOST_CATEGORY) {
            throw new CodecException("its JPEG picture is damaged");
        }
        if (category == 0) {
            return 0;
        }
        if (category == MOST_CATEGORY) {
            return 1 << 15;
        }
        int extra = bits.take(category);
        return extra < 1 << (category - 1) ? extra - (1 << category) + 1 : extra;
    }
}
