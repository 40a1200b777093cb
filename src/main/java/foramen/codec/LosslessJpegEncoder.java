package foramen.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes lossless JPEG with the first predictor (ITU-T T.81 process 14, selection value 1), which every DICOM toolkit
 * reads; byte for byte the same each time.
 */
public final class LosslessJpegEncoder {
    private static final int CATEGORIES = 17;
    private static final int LONGEST = 16;

    private final byte[] samples;
    private final int columns;
    private final int rows;
    private final int components;
    private final int precision;
    private final ByteArrayOutputStream out;
    private long held;
    private int count;

    private LosslessJpegEncoder(byte[] samples, int columns, int rows, int components, int precision) {
        this.samples = samples;
        this.columns = columns;
        this.rows = rows;
        this.components = components;
        this.precision = precision;
        this.out = new ByteArrayOutputStream(samples.length / 2 + 256);
    }

    /**
     * Encodes a picture.
     *
     * @param samples laid out as {@link RawPicture#samples}; bits above {@code precision} do not count
     * @param columns 1 to 65535
     * @param rows 1 to 65535
     * @param components 1 or 3, interleaved
     * @param precision bits of a sample, 2 to 16
     */
    public static byte[] encode(byte[] samples, int columns, int rows, int components, int precision) {
        long length = (long) columns * rows * components * (precision <= 8 ? 1 : 2);
        boolean possible = columns >= 1 && columns <= 0xFFFF && rows >= 1 && rows <= 0xFFFF
                && (components == 1 || components == 3) && precision >= 2 && precision <= 16
                && samples.length == length;
        if (!possible) {
            throw new IllegalArgumentException("No picture of " + columns + " × " + rows + " × " + components + " with "
                    + precision + " bits has " + samples.length + " bytes");
        }
        return new LosslessJpegEncoder(samples, columns, rows, components, precision).stream();
    }

    private byte[] stream() {
        int[] frequencies = new int[CATEGORIES];
        differences(d -> frequencies[category(d)]++);
        int[] lengths = lengths(frequencies);
        int[] counts = new int[LONGEST + 1];
        int used = 0;
        for (int length : lengths) {
            counts[length]++;
            used += length > 0 ? 1 : 0;
        }
        head(lengths, counts, used);
        int[] codes = codes(lengths);
        differences(d -> {
            int category = category(d);
            put(codes[category], lengths[category]);
            if (category > 0 && category < 16) {
                put((d < 0 ? d - 1 : d) & ((1 << category) - 1), category);
            }
        });
        if (count > 0) {
            put((1 << (8 - count)) - 1, 8 - count);
        }
        word(0xFFD9);
        return out.toByteArray();
    }

    private interface Differences {
        void take(int difference);
    }

    /** Each sample less what is expected of it, from -32767 to 32768, in the order of coding. */
    private void differences(Differences to) {
        int[] above = new int[columns * components];
        int[] row = new int[columns * components];
        for (int y = 0; y < rows; y++) {
            read(y, row);
            for (int i = 0; i < row.length; i++) {
                int expected = i >= components ? row[i - components] : y > 0 ? above[i] : 1 << (precision - 1);
                int d = (row[i] - expected) & 0xFFFF;
                to.take(d > 0x8000 ? d - 0x10000 : d);
            }
            System.arraycopy(row, 0, above, 0, row.length);
        }
    }

    private void read(int y, int[] row) {
        int from = y * row.length;
        int mask = (1 << precision) - 1;
        for (int i = 0; i < row.length; i++) {
            row[i] = mask & (precision <= 8
                    ? samples[from + i]
                    : (samples[2 * (from + i)] & 0xFF) | samples[2 * (from + i) + 1] << 8);
        }
    }

    private static int category(int difference) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    }

    /** The length of each category's code; the code of ones only stays free (T.81 K.2). */
    private static int[] lengths(int[] frequencies) {
        long[] weight = new long[CATEGORIES + 1];
        int[] other = new int[CATEGORIES + 1];
        int[] size = new int[CATEGORIES + 1];
        Arrays.fill(other, -1);
        for (int i = 0; i < CATEGORIES; i++) {
            weight[i] = frequencies[i];
        }
        weight[CATEGORIES] = 1;
        while (true) {
            int a = least(weight, -1);
            int b = least(weight, a);
            if (b < 0) {
                break;
            }
            weight[a] += weight[b];
            weight[b] = 0;
            int i = a;
            for (; other[i] >= 0; i = other[i]) {
                size[i]++;
            }
            size[i]++;
            other[i] = b;
            for (i = b; other[i] >= 0; i = other[i]) {
                size[i]++;
            }
            size[i]++;
        }
        return limited(Arrays.copyOf(size, CATEGORIES), frequencies);
    }

    private static int least(long[] weight, int except) {
        int found = -1;
        for (int i = 0; i < weight.length; i++) {
            if (i != except && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) {
                found = i;
            }
        }
        return found;
    }

    /** With eighteen symbols only the longest code can be too long, by one bit: then five bits for all will do. */
    private static int[] limited(int[] size, int[] frequencies) {
        if (Arrays.stream(size).max().orElse(0) > LONGEST) {
            for (int i = 0; i < size.length; i++) {
                size[i] = frequencies[i] > 0 ? 5 : 0;
            }
        }
        return size;
    }

    /** Codes by length, then by category. */
    private static int[] codes(int[] lengths) {
        int[] codes = new int[CATEGORIES];
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < CATEGORIES; i++) {
                if (lengths[i] == length) {
                    codes[i] = code++;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    private void head(int[] lengths, int[] counts, int used) {
        word(0xFFD8);
        word(0xFFC3);
        word(8 + 3 * components);
        out.write(precision);
        word(rows);
        word(columns);
        out.write(components);
        for (int c = 1; c <= components; c++) {
            out.write(c);
            out.write(0x11);
            out.write(0);
        }
        word(0xFFC4);
        word(19 + used);
        out.write(0);
        for (int length = 1; length <= LONGEST; length++) {
            out.write(counts[length]);
        }
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < CATEGORIES; i++) {
                if (lengths[i] == length) {
                    out.write(i);
                }
            }
        }
        word(0xFFDA);
        word(6 + 2 * components);
        out.write(components);
        for (int c = 1; c <= components; c++) {
            out.write(c);
            out.write(0);
        }
        out.write(1);
        out.write(0);
        out.write(0);
    }

    private void word(int v) {
        out.write(v >> 8);
        out.write(v);
    }

    private void put(int bits, int length) {
        held = held << length | bits;
        count += length;
        while (count >= 8) {
            int b = (int) (held >> (count - 8)) & 0xFF;
            out.write(b);
            if (b == 0xFF) {
                out.write(0);
            }
            count -= 8;
        }
    }
}
