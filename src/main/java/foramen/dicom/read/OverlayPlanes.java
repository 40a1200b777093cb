package foramen.dicom.read;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Bitmap overlays (PS3.3 C.9.2): a region of interest is outlined, one of graphics and texts is only told of, because
 * nobody can say what its pixels mean.
 */
final class OverlayPlanes {
    private static final int FIRST = 0x6000;
    private static final int LAST = 0x601E;
    private static final int ROWS = 0x0010;
    private static final int COLUMNS = 0x0011;
    private static final int FRAMES = 0x0015;
    private static final int TYPE = 0x0040;
    private static final int ORIGIN = 0x0050;
    private static final int DATA = 0x3000;
    private static final int MOST_SIDE = 0xFFFF;
    private static final int MOST_PIXELS = 1 << 26;

    private final DataSet data;
    private final List<String> warnings;

    OverlayPlanes(DataSet data, List<String> warnings) {
        this.data = data;
        this.warnings = warnings;
    }

    /** The outlines of all regions of interest, in continuous image pixels. */
    List<Polygon> outlines() {
        List<Polygon> all = new ArrayList<>();
        for (int group = FIRST; group <= LAST; group += 2) {
            if (data.contains(Tag.of(group, DATA))) {
                all.addAll(outlines(group));
            }
        }
        return all;
    }

    private List<Polygon> outlines(int group) {
        String name = "The bitmap overlay " + String.format(java.util.Locale.ROOT, "%04X", group);
        if (!data.text(Tag.of(group, TYPE)).equals("R")) {
            warnings.add(name + " holds graphics as pixels, which no shape can stand for, and was left out.");
            return List.of();
        }
        int columns = data.integer(Tag.of(group, COLUMNS), 0);
        int rows = data.integer(Tag.of(group, ROWS), 0);
        BitSet inside = bits(group);
        boolean usable = columns >= 1 && rows >= 1 && columns <= MOST_SIDE && rows <= MOST_SIDE
                && (long) columns * rows <= MOST_PIXELS && data.integer(Tag.of(group, FRAMES), 1) == 1
                && inside.length() <= columns * rows + Byte.SIZE * 2;
        if (!usable) {
            warnings.add(name + " does not say how large it is, or has several frames, and was left out.");
            return List.of();
        }
        inside.clear(columns * rows, Math.max(columns * rows, inside.length()));
        // Row and column of its upper left pixel, from 1; it may begin outside the image.
        List<Double> origin = data.reals(Tag.of(group, ORIGIN));
        double x = origin.size() < 2 ? 0 : origin.get(1) - 1;
        double y = origin.size() < 2 ? 0 : origin.get(0) - 1;
        MaskContours contours = new MaskContours(columns, rows, inside);
        List<Polygon> outlines = contours.outlines().stream().map(o -> new Polygon(
                o.vertices().stream().map(p -> new Point(p.x() + x, p.y() + y)).toList())).toList();
        if (contours.holes() > 0) {
            warnings.add("Holes in " + name.substring(4) + " were filled, because outlines have none.");
        }
        return outlines;
    }

    /** One bit a pixel, the first in the lowest bit (PS3.5 section 8.1.2). */
    private BitSet bits(int group) {
        return data.element(Tag.of(group, DATA)).filter(DataElement.Value.class::isInstance)
                .map(e -> BitSet.valueOf(((DataElement.Value) e).bytes())).orElseGet(BitSet::new);
    }
}
