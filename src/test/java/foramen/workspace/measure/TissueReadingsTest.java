package foramen.workspace.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Thresholds;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TissueReadingsTest {
    private final TissueReadings tissues = new TissueReadings(Thresholds.standard());
    private final FakeClip clip = FakeClip.calibrated();

    @Test
    void aPiriformisIsThickerThanTheCutOffOnlyAboveIt() {
        // 0.2 mm a pixel: 49 px are 9.8 mm, 50 px are 10 mm.
        assertEquals(Optional.of(false), thickness("piriformis", 49).beyond());
        TissueReadings.Thickness t = thickness("piriformis", 50);
        assertEquals(Optional.of(true), t.beyond());
        assertEquals("Above the cut-off of 9.95 mm.", t.words());
        assertTrue(t.source().contains("Siahaan 2021") && t.source().contains("Single centre"), t.source());
    }

    @Test
    void theMusclesOfBothSidesGiveDifferenceAndPerCentAndNoCutOff() {
        // 0.2 mm a pixel: 10, 9.8 and 10.2 mm on the right, 8 mm on the left.
        Case casefile = Cases.empty().withAnnotation(muscle("r1", 50)).withAnnotation(muscle("r2", 49))
                .withAnnotation(muscle("r3", 51))
                .withAnnotation(muscle("copy", 90).withOrigin(Origin.COPIED))
                .withAnnotation(muscle("l1", 40).withLaterality(Laterality.LEFT));
        CaseClips clips = CaseClips.only(clip.info());
        TissueReadings.Thicknesses t = tissues.thicknesses(casefile.annotation("l1").orElseThrow(), casefile, clips)
                .orElseThrow();
        Comparison.Made made = assertInstanceOf(Comparison.Made.class, t.sides().orElseThrow());
        assertEquals(3, made.first().spread().n());
        assertEquals(10, made.first().value(), 1e-9);
        assertEquals(2, made.difference(), 1e-9);
        assertEquals(25, made.percent(), 1e-9);
        assertEquals(Comparison.Outcome.NO_REFERENCE, made.verdicts().getFirst().outcome());
        Case elsewhere = casefile.withAnnotation(muscle("l1", 40).withLaterality(Laterality.LEFT)
                .withLevel(ScanLevel.ISCHIAL_SPINE));
        assertInstanceOf(Comparison.Refused.class, tissues.thicknesses(elsewhere.annotation("r1").orElseThrow(),
                elsewhere, clips).orElseThrow().sides().orElseThrow());
        Case oblique = casefile.withAnnotation(muscle("l1", 40).withLaterality(Laterality.LEFT)
                .withPlane(ScanPlane.LONG_AXIS));
        assertTrue(assertInstanceOf(Comparison.Refused.class, tissues.thicknesses(
                oblique.annotation("r1").orElseThrow(), oblique, clips).orElseThrow().sides().orElseThrow()).reason()
                .startsWith("The planes differ"));
        Case alone = casefile.withoutAnnotation("l1");
        assertEquals(Optional.empty(),
                tissues.thicknesses(alone.annotation("r1").orElseThrow(), alone, clips).orElseThrow().sides());
    }

    private static Annotation muscle(String id, double pixels) {
        return Cases.line(id, "piriformis", new Point(250, 150), new Point(250, 150 + pixels));
    }

    @Test
    void aLigamentHasNoCutOffAndSaysSo() {
        TissueReadings.Thickness t = thickness("sacrospinous-ligament", 40);
        assertEquals(Optional.empty(), t.beyond());
        assertTrue(t.words().startsWith("No ultrasound cut-off"), t.words());
    }

    @Test
    void withoutAScaleNoThicknessIsHeldAgainstTheCutOff() {
        Annotation a = Cases.line("m", "piriformis", new Point(250, 150), new Point(250, 300));
        Case casefile = Cases.empty().withAnnotation(a);
        TissueReadings.Thickness t = tissues.thickness(a, casefile, FakeClip.uncalibrated().info()).orElseThrow();
        assertEquals(Optional.empty(), t.beyond());
        assertInstanceOf(Reading.Unmeasurable.class, t.reading());
    }

    @Test
    void outlinesAndOtherStructuresHaveNoThickness() {
        Annotation nerve = Cases.line("n", "sciatic-nerve", new Point(250, 150), new Point(250, 200));
        assertEquals(Optional.empty(), tissues.thickness(nerve, Cases.full(), clip.info()));
        assertEquals(Optional.empty(),
                tissues.thickness(Cases.full().annotation("a2").orElseThrow(), Cases.full(), clip.info()));
    }

    @Test
    void aCalcificationHasSizeAndDistancesToWhatIsMarkedOnItsFrame() {
        Annotation k = Cases.outline("k", "calcification", new Point(400, 280), new Point(430, 280),
                new Point(430, 290), new Point(400, 290));
        Case casefile = Cases.full().withAnnotation(k);
        TissueReadings.Calcification c = tissues.calcification(k, casefile, clip.info()).orElseThrow();
        assertEquals("6.3\u00a0mm", c.length().text(Locale.ROOT));
        assertEquals("2.0\u00a0mm", c.thickness().orElseThrow().text(Locale.ROOT));
        // From x 350, the nerve's right edge, to x 400.
        assertEquals("10.0\u00a0mm", c.toNerve().text(Locale.ROOT));
        assertEquals("No ischial spine is marked on this frame.", c.toSpine().provenance());
        Case marked = casefile.withAnnotation(
                Cases.annotation("s", "ischial-spine", new Shape.Marker(new Point(445, 285))));
        assertEquals("3.0\u00a0mm", tissues.calcification(k, marked, clip.info()).orElseThrow().toSpine()
                .text(Locale.ROOT));
    }

    @Test
    void theEchoOfAnOutlineIsWorkedOutOnceAndCalipersHaveNone() {
        EchoDesk desk = new EchoDesk(new CurrentThreadJobRunner());
        Annotation nerve = Cases.nerve("a1");
        EchoReading e = assertInstanceOf(EchoDesk.State.Known.class, desk.of(nerve, clip)).reading();
        assertEquals(2500, e.pixels());
        assertEquals(2500, e.histogram().stream().mapToLong(n -> n).sum());
        assertEquals(256, e.histogram().size());
        desk.of(nerve, clip);
        assertEquals(1, desk.changesProperty().get());
        Annotation caliper = Cases.line("c", "sciatic-nerve", new Point(300, 280), new Point(350, 280));
        assertTrue(assertInstanceOf(EchoDesk.State.None.class, desk.of(caliper, clip)).reason()
                .contains("enclose no pixels"));
        Annotation outside = Cases.outline("o", "sciatic-nerve", new Point(-9, -9), new Point(-5, -9),
                new Point(-5, -5));
        assertEquals(List.of("No pixel's centre lies inside this outline."),
                List.of(assertInstanceOf(EchoDesk.State.None.class, desk.of(outside, clip)).reason()));
    }

    private TissueReadings.Thickness thickness(String structure, double pixels) {
        Annotation a = Cases.line("m", structure, new Point(250, 150), new Point(250, 150 + pixels));
        return tissues.thickness(a, Cases.empty().withAnnotation(a), clip.info()).orElseThrow();
    }
}
