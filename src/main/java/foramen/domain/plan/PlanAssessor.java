package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works out all that follows from a needle plan. What lies round the needle is laid out once and kept until something
 * else is drawn, so that dragging a needle asks for distances only. Thread-safe.
 */
public final class PlanAssessor {
    private final NeedleRules rules;
    private final StructureCatalog structures;
    private final NeedleGeometry geometry;
    private final PlanWarnings words;
    private volatile Optional<Laid> laid = Optional.empty();
    private volatile Optional<Answer> last = Optional.empty();

    /**
     * @param rules needles, bands, margins and uncertainties
     * @param structures kinds and names of structures
     * @param locale for numbers in warnings
     */
    public PlanAssessor(NeedleRules rules, StructureCatalog structures, Locale locale) {
        this.rules = rules;
        this.structures = structures;
        this.geometry = new NeedleGeometry(rules);
        this.words = new PlanWarnings(rules, geometry, locale);
    }

    /** What was laid out, and for what. */
    private record Laid(List<Annotation> annotations, FrameRef frame,
            Optional<FrameRange> range, Scale.Known k, ObstacleField field) {}

    /** The last answer, and to what: while nothing changes, several views ask for the same. */
    private record Answer(NeedlePlan plan, Calibration calibration, List<Annotation> annotations, PlanSides sides,
            PlanAssessment assessment) {
        boolean answers(NeedlePlan p, Calibration c, List<Annotation> all, PlanSides s) {
            // The lists of a case are shared between its states as long as nobody changes them.
            return all == annotations && c.file().equals(calibration.file())
                    && c.manual().equals(calibration.manual()) && s.equals(sides) && p.equals(plan);
        }
    }

    /**
     * All that follows from {@code plan}.
     *
     * @param calibration the clip's, as it holds in the case
     * @param annotations all of the case
     * @param sides what the plan's side has to agree with
     */
    public PlanAssessment assess(NeedlePlan plan, Calibration calibration, List<Annotation> annotations,
            PlanSides sides) {
        Optional<Answer> before = last.filter(a -> a.answers(plan, calibration, annotations, sides));
        if (before.isPresent()) {
            return before.get().assessment();
        }
        List<NeedlePass> passes = plan.passes();
        List<PassAssessment> read = new ArrayList<>();
        for (int i = 0; i < passes.size(); i++) {
            read.add(pass(plan, i + 1, passes.get(i), calibration, annotations));
        }
        PlanAssessment assessment = new PlanAssessment(plan, rules.version(), read,
                words.of(plan, read, calibration, guarded(plan, annotations), sides));
        last = Optional.of(new Answer(plan, calibration, annotations, sides, assessment));
        return assessment;
    }

    /**
     * From where on the skin the target of one way can be reached without a rule that forbids it.
     *
     * @param number of the target, from 1
     * @param columns width of the picture in pixels
     */
    public Fan fan(NeedlePlan plan, int number, int columns, Calibration calibration, List<Annotation> annotations) {
        NeedlePass pass = plan.passes().get(number - 1);
        Segment path = pass.path();
        if (!(calibration.scaleFor(List.of(path.a(), path.b())) instanceof Scale.Known k)
                || !plan.detail().approach().inPlane()) {
            return Fan.NONE;
        }
        ObstacleField field = field(plan, annotations, k);
        List<Guarded> all = new ArrayList<>(field.here(path, calibration, k));
        all.addAll(field.elsewhere(path, calibration, k));
        SkinLine skin = geometry.skin(k.toMm(path), k, calibration, plan.detail().approach().skin());
        return new FanFinder(rules, rule(pass, plan, annotations), skin, k, all).fan(path, columns, calibration);
    }

    /** The rule that holds for a way: the one chosen, else the one of the smallest outline round the target. */
    public TargetRule rule(NeedlePass pass, NeedlePlan plan, List<Annotation> annotations) {
        return rules.target(pass.ruleId()).orElseGet(() -> rules.targetOf(targetStructure(pass, plan, annotations)));
    }

    /** Identifier of the structure that a way goes to: the one named, else of the smallest outline; empty for none. */
    public String targetStructure(NeedlePass pass, NeedlePlan plan, List<Annotation> annotations) {
        // The name goes first: beside a nerve, the target lies outside its outline.
        return structures.all().stream().filter(s -> s.name().equalsIgnoreCase(pass.targetName().strip()))
                .map(Structure::id).findFirst()
                .or(() -> annotations.stream().filter(a -> a.frame().equals(plan.frame()) && a.counts())
                        .filter(a -> a.shape() instanceof Shape.Area o
                                && o.polygon().contains(pass.target()))
                        // A nerve is never a target by chance: somebody has to say so.
                        .filter(a -> structures.get(a.structureId()).kind() != Structure.Kind.NERVE)
                        .min(Comparator.comparingDouble(
                                a -> ((Shape.Area) a.shape()).polygon().area()))
                        .map(Annotation::structureId))
                .orElse("");
    }

    /** What is guarded on the planned frame, for a clip without a scale. */
    private List<PlanWarnings.Drawn> guarded(NeedlePlan plan, List<Annotation> annotations) {
        return annotations.stream().filter(a -> a.frame().equals(plan.frame()) && a.counts()).flatMap(a -> {
            Structure structure = structures.get(a.structureId());
            return ObstacleField.isKeptClear(structure.kind())
                    ? Stream.of(new PlanWarnings.Drawn(a, ObstacleField.name(a, structure), structure.kind()))
                    : Stream.empty();
        }).toList();
    }

