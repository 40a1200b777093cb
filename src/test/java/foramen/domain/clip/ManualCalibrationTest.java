package foramen.domain.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** A scale that somebody set by drawing lines of known length. */
class ManualCalibrationTest {
    private static final Calibration BARE = Calibration.none();
    private static final Point HERE = new Point(50, 50);

    private static KnownLength line(double x0, double y0, double x1, double y1, double mm) {
        return new KnownLength(new Segment(new Point(x0, y0), new Point(x1, y1)), mm);
    }

    private static ManualCalibration set(String id, KnownLength... lines) {
        return new ManualCalibration(id, new FrameRef("1.2.3", 4), List.of(lines), "Dr Example", Instant.EPOCH, "");
    }

    private static Region picture(int minX, int maxX, long flags, double deltaX, double deltaY) {
        return new Region(1, 1, flags, minX, 0, maxX, 199, Optional.empty(), 0, 0, 3, 3, deltaX, deltaY);
    }

    private static Calibration of(Region... regions) {
        return new Calibration(List.of(regions), Optional.empty());
    }

    private static Scale.Known known(Calibration c, Point... points) {
        return assertInstanceOf(Scale.Known.class, c.scaleFor(List.of(points)));
    }

    @Property(tries = 200, seed = "2026")
    void two_lines_give_back_both_axes(@ForAll @DoubleRange(min = 0.01, max = 2) double across,
            @ForAll @DoubleRange(min = 0.01, max = 2) double down,
            @ForAll @DoubleRange(min = -20, max = 20) double tilt) {
        double mm1 = Math.hypot(100 * across, tilt * down);
        double mm2 = Math.hypot(tilt * across, 100 * down);
        Calibration c = BARE
                .withManual(List.of(set("a", line(10, 30, 110, 30 + tilt, mm1), line(40, 10, 40 + tilt, 110, mm2))));
        assertEquals(across, known(c, HERE).mmPerPixelX(), across * 1e-9);
        assertEquals(down, known(c, HERE).mmPerPixelY(), down * 1e-9);
    }

    @Test
    void oneLineScalesBothAxesAlikeAndTellsBySourceAndAuthor() {
        Scale.Known k = known(BARE.withManual(List.of(set("a", line(10, 10, 40, 50, 10)))), HERE);
        assertEquals(0.2, k.mmPerPixelX(), 1e-12);
        assertEquals(0.2, k.mmPerPixelY(), 1e-12);
        assertEquals(CalibrationSource.MANUAL, k.source());
        assertTrue(k.note().contains("Set by Dr Example from one line of known length (10 mm)"), k.note());
        assertEquals("user-calibrated by Dr Example",
                BARE.withManual(List.of(set("a", line(10, 10, 40, 50, 10)))).summary());
    }

    @Test
    void whereTheFileKnowsTheShapeOfAPixelOneLineKeepsIt() {
        Calibration oblong = of(picture(0, 199, 0, 0.02, 0.01));
        Scale.Known k = known(oblong.withManual(List.of(set("a", line(10, 10, 10, 110, 20)))), HERE);
        assertEquals(0.2, k.mmPerPixelY(), 1e-12);
        assertEquals(0.4, k.mmPerPixelX(), 1e-12);
    }

    @Test
    void itHoldsOnlyInTheRegionWhereItWasDrawn() {
        Calibration dual = of(picture(0, 99, 0, 0.01, 0.01), picture(100, 199, 0, 0.02, 0.02))
                .withManual(List.of(set("a", line(10, 10, 10, 110, 30))));
        assertEquals(0.3, known(dual, HERE).mmPerPixelX(), 1e-12);
        assertEquals(CalibrationSource.ULTRASOUND_REGION, known(dual, new Point(150, 50)).source());
        assertInstanceOf(Scale.Unknown.class, dual.scaleFor(List.of(HERE, new Point(150, 50))));
        assertInstanceOf(Scale.Unknown.class, dual.scaleFor(List.of(new Point(150, 250))));
    }

    @Test
    void beneathTheRegionsItHoldsOutsideThemOnly() {
        Calibration c = of(picture(0, 99, 0, 0.01, 0.01))
                .withManual(List.of(set("a", line(150, 10, 150, 110, 30))));
        assertEquals(0.1, known(c, HERE).mmPerPixelX(), 1e-12);
        assertEquals(0.3, known(c, new Point(160, 50)).mmPerPixelX(), 1e-12);
        assertInstanceOf(Scale.Unknown.class, c.scaleFor(List.of(HERE, new Point(160, 50))));
    }

    @Test
    void ofSeveralPicturesWithoutAScaleItCalibratesTheOneItLiesIn() {
        Region left = new Region(1, 1, 0, 0, 0, 99, 199, Optional.empty(), 0, 0, 0, 0, 0, 0);
        Region right = new Region(1, 1, 0, 100, 0, 199, 199, Optional.empty(), 0, 0, 0, 0, 0, 0);
        Calibration c = of(left, right).withManual(List.of(set("a", line(10, 10, 10, 110, 30))));
        assertEquals(0.3, known(c, HERE).mmPerPixelX(), 1e-12);
        assertInstanceOf(Scale.Unknown.class, c.scaleFor(List.of(new Point(150, 50))));
        assertInstanceOf(Scale.Unknown.class, c.scaleFor(List.of(HERE, new Point(150, 50))));
        assertInstanceOf(CalibrationVerdict.Refused.class, of(left, right).judge(set("b", line(50, 10, 150, 10, 9))));
        assertInstanceOf(CalibrationVerdict.Refused.class,
                of(left, right).judge(set("b", line(250, 10, 250, 110, 9))));
    }

