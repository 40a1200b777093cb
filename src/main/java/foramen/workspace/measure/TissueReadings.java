package foramen.workspace.measure;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Comparisons;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Sample;
import foramen.domain.measurement.SiteValue;
import foramen.domain.measurement.Thresholds;
import foramen.domain.measurement.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The thickness of muscles and ligaments, and the size and distances of calcifications (clinical facts 2.3). */
public final class TissueReadings {
    private static final String CALCIFICATION = "calcification";
    private static final String ISCHIAL_SPINE = "ischial-spine";

    private final Thresholds thresholds;

    /** Holds thicknesses against {@code thresholds}. */
    public TissueReadings(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * A thickness and what is known about it.
     *
     * @param reading the value
     * @param beyond whether it is above a published cut-off; empty where there is no cut-off or no value
     * @param words what that means, one sentence
     * @param source the citation
     */
    public record Thickness(Reading reading, Optional<Boolean> beyond, String words, String source) {}

    /**
     * What is measured of a calcification.
     *
     * @param length the largest extent
     * @param thickness the smallest extent; empty for a single caliper
     * @param toSpine the distance to the ischial spine on the same frame, or why there is none
     * @param toNerve the distance to the sciatic nerve on the same frame, or why there is none
     */
    public record Calcification(Reading length, Optional<Reading> thickness, Reading toSpine, Reading toNerve) {}

    /**
     * The thickness of a structure over the case.
     *
     * @param here the calipers that repeat the one asked about, itself among them
     * @param sides both sides, or why they are not compared; empty where only one was measured
     * @param remarks what is worth knowing about the other side, one sentence each
     */
    public record Thicknesses(SiteValue here, Optional<Comparison> sides, List<String> remarks) {
        /** Copies the remarks. */
        public Thicknesses {
            remarks = List.copyOf(remarks);
        }
    }

    /** What repeats the thickness {@code a} and what it is set against; empty where {@code a} has none in millimetres. */
    public Optional<Thicknesses> thicknesses(Annotation a, Case casefile, CaseClips clips) {
        Comparisons comparisons = new Comparisons(thresholds);
        List<Sample> samples = new ArrayList<>();
        for (Annotation o : casefile.annotations()) {
            if (o.structureId().equals(a.structureId()) && AreaSamples.counts(o)
                    && (AreaSamples.isTraced(o) || o.id().equals(a.id()))) {
                clips.info(o.frame().sopInstanceUid()).flatMap(info -> thickness(o, casefile, info))
                        .map(Thickness::reading).filter(Reading.Measured.class::isInstance)
                        .map(Reading.Measured.class::cast)
                        .ifPresent(m -> samples.add(new Sample(o.id(), AreaSamples.site(o), o.frame(), m)));
            }
        }
        List<SiteValue> groups = comparisons.repeats(samples);
        return groups.stream().filter(g -> g.samples().stream().anyMatch(s -> s.id().equals(a.id()))).findFirst()
                .map(ours -> sides(ours, groups, casefile, clips, comparisons));
    }

    private static Thicknesses sides(SiteValue ours, List<SiteValue> groups, Case casefile, CaseClips clips,
            Comparisons comparisons) {
        Laterality here = ours.site().side();
        Laterality other = here == Laterality.LEFT ? Laterality.RIGHT : Laterality.LEFT;
        List<SiteValue> theirs = here == Laterality.LEFT || here == Laterality.RIGHT
                ? groups.stream().filter(g -> g.site().side() == other).toList()
                : List.of();
        if (theirs.isEmpty()) {
            return new Thicknesses(ours, Optional.empty(), List.of());
        }
        GroupChoice choice = new GroupChoice(casefile, clips);
        SiteValue best = choice.best(theirs, ours);
        boolean oursFirst = casefile.side() == here || (casefile.side() != other && here == Laterality.RIGHT);
        return new Thicknesses(ours,
                Optional.of(oursFirst ? comparisons.thicknesses(ours, best) : comparisons.thicknesses(best, ours)),
                choice.differentDays(ours, best).stream().toList());
    }

    /** Whether {@code a} is a calcification. */
    public static boolean isCalcification(Annotation a) {
        return a.structureId().equals(CALCIFICATION);
    }

    /** The thickness of a muscle or ligament by a caliper or the shorter of two; empty for anything else. */
    public Optional<Thickness> thickness(Annotation a, Case casefile, ClipInfo clip) {
        Optional<Thresholds.Thickness> known = thresholds.thickness(a.structureId());
        Quantity wanted = a.shape() instanceof Shape.Line ? Quantity.LENGTH : Quantity.SHORT_AXIS;
        if (known.isEmpty() || !(a.shape() instanceof Shape.Line || a.shape() instanceof Shape.Bidirectional)) {
            return Optional.empty();
        }
        return new Measurer(casefile.calibrationOf(clip)).readings(a.shape()).stream()
                .filter(r -> r.quantity() == wanted).findFirst().map(r -> judged(renamed(r, Quantity.THICKNESS),
                        known.get()));
    }

    private static Thickness judged(Reading reading, Thresholds.Thickness known) {
        String source = known.citation().words();
        if (known.cutoffMm().isEmpty()) {
            return new Thickness(reading, Optional.empty(), "No ultrasound cut-off is published for this structure.",
                    source);
        }
        if (!(reading instanceof Reading.Measured m)) {
            return new Thickness(reading, Optional.empty(), "", source);
        }
        double cutoff = known.cutoffMm().getAsDouble();
        boolean beyond = m.value() > cutoff;
        return new Thickness(reading, Optional.of(beyond), (beyond ? "Above" : "Not above") + " the cut-off of "
                + BigDecimal.valueOf(cutoff).stripTrailingZeros().toPlainString() + " mm.", source);
    }

    /** Size and distances of a calcification; empty for anything else or where nothing is measured. */
    public Optional<Calcification> calcification(Annotation a, Case casefile, ClipInfo clip) {
        if (!isCalcification(a) || !a.shape().isMeasured()) {
            return Optional.empty();
        }
        Measurer measurer = new Measurer(casefile.calibrationOf(clip));
        List<Reading> readings = a.shape() instanceof Shape.Area
                ? measurer.diameters(a.shape())
                : measurer.readings(a.shape());
        Optional<Reading> length = first(readings, Quantity.MAXIMUM_CALIPER, Quantity.LONG_AXIS, Quantity.LENGTH,
                Quantity.AP_DIAMETER);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Calcification(renamed(length.get(), Quantity.LENGTH),
                first(readings, Quantity.MINIMUM_CALIPER, Quantity.SHORT_AXIS)
                        .map(r -> renamed(r, Quantity.THICKNESS)),
                nearest(measurer, a, casefile, ISCHIAL_SPINE, "ischial spine"),
                nearest(measurer, a, casefile, StructureCatalog.SCIATIC_NERVE, "sciatic nerve")));
    }

