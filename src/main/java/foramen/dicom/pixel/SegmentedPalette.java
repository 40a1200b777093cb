package foramen.dicom.pixel;

import foramen.dicom.io.DicomException;
import java.util.Arrays;

/** Palettes stored as segments (DICOM PS3.3 C.7.9.2): discrete, linear, and repeats of earlier ones. */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] words;
    private final boolean octets;
    private final int[] out;
    private int filled;

    private SegmentedPalette(int[] words, int count, boolean octets) {
        this.words = words;
        this.octets = octets;
        this.out = new int[count];
    }

    /**
     * The entries.
     *
     * @param words the fields of the segments
     * @param count how many entries there are at most
     * @param octets whether the fields are of one byte each rather than two
     */
    static int[] expand(int[] words, int count, boolean octets) throws DicomException {
        SegmentedPalette palette = new SegmentedPalette(words, count, octets);
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
                int fields = octets ? 4 : 2;
                if (!repeats || at + 1 + fields >= words.length) {
                    throw damaged();
                }
                int again = (int) Math.min(target(at + 2), words.length);
                for (int i = 0; i < length && filled < out.length; i++) {
                    again = segment(again, false);
                }
                return at + 2 + fields;
            }
            default -> throw damaged();
        }
    }

    /** The offset of the segments to repeat counts bytes, whatever the fields are of. */
    private long target(int at) {
        return octets
                ? words[at] | (long) words[at + 1] << 8 | (long) words[at + 2] << 16 | (long) words[at + 3] << 24
                : (words[at] | (long) words[at + 1] << 16) / 2;
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