    @Test
    void aProtectedScaleAsksForAReasonAnUnprotectedOneForConfirmationAndNoneForNeither() {
        ManualCalibration m = set("a", line(10, 10, 10, 110, 11));
        var reason = assertInstanceOf(CalibrationVerdict.NeedsReason.class,
                of(picture(0, 199, 2, 0.01, 0.01)).judge(m));
        assertTrue(reason.words().contains("protects") && reason.words().contains("+10.0 %"), reason.words());
        var confirm = assertInstanceOf(CalibrationVerdict.Confirm.class, of(picture(0, 199, 0, 0.01, 0.01)).judge(m));
        assertTrue(confirm.words().contains("US region") && confirm.words().contains("+10.0 %"), confirm.words());
        assertInstanceOf(CalibrationVerdict.Confirm.class,
                new Calibration(List.of(), Optional.of(new PixelSpacing(0.1, 0.1))).judge(m));
        assertInstanceOf(CalibrationVerdict.Ready.class, BARE.judge(m));
    }

    @Test
    void whatItReplacesStaysInSightWithTheDifference() {
        Scale.Known k = known(of(picture(0, 199, 0, 0.01, 0.02))
                .withManual(List.of(set("a", line(10, 10, 110, 10, 12), line(10, 10, 10, 110, 18)))), HERE);
        assertTrue(k.note().contains("US region") && k.note().contains("+20.0 % across and -10.0 % down"), k.note());
    }

    @Test
    void takenAwayTheScaleOfTheFileHoldsAgain() {
        Calibration file = of(picture(0, 199, 0, 0.01, 0.01));
        Calibration set = file.withManual(List.of(set("a", line(10, 10, 10, 110, 30))));
        assertEquals(file.scaleFor(List.of(HERE)), set.withManual(List.of()).scaleFor(List.of(HERE)));
    }

    @Test
    void theLaterOfTwoInOnePlaceHolds() {
        Calibration c = BARE.withManual(
                List.of(set("a", line(10, 10, 10, 110, 30)), set("b", line(10, 10, 10, 110, 20))));
        assertEquals(0.2, known(c, HERE).mmPerPixelX(), 1e-12);
        assertTrue(c.sharesExtent(c.manual().getFirst(), c.manual().getLast()));
    }

    @Test
    void linesThatGiveNoSoundScaleAreRefused() {
        assertTrue(BARE.judge(set("a", line(10, 10, 10, 25, 10))).words().contains("15 px"));
        assertTrue(BARE.judge(set("a", line(10, 10, 10, 110, 5000))).words().contains("check the lengths"));
        assertTrue(BARE.judge(set("a", line(10, 10, 10, 110, 20), line(40, 10, 45, 110, 20))).words()
                .contains("one of the two lines across"));
        for (double mm : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> line(0, 0, 9, 9, mm));
        }
        // Two lengths that contradict each other leave nothing under the root.
        assertInstanceOf(CalibrationVerdict.Refused.class,
                BARE.judge(set("a", line(10, 10, 110, 40, 1), line(10, 10, 40, 110, 100))));
    }

    @Test
    void aLineOnAnMModeOrAcrossAnEdgeIsRefused() {
        Region mMode = new Region(2, 1, 0, 100, 0, 199, 199, Optional.empty(), 0, 0, 4, 3, 0.005, 0.01);
        Calibration c = of(picture(0, 99, 0, 0.01, 0.01), mMode);
        assertTrue(c.judge(set("a", line(120, 10, 120, 110, 10))).words().contains("M-mode"));
        assertInstanceOf(CalibrationVerdict.Refused.class, c.judge(set("a", line(10, 10, 10, 310, 10))));
    }

    @Test
    void aScaleThatCannotFitTheStatedDepthIsQuestioned() {
        Calibration c = new Calibration(new FileScale(
                List.of(new Region(1, 1, 0, 0, 0, 199, 199, Optional.empty(), 0, 0, 0, 0, 0, 0)), Optional.empty(),
                Optional.empty(), 1, OptionalDouble.of(40), ""));
        assertTrue(c.judge(set("a", line(10, 10, 10, 110, 200))).words().contains("Depth of Scan Field says 40 mm"));
        assertFalse(c.judge(set("a", line(10, 10, 10, 110, 20))).words().contains("Depth of Scan Field"));
    }

    @Test
    void aPresentationStateServesBelowPixelSpacingAndAboveNothing() {
        PixelSpacing applied = new PixelSpacing(0.4, 0.3);
        assertEquals(CalibrationSource.PRESENTATION_STATE, known(BARE.withPresentation(applied), HERE).source());
        assertEquals(0.4, known(BARE.withPresentation(applied), HERE).mmPerPixelY());
        assertEquals(CalibrationSource.PIXEL_SPACING, known(new Calibration(List.of(),
                Optional.of(new PixelSpacing(0.1, 0.1))).withPresentation(applied), HERE).source());
    }

    @Test
    void storedLinesThatNoLongerGiveAScaleGiveNone() {
        Calibration c = BARE.withManual(List.of(set("a", line(10, 10, 10, 110, 1e9))));
        assertInstanceOf(Scale.Unknown.class, c.scaleFor(List.of(HERE)));
        // Both unplaceable for the same reason is no match.
        Region left = picture(0, 99, 0, 0.01, 0.01);
        Region over = picture(0, 99, 0, 0.02, 0.02);
        Calibration overlap = of(left, over).withManual(List.of(set("a", line(10, 10, 10, 110, 30))));
        assertInstanceOf(Scale.Unknown.class, overlap.scaleFor(List.of(HERE)));
    }
}
