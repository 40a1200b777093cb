package foramen.domain.clip;

import foramen.geometry.Point;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one path from pixels to millimetres of one SOP instance (DICOM PS3.3 C.8.5.5; never copied to a series).
 *
 * <p>The ladder: the measurable ultrasound region that contains every point; where the file has no measurable region,
 * Pixel Spacing, then a presentation state; else pixels. A scale set by hand goes before the file's where it was drawn,
 * and says so. A shape that leaves its region or lies in regions of different scale gets no number.
 */
public final class Calibration {
    /** Regions whose scales agree this closely count as one (fact sheet 1.1). */
    private static final double SAME_SCALE = 1e-4;
    /** Region and Pixel Spacing that differ by more are worth a word (fact sheet 1.1). */
    private static final double CONFLICT = 0.01;
    private static final double PERCENT = 100;
    /** No scanner stores pixels more oblong than this (engineering default). */
    private static final double WIDEST_ASPECT = 10;
    /** Pixels nearer to a square than this are drawn as one, without resampling (engineering default). */
    private static final double SQUARE = 0.005;

    private final FileScale file;
    private final Panels panels;
    private final List<ManualCalibration> manual;

    /** What the file says, and what was set by hand on this instance, oldest first. */
    private Calibration(FileScale file, List<ManualCalibration> manual) {
        this.file = file;
        this.panels = new Panels(file.regions());
        this.manual = List.copyOf(manual);
    }

    /** The calibration that follows from the file alone. */
    public Calibration(FileScale file) {
        this(file, List.of());
    }

    /**
     * @param regions all regions of the instance, measurable or not
     * @param spacing Pixel Spacing where the file has it
     */
    public Calibration(List<Region> regions, Optional<PixelSpacing> spacing) {
        this(new FileScale(regions, spacing));
    }

    /** A clip without any scale. */
    public static Calibration none() {
        return new Calibration(List.of(), Optional.empty());
    }

    /** The file's calibration with what was set by hand on this instance, oldest first; a later one goes before. */
    public Calibration withManual(List<ManualCalibration> set) {
        FileScale applied = set.stream().flatMap(m -> m.statedSpacing().stream()).reduce((a, b) -> b)
                .filter(PixelSpacing::isUsable).map(file::withPresentation).orElse(file);
        return new Calibration(applied,
                set.stream().filter(m -> m.source() == CalibrationSource.MANUAL).toList());
    }

    /** The calibration under a presentation state that gives this spacing. */
    public Calibration withPresentation(PixelSpacing applied) {
        return new Calibration(file.withPresentation(applied), manual);
    }

    /** The scale for a measurement through {@code points}, in continuous image pixels. */
    public Scale scaleFor(Collection<Point> points) {
        if (!file.refusal().isEmpty()) {
            return new Scale.Unknown(file.refusal());
        }
        List<Region> measurable = panels.measurable();
        List<Region> holding = Panels.holding(measurable, points);
        List<Region> motions = panels.motions(points);
        if (holding.isEmpty() || measurable.isEmpty()) {
            return elsewhere(points, measurable);
        }
        if (!motions.isEmpty()) {
            return new Scale.Unknown("A 2-D picture and the " + motions.getFirst().description()
                    + " of this clip overlap here, so the scale is ambiguous.");
        }
        Scale.Known first = effective(holding.getFirst());
        if (holding.stream().anyMatch(r -> !effective(r).agrees(first, SAME_SCALE))) {
            return new Scale.Unknown("Regions of different scale overlap here, so the scale is ambiguous.");
        }
        return first;
    }

