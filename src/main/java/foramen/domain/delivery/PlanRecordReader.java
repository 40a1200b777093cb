package foramen.domain.delivery;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import foramen.domain.injection.Component;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PlanAssessor;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Session;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gathers the record of a plan from its case and its clip. */
public final class PlanRecordReader {
    private final NeedleRules rules;
    private final StructureCatalog structures;
    private final PlanAssessor assessor;
    private final SessionFigures figures;

    /**
     * @param rules the stock list
     * @param structures names and codes
     * @param figures the sums of what is drawn up
     */
    public PlanRecordReader(NeedleRules rules, StructureCatalog structures, SessionFigures figures) {
        this.rules = rules;
        this.structures = structures;
        this.assessor = new PlanAssessor(rules, structures, Locale.ROOT);
        this.figures = figures;
    }

    /** The record of {@code plan}; {@code clip} is the one it lies on. */
    public PlanRecord read(NeedlePlan plan, Case casefile, ClipInfo clip) {
        Calibration calibration = casefile.calibrationOf(clip);
        Optional<Scale.Known> scale = calibration
                .scaleFor(List.of(plan.entry(), plan.target())) instanceof Scale.Known k
                        ? Optional.of(k)
                        : Optional.empty();
        List<Annotation> drawn = casefile.annotationsOn(plan.frame()).stream()
                // Words lie where there was room for them.
                .filter(a -> a.counts() && !(a.shape() instanceof Shape.Text)).toList();
        List<PlanRecord.Target> targets = new ArrayList<>();
        for (NeedlePass pass : plan.passes()) {
            targets.add(target(targets.size() + 1, pass, plan, casefile, calibration));
        }
        List<ScanPlane> planes = drawn.stream().map(Annotation::plane).filter(p -> p != ScanPlane.UNSPECIFIED)
                .distinct().toList();
        PlanRecord.Source source = new PlanRecord.Source(plan.frame().sopInstanceUid(), plan.frame().number(), scale,
                clip.settings().transducer(), scale.flatMap(k -> depth(clip, calibration)), planes);
        return new PlanRecord(plan, source, targets, rules.needle(plan.needleId()),
                drawn.stream().map(a -> marked(a, calibration)).toList(), injectate(plan, casefile));
    }

    /** What the scanner says goes before what the picture shows; without a scale no millimetre is told. */
    private static Optional<Double> depth(ClipInfo clip, Calibration calibration) {
        return clip.settings().fieldDepthMm().map(v -> v.doubleValue()).or(() -> calibration.displayedDepthMm());
    }

    private PlanRecord.Target target(int number, NeedlePass pass, NeedlePlan plan, Case casefile,
            Calibration calibration) {
        Optional<Scale.Known> scale = calibration
                .scaleFor(List.of(pass.entry(), pass.target())) instanceof Scale.Known k
                        ? Optional.of(k)
                        : Optional.empty();
        String structureId = assessor.targetStructure(pass, plan, casefile.annotations());
        return new PlanRecord.Target(number, structureId,
                structureId.isEmpty() ? Optional.empty() : structures.get(structureId).code(plan.laterality()),
                PlanRecord.Place.of(pass.target(), scale), PlanRecord.Place.of(pass.entry(), scale),
                scale.flatMap(k -> calibration.mainRegion()
                        .map(r -> k.mmAcross(pass.entry().x() - r.minX()))));
    }

    private PlanRecord.Marked marked(Annotation a, Calibration calibration) {
        List<Point> points = a.shape().points();
        Optional<Scale.Known> scale = calibration.scaleFor(a.shape().trace()) instanceof Scale.Known k
                ? Optional.of(k)
                : Optional.empty();
        Structure structure = structures.get(a.structureId());
        Bounds bounds = Bounds.of(a.shape().trace());
        return new PlanRecord.Marked(a.id(), a.label().isBlank() ? structure.name() : a.label(), a.structureId(),
                a.laterality(), a.shape() instanceof Shape.Area,
                points.stream().map(p -> PlanRecord.Place.of(p, scale)).toList(),
                scale.map(k -> k.mmAcross(bounds.maxX() - bounds.minX())),
                scale.map(k -> k.mmDown(bounds.maxY() - bounds.minY())));
    }

    private List<PlanRecord.Portion> injectate(NeedlePlan plan, Case casefile) {
        List<PlanRecord.Portion> all = new ArrayList<>();
        for (Session s : casefile.sessions()) {
            List<Aliquot> along = s.aliquots().stream().filter(a -> a.planId().equals(plan.id())).toList();
            if (s.isClosed() || along.isEmpty()) {
                continue;
            }
            Optional<Rational> fraction = figures.check(s, casefile).totals().fraction()
                    .filter(f -> f.signum() > 0);
            for (Aliquot a : along) {
                s.syringe(a.syringeId()).filter(y -> y.volumeMl().signum() > 0)
                        .ifPresent(y -> y.components().forEach(c -> all.add(portion(s, y, c, a, fraction))));
            }
        }
        return all;
    }

    private static PlanRecord.Portion portion(Session s, Syringe y, Component c, Aliquot a,
            Optional<Rational> fraction) {
        return new PlanRecord.Portion(s.course().words() + " on " + s.date(), y.label(), c.productName(),
                y.strength(c), a.volumeMl(), y.amountIn(c, a.volumeMl()), c.content().unit().symbol(), a.site(),
                fraction);
    }
}
