package foramen.domain.clip;

import foramen.geometry.Point;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The one path from pixels to millimetres of one SOP instance (DICOM PS3.3 C.8.5.5; never copied to a series).
 *
 * <p>The ladder: the measurable ultrasound region that contains every point; where the file has no measurable region,
 * Pixel Spacing; else pixels. A shape that leaves its region or lies in regions of different scale gets no number.
 */
public final class Calibration {
    /** Regions whose scales agree this closely count as one (fact sheet 1.1). */
    private static final double SAME_SCALE = 1e-4;
    /** Region and Pixel Spacing that differ by more are worth a word (fact sheet 1.1). */
    private static final double CONFLICT = 0.01;

    private final List<Region> regions;
    private final Optional<PixelSpacing> spacing;

    /**
     * @param regions all regions of the instance, measurable or not
     * @param spacing Pixel Spacing where the file has it
     */
    public Calibration(List<Region> regions, Optional<PixelSpacing> spacing) {
        this.regions = List.copyOf(regions);
        this.spacing = spacing.filter(PixelSpacing::isUsable);
    }

    /** A clip without any scale. */
    public static Calibration none() {
        return new Calibration(List.of(), Optional.empty());
    }

    /** The scale for a measurement through {@code points}, in continuous image pixels. */
    public Scale scaleFor(Collection<Point> points) {
        List<Region> measurable = regions.stream().filter(Region::isMeasurable).toList();
        if (measurable.isEmpty()) {
            return spacing.map(s -> bySpacing(s, points)).orElseGet(() -> new Scale.Unknown(whyNone()));
        }
        List<Region> holding = measurable.stream().filter(r -> points.stream().allMatch(r::contains)).toList();
        if (holding.isEmpty()) {
            boolean touched = points.stream().anyMatch(p -> measurable.stream().anyMatch(r -> r.contains(p)));
            return new Scale.Unknown(touched
                    ? "The shape leaves its calibrated region; keep all of it inside one region to measure in mm."
                    : "The shape lies outside every calibrated region of this clip.");
        }
        Region first = holding.getFirst();
        if (holding.stream().anyMatch(r -> differs(r.mmPerPixelX(), first.mmPerPixelX(), SAME_SCALE)
                || differs(r.mmPerPixelY(), first.mmPerPixelY(), SAME_SCALE))) {
            return new Scale.Unknown("Regions of different scale overlap here, so the scale is ambiguous.");
        }
        return byRegion(first);
    }

    private Scale byRegion(Region r) {
        return new Scale.Known(r.mmPerPixelX(), r.mmPerPixelY(), CalibrationSource.ULTRASOUND_REGION,
                conflictWithSpacing(r));
    }

    private Scale bySpacing(PixelSpacing s, Collection<Point> points) {
        return regions.stream().filter(r -> r.isTrace() && points.stream().anyMatch(r::contains)).findFirst()
                .<Scale>map(r -> new Scale.Unknown("Part of the shape lies on the " + r.description()
                        + " of this clip, where Pixel Spacing is no scale; keep it on the 2-D picture."))
                .orElseGet(() -> new Scale.Known(s.columnMm(), s.rowMm(), CalibrationSource.PIXEL_SPACING, ""));
    }

    /** The scale of the main region, else Pixel Spacing: for rulers and scale bars, never for a measurement. */
    public Scale overallScale() {
        return mainRegion().map(this::byRegion).orElseGet(() -> scaleFor(List.of()));
    }

    /** The largest measurable region: the picture proper. */
    public Optional<Region> mainRegion() {
        return regions.stream().filter(Region::isMeasurable)
                .max((a, b) -> Long.compare(a.pixels(), b.pixels()));
    }

    /** All regions of the instance, measurable or not, in file order. */
    public List<Region> regions() {
        return regions;
    }

    /** Pixel Spacing where the file has a usable one. */
    public Optional<PixelSpacing> spacing() {
        return spacing;
    }

    /** One line for the corner of the picture: the source, or that there is none. */
    public String summary() {
        return switch (overallScale()) {
            case Scale.Known k -> k.source().label();
            case Scale.Unknown u -> "not calibrated";
        };
    }

    private String conflictWithSpacing(Region r) {
        return spacing
                .filter(s -> differs(s.columnMm(), r.mmPerPixelX(), CONFLICT)
                        || differs(s.rowMm(), r.mmPerPixelY(), CONFLICT))
                .map(s -> "Pixel Spacing disagrees with the ultrasound region by more than 1 %; the region is used.")
                .orElse("");
    }

    private String whyNone() {
        return regions.isEmpty()
                ? "This clip carries no calibration, so lengths and areas stay in pixels."
                : "None of this clip's regions is a calibrated 2-D image, so lengths and areas stay in pixels.";
    }

    private static boolean differs(double a, double b, double relative) {
        return Math.abs(a - b) > relative * Math.max(a, b);
    }
}
