package foramen.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lossy JPEG with Huffman coding (ITU-T T.81 processes 1 to 12): baseline, extended and progressive, of 8 and 12 bits,
 * in Java alone. Where a picture breaks off, the rest is grey.
 */
final class DctJpeg {
    private static final int PROGRESSIVE = 0xC2;
    private static final int TABLES = 0xC4;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int QUANTISERS = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;
    /** The most coefficients, 16 million pixels of three components (engineering default). */
    private static final long MOST_COEFFICIENTS = 3L << 24;
    /** How often scans may come to each block: no coder needs a tenth of it (engineering default). */
    private static final int MOST_VISITS = 100;
    private static final int MOST_TABLES = 1024;

    private final byte[] s;
    private final PictureHeader header;
    private final JpegHeader jpeg;
    private final DctComponent[] components;
    private final int[][] quantisers = new int[4][];
    private final @Nullable HuffmanTable[] direct = new HuffmanTable[4];
    private final @Nullable HuffmanTable[] alternating = new HuffmanTable[4];
    private final int unitsAcross;
    private final int unitsDown;
    private int restartInterval;
    private int tables;
    private long visitsLeft;
    private boolean any;

    private DctJpeg(byte[] stream, PictureHeader header) throws CodecException {
        this.s = stream;
        this.header = header;
        this.jpeg = header.jpeg().orElseThrow();
        int across = 0;
        int down = 0;
        for (JpegHeader.Component c : jpeg.components()) {
            if (c.horizontal() < 1 || c.horizontal() > 4 || c.vertical() < 1 || c.vertical() > 4) {
                throw DctScan.damaged();
            }
            across = Math.max(across, c.horizontal());
            down = Math.max(down, c.vertical());
        }
        this.unitsAcross = ceil(header.columns(), 8 * across);
        this.unitsDown = ceil(header.rows(), 8 * down);
        this.components = components(across, down);
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }

    private DctComponent[] components(int across, int down) throws CodecException {
        long blocks = 0;
        for (JpegHeader.Component c : jpeg.components()) {
            blocks += (long) unitsAcross * unitsDown * c.horizontal() * c.vertical();
        }
        if (blocks * 64 > MOST_COEFFICIENTS) {
            throw new CodecException("its JPEG picture of " + header.columns() + " × " + header.rows()
                    + " pixels is too large");
        }
        visitsLeft = blocks * MOST_VISITS;
        DctComponent[] made = new DctComponent[jpeg.components().size()];
        for (int i = 0; i < made.length; i++) {
            JpegHeader.Component c = jpeg.components().get(i);
            int slot = s[jpeg.frameStart() + 12 + 3 * i] & 3;
            made[i] = new DctComponent(c, slot, ceil(header.columns() * c.horizontal(), across),
                    ceil(header.rows() * c.vertical(), down), unitsAcross * c.horizontal(), unitsDown * c.vertical());
        }
        return made;
    }

    /** The samples, chroma at full size, as {@link RawPicture#samples} describes them. */
    static byte[] decode(byte[] stream, PictureHeader header) throws CodecException {
        DctJpeg picture = new DctJpeg(stream, header);
        picture.read();
        return picture.samples();
    }

    private void read() throws CodecException {
        int at = 2;
        while (at + 4 <= s.length && (s[at + 1] & 0xFF) != END) {
            if ((s[at] & 0xFF) != 0xFF) {
                throw DctScan.damaged();
            }
            int marker = s[at + 1] & 0xFF;
            int lone = JpegMarkers.loneBytes(marker);
            if (lone > 0) {
                at += lone;
                continue;
            }
            int end = at + 2 + u16(at + 2);
            if (end < at + 4 || end > s.length) {
                break;
            }
            switch (marker) {
                case TABLES -> huffman(at + 4, end);
                case QUANTISERS -> quantisers(at + 4, end);
                case RESTART_INTERVAL -> restartInterval = end - at >= 6 ? u16(at + 4) : 0;
                case SCAN -> end = scan(at + 4, end);
                default -> {
                    // Everything else was read with the frame header, or does not matter to the samples.
                }
            }
            at = end;
        }
        if (!any) {
            throw new CodecException("its JPEG picture breaks off");
        }
    }

    private void huffman(int from, int end) throws CodecException {
        int at = from;
        while (at + 17 <= end) {
            int slot = s[at] & 0xFF;
            byte[] counts = Arrays.copyOfRange(s, at + 1, at + 17);
            int codes = 0;
            for (byte c : counts) {
                codes += c & 0xFF;
            }
            at += 17;
            if ((slot & 0xEC) != 0 || at + codes > end || ++tables > MOST_TABLES) {
                throw DctScan.damaged();
            }
            HuffmanTable table = HuffmanTable.of(counts, Arrays.copyOfRange(s, at, at + codes));
            if (slot < 4) {
                direct[slot] = table;
            } else {
                alternating[slot & 3] = table;
            }
            at += codes;
        }
    }