    private static Optional<Reading> first(List<Reading> readings, Quantity... wanted) {
        for (Quantity q : wanted) {
            Optional<Reading> found = readings.stream().filter(r -> r.quantity() == q).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Reading nearest(Measurer measurer, Annotation a, Case casefile, String structureId, String name) {
        List<Reading> all = casefile.annotationsOn(a.frame()).stream()
                .filter(o -> o.structureId().equals(structureId) && o.counts() && !(o.shape() instanceof Shape.Text)
                        && !(o.shape() instanceof Shape.Angle))
                .map(o -> measurer.distance(a.shape(), o.shape())).toList();
        return all.stream().filter(Reading.Measured.class::isInstance).map(Reading.Measured.class::cast)
                .min(Comparator.comparingDouble(Reading.Measured::value)).<Reading>map(m -> m)
                .or(() -> all.stream().findFirst())
                .orElseGet(() -> new Reading.Unmeasurable(Quantity.DISTANCE,
                        "No " + name + " is marked on this frame.", Double.NaN, Unit.PIXEL));
    }

    private static Reading renamed(Reading r, Quantity quantity) {
        return switch (r) {
            case Reading.Measured m -> new Reading.Measured(quantity, m.value(), m.unit(), m.source(), m.method(),
                    m.note());
            case Reading.Unmeasurable u -> new Reading.Unmeasurable(quantity, u.reason(), u.pixels(), u.pixelUnit());
        };
    }
}
