package foramen.codec;

import java.nio.charset.StandardCharsets;

/** A JPEG picture from a camera or a screen: the colours of JFIF, and the way up that Exif states. */
final class StillJpeg {
    private final byte[] stream;
    private final JpegHeader header;
    private final Orientation orientation;

    StillJpeg(byte[] stream) throws CodecException {
        this.stream = stream;
        this.header = JpegHeader.parse(stream);
        if (header.components().size() == 4) {
            throw new CodecException("it is a CMYK JPEG, made for print; save it as RGB");
        }
        if (!header.isDecodable()) {
            throw new CodecException("it is " + header.kind() + ", which is not read as a picture");
        }
        this.orientation = Orientation.of(exifOrientation(stream, header.frameStart()));
    }

    int columns() {
        return orientation.swaps() ? header.rows() : header.columns();
    }

    int rows() {
        return orientation.swaps() ? header.columns() : header.rows();
    }

    boolean isGrey() {
        return header.components().size() == 1;
    }

    Orientation orientation() {
        return orientation;
    }

    int[] argb(JpegCodec codec) throws CodecException {
        byte[] samples = codec.decode(stream).samples();
        int n = header.components().size();
        int[] argb = new int[samples.length / n];
        boolean ycc = !header.isNamedRgb() && header.adobeTransform().orElse(1) != 0;
        for (int i = 0; i < argb.length; i++) {
            int a = samples[i * n] & 255;
            int b = n == 1 ? a : samples[i * n + 1] & 255;
            int c = n == 1 ? a : samples[i * n + 2] & 255;
            argb[i] = n == 3 && ycc ? Ycc.toArgb(a, b, c) : 0xFF000000 | a << 16 | b << 8 | c;
        }
        return orientation.apply(argb, header.columns(), header.rows());
    }

    /** Exif's orientation (JEITA CP-3451, tag 274 of the first directory); 1 where there is none. */
    private static int exifOrientation(byte[] s, int end) {
        int at = 2;
        while (at + 4 <= end) {
            int marker = s[at + 1] & 255;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = be16(s, at + 2);
            int body = at + 4;
            boolean exif = marker == 0xE1 && length > 16 && body + 14 < end
                    && new String(s, body, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
            if (exif) {
                return orientation(s, body + 6, Math.min(end, at + 2 + length));
            }
            at += 2 + Math.max(2, length);
        }
        return 1;
    }

    private static int orientation(byte[] s, int base, int end) {
        boolean big = s[base] == 'M';
        long first = base + u32(s, base + 4, big, end);
        if (first + 2 > end) {
            return 1;
        }
        int count = u16(s, (int) first, big);
        for (int i = 0; i < count; i++) {
            long entry = first + 2 + 12L * i;
            if (entry + 12 > end) {
                return 1;
            }
            if (u16(s, (int) entry, big) == Orientation.TAG) {
                return u16(s, (int) entry + 8, big);
            }
        }
        return 1;
    }

    private static int be16(byte[] s, int at) {
        return u16(s, at, true);
    }

    private static int u16(byte[] s, int at, boolean big) {
        int a = s[at] & 255;
        int b = s[at + 1] & 255;
        return big ? a << 8 | b : b << 8 | a;
    }

    private static long u32(byte[] s, int at, boolean big, int end) {
        if (at + 4 > end) {
            return Integer.MAX_VALUE;
        }
        long a = u16(s, at, big);
        long b = u16(s, at + 2, big);
        return big ? a << 16 | b : b << 16 | a;
    }
}