    /** The scale of a shape that no measurable region holds. */
    private Scale elsewhere(Collection<Point> points, List<Region> measurable) {
        List<Region> traces = panels.traces(points);
        if (!traces.isEmpty()) {
            return new Scale.Unknown(Panels.holding(traces, points).isEmpty()
                    ? "Part of the shape lies on the " + traces.getFirst().description()
                            + " of this clip, where there is no scale for lengths; keep it on the 2-D picture."
                    : new Trace(traces.getFirst()).whyNoLength());
        }
        if (!Panels.touched(measurable, points).isEmpty()) {
            return new Scale.Unknown(
                    "The shape leaves its calibrated region; keep all of it inside one region to measure in mm.");
        }
        Optional<Scale.Known> byHand = byHand(points);
        if (byHand.isPresent()) {
            return byHand.get();
        }
        if (!measurable.isEmpty()) {
            return new Scale.Unknown("The shape lies outside every calibrated region of this clip.");
        }
        if (Panels.touched(panels.pictures(), points).size() > 1
                && Panels.holding(panels.pictures(), points).isEmpty()) {
            return new Scale.Unknown("The shape reaches from one picture of this clip to another; keep it in one.");
        }
        return file.bySpacing().<Scale>map(k -> k).orElseGet(() -> new Scale.Unknown(whyNone()));
    }

    /** What was set by hand for a shape outside measurable regions. */
    private Optional<Scale.Known> byHand(Collection<Point> points) {
        Panels.Extent here = points.isEmpty() && panels.pictures().size() <= 1
                ? new Panels.Extent.Elsewhere()
                : panels.extent(points);
        return here instanceof Panels.Extent.None ? Optional.empty() : newest(here);
    }

    private Optional<Scale.Known> newest(Panels.Extent here) {
        return manual.reversed().stream().filter(m -> panels.extent(m.points()).equals(here))
                .flatMap(m -> solved(m).stream()).findFirst();
    }

    /** The scale of a measurable region: what was set by hand there last, else the file's. */
    private Scale.Known effective(Region r) {
        return newest(new Panels.Extent.Within(r)).orElseGet(() -> byRegion(r));
    }

    private Scale.Known byRegion(Region r) {
        return r.scale().noting(spacingConflict(r));
    }

    private Optional<Scale.Known> solved(ManualCalibration m) {
        if (!(m.solve(aspectAt(m)) instanceof Scale.Known k)) {
            return Optional.empty();
        }
        return Optional.of(k.noting(fileScaleAt(m).map(f -> "The file's own scale (" + f.source().label()
                + ") is not used; " + difference(k, f)).orElse("")).noting(depthConflict(k, m)));
    }

    /** What the file alone says where {@code m} holds. */
    private Optional<Scale.Known> fileScaleAt(ManualCalibration m) {
        return switch (panels.extent(m.points())) {
            case Panels.Extent.Within w when w.region().isMeasurable() -> Optional.of(w.region().scale());
            case Panels.Extent.Within w -> file.bySpacing();
            case Panels.Extent.Elsewhere e -> panels.measurable().isEmpty() ? file.bySpacing() : Optional.empty();
            case Panels.Extent.None n -> Optional.empty();
        };
    }

    /** The shape of a pixel, which one line cannot tell: as the file's scale has it, else Pixel Aspect Ratio. */
    private double aspectAt(ManualCalibration m) {
        return fileScaleAt(m).map(k -> k.mmPerPixelY() / k.mmPerPixelX()).orElse(file.pixelAspect());
    }

    private String depthConflict(Scale.Known k, ManualCalibration m) {
        return switch (panels.extent(m.points())) {
            case Panels.Extent.Within w -> file.depthConflict(k, w.region().rows());
            default -> panels.pictures().size() == 1
                    ? file.depthConflict(k, panels.pictures().getFirst().rows())
                    : "";
        };
    }

    private static String difference(Scale.Known ours, Scale.Known files) {
        double x = PERCENT * (ours.mmPerPixelX() / files.mmPerPixelX() - 1);
        double y = PERCENT * (ours.mmPerPixelY() / files.mmPerPixelY() - 1);
        String across = percent(x);
        String down = percent(y);
        return across.equals(down)
                ? "the one set by hand differs by " + across + "."
                : "the one set by hand differs by " + across + " across and " + down + " down.";
    }

    private static String percent(double value) {
        return String.format(java.util.Locale.ROOT, "%+.1f", value).replace("-0.0", "0.0").replace("+0.0", "0.0")
                + " %";
    }

