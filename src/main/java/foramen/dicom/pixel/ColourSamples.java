package foramen.dicom.pixel;

import foramen.codec.Ycc;

/** Colour samples in their various orders to packed opaque pixels. */
final class ColourSamples {
    private ColourSamples() {}

    /** The pixels of a frame of three samples each. */
    static int[] argb(StoredFrame frame) {
        PixelFormat format = frame.format();
        byte[] narrow = format.bitsAllocated() == 16 ? narrowed(frame.bytes(), format) : frame.bytes();
        StoredFrame.Colours ycc = frame.colours();
        return switch (frame.order()) {
            case BY_PIXEL -> interleaved(narrow, format.pixels(), ycc);
            case BY_PLANE -> planar(narrow, format.pixels(), ycc);
            case HALF_CHROMA -> halfChroma(narrow, format.pixels(), ycc);
        };
    }

    /** Three bytes a pixel, side by side. */
    private static int[] interleaved(byte[] s, int pixels, StoredFrame.Colours colours) {
        int[] argb = new int[pixels];
        for (int i = 0, at = 0; i < pixels; i++, at += 3) {
            argb[i] = pixel(s[at] & 0xFF, s[at + 1] & 0xFF, s[at + 2] & 0xFF, colours);
        }
        return argb;
    }

    /** Three planes of bytes, each starting {@code pixels} after the one before. */
    private static int[] planar(byte[] s, int pixels, StoredFrame.Colours colours) {
        int[] argb = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            argb[i] = pixel(s[i] & 0xFF, s[i + pixels] & 0xFF, s[i + 2 * pixels] & 0xFF, colours);
        }
        return argb;
    }

    /** Native YBR_FULL_422 and YBR_PARTIAL_422: {@code Y1 Y2 Cb Cr} for two pixels (PS3.3 C.7.6.3.1.2). */
    private static int[] halfChroma(byte[] s, int pixels, StoredFrame.Colours colours) {
        int[] argb = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            int at = (i >> 1) * 4;
            if (at + 3 < s.length) {
                argb[i] = pixel(s[at + (i & 1)] & 0xFF, s[at + 2] & 0xFF, s[at + 3] & 0xFF, colours);
            } else {
                argb[i] = 0xFF000000;
            }
        }
        return argb;
    }

    /** The upper eight of the stored bits of each 16-bit little-endian sample. */
    private static byte[] narrowed(byte[] words, PixelFormat format) {
        byte[] narrow = new byte[words.length / 2];
        int most = format.patterns() - 1;
        for (int i = 0; i < narrow.length; i++) {
            int v = format.pattern((words[2 * i] & 0xFF) | ((words[2 * i + 1] & 0xFF) << 8));
            narrow[i] = (byte) (most <= 255 ? v : v * 255L / most);
        }
        return narrow;
    }

    private static int pixel(int a, int b, int c, StoredFrame.Colours colours) {
        return switch (colours) {
            case RGB -> 0xFF000000 | (a << 16) | (b << 8) | c;
            case YCC -> Ycc.toArgb(a, b, c);
            case YCC_PARTIAL -> Ycc.partialToArgb(a, b, c);
        };
    }
}
