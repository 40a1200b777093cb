package foramen.testing;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Cases about {@link FakeClip}; everything drawn lies on its frame 30, which people count as 31. */
public final class Cases {
    /** The frame everything is drawn on, from 0. */
    public static final int FRAME = 30;
    /** When everything happened. */
    public static final Instant NOW = Instant.parse("2026-03-14T10:05:00Z");

    private Cases() {}

    /** A case with patient, side, indication and clip, and nothing drawn. */
    public static Case empty() {
        return Case.begin(new CaseId("case-0001"), NOW)
                .withPatient(new Patient("Example^Anna", "FX-0001", Optional.of(LocalDate.of(1978, 5, 2)), "F",
                        Optional.of(new BigDecimal("68"))))
                .withSide(Laterality.RIGHT).withIndication("Deep gluteal syndrome, piriformis")
                .withClip(new ClipRef(FakeClip.UID, "/clips/right.dcm", "Right, short axis"));
    }

    /** A case with a nerve of 100 mm², a muscle, a caliper, a plan and two lines of the ledger, one of them voided. */
    public static Case full() {
        return empty().withAnnotation(nerve("a1"))
                .withAnnotation(outline("a2", "piriformis", new Point(180, 200), new Point(330, 190),
                        new Point(340, 225), new Point(190, 240)))
                .withAnnotation(line("a3", "piriformis", new Point(250, 192), new Point(252, 236)))
                .withPlan(plan("p1")).withInjection(injection("i1"))
                .withInjection(injection("i2")
                        .voided(new Injection.Voiding("Entered twice", "Dr Example", NOW.plusSeconds(60))));
    }

    /** A sciatic nerve of 50 × 50 pixels, which is 100 mm² on the calibrated clip. */
    public static Annotation nerve(String id) {
        return outline(id, "sciatic-nerve", new Point(300, 280), new Point(350, 280), new Point(350, 330),
                new Point(300, 330));
    }

    /** An outline on the right side. */
    public static Annotation outline(String id, String structureId, Point... vertices) {
        return annotation(id, structureId, new Shape.Outline(new Polygon(List.of(vertices))));
    }

    /** A caliper on the right side. */
    public static Annotation line(String id, String structureId, Point a, Point b) {
        return annotation(id, structureId, new Shape.Line(new Segment(a, b)));
    }

    /** Any shape on the right side, short axis, at the piriformis. */
    public static Annotation annotation(String id, String structureId, Shape shape) {
        return new Annotation(id, frame(), shape, structureId, Laterality.RIGHT, ScanLevel.PIRIFORMIS,
                ScanPlane.SHORT_AXIS, "", false, "Dr Example", NOW);
    }

    /** A plan from the upper left to the piriformis: 30 mm across, 26 mm down. */
    public static NeedlePlan plan(String id) {
        return new NeedlePlan(id, frame(), new Point(120, 80), new Point(270, 210), Laterality.RIGHT, "Piriformis",
                "22g-80", "", "Dr Example", NOW);
    }

    /** Triamcinolone 40 mg/mL, 1 mL, on the right. */
    public static Injection injection(String id) {
        return new Injection(id, NOW, "triamcinolone", "Triamcinolone acetonide", InjectateClass.STEROID,
                new Concentration(new BigDecimal("40"), Concentration.Unit.MG_PER_ML), new BigDecimal("1.0"), "LOT-7",
                LocalDate.of(2027, 6, 30), Laterality.RIGHT, "Piriformis sheath", "p1", "Dr Example", "",
                Optional.empty());
    }

    /** The frame everything is drawn on. */
    public static FrameRef frame() {
        return new FrameRef(FakeClip.UID, FRAME);
    }
}
