package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Vr;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.overlay.OverlayPalette;
import java.util.ArrayList;
import java.util.List;

/** Graphic and text objects of presentation states, in PIXEL units (PS3.3 C.10.5). */
final class PresentationGraphics {
    private static final String PIXEL = "PIXEL";
    /** A dash pattern is so many bits long (PS3.3 C.10.5.1.1). */
    private static final int PATTERN_BITS = 32;
    private static final int LONGEST_TEXT = 1024;
    /** The casing beneath a line. */
    private static final int BLACK = 0x000000;

    private final int columns;
    private final int rows;

    /** Graphics on a picture of that size, in pixels. */
    PresentationGraphics(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * How a graphic looks and what it belongs to.
     *
     * @param rgb its colour
     * @param thickness width of its line
     * @param dashes on-off lengths; empty means solid
     * @param group its graphic group; 0 for none
     * @param trackingId its Tracking Identifier; empty for a mere decoration
     * @param trackingUid its Tracking Unique Identifier
     */
    record Style(int rgb, double thickness, List<Double> dashes, int group, String trackingId, String trackingUid) {
        Style {
            dashes = List.copyOf(dashes);
        }

        /** The same for what belongs to a graphic but is not part of it. */
        Style decoration() {
            return new Style(rgb, thickness, List.of(), 0, "", "");
        }
    }

    /** A closed line; the first point is repeated at the end, as the standard wants it. */
    DataSet closed(List<Point> points, Style style) {
        List<Point> ring = new ArrayList<>(points);
        ring.add(points.getFirst());
        return graphic("POLYLINE", ring, style).text(PresentationTag.GRAPHIC_FILLED, Vr.CS, "N").build();
    }

    /** A line from end to end. */
    DataSet open(List<Point> points, Style style) {
        DataSetBuilder item = graphic("POLYLINE", points, style);
        if (points.getFirst().equals(points.getLast())) {
            item.text(PresentationTag.GRAPHIC_FILLED, Vr.CS, "N");
        }
        return item.build();
    }

    /** An ellipse by the ends of its longer and then of its shorter axis; as a closed line where it leaves the picture. */
    DataSet ellipse(foramen.geometry.Ellipse e, Style style) {
        boolean firstLonger = e.a().length() >= e.minor();
        Segment major = firstLonger ? e.firstAxis() : e.secondAxis();
        Segment minor = firstLonger ? e.secondAxis() : e.firstAxis();
        List<Point> ends = List.of(major.a(), major.b(), minor.a(), minor.b());
        if (ends.stream().anyMatch(p -> !held(p).equals(p))) {
            return closed(e.polygon().vertices(), style);
        }
        return graphic("ELLIPSE", ends, style).text(PresentationTag.GRAPHIC_FILLED, Vr.CS, "N").build();
    }

    /** A circle, moved no further than the picture's edge. */
    DataSet circle(Point centre, double radius, Style style) {
        double inward = centre.x() + radius <= columns ? radius : -radius;
        return graphic("CIRCLE", List.of(centre, centre.plus(new Point(inward, 0))), style)
                .text(PresentationTag.GRAPHIC_FILLED, Vr.CS, "N").build();
    }

    /** A point. */
    DataSet point(Point p, Style style) {
        return graphic("POINT", List.of(p), style).build();
    }

    /** Words that start from a point, which itself is not shown. */
    DataSet text(Point at, String words, Style style) {
        Point p = held(at);
        String cut = words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT);
        DataSetBuilder item = DataSet.builder().text(PresentationTag.ANCHOR_POINT_UNITS, Vr.CS, PIXEL)
                .text(PresentationTag.UNFORMATTED_TEXT, Vr.ST, cut)
                .real(PresentationTag.ANCHOR_POINT, Vr.FL, p.x(), p.y())
                .text(PresentationTag.ANCHOR_POINT_VISIBILITY, Vr.CS, "N");
        belonging(item, style);
        return item.build();
    }

