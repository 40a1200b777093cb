package foramen.overlay;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Region;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.LengthUnit;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Depth ruler and scale bar; neither is there without a scale, because a ruler in pixels would pass for millimetres. */
final class ScaleMarks {
    /** Tick and label steps in mm, finest first; a coarser one serves where ticks would run together. */
    private static final int[][] STEPS = {{5, 10}, {10, 50}, {50, 100}, {100, 500}};
    private static final int[] BARS_MM = {100, 50, 20, 10, 5, 2, 1};
    private static final double LEAST_TICK_GAP = 4;
    private static final double LEAST_LABEL_GAP = 18;
    private static final double FIGURE_WIDTH = 48;
    private static final double FIGURE_HEIGHT = 18;
    private static final double LONG_TICK = 9;
    private static final double SHORT_TICK = 5;
    private static final double BAR_TICK = 5;
    private static final double BAR_SHARE = 0.25;
    private static final double BAR_RIGHT = 0.12;
    private static final double BAR_BOTTOM = 0.03;
    private static final double EDGE = 8;
    private static final double FOOT = 32;

    private final ClipInfo clip;
    private final Calibration calibration;
    private final Optional<DisplayedArea> displayed;
    private final double zoom;
    private final Locale locale;
    private final Optional<LengthUnit> lengths;
    private final RulerSide side;

    ScaleMarks(OverlayScene scene, OverlayOptions options, double unitsPerPixel) {
        this.locale = options.locale();
        this.lengths = options.words().lengths();
        this.side = options.rulerSide();
        this.clip = scene.clip();
        this.calibration = scene.calibration();
        this.displayed = scene.displayed();
        this.zoom = unitsPerPixel;
    }

    /** The ruler and the bar, as far as the calibration carries them. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (calibration.overallScale() instanceof Scale.Known k) {
            calibration.mainRegion().flatMap(r -> depthRuler(r, k)).ifPresent(marks::add);
            scaleBar(k).ifPresent(marks::add);
        }
        return marks;
    }

    /** Keeps labels off rulers and their figures. */
    static void reserve(List<Mark> marks, LabelLayout layout) {
        for (Mark m : marks) {
            if (m instanceof Mark.Ruler r) {
                layout.avoidLine(r.from(), r.to());
                boolean down = r.to().y() > r.from().y();
                double left = down ? -FIGURE_WIDTH : -FIGURE_WIDTH / 2;
                double right = down ? 0 : FIGURE_WIDTH / 2;
                double bottom = down ? FIGURE_HEIGHT / 2 : 0;
                r.ticks().stream().filter(t -> !t.label().isEmpty()).forEach(
                        t -> layout.avoidBox(t.at(), left, bottom - FIGURE_HEIGHT, right, bottom));
            }
        }
    }

    /** A ruler down an edge of the region, or of what is seen of it; nought at the transducer face. */
    private Optional<Mark> depthRuler(Region r, Scale.Known k) {
        for (int[] step : STEPS) {
            double tickGap = k.pixelsDown(step[0]) * zoom;
            if (tickGap >= LEAST_TICK_GAP && k.pixelsDown(step[1]) * zoom >= LEAST_LABEL_GAP) {
                return ruler(r, k, step[0], step[1]);
            }
        }
        return Optional.empty();
    }

    private Optional<Mark> ruler(Region r, Scale.Known k, int tickMm, int labelMm) {
        double x = side == RulerSide.RIGHT
                ? Math.min(r.maxX() + 1.0, displayed.map(this::rulerEdge).orElse(Double.MAX_VALUE))
                : Math.max(r.minX(), displayed.map(d -> d.part().minX()).orElse(0.0)) + (FIGURE_WIDTH + EDGE) / zoom;
        double bottom = r.maxY() + 1.0;
        double face = r.faceY().orElse((double) r.minY());
        double top = Math.max(face, r.minY());
        if (top >= bottom) {
            return Optional.empty();
        }
        List<Mark.Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(k.mmDown(top - face) / tickMm);
        for (long i = first;; i++) {
            double y = face + k.pixelsDown((double) i * tickMm);
            if (y > bottom) {
                break;
            }
            boolean whole = i * tickMm % labelMm == 0;
            // Beneath the region scanners write into the picture: a figure that would reach down there is left out.
            boolean labelled = whole && (bottom - y) * zoom >= FIGURE_HEIGHT / 2;
            // Each label carries its unit: in a zoomed view only one of them may be seen.
            ticks.add(new Mark.Tick(new Point(x, y), whole ? LONG_TICK : SHORT_TICK,
                    labelled ? lengths.orElse(LengthUnit.CENTIMETRE).plain((int) i * tickMm, locale) : ""));
        }
        return Optional.of(new Mark.Ruler(new Point(x, top), new Point(x, bottom), ticks, OverlayPalette.TEXT));
    }

    /** Where the ruler stands at the utmost; its figures are on its left, outside where the view is mirrored. */
    private double rulerEdge(DisplayedArea d) {
        return d.part().maxX() - (d.mirrored() ? FIGURE_WIDTH + EDGE : EDGE) / zoom;
    }

    private Optional<Mark> scaleBar(Scale.Known k) {
        Bounds whole = calibration.mainRegion()
                .map(r -> new Bounds(r.minX(), r.minY(), r.maxX() + 1.0, r.maxY() + 1.0))
                .orElseGet(() -> new Bounds(0, 0, clip.columns(), clip.rows()));
        Bounds area = displayed.flatMap(d -> seen(whole, d.part())).orElse(whole);
        for (int mm : BARS_MM) {
            double pixels = k.pixelsAcross(mm);
            if (pixels <= area.width() * BAR_SHARE) {
                // The figures of the depth ruler stand beside it, however small the picture.
                double right = area.maxX() - Math.max(area.width() * BAR_RIGHT, (FIGURE_WIDTH + EDGE) / zoom);
                double y = area.maxY() - area.height() * BAR_BOTTOM;
                Point from = new Point(right - pixels, y);
                Point to = new Point(right, y);
                return Optional.of(new Mark.Ruler(from, to, List.of(new Mark.Tick(from, BAR_TICK, ""),
                        new Mark.Tick(from.towards(to, 0.5), 0,
                                lengths.orElse(LengthUnit.MILLIMETRE).plain(mm, locale)),
                        new Mark.Tick(to, BAR_TICK, "")),
                        OverlayPalette.TEXT));
            }
        }
        return Optional.empty();
    }

    /** What of {@code whole} is in sight above the texts at the lower edge; empty where it is all in sight, or nothing is. */
    private Optional<Bounds> seen(Bounds whole, Bounds part) {
        Bounds in = new Bounds(part.minX(), part.minY(), part.maxX(), Math.max(part.minY(), part.maxY() - FOOT / zoom));
        double left = Math.max(whole.minX(), in.minX());
        double right = Math.min(whole.maxX(), in.maxX());
        double top = Math.max(whole.minY(), in.minY());
        double bottom = Math.min(whole.maxY(), in.maxY());
        return left < right && top < bottom && !new Bounds(left, top, right, bottom).equals(whole)
                ? Optional.of(new Bounds(left, top, right, bottom))
                : Optional.empty();
    }
}
