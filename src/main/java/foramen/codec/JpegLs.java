package foramen.codec;

import java.util.Arrays;

/**
 * JPEG-LS (ITU-T T.87), lossless and near-lossless, 2 to 16 bits, in every interleaving, with restart intervals and
 * preset parameters. Its own rather than FFmpeg's, which refuses components that are interleaved sample by sample.
 */
final class JpegLs {
    private static final int PRESETS = 0xF8;
    private static final int SCAN = 0xDA;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int LAST_RUN = 31;

    private final byte[] s;
    private final PictureHeader header;
    private final byte[] samples;
    private final int width;
    private JpegLsModel.Preset preset = JpegLsModel.Preset.NONE;
    private int restartLines;
    private int done;

    private JpegLs(byte[] stream, PictureHeader header) {
        this.s = stream;
        this.header = header;
        this.width = header.precision() <= 8 ? 1 : 2;
        this.samples = new byte[Math.multiplyExact(Math.multiplyExact(header.columns(), header.rows()),
                header.components() * width)];
    }

    /** The samples, as {@link RawPicture#samples} describes them. */
    static byte[] decode(byte[] stream, PictureHeader header) throws CodecException {
        JpegLs picture = new JpegLs(stream, header);
        picture.read();
        return picture.samples;
    }

    private void read() throws CodecException {
        int at = 2;
        while (done != (1 << header.components()) - 1) {
            if (at + 4 > s.length || (s[at] & 0xFF) != 0xFF) {
                throw new CodecException(at + 4 > s.length ? "its JPEG-LS picture breaks off" : damaged());
            }
            int marker = s[at + 1] & 0xFF;
            int lone = JpegMarkers.loneBytes(marker);
            if (lone > 0) {
                at += lone;
                continue;
            }
            int end = at + 2 + u16(at + 2);
            if (end < at + 4 || end > s.length || marker == 0xD9) {
                throw new CodecException(damaged());
            }
            switch (marker) {
                case PRESETS -> presets(at + 4, end);
                case RESTART_INTERVAL -> restartLines = number(at + 4, end);
                case 0xE8 -> refuseColourTransform(at + 4, end);
                case SCAN -> end = scan(at + 4, end);
                default -> {
                    // Everything else was read with the frame header, or does not matter to the samples.
                }
            }
            at = end;
        }
    }

    /** The marker of HP's colour transforms, which DICOM does not allow (PS3.5 A.4.3) and decoding must undo. */
    private void refuseColourTransform(int from, int end) throws CodecException {
        boolean transform = end - from >= 5 && s[from] == 'm' && s[from + 1] == 'r' && s[from + 2] == 'f'
                && s[from + 3] == 'x' && s[from + 4] != 0;
        if (transform) {
            throw new CodecException("its JPEG-LS picture uses a colour transform outside the standard");
        }
    }

    private void presets(int from, int end) throws CodecException {
        int kind = end > from ? s[from] : 0;
        if (kind == 1 && end - from >= 11) {
            preset = new JpegLsModel.Preset(u16(from + 1), u16(from + 3), u16(from + 5), u16(from + 7), u16(from + 9));
        } else if (kind == 2 || kind == 3) {
            throw new CodecException("its JPEG-LS picture uses mapping tables, which Foramen does not decode");
        } else {
            throw new CodecException("its JPEG-LS picture uses an extension, which Foramen does not decode");
        }
    }

    private int number(int from, int end) {
        int value = 0;
        for (int i = from; i < Math.min(end, from + 4); i++) {
            value = value << 8 | (s[i] & 0xFF);
        }
        return Math.max(0, value);
    }

    /** Reads a scan and says where it ends. */
    private int scan(int from, int end) throws CodecException {
        int n = s[from] & 0xFF;
        if (n < 1 || n > header.components() || from + 4 + 2 * n > end) {
            throw new CodecException(damaged());
        }
        int[] components = new int[n];
        for (int i = 0; i < n; i++) {
            components[i] = component(s[from + 1 + 2 * i] & 0xFF);
            if ((done >> components[i] & 1) != 0) {
                throw new CodecException(damaged());
            }
            if (s[from + 2 + 2 * i] != 0) {
                throw new CodecException("its JPEG-LS picture uses mapping tables, which Foramen does not decode");
            }
            done |= 1 << components[i];
        }
        int near = s[from + 1 + 2 * n] & 0xFF;
        int interleave = s[from + 2 + 2 * n] & 0xFF;
        if (interleave > 2 || (interleave == 0 && n > 1) || (s[from + 3 + 2 * n] & 15) != 0) {
            throw new CodecException(damaged());
        }
        JpegLsModel model = new JpegLsModel(preset.complete(header.precision(), near), near);
        JpegLsBits bits = new JpegLsBits(s, end);
        lines(bits, model, components, interleave == 2 && n > 1);
        return bits.end();
    }

