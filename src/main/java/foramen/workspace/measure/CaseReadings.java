package foramen.workspace.measure;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.TrackMethods;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.ActualReader;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.Fan;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanAssessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads values off a case, afresh each time: nothing measured is ever kept on what was drawn. */
public final class CaseReadings {
    private final StructureCatalog structures;
    private final NeedleRules rules;
    private final NeedleGeometry geometry;
    private final PlanAssessor assessor;

    /**
     * @param structures names and kinds of structures
     * @param rules margins, needles and bands of visibility
     * @param locale for the numbers in warnings
     */
    public CaseReadings(StructureCatalog structures, NeedleRules rules, Locale locale) {
        this.structures = structures;
        this.rules = rules;
        this.geometry = new NeedleGeometry(rules);
        this.assessor = new PlanAssessor(rules, structures, locale);
    }

    /**
     * The readings of every annotation on one frame that counts, in drawing order.
     *
     * @param frameIndex from 0
     */
    public List<AnnotationReading> annotations(Case casefile, ClipInfo clip, int frameIndex) {
        return casefile.annotationsOn(frame(clip, frameIndex)).stream().filter(Annotation::counts)
                .map(a -> annotation(a, casefile, clip)).toList();
    }

    /** The readings of one annotation of {@code clip}. */
    public AnnotationReading annotation(Annotation annotation, Case casefile, ClipInfo clip) {
        Structure structure = structures.get(annotation.structureId());
        TrackMethods methods = new TrackMethods(annotation.origin().isDerived() ? casefile.annotations() : List.of());
        List<Reading> readings = new Measurer(casefile.calibrationOf(clip)).readings(annotation.shape()).stream()
                .map(r -> methods.of(annotation, r))
                .map(r -> annotation.plane() == ScanPlane.SHORT_AXIS ? crossSectional(r) : r).toList();
        return new AnnotationReading(annotation, structure, readings,
                disagreement(structure.name(), annotation.laterality(), clip.laterality()).stream().toList());
    }

    /** An area in the short axis is the structure's cross-sectional area (clinical facts 2.2). */
    static Reading crossSectional(Reading r) {
        if (r.quantity() != Quantity.AREA) {
            return r;
        }
        return switch (r) {
            case Reading.Measured m -> new Reading.Measured(Quantity.CROSS_SECTIONAL_AREA, m.value(), m.unit(),
                    m.source(), m.method(), m.note());
            case Reading.Unmeasurable u -> new Reading.Unmeasurable(Quantity.CROSS_SECTIONAL_AREA, u.reason(),
                    u.pixels(), u.pixelUnit());
        };
    }

    /**
     * The readings of every needle plan on one frame, in drawing order.
     *
     * @param frameIndex from 0
     */
    public List<PlanReading> plans(Case casefile, ClipInfo clip, int frameIndex) {
        return casefile.plansOn(frame(clip, frameIndex)).stream().map(p -> plan(p, casefile, clip)).toList();
    }

    /** The reading of one needle plan of {@code clip}; everything else drawn on its frame is an obstacle. */
    public PlanReading plan(NeedlePlan plan, Case casefile, ClipInfo clip) {
        List<Obstacle> obstacles = casefile.annotationsOn(plan.frame()).stream()
                // Words lie where there was room for them.
                .filter(a -> a.counts() && !(a.shape() instanceof Shape.Text)).map(this::obstacle).toList();
        Calibration calibration = casefile.calibrationOf(clip);
        NeedleReading reading = geometry.read(plan.path(), calibration, obstacles, plan.detail().approach().skin());
        PlanAssessment assessment = assessor.assess(plan, calibration, casefile.annotations(),
                casefile.sidesFor(clip));
        List<String> warnings = new ArrayList<>();
        assessment.open().forEach(w -> warnings.add(w.words()));
        return new PlanReading(plan, reading, warnings, assessment);
    }

    /** All that follows from a needle plan of {@code clip}, without the distances to what has no margin. */
    public PlanAssessment assess(NeedlePlan plan, Case casefile, ClipInfo clip) {
        return assessor.assess(plan, casefile.calibrationOf(clip), casefile.annotations(),
                casefile.sidesFor(clip));
    }

    /** From where on the skin target {@code number} of a plan can be reached without a rule that forbids it. */
    public Fan fan(NeedlePlan plan, int number, Case casefile, ClipInfo clip) {
        return assessor.fan(plan, number, clip.columns(), casefile.calibrationOf(clip), casefile.annotations());
    }

    /** How the needle as seen differs from the plan; {@code clip} is the one it was seen in. */
    public ActualReading actual(NeedlePlan plan, ActualNeedle seen, Case casefile, ClipInfo clip) {
        boolean planned = seen.frame().sopInstanceUid().equals(plan.frame().sopInstanceUid());
        // The arc lies where it was drawn: in the clip of the plan.
        return new ActualReader(rules).read(seen, casefile.calibrationOf(clip),
                planned ? plan.detail().approach().skin() : Optional.empty());
    }

    private Obstacle obstacle(Annotation a) {
        String name = a.label().isBlank() ? structures.get(a.structureId()).name() : a.label();
        return new Obstacle(name, a.structureId(), a.shape());
    }

    /**
     * What the operator should be told about sides: the case, its annotations and its plans against what the clip's
     * file states. Empty where all agree or the file does not say.
     */
    public List<String> lateralityWarnings(Case casefile, ClipInfo clip) {
        List<String> warnings = new ArrayList<>();
        disagreement("Case", casefile.sideOn(clip), clip.laterality()).ifPresent(warnings::add);
        String uid = clip.identity().sopInstanceUid();
        casefile.annotations().stream().filter(a -> a.frame().sopInstanceUid().equals(uid))
                .filter(a -> !saidByKey(a, casefile))
                .forEach(a -> disagreement(
                        structures.get(a.structureId()).name() + " on frame " + a.frame().number(), a.laterality(),
                        clip.laterality()).ifPresent(warnings::add));
        casefile.plans().stream().filter(p -> p.frame().sopInstanceUid().equals(uid))
                .forEach(p -> disagreement("Needle plan on frame " + p.frame().number(), p.laterality(),
                        clip.laterality()).ifPresent(warnings::add));
        return List.copyOf(warnings);
    }

    /** What was followed says no more than a key frame of its own track, unless that has another side or structure. */
    private static boolean saidByKey(Annotation a, Case casefile) {
        return a.follow().filter(f -> !f.key()).isPresent() && casefile.annotations().stream().anyMatch(
                k -> k.follow().filter(f -> f.key() && f.track().equals(a.follow().orElseThrow().track())).isPresent()
                        && k.laterality() == a.laterality() && k.structureId().equals(a.structureId()));
    }

    /**
     * What to tell the operator where a side that was said is not the one the clip's file says. Sides disagree where both
     * are said, neither is both sides, and they differ.
     *
     * @param what what the side was said of; the sentence begins with it
     * @param ours the side that was said
     * @param files the side the file states
     */
    public static Optional<String> disagreement(String what, Laterality ours, Laterality files) {
        boolean agrees = ours == files || !ours.isOneSide() || !files.isOneSide();
        return agrees
                ? Optional.empty()
                : Optional.of(what + " is marked " + ours.words() + ", but the clip's file says " + files.words()
                        + "; check which is right.");
    }

    private static FrameRef frame(ClipInfo clip, int index) {
        return new FrameRef(clip.identity().sopInstanceUid(), index);
    }
}