    /** What is to be said before {@code proposed} is stored: whether it may be, and what it would replace. */
    public CalibrationVerdict judge(ManualCalibration proposed) {
        if (!file.refusal().isEmpty()) {
            return new CalibrationVerdict.Refused(file.refusal());
        }
        if (panels.extent(proposed.points()) instanceof Panels.Extent.None n) {
            return new CalibrationVerdict.Refused(n.reason());
        }
        return switch (proposed.solve(aspectAt(proposed))) {
            case Scale.Unknown u -> new CalibrationVerdict.Refused(u.reason());
            case Scale.Known k -> judged(proposed, k);
        };
    }

    private CalibrationVerdict judged(ManualCalibration proposed, Scale.Known k) {
        Panels.Extent extent = panels.extent(proposed.points());
        boolean isProtected = extent instanceof Panels.Extent.Within w && w.region().isMeasurable()
                && w.region().isScalingProtected();
        String holds = extent instanceof Panels.Extent.Within
                ? "It holds in the region that the line lies in."
                : panels.measurable().isEmpty()
                        ? "It holds for the whole picture of this clip."
                        : "It holds outside the calibrated regions of this clip.";
        String depth = depthConflict(k, proposed);
        String tail = " " + holds + (depth.isEmpty() ? "" : " " + depth);
        Optional<Scale.Known> files = fileScaleAt(proposed);
        if (files.isEmpty()) {
            return new CalibrationVerdict.Ready(k, k.perPixel() + "." + tail);
        }
        String compared = "The file has a scale here (" + files.get().source().label() + ", " + files.get().perPixel()
                + "); " + difference(k, files.get()) + tail;
        return isProtected
                ? new CalibrationVerdict.NeedsReason(k, "The maker protects the scale of this region. " + compared
                        + " To override it, say why.")
                : new CalibrationVerdict.Confirm(k, compared);
    }

    /** Whether both hold in the same place, so that the later one takes the place of the earlier. */
    public boolean sharesExtent(ManualCalibration a, ManualCalibration b) {
        return panels.extent(a.points()).equals(panels.extent(b.points()));
    }

    /**
     * The M-mode, spectrum or waveform that holds all of {@code points}; empty elsewhere, and where regions overlap
     * that do not say the same.
     */
    public Optional<Trace> traceFor(Collection<Point> points) {
        List<Region> traces = panels.traces(points);
        List<Region> holding = Panels.holding(traces, points);
        boolean picture = !Panels.touched(panels.measurable(), points).isEmpty();
        boolean one = !holding.isEmpty() && holding.size() == traces.size()
                && holding.stream().allMatch(r -> sameAxes(r, holding.getFirst()));
        return file.refusal().isEmpty() && one && !picture
                ? Optional.of(new Trace(holding.getFirst()))
                : Optional.empty();
    }

    private static boolean sameAxes(Region a, Region b) {
        if (a.equals(b)) {
            return true;
        }
        boolean units = a.spatialFormat() == b.spatialFormat() && a.unitsX() == b.unitsX() && a.unitsY() == b.unitsY();
        return units && same(a.deltaX(), b.deltaX()) && same(a.deltaY(), b.deltaY())
                && a.isFrequencyScale() == b.isFrequencyScale() && a.dataType() == b.dataType()
                && a.referenceValueY() == b.referenceValueY() && a.reference().map(p -> p.y() + a.minY())
                        .equals(b.reference().map(p -> p.y() + b.minY()));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= SAME_SCALE * Math.max(Math.abs(a), Math.abs(b));
    }

    /**
     * The row of the transducer face for a target at {@code p}, where every measurable region that holds it gives the
     * same one, to a pixel.
     */
    public Optional<Double> faceAbove(Point p) {
        List<Region> holding = Panels.holding(panels.measurable(), List.of(p));
        List<Double> faces = holding.stream().flatMap(r -> r.faceY().stream()).toList();
        boolean agree = faces.size() == holding.size()
                && faces.stream().allMatch(f -> Math.abs(f - faces.getFirst()) <= 1);
        return agree ? faces.stream().findFirst() : Optional.empty();
    }

