package foramen.workspace.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import foramen.workspace.Fixtures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clip's pixels are 0.5 mm. */
class CaseReadingsTest {
    private final CaseReadings readings = new CaseReadings(StructureCatalog.standard(), NeedleRules.standard(),
            Locale.ENGLISH);
    private final ClipInfo clip = Fixtures.info(10);

    private static double mm(Reading r) {
        return assertInstanceOf(Reading.Measured.class, r).value();
    }

    @Test
    void anOutlineInTheShortAxisReadsItsCrossSectionalArea() {
        Case c = Fixtures.emptyCase().withAnnotation(Fixtures.annotation("a", Fixtures.square(10, 10, 20)))
                .withAnnotation(Fixtures.annotation("b", Fixtures.square(10, 10, 20)).withPlane(ScanPlane.LONG_AXIS));
        List<AnnotationReading> all = readings.annotations(c, clip, 0);
        assertEquals(Quantity.CROSS_SECTIONAL_AREA, all.get(0).readings().getFirst().quantity());
        assertEquals(100, mm(all.get(0).readings().getFirst()), 1e-9);
        assertEquals(40, mm(all.get(0).readings().get(1)), 1e-9);
        assertEquals(Quantity.AREA, all.get(1).readings().getFirst().quantity());
        assertEquals(List.of(), readings.annotations(c, clip, 1));
    }

    @Test
    void withoutCalibrationThereAreNoMillimetres() {
        ClipInfo bare = Fixtures.info(1, Laterality.LEFT, Calibration.none());
        AnnotationReading r = readings.annotation(Fixtures.annotation("a", Fixtures.square(0, 0, 10)),
                Fixtures.emptyCase(), bare);
        r.readings().forEach(x -> assertInstanceOf(Reading.Unmeasurable.class, x));
        assertEquals(Quantity.CROSS_SECTIONAL_AREA, r.readings().getFirst().quantity());
    }

    @Test
    void aPlanReadsItsDistanceToAllElseOnItsFrame() {
        Case c = Fixtures.emptyCase().withAnnotation(Fixtures.annotation("n", Fixtures.square(54, 20, 20)))
                .withAnnotation(Fixtures.annotation("m", new Shape.Marker(new Point(150, 30))).withLabel("Spine"))
                .withPlan(Fixtures.plan("p", new Point(50, 10), new Point(50, 70)));
        PlanReading r = readings.plans(c, clip, 0).getFirst();
        assertEquals(30, mm(r.reading().depth()), 1e-9);
        assertEquals(List.of("Sciatic nerve", "Spine"),
                r.reading().clearances().stream().map(x -> x.obstacle().name()).toList());
        assertEquals(2, mm(r.reading().clearances().getFirst().fromPath()), 1e-9);
        assertEquals(1, r.warnings().size());
        assertTrue(r.warnings().getFirst().startsWith("The path passes 2.0\u00a0mm from the sciatic nerve"));
    }

    @Test
    void aPathThroughTheNerveAndANeedleTooShortAreSaid() {
        Case c = Fixtures.emptyCase().withAnnotation(Fixtures.annotation("n", Fixtures.square(40, 20, 20)));
        var plan = Fixtures.plan("p", new Point(50, 0), new Point(50, 90)).withNeedle("22g-38");
        List<String> warnings = readings.plan(plan, c, clip).warnings();
        assertEquals(2, warnings.size());
        assertTrue(warnings.get(0).startsWith("The path meets the sciatic nerve"));
        assertTrue(warnings.get(1).contains("take a longer one"));
        assertEquals(1, readings.plan(plan.withNeedle("22g-80"), c, clip).warnings().size());
    }

    @Test
    void sidesThatDisagreeWithTheFileAreSaid() {
        Case c = Fixtures.emptyCase().withSide(Laterality.RIGHT)
                .withAnnotation(
                        Fixtures.annotation("a", Fixtures.square(0, 0, 9)).withLaterality(Laterality.RIGHT))
                .withAnnotation(Fixtures.annotation("b", Fixtures.square(0, 0, 9)))
                .withAnnotation(
                        Fixtures.annotation("c", Fixtures.square(0, 0, 9)).withLaterality(Laterality.BILATERAL))
                .withPlan(Fixtures.plan("p", new Point(0, 0), new Point(9, 9)).withLaterality(Laterality.RIGHT));
        List<String> warnings = readings.lateralityWarnings(c, clip);
        assertEquals(List.of("Case is marked right, but the clip's file says left; check which is right.",
                "Sciatic nerve on frame 1 is marked right, but the clip's file says left; check which is right.",
                "Needle plan on frame 1 is marked right, but the clip's file says left; check which is right."),
                warnings);
        assertEquals(1, readings.annotations(c, clip, 0).getFirst().warnings().size());
        ClipInfo silent = Fixtures.info(1, Laterality.UNSPECIFIED, clip.calibration());
        assertEquals(List.of(), readings.lateralityWarnings(c, silent));
    }

    @Test
    void aFollowedOutlineWhoseSideDiffersFromItsKeyFramesIsSaidWhereTheFileDisagrees() {
        Annotation nerve = Fixtures.annotation("k", Fixtures.square(0, 0, 9));
        Annotation key = nerve.withFollow(Optional.of(Follow.keyFrame("t")));
        Annotation followed = nerve.copiedTo("f", new FrameRef(Fixtures.CLIP_UID, 1), Origin.FOLLOWED, Fixtures.NOW)
                .withFollow(Optional.of(new Follow("t", false, 0.9, false, Follow.Review.OPEN)));
        Case agreed = Fixtures.emptyCase().withSide(Laterality.LEFT).withAnnotation(key).withAnnotation(followed);
        assertEquals(List.of(), readings.lateralityWarnings(agreed, clip));
        assertEquals(
                List.of("Sciatic nerve on frame 2 is marked right, but the clip's file says left; check which is right."),
                readings.lateralityWarnings(agreed.withAnnotation(followed.withLaterality(Laterality.RIGHT)), clip));
        assertEquals(
                List.of("Sciatic nerve on frame 1 is marked right, but the clip's file says left; check which is right."),
                readings.lateralityWarnings(agreed.withAnnotation(followed.withLaterality(Laterality.RIGHT))
                        .withAnnotation(key.withLaterality(Laterality.RIGHT)), clip));
    }

    @Test
    void aPathThroughTheNerveIsSaidWithoutAScaleToo() {
        ClipInfo bare = Fixtures.info(1, Laterality.LEFT, Calibration.none());
        Case c = Fixtures.emptyCase().withAnnotation(Fixtures.annotation("n", Fixtures.square(40, 20, 20)));
        assertEquals(List.of("The path meets the sciatic nerve; without a scale no margin can be checked."),
                readings.plan(Fixtures.plan("p", new Point(50, 0), new Point(50, 90)), c, bare).warnings());
        assertEquals(List.of("Without a scale no margin can be checked."),
                readings.plan(Fixtures.plan("p", new Point(90, 0), new Point(90, 90)), c, bare).warnings());
        assertEquals(List.of(), readings
                .plan(Fixtures.plan("p", new Point(90, 0), new Point(90, 90)), Fixtures.emptyCase(), bare).warnings());
    }
}
