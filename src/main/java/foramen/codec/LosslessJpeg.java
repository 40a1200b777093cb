package foramen.codec;

import java.util.Arrays;

/**
 * Lossless JPEG (ITU-T T.81 annex H, process 14) with any predictor and any point transform. Its own rather than
 * FFmpeg's, which loses its place at a difference of 32768, as pictures of 16 bits have them.
 */
final class LosslessJpeg {
    private static final int TABLES = 0xC4;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int RESTART_INTERVAL = 0xDD;

    private final byte[] s;
    private final PictureHeader header;
    private final HuffmanTable[] tables = new HuffmanTable[4];
    private final byte[] samples;
    private final int width;
    private int restartInterval;
    private int done;

    private LosslessJpeg(byte[] stream, PictureHeader header) {
        this.s = stream;
        this.header = header;
        this.width = header.precision() <= 8 ? 1 : 2;
        this.samples = new byte[Math.multiplyExact(Math.multiplyExact(header.columns(), header.rows()),
                header.components() * width)];
    }

    /** The samples, as {@link RawPicture#samples} describes them. */
    static byte[] decode(byte[] stream, PictureHeader header) throws CodecException {
        LosslessJpeg picture = new LosslessJpeg(stream, header);
        picture.read();
        return picture.samples;
    }

    private void read() throws CodecException {
        int at = 2;
        while (done != (1 << header.components()) - 1) {
            if (at + 4 > s.length || (s[at] & 0xFF) != 0xFF) {
                throw damaged();
            }
            int marker = s[at + 1] & 0xFF;
            int lone = JpegMarkers.loneBytes(marker);
            if (lone > 0) {
                at += lone;
                continue;
            }
            int end = at + 2 + u16(at + 2);
            if (end < at + 4 || end > s.length || marker == END) {
                throw damaged();
            }
            switch (marker) {
                case TABLES -> tables(at + 4, end);
                case RESTART_INTERVAL -> restartInterval = end - at >= 6 ? u16(at + 4) : 0;
                case SCAN -> end = scan(at + 4, end);
                default -> {
                    // Everything else was read with the frame header, or does not matter to the samples.
                }
            }
            at = end;
        }
    }

    private void tables(int from, int end) throws CodecException {
        int at = from;
        while (at + 17 <= end) {
            int slot = s[at] & 0xFF;
            byte[] counts = Arrays.copyOfRange(s, at + 1, at + 17);
            int codes = 0;
            for (byte c : counts) {
                codes += c & 0xFF;
            }
            at += 17;
            if (slot > 3 || at + codes > end) {
                throw damaged();
            }
            tables[slot] = HuffmanTable.of(counts, Arrays.copyOfRange(s, at, at + codes));
            at += codes;
        }
    }

    /** Reads a scan and says where it ends. */
    private int scan(int from, int end) throws CodecException {
        int n = s[from] & 0xFF;
        if (n < 1 || n > header.components() || from + 4 + 2 * n > end) {
            throw damaged();
        }
        int[] components = new int[n];
        HuffmanTable[] chosen = new HuffmanTable[n];
        for (int i = 0; i < n; i++) {
            components[i] = component(s[from + 1 + 2 * i] & 0xFF);
            HuffmanTable table = tables[(s[from + 2 + 2 * i] >> 4) & 3];
            if (table == null || ((done >> components[i]) & 1) != 0) {
                throw damaged();
            }
            chosen[i] = table;
            done |= 1 << components[i];
        }
        int predictor = s[from + 1 + 2 * n] & 0xFF;
        int shift = s[from + 3 + 2 * n] & 15;
        if (predictor < 1 || predictor > 7 || shift >= header.precision()
                || (restartInterval > 0 && restartInterval % header.columns() != 0)) {
            throw damaged();
        }
        BitReader bits = new BitReader(s, end);
        rows(bits, components, chosen, predictor, shift);
        return bits.end();
    }

    private int component(int id) throws CodecException {
        var all = header.jpeg().orElseThrow().components();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id() == id) {
                return i;
            }
        }
        throw damaged();
    }

    private void rows(BitReader bits, int[] components, HuffmanTable[] chosen, int predictor, int shift)
            throws CodecException {
        int n = components.length;
        int columns = header.columns();
        int rowsToRestart = restartInterval / columns;
        int[] above = new int[columns * n];
        int[] row = new int[columns * n];
        for (int y = 0; y < header.rows(); y++) {
            boolean first = y == 0;
            if (rowsToRestart > 0 && y > 0 && y % rowsToRestart == 0) {
                bits.restart();
                first = true;
            }
            for (int i = 0; i < row.length; i++) {
                int predicted;
                if (i < n) {
                    predicted = first ? 1 << (header.precision() - shift - 1) : above[i];
                } else if (first) {
                    predicted = row[i - n];
                } else {
                    predicted = predict(predictor, row[i - n], above[i], above[i - n]);
                }
                row[i] = (predicted + chosen[i % n].difference(bits)) & 0xFFFF;
            }
            store(row, y, components, shift);
            int[] other = above;
            above = row;
            row = other;
        }
    }

    /** T.81 table H.1: from the samples to the left, above, and above to the left. */
    private static int predict(int selector, int a, int b, int c) {
        return switch (selector) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + ((b - c) >> 1);
            case 6 -> b + ((a - c) >> 1);
            default -> (a + b) >> 1;
        };
    }

    private void store(int[] row, int y, int[] components, int shift) {
        int n = components.length;
        int mask = (1 << header.precision()) - 1;
        int pixel = header.components() * width;
        for (int k = 0; k < n; k++) {
            int at = y * header.columns() * pixel + components[k] * width;
            for (int i = k; i < row.length; i += n, at += pixel) {
                int v = (row[i] << shift) & mask;
                samples[at] = (byte) v;
                if (width == 2) {
                    samples[at + 1] = (byte) (v >> 8);
                }
            }
        }
    }

    private int u16(int at) {
        return (s[at] & 0xFF) << 8 | (s[at + 1] & 0xFF);
    }

    private static CodecException damaged() {
        return new CodecException("its lossless JPEG picture is damaged");
    }
}
