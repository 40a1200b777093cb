package foramen.dicom.pixel;

import foramen.dicom.io.DicomException;
import java.util.Arrays;

/** Palettes stored as segments (DICOM PS3.3 C.7.9.2): discrete, linear, and repeats of earlier ones. */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] words;
    private final int[] out;
    private int filled;

    private SegmentedPalette(int[] words, int count) {
        this.words = words;
        this.out = new int[count];
    }

    static int[] expand(int[] words, int count) throws DicomException {
        SegmentedPalette palette = new SegmentedPalette(words, count);
        int at = 0;
        while (at + 1 < words.length && palette.filled < count) {
            at = palette.segment(at, true);
        }
        return Arrays.copyOf(palette.out, palette.filled);
    }

    /** Expands the segment at {@code at} and says where the next one is. */
    private int segment(int at, boolean repeats) throws DicomException {
        int length = at + 1 < words.length ? words[at + 1] : 0;
        switch (at < words.length ? words[at] : -1) {
            case DISCRETE -> {
                for (int i = 0; i < length && at + 2 + i < words.length; i++) {
                    put(words[at + 2 + i]);
                }
                return at + 2 + length;
            }
            case LINEAR -> {
                int from = filled > 0 ? out[filled - 1] : 0;
                int to = at + 2 < words.length ? words[at + 2] : from;
                for (int i = 1; i <= length; i++) {
                    put(from + Math.round((to - from) * (float) i / length));
                }
                return at + 3;
            }
            case INDIRECT -> {
                if (!repeats || at + 3 >= words.length) {
                    throw damaged();
                }
                long target = words[at + 2] | ((long) words[at + 3] << 16);
                int again = (int) Math.min(target, words.length);
                for (int i = 0; i < length && filled < out.length; i++) {
                    again = segment(again, false);
                }
                return at + 4;
            }
            default -> throw damaged();
        }
    }

    private void put(int value) {
        if (filled < out.length) {
            out[filled++] = value;
        }
    }

    private static DicomException damaged() {
        return new DicomException("its segmented palette is damaged", DicomException.NOWHERE);
    }
}
