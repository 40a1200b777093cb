package foramen.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * At most 256 colours for pictures that are mostly grey with some colour over them: evenly spaced greys, and for the
 * colours the boxes of a median cut (Heckbert 1982).
 *
 * <p>Not for use by several threads.
 */
public final class ColourPalette {
    private static final int ENTRIES = 256;
    /** Channels that differ by less make a grey; the eye does not tell them apart on speckle (engineering default). */
    private static final int GREY_SPREAD = 9;
    private static final int BITS = 5;
    private static final int CELLS = 1 << (3 * BITS);
    private static final int FEW_COLOURS = 64;
    private static final int MANY_COLOURS = 128;
    /** From this share of coloured pixels on, it is a colour Doppler clip rather than drawings on grey. */
    private static final double MUCH_COLOUR = 0.02;

    private final int[] colours;
    private final int greys;
    private final short[] nearest = new short[CELLS];

    private ColourPalette(int[] colours, int greys) {
        this.colours = colours;
        this.greys = greys;
        Arrays.fill(nearest, (short) -1);
    }

    /** Counts the colours of some pictures. */
    public static final class Census {
        private final long[] cells = new long[CELLS];
        private long pixels;
        private long coloured;

        /** Counts one more picture of packed RGB. */
        public void add(int[] argb) {
            pixels += argb.length;
            for (int p : argb) {
                if (!isGrey(p)) {
                    cells[cell(p)]++;
                    coloured++;
                }
            }
        }

        /** The palette that fits what was counted. */
        public ColourPalette palette() {
            int room = coloured > MUCH_COLOUR * pixels ? MANY_COLOURS : FEW_COLOURS;
            List<Integer> chosen = coloured == 0 ? List.of() : cut(room);
            int greys = ENTRIES - chosen.size();
            int[] colours = new int[ENTRIES];
            for (int i = 0; i < greys; i++) {
                colours[i] = opaque(level(i, greys), level(i, greys), level(i, greys));
            }
            for (int i = 0; i < chosen.size(); i++) {
                colours[greys + i] = chosen.get(i);
            }
            return new ColourPalette(colours, greys);
        }

        private List<Integer> cut(int room) {
            int[] used = java.util.stream.IntStream.range(0, CELLS).filter(c -> cells[c] > 0).toArray();
            PriorityQueue<Box> boxes = new PriorityQueue<>(Comparator.comparingLong(Box::weight).reversed());
            List<Box> done = new ArrayList<>();
            boxes.add(new Box(used, cells));
            while (!boxes.isEmpty() && boxes.size() + done.size() < room) {
                Box widest = boxes.remove();
                if (widest.cells.length < 2) {
                    done.add(widest);
                } else {
                    boxes.addAll(widest.halves());
                }
            }
            done.addAll(boxes);
            return done.stream().map(Box::mean).toList();
        }
    }

    /** Neighbouring cells of colour, to become one entry. */
    private static final class Box {
        private final int[] cells;
        private final long[] counts;
        private final int channel;
        private final int extent;
        private final long pixels;

        Box(int[] cells, long[] counts) {
            this.cells = cells;
            this.counts = counts;
            this.pixels = Arrays.stream(cells).mapToLong(c -> counts[c]).sum();
            int widest = 0;
            int most = -1;
            for (int c = 0; c < 3; c++) {
                int at = c;
                int low = Arrays.stream(cells).map(v -> part(v, at)).min().orElse(0);
                int high = Arrays.stream(cells).map(v -> part(v, at)).max().orElse(0);
                if (high - low > most) {
                    most = high - low;
                    widest = c;
                }
            }
            this.channel = widest;
            this.extent = most;
        }

        long weight() {
            return pixels * (extent + 1);
        }

        List<Box> halves() {
            int[] sorted = Arrays.stream(cells).boxed().sorted(Comparator.comparingInt(v -> part(v, channel)))
                    .mapToInt(Integer::intValue).toArray();
            long half = 0;
            int at = 0;
            while (at < sorted.length - 2 && half + counts[sorted[at]] <= pixels / 2) {
                half += counts[sorted[at++]];
            }
            return List.of(new Box(Arrays.copyOfRange(sorted, 0, at + 1), counts),
                    new Box(Arrays.copyOfRange(sorted, at + 1, sorted.length), counts));
        }

        int mean() {
            long[] sums = new long[3];
            for (int cell : cells) {
                for (int c = 0; c < 3; c++) {
                    sums[c] += counts[cell] * (part(cell, c) * 255 / ((1 << BITS) - 1));
                }
            }
            return opaque((int) (sums[0] / pixels), (int) (sums[1] / pixels), (int) (sums[2] / pixels));
        }
    }

    /** The 256 colours, opaque. */
    int[] colours() {
        return colours.clone();
    }

    /** The entry nearest to a colour. */
    int nearest(int argb) {
        if (isGrey(argb)) {
            int grey = ((argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF)) / 3;
            return Math.round(grey * (greys - 1) / 255f);
        }
        int cell = cell(argb);
        if (nearest[cell] < 0) {
            nearest[cell] = (short) search(argb);
        }
        return nearest[cell];
    }

    private int search(int argb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int r = (argb >> 16 & 0xFF) - (colours[i] >> 16 & 0xFF);
            int g = (argb >> 8 & 0xFF) - (colours[i] >> 8 & 0xFF);
            int b = (argb & 0xFF) - (colours[i] & 0xFF);
            int distance = r * r + g * g + b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static boolean isGrey(int argb) {
        int r = argb >> 16 & 0xFF;
        int g = argb >> 8 & 0xFF;
        int b = argb & 0xFF;
        return Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) < GREY_SPREAD;
    }

    private static int cell(int argb) {
        return (argb >> 19 & 0x1F) << (2 * BITS) | (argb >> 11 & 0x1F) << BITS | (argb >> 3 & 0x1F);
    }

    private static int part(int cell, int channel) {
        return cell >> ((2 - channel) * BITS) & 0x1F;
    }

    private static int level(int i, int greys) {
        return Math.round(i * 255f / (greys - 1));
    }

    private static int opaque(int r, int g, int b) {
        return 0xFF000000 | r << 16 | g << 8 | b;
    }
}