    /** The scale of the main region, else of the whole picture: for rulers and scale bars, never for a measurement. */
    public Scale overallScale() {
        return file.refusal().isEmpty() && mainRegion().isPresent()
                ? effective(mainRegion().get())
                : scaleFor(List.of());
    }

    /**
     * How high a pixel is by its width, for drawing the picture in its true shape and never for a measurement: by the
     * scale that rulers go by, else as the file states; 1 where neither makes sense.
     */
    public double pixelAspect() {
        double aspect = overallScale() instanceof Scale.Known k
                ? k.mmPerPixelY() / k.mmPerPixelX()
                : file.pixelAspect();
        boolean oblong = aspect >= 1 / WIDEST_ASPECT && aspect <= WIDEST_ASPECT && Math.abs(aspect - 1) > SQUARE;
        return oblong ? aspect : 1;
    }

    /**
     * The one scale of all that is measurable here, for objects that can state no more than one; empty where parts of
     * the picture differ, or show time or velocity.
     */
    public Optional<Scale.Known> uniformScale() {
        if (!file.refusal().isEmpty() || file.regions().stream().anyMatch(Region::isTrace)) {
            return Optional.empty();
        }
        List<Scale> scales = panels.measurable().isEmpty()
                ? List.of(scaleFor(List.of()))
                : panels.measurable().stream().map(r -> scaleFor(List.of(r.centre()))).toList();
        return scales.getFirst() instanceof Scale.Known first
                && scales.stream().allMatch(s -> s instanceof Scale.Known k && k.agrees(first, SAME_SCALE))
                        ? Optional.of(first)
                        : Optional.empty();
    }

    /** The largest measurable region: the picture proper. */
    public Optional<Region> mainRegion() {
        return panels.measurable().stream().max((a, b) -> Long.compare(a.pixels(), b.pixels()));
    }

    /** How deep the largest calibrated picture of the file reaches, mm; empty where no region has a scale. */
    public Optional<Double> displayedDepthMm() {
        return regions().stream().filter(Region::isMeasurable).max(Comparator.comparingLong(Region::pixels))
                .map(r -> r.rows() * r.mmPerPixelY());
    }

    /** All regions of the instance, measurable or not, in file order. */
    public List<Region> regions() {
        return file.regions();
    }

    /** Pixel Spacing where the file has a usable one. */
    public Optional<PixelSpacing> spacing() {
        return file.spacing();
    }

    /** All that the file says about its scale. */
    public FileScale file() {
        return file;
    }

    /** What was set by hand on this instance, oldest first. */
    public List<ManualCalibration> manual() {
        return manual;
    }

    /** One line for the corner of the picture: the source, or that there is none. */
    public String summary() {
        String part = manual.isEmpty() ? "" : ", partly user-calibrated";
        return switch (overallScale()) {
            case Scale.Known k when k.source() == CalibrationSource.MANUAL -> k.source().label() + byWhom();
            case Scale.Known k -> k.source().label() + part;
            case Scale.Unknown u -> manual.isEmpty() ? "not calibrated" : "partly user-calibrated";
        };
    }

    private String byWhom() {
        List<String> authors = manual.stream().map(m -> m.author().strip()).filter(a -> !a.isEmpty()).distinct()
                .toList();
        return authors.isEmpty() ? "" : " by " + String.join(", ", authors);
    }

    private String spacingConflict(Region r) {
        return file.spacing().filter(s -> !s.scale(CalibrationSource.PIXEL_SPACING).agrees(r.scale(), CONFLICT))
                .map(s -> "Pixel Spacing disagrees with the ultrasound region by more than 1 %; the region is used.")
                .orElse("");
    }

    private String whyNone() {
        return file.regions().isEmpty()
                ? "This clip carries no calibration, so lengths and areas stay in pixels."
                : "None of this clip's regions is a calibrated 2-D image, so lengths and areas stay in pixels.";
    }
}
