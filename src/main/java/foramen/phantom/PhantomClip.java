package foramen.phantom;

import foramen.domain.clip.Frame;
import foramen.domain.clip.Region;
import java.util.BitSet;
import java.util.List;

/**
 * A finished clip: its screens, its geometry and its truth.
 *
 * @param spec what was asked for
 * @param screens one grey screen a frame, banner and marks included, row by row; shared: look, do not write
 * @param tinted which pixels a colour screen shows in amber, the same for all frames; shared
 * @param regions items of the Sequence of Ultrasound Regions: the tissue, then the grey bar
 * @param probe the array; its origin is the reference pixel of the first region
 * @param outlines for each frame the true outline of each structure
 */
public record PhantomClip(PhantomSpec spec, List<byte[]> screens, BitSet tinted, List<Region> regions,
        CurvedArray probe, List<List<PhantomOutline>> outlines) {
    /** Copies the lists, not the pixels. */
    public PhantomClip {
        screens = List.copyOf(screens);
        regions = List.copyOf(regions);
        outlines = outlines.stream().map(List::copyOf).toList();
    }

    /** Millimetres per pixel across. */
    public double mmPerPixelX() {
        return regions.getFirst().mmPerPixelX();
    }

    /** Millimetres per pixel down. */
    public double mmPerPixelY() {
        return regions.getFirst().mmPerPixelY();
    }

    /** Frame {@code index} (from 0) as a colour scanner shows it: grey, with the few marks in amber. */
    public Frame colour(int index) {
        byte[] grey = screens.get(index);
        int[] argb = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            int g = grey[i] & 0xFF;
            argb[i] = tinted.get(i) ? packed(g, g * 13 / 16, g * 5 / 16) : packed(g, g, g);
        }
        return new Frame(spec.columns(), spec.rows(), argb);
    }

    /** The colours of a cool-tinted grey map, 256 entries, packed ARGB, for a PALETTE COLOR clip of the grey screens. */
    public static int[] palette() {
        int[] map = new int[256];
        for (int g = 0; g < map.length; g++) {
            int lift = g * (255 - g) / 1024;
            map[g] = packed(g - lift / 2, g, Math.min(255, g + lift / 2));
        }
        return map;
    }

    private static int packed(int r, int g, int b) {
        return 0xFF000000 | r << 16 | g << 8 | b;
    }
}