    private PassAssessment pass(NeedlePlan plan, int number, NeedlePass pass, Calibration calibration,
            List<Annotation> annotations) {
        Approach approach = plan.detail().approach();
        NeedleReading reading = geometry.read(pass.path(), calibration, List.of(), approach.skin());
        TargetRule rule = rule(pass, plan, annotations);
        if (!(calibration.scaleFor(List.of(pass.entry(), pass.target())) instanceof Scale.Known k)) {
            return new PassAssessment(number, plan.site(number), pass, rule, reading, Optional.empty(),
                    Optional.empty(), List.of(), List.of());
        }
        Segment mm = k.toMm(pass.path());
        SkinLine skin = reading.skin().orElseThrow();
        Optional<PunctureReading> puncture = approach.puncture().flatMap(p -> puncture(p, mm, skin, k));
        Segment inPlane = approach.inPlane() ? mm : tip(puncture, mm, k);
        Optional<Double> length = approach.inPlane()
                ? Optional.of(mm.length())
                : puncture.flatMap(PunctureReading::pathMm);
        ObstacleField field = field(plan, annotations, k);
        List<Guarded> here = field.here(pass.path(), calibration, k);
        List<MarginReading> margins = new MarginReader(rules, k, skin, calibration).read(inPlane, rule, here,
                field.elsewhere(pass.path(), calibration, k));
        return new PassAssessment(number, plan.site(number), pass, rule,
                approach.inPlane() ? reading : outOfPlane(reading, puncture, k), puncture,
                length.map(l -> NeedleChoice.of(rules, plan.needleId(), l)), margins,
                approach.inPlane() ? crossings(mm, here) : List.of());
    }

    /** Out of plane the picture shows the tip alone, where it meets the plane; the target until that is known. */
    private static Segment tip(Optional<PunctureReading> puncture, Segment mm, Scale.Known k) {
        Point at = puncture.flatMap(PunctureReading::meeting).map(k::toMm).orElse(mm.b());
        return new Segment(at, at);
    }

    private static Optional<PunctureReading> puncture(Puncture p, Segment mm, SkinLine skin, Scale.Known k) {
        return p.planeDistanceMm().map(distance -> {
            Point beam = skin.beam(mm.a());
            Point d = mm.b().minus(mm.a());
            double needed = Math.toDegrees(Math.atan2(d.x() * beam.x() + d.y() * beam.y(), distance));
            double angle = p.angleDegrees().orElse(needed);
            if (!(angle > 0 && angle < 90)) {
                return new PunctureReading(distance, needed, angle, Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty());
            }
            double depth = distance * Math.tan(Math.toRadians(angle));
            Point meeting = mm.a().plus(beam.times(depth));
            return new PunctureReading(distance, needed, angle, Optional.of(depth),
                    Optional.of(k.toPixels(new Segment(meeting, meeting)).a()),
                    Optional.of(distance / Math.cos(Math.toRadians(angle))), Optional.of(meeting.distanceTo(mm.b())));
        });
    }

    /** Path and angle of the line drawn are not those of a needle that comes from beside the plane. */
    private static NeedleReading outOfPlane(NeedleReading r, Optional<PunctureReading> puncture, Scale.Known k) {
        String unknown = "The distance from the puncture to the plane is not measured.";
        Reading path = puncture.flatMap(PunctureReading::pathMm).<Reading>map(mm -> new Reading.Measured(
                Quantity.PATH_LENGTH, mm, Unit.MILLIMETRE, k.source(), "out of plane",
                k.note()))
                .orElseGet(() -> none(Quantity.PATH_LENGTH, unknown));
        Reading angle = puncture.<Reading>map(p -> new Reading.Measured(Quantity.ANGLE_TO_SKIN, p.angleDegrees(),
                Unit.DEGREE, k.source(), "out of plane", k.note()))
                .orElseGet(() -> none(Quantity.ANGLE_TO_SKIN, unknown));
        return new NeedleReading(r.depth(), r.depthFromTransducer(), path, r.lateralOffset(), angle,
                none(Quantity.ANGLE_TO_BEAM, "An out-of-plane needle is seen as a dot."), Optional.empty(), r.skin(),
                r.clearances());
    }

    private static Reading none(Quantity quantity, String reason) {
        return new Reading.Unmeasurable(quantity, reason, Double.NaN, Unit.PIXEL);
    }

    private static List<Crossing> crossings(Segment mm, List<Guarded> here) {
        return here.stream().flatMap(g -> g.shape().crossings(mm).stream()
                .map(s -> new Crossing(g.id(), g.name(), g.structureId(), s.from(), s.to())))
                .sorted(Comparator.comparingDouble(Crossing::fromMm).thenComparingDouble(Crossing::toMm)).toList();
    }

    private ObstacleField field(NeedlePlan plan, List<Annotation> annotations, Scale.Known k) {
        Optional<FrameRange> range = plan.detail().range();
        Optional<Laid> before = laid.filter(l -> l.annotations() == annotations
                && l.frame().equals(plan.frame()) && l.range().equals(range) && l.k().equals(k));
        if (before.isPresent()) {
            return before.get().field();
        }
        ObstacleField field = new ObstacleField(plan.frame(), range, annotations, structures, k);
        laid = Optional.of(new Laid(annotations, plan.frame(), range, k, field));
        return field;
    }
}