    private int component(int id) throws CodecException {
        var declared = header.jpeg().orElseThrow().components();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).id() == id) {
                return i;
            }
        }
        throw new CodecException(damaged());
    }

    private void lines(JpegLsBits bits, JpegLsModel model, int[] components, boolean together) throws CodecException {
        int n = components.length;
        int columns = header.columns();
        // Each line has a place before its first sample and one behind its last, for the neighbours at the edges.
        int[][] above = new int[n][columns + 2];
        int[][] line = new int[n][columns + 2];
        int[] runs = new int[n];
        for (int y = 0; y < header.rows(); y++) {
            if (restartLines > 0 && y > 0 && y % restartLines == 0) {
                bits.restart();
                model.forget();
                Arrays.fill(runs, 0);
                for (int[] l : above) {
                    Arrays.fill(l, 0);
                }
            }
            for (int c = 0; c < n; c++) {
                above[c][columns + 1] = above[c][columns];
                line[c][0] = above[c][1];
            }
            if (together) {
                pixels(bits, model, above, line, runs);
            } else {
                for (int c = 0; c < n; c++) {
                    runs[c] = line(bits, model, above[c], line[c], runs[c]);
                }
            }
            for (int c = 0; c < n; c++) {
                store(line[c], y, components[c]);
            }
            int[][] other = above;
            above = line;
            line = other;
        }
    }

    /** Reads a line of one component and says how far runs have come. */
    private int line(JpegLsBits bits, JpegLsModel model, int[] above, int[] line, int run) throws CodecException {
        int columns = header.columns();
        int index = run;
        int x = 1;
        while (x <= columns) {
            int left = line[x - 1];
            int context = model.context(left, above[x], above[x - 1], above[x + 1]);
            if (context != 0) {
                line[x] = model.regular(bits, context, left, above[x], above[x - 1]);
                x++;
                continue;
            }
            long ran = run(bits, columns - x + 1, index);
            int length = (int) (ran >> 8);
            index = (int) ran & 0xFF;
            Arrays.fill(line, x, x + length, left);
            x += length;
            if (x <= columns) {
                line[x] = model.interruption(bits, index, model.alike(left, above[x]), left, above[x]);
                index = Math.max(0, index - 1);
                x++;
            }
        }
        return index;
    }

    /** Reads a line of all components, sample by sample. */
    private void pixels(JpegLsBits bits, JpegLsModel model, int[][] above, int[][] line, int[] runs)
            throws CodecException {
        int columns = header.columns();
        int n = line.length;
        int[] contexts = new int[n];
        int x = 1;
        while (x <= columns) {
            int any = 0;
            for (int c = 0; c < n; c++) {
                contexts[c] = model.context(line[c][x - 1], above[c][x], above[c][x - 1], above[c][x + 1]);
                any |= contexts[c];
            }
            if (any != 0) {
                for (int c = 0; c < n; c++) {
                    line[c][x] = model.regular(bits, contexts[c], line[c][x - 1], above[c][x], above[c][x - 1]);
                }
                x++;
                continue;
            }
            long ran = run(bits, columns - x + 1, runs[0]);
            int length = (int) (ran >> 8);
            runs[0] = (int) ran & 0xFF;
            for (int c = 0; c < n; c++) {
                Arrays.fill(line[c], x, x + length, line[c][x - 1]);
            }
            x += length;
            if (x <= columns) {
                for (int c = 0; c < n; c++) {
                    line[c][x] = model.interruption(bits, runs[0], false, line[c][x - 1], above[c][x]);
                }
                runs[0] = Math.max(0, runs[0] - 1);
                x++;
            }
        }
    }

    /** The length of a run of at most {@code left} samples, above eight bits of how far runs have come. */
    private static long run(JpegLsBits bits, int left, int run) throws CodecException {
        int length = 0;
        int index = run;
        while (length < left) {
            int whole = 1 << JpegLsModel.runBits(index);
            if (bits.bit() == 0) {
                length += bits.take(JpegLsModel.runBits(index));
                if (length >= left) {
                    throw new CodecException(damaged());
                }
                return (long) length << 8 | index;
            }
            if (left - length >= whole) {
                index = Math.min(LAST_RUN, index + 1);
            }
            length = Math.min(left, length + whole);
        }
        return (long) length << 8 | index;
    }

    private void store(int[] line, int y, int component) {
        int pixel = header.components() * width;
        int at = y * header.columns() * pixel + component * width;
        for (int x = 1; x <= header.columns(); x++, at += pixel) {
            samples[at] = (byte) line[x];
            if (width == 2) {
                samples[at + 1] = (byte) (line[x] >> 8);
            }
        }
    }

    private int u16(int at) {
        return (s[at] & 0xFF) << 8 | (s[at + 1] & 0xFF);
    }

    private static String damaged() {
        return "its JPEG-LS picture is damaged";
    }
}
