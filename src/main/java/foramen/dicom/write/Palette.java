package foramen.dicom.write;

import foramen.domain.clip.Frame;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** At most 256 colours that stand for all colours of a clip, exactly where there are no more than that. */
final class Palette {
    private static final int MOST = 256;

    private final int bits;
    private final int[] colours;

    private Palette(int bits, int[] colours) {
        this.bits = bits;
        this.colours = colours;
    }

    /** Gathers the colours, each channel coarser by a bit until they fit. */
    static Palette of(int frames, IntFunction<Frame> source) {
        int bits = 8;
        TreeSet<Integer> found = new TreeSet<>();
        for (int f = 0; f < frames; f++) {
            for (int argb : source.apply(f).argb()) {
                found.add(argb & mask(bits));
                while (found.size() > MOST) {
                    int mask = mask(--bits);
                    TreeSet<Integer> coarser = new TreeSet<>();
                    found.forEach(c -> coarser.add(c & mask));
                    found = coarser;
                }
            }
        }
        return new Palette(bits, found.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int mask(int bits) {
        return (0xFF & (0xFF << (8 - bits))) * 0x010101;
    }

    int size() {
        return colours.length;
    }

    byte index(int argb) {
        return (byte) Arrays.binarySearch(colours, argb & mask(bits));
    }

    /** The 16-bit entries of one channel: 0 is red, 2 blue. White stays white however coarse the colours are. */
    long[] entries(int channel) {
        return Arrays.stream(colours).map(c -> c >> (16 - 8 * channel) & 0xFF).mapToLong(v -> (v | v >> bits) * 257L)
                .toArray();
    }
}