    private void quantisers(int from, int end) throws CodecException {
        int at = from;
        while (at < end) {
            int slot = s[at] & 15;
            boolean wide = (s[at] & 0xF0) != 0;
            at++;
            if (slot > 3 || at + (wide ? 128 : 64) > end) {
                throw DctScan.damaged();
            }
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[DctComponent.place(i)] = wide ? u16(at + 2 * i) : s[at + i] & 0xFF;
            }
            quantisers[slot] = table;
            at += wide ? 128 : 64;
        }
    }

    /** Reads a scan and says where it ends. */
    private int scan(int from, int end) throws CodecException {
        int n = s[from] & 0xFF;
        if (n < 1 || n > components.length || from + 4 + 2 * n > end) {
            throw DctScan.damaged();
        }
        DctComponent[] chosen = new DctComponent[n];
        @Nullable
        HuffmanTable[] dc = new HuffmanTable[n];
        @Nullable
        HuffmanTable[] ac = new HuffmanTable[n];
        for (int i = 0; i < n; i++) {
            chosen[i] = component(s[from + 1 + 2 * i] & 0xFF);
            dc[i] = direct[s[from + 2 + 2 * i] >> 4 & 3];
            ac[i] = alternating[s[from + 2 + 2 * i] & 3];
        }
        int at = from + 1 + 2 * n;
        int[] band = {s[at] & 0xFF, s[at + 1] & 0xFF, s[at + 2] >> 4 & 15, s[at + 2] & 15};
        boolean progressive = jpeg.process() == PROGRESSIVE;
        if (progressive && (band[0] > band[1] || band[1] > 63 || band[3] > 13 || (band[0] > 0 && n > 1)
                || (band[0] == 0 && band[1] > 0))) {
            throw DctScan.damaged();
        }
        BitReader bits = new BitReader(s, end);
        DctScan scan = new DctScan(bits, dc, ac, progressive, band);
        any = true;
        try {
            if (n == 1) {
                alone(scan, chosen[0]);
            } else {
                interleaved(scan, chosen);
            }
        } catch (CodecException e) {
            if (!bits.isExhausted()) {
                throw e;
            }
        }
        return scan.end();
    }

    private DctComponent component(int id) throws CodecException {
        for (DctComponent c : components) {
            if (c.declared().id() == id) {
                return c;
            }
        }
        throw DctScan.damaged();
    }

    private void visit(int blocks) throws CodecException {
        visitsLeft -= blocks;
        if (visitsLeft < 0) {
            throw new CodecException("its JPEG picture has too many scans");
        }
    }

    private void alone(DctScan scan, DctComponent c) throws CodecException {
        int across = ceil(c.columns(), 8);
        int units = across * ceil(c.rows(), 8);
        visit(units);
        for (int i = 0; i < units; i++) {
            if (restartInterval > 0 && i > 0 && i % restartInterval == 0) {
                scan.restart();
            }
            scan.block(0, c.blocks(), c.start(i % across, i / across));
        }
    }

    private void interleaved(DctScan scan, DctComponent[] chosen) throws CodecException {
        int units = unitsAcross * unitsDown;
        for (DctComponent c : chosen) {
            visit(units * c.declared().horizontal() * c.declared().vertical());
        }
        for (int i = 0; i < units; i++) {
            if (restartInterval > 0 && i > 0 && i % restartInterval == 0) {
                scan.restart();
            }
            for (int k = 0; k < chosen.length; k++) {
                unit(scan, k, chosen[k], i % unitsAcross, i / unitsAcross);
            }
        }
    }

    private static void unit(DctScan scan, int k, DctComponent c, int x, int y) throws CodecException {
        int h = c.declared().horizontal();
        int v = c.declared().vertical();
        for (int dy = 0; dy < v; dy++) {
            for (int dx = 0; dx < h; dx++) {
                scan.block(k, c.blocks(), c.start(x * h + dx, y * v + dy));
            }
        }
    }

    private byte[] samples() throws CodecException {
        InverseDct dct = new InverseDct(header.precision());
        int across = 1;
        int down = 1;
        for (DctComponent c : components) {
            int[] table = quantisers[c.quantiserSlot()];
            if (table == null) {
                throw DctScan.damaged();
            }
            c.transform(dct, table);
            across = Math.max(across, c.declared().horizontal());
            down = Math.max(down, c.declared().vertical());
        }
        int width = header.precision() <= 8 ? 1 : 2;
        int pixel = components.length * width;
        byte[] samples = new byte[Math.multiplyExact(header.columns() * header.rows(), pixel)];
        int[] row = new int[header.columns()];
        for (int i = 0; i < components.length; i++) {
            JpegHeader.Component c = components[i].declared();
            if (across % c.horizontal() != 0 || down % c.vertical() != 0) {
                throw new CodecException("its JPEG picture has chroma at " + c.horizontal() + "/" + across
                        + " of the width, which Foramen does not decode");
            }
            ChromaUpsampling full = new ChromaUpsampling(components[i], across / c.horizontal(), down / c.vertical());
            for (int y = 0; y < header.rows(); y++) {
                full.row(y, row);
                store(row, samples, y * row.length * pixel + i * width, pixel, width);
            }
        }
        return samples;
    }

    private static void store(int[] row, byte[] samples, int from, int pixel, int width) {
        int at = from;
        for (int v : row) {
            samples[at] = (byte) v;
            if (width == 2) {
                samples[at + 1] = (byte) (v >> 8);
            }
            at += pixel;
        }
    }

    private int u16(int at) {
        return (s[at] & 0xFF) << 8 | (s[at + 1] & 0xFF);
    }
}
