package foramen.domain.delivery;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PlanAssessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads everything off a case that documents state, each value at the scale of its own clip. */
public final class FindingsReader {
    private final StructureCatalog structures;
    private final SideComparisons sides;
    private final PlanAssessor assessor;

    /**
     * @param structures names and kinds of structures
     * @param rules margins, needles and bands of visibility
     * @param sides which values are set side against side
     */
    public FindingsReader(StructureCatalog structures, NeedleRules rules, SideComparisons sides) {
        this.structures = structures;
        this.sides = sides;
        this.assessor = new PlanAssessor(rules, structures, Locale.ROOT);
    }

    /** What can be read off {@code casefile} with the clips at hand. */
    public CaseFindings read(Case casefile, ClipsAtHand clips) {
        List<CaseFindings.Measured> measured = casefile.annotations().stream()
                .filter(a -> a.counts() && a.shape().isMeasured())
                .map(a -> new CaseFindings.Measured(a, structures.get(a.structureId()), readings(a, casefile, clips)))
                .toList();
        List<CaseFindings.Planned> plans = casefile.plans().stream().map(p -> planned(p, casefile, clips)).toList();
        return new CaseFindings(measured, sides.of(casefile, clips::info), plans);
    }

    private CaseFindings.Planned planned(NeedlePlan plan, Case casefile, ClipsAtHand clips) {
        String uid = plan.frame().sopInstanceUid();
        return clips.info(uid)
                .map(info -> new CaseFindings.Planned(plan,
                        Optional.of(assessor.assess(plan, casefile.calibrationOf(info), casefile.annotations(),
                                casefile.sidesFor(info))),
                        ""))
                .orElseGet(() -> new CaseFindings.Planned(plan, Optional.empty(), clips.whyMissing(uid)));
    }

    private static List<Reading> readings(Annotation a, Case casefile, ClipsAtHand clips) {
        Optional<ClipInfo> info = clips.info(a.frame().sopInstanceUid());
        if (info.isEmpty()) {
            return List.of(new Reading.Unmeasurable(Quantity.LENGTH, clips.whyMissing(a.frame().sopInstanceUid()),
                    Double.NaN, Unit.PIXEL));
        }
        Measurer measurer = new Measurer(casefile.calibrationOf(info.get()));
        boolean shortAxis = a.plane() == ScanPlane.SHORT_AXIS;
        List<Reading> all = new ArrayList<>();
        measurer.readings(a.shape()).forEach(r -> all.add(shortAxis ? crossSectional(r) : r));
        if (shortAxis) {
            all.addAll(measurer.diameters(a.shape()));
        }
        return all;
    }

    /** An area in the short axis is the structure's cross-sectional area (clinical facts 2.2). */
    private static Reading crossSectional(Reading r) {
        if (r.quantity() != Quantity.AREA) {
            return r;
        }
        return switch (r) {
            case Reading.Measured m -> new Reading.Measured(Quantity.CROSS_SECTIONAL_AREA, m.value(), m.unit(),
                    m.source(), m.method(), m.note());
            case Reading.Unmeasurable u ->
                new Reading.Unmeasurable(Quantity.CROSS_SECTIONAL_AREA, u.reason(), u.pixels(), u.pixelUnit());
        };
    }
}