    private DataSetBuilder graphic(String type, List<Point> points, Style style) {
        double[] data = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            Point p = held(points.get(i));
            data[2 * i] = p.x();
            data[2 * i + 1] = p.y();
        }
        DataSetBuilder item = DataSet.builder().text(PresentationTag.GRAPHIC_UNITS, Vr.CS, PIXEL)
                .whole(PresentationTag.GRAPHIC_DIMENSIONS, Vr.US, 2)
                .whole(PresentationTag.NUMBER_OF_GRAPHIC_POINTS, Vr.US, points.size())
                .real(PresentationTag.GRAPHIC_DATA, Vr.FL, data).text(PresentationTag.GRAPHIC_TYPE, Vr.CS, type);
        belonging(item, style);
        return item.sequence(PresentationTag.LINE_STYLE_SEQUENCE, List.of(line(style)));
    }

    private static void belonging(DataSetBuilder item, Style style) {
        if (!style.trackingUid().isEmpty()) {
            item.text(PresentationTag.TRACKING_ID, Vr.UT, style.trackingId()).text(PresentationTag.TRACKING_UID, Vr.UI,
                    style.trackingUid());
        }
        if (style.group() > 0) {
            item.whole(PresentationTag.GRAPHIC_GROUP_ID, Vr.UL, style.group());
        }
    }

    private static DataSet line(Style style) {
        DataSetBuilder line = DataSet.builder()
                .whole(PresentationTag.PATTERN_ON_COLOR, Vr.US, CieLab.of(style.rgb()))
                .real(PresentationTag.PATTERN_ON_OPACITY, Vr.FL, 1)
                .real(PresentationTag.LINE_THICKNESS, Vr.FL, style.thickness())
                .text(PresentationTag.LINE_DASHING_STYLE, Vr.CS, style.dashes().isEmpty() ? "SOLID" : "DASHED")
                .text(PresentationTag.SHADOW_STYLE, Vr.CS, "OUTLINED").real(PresentationTag.SHADOW_OFFSET_X, Vr.FL, 0)
                .real(PresentationTag.SHADOW_OFFSET_Y, Vr.FL, 0)
                .whole(PresentationTag.SHADOW_COLOR, Vr.US, CieLab.of(BLACK))
                .real(PresentationTag.SHADOW_OPACITY, Vr.FL, (OverlayPalette.HALO >>> 24) / 255.0);
        if (!style.dashes().isEmpty()) {
            line.whole(PresentationTag.LINE_PATTERN, Vr.UL, pattern(style.dashes()));
        }
        return line.build();
    }

    /** The dashes as bits, over and over until all 32 are used, first bit on. */
    private static long pattern(List<Double> dashes) {
        long bits = 0;
        int at = 0;
        for (int i = 0; at < PATTERN_BITS; i++) {
            long length = Math.max(1, Math.round(dashes.get(i % dashes.size())));
            for (int k = 0; k < length && at < PATTERN_BITS; k++, at++) {
                bits |= i % 2 == 0 ? 1L << (PATTERN_BITS - 1 - at) : 0;
            }
        }
        return bits;
    }

    /** The part of a straight line that lies in the picture, in its own direction; a needle may enter from outside. */
    Segment within(Segment line) {
        double[] range = {0, 1};
        Point d = line.b().minus(line.a());
        boolean meets = cut(range, line.a().x(), d.x(), columns) && cut(range, line.a().y(), d.y(), rows);
        return meets && range[0] < range[1]
                ? new Segment(held(line.a().towards(line.b(), range[0])), held(line.a().towards(line.b(), range[1])))
                : new Segment(held(line.a()), held(line.b()));
    }

    private static boolean cut(double[] range, double from, double step, double most) {
        if (step == 0) {
            return from >= 0 && from <= most;
        }
        double first = -from / step;
        double second = (most - from) / step;
        range[0] = Math.max(range[0], Math.min(first, second));
        range[1] = Math.min(range[1], Math.max(first, second));
        return true;
    }

    /** PIXEL coordinates lie within the picture, from corner to corner (PS3.3 C.10.5.1.2). */
    private Point held(Point p) {
        return new Point(Math.clamp(p.x(), 0, columns), Math.clamp(p.y(), 0, rows));
    }
}
