package foramen.domain.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Point INSIDE_A = new Point(20, 20);
    private static final Point INSIDE_B = new Point(120, 20);

    private static Region region(int format, int type, int minX, int maxX, double deltaX, double deltaY) {
        return new Region(format, type, 0, minX, 10, maxX, 59, Optional.empty(), 0, 0, 3, 3, deltaX, deltaY);
    }

    private static Region tissue(int minX, int maxX, double delta) {
        return region(1, 1, minX, maxX, delta, delta);
    }

    private static Calibration of(Region... regions) {
        return new Calibration(List.of(regions), Optional.empty());
    }

    private static Scale.Known known(Calibration c, Point... points) {
        return assertInstanceOf(Scale.Known.class, c.scaleFor(List.of(points)));
    }

    private static String refused(Calibration c, Point... points) {
        return assertInstanceOf(Scale.Unknown.class, c.scaleFor(List.of(points))).reason();
    }

    @Test
    void eachPanelOfADualScreenHasItsOwnScale() {
        Calibration dual = of(tissue(10, 99, 0.01), tissue(110, 199, 0.02));
        assertEquals(0.1, known(dual, INSIDE_A).mmPerPixelX(), 1e-12);
        assertEquals(0.2, known(dual, INSIDE_B).mmPerPixelX(), 1e-12);
    }

    @Test
    void aShapeAcrossTwoPanelsIsRefusedEvenAtEqualScale() {
        Calibration dual = of(tissue(10, 99, 0.01), tissue(110, 199, 0.01));
        assertTrue(refused(dual, INSIDE_A, INSIDE_B).contains("leaves its calibrated region"));
        assertTrue(refused(dual, new Point(5, 5)).contains("outside every calibrated region"));
    }

    @Test
    void theLastPixelBelongsToTheRegionAndTheNextDoesNot() {
        Calibration c = of(tissue(10, 99, 0.01));
        known(c, new Point(10, 10), new Point(99.999, 59.999));
        refused(c, new Point(100, 30));
        refused(c, new Point(9.999, 30));
        refused(c, new Point(50, 60));
    }

    @Test
    void overlappingRegionsOfDifferentScaleAreAmbiguousAndOfEqualScaleAreNot() {
        assertTrue(refused(of(tissue(10, 99, 0.01), tissue(10, 199, 0.02)), INSIDE_A).contains("ambiguous"));
        assertEquals(0.1, known(of(tissue(10, 99, 0.01), tissue(10, 199, 0.0100001)), INSIDE_A).mmPerPixelX(), 1e-12);
        // The other panel alone is clear.
        assertEquals(0.2, known(of(tissue(10, 99, 0.01), tissue(10, 199, 0.02)), INSIDE_B).mmPerPixelX(), 1e-12);
    }

    @Test
    void aNegativeDeltaMeasuresLikeAPositiveOne() {
        Scale.Known mirrored = known(of(region(1, 1, 10, 99, -0.036281, 0.036281)), INSIDE_A);
        assertEquals(0.36281, mirrored.mmPerPixelX(), 1e-12);
        assertEquals(0.36281, mirrored.mmPerPixelY(), 1e-12);
    }

    @Test
    void pixelsThatAreNotSquareCountInEachDirectionByThemselves() {
        Scale.Known scale = known(of(region(1, 1, 0, 199, 0.02, 0.01)), INSIDE_A);
        assertEquals(Math.hypot(6, 4), scale.toMm(new Segment(new Point(0, 0), new Point(30, 40))).length(), 1e-12);
        Polygon square = new Polygon(
                List.of(new Point(20, 20), new Point(30, 20), new Point(30, 30), new Point(20, 30)));
        assertEquals(2, scale.toMm(square).area(), 1e-12);
    }

    @Test
    void onlyTwoDimensionalTissueAndColourFlowInCentimetresAreMeasured() {
        assertEquals(0.1, known(of(region(1, 2, 10, 99, 0.01, 0.01)), INSIDE_A).mmPerPixelX(), 1e-12);
        for (Region r : List.of(region(2, 1, 10, 99, 0.01, 0.01), region(1, 0x0D, 10, 99, 0.01, 0.01),
                region(1, 1, 10, 99, 0, 0.01), region(1, 1, 10, 99, 0.01, Double.NaN),
                new Region(1, 1, 0, 10, 10, 99, 59, Optional.empty(), 0, 0, 4, 3, 0.01, 0.01))) {
            assertTrue(refused(of(r), INSIDE_A).contains("stay in pixels"), r.description());
        }
    }

    @Test
    void pixelSpacingServesOnlyWhereThereIsNoRegionRowsFirst() {
        Optional<PixelSpacing> spacing = Optional.of(new PixelSpacing(0.2, 0.1));
        Scale.Known fallback = known(new Calibration(List.of(), spacing), INSIDE_A);
        assertEquals(CalibrationSource.PIXEL_SPACING, fallback.source());
        assertEquals(0.1, fallback.mmPerPixelX());
        assertEquals(0.2, fallback.mmPerPixelY());
        Calibration both = new Calibration(List.of(tissue(10, 99, 0.01)), spacing);
        assertTrue(known(both, INSIDE_A).note().contains("disagrees"));
        refused(both, new Point(150, 20));
        assertEquals("", known(new Calibration(List.of(tissue(10, 99, 0.01)),
                Optional.of(new PixelSpacing(0.1, 0.1))), INSIDE_A).note());
    }

    @Test
    void withoutAnyScaleThereAreOnlyPixels() {
        assertTrue(refused(Calibration.none(), INSIDE_A).contains("no calibration"));
        assertEquals("not calibrated", Calibration.none().summary());
        refused(new Calibration(List.of(), Optional.of(new PixelSpacing(0, 0.1))), INSIDE_A);
    }

    @Test
    void pixelSpacingGivesNoLengthsOnAnMModeOrSpectralPart() {
        Region trace = new Region(2, 1, 0, 10, 10, 99, 59, Optional.empty(), 0, 0, 4, 3, 0.002, 0.01);
        Calibration c = new Calibration(List.of(trace), Optional.of(new PixelSpacing(0.2, 0.2)));
        assertTrue(refused(c, INSIDE_A).contains("M-mode"));
        assertTrue(refused(c, INSIDE_B, INSIDE_A).contains("M-mode"));
        assertEquals(0.2, known(c, INSIDE_B).mmPerPixelX());
    }

    @Test
    void aScaleThatNoUltrasoundPictureHasIsNoScale() {
        for (double delta : new double[]{1e308, 50, 1e-300, 1e-6}) {
            assertTrue(refused(of(tissue(10, 99, delta)), INSIDE_A).contains("stay in pixels"), "delta " + delta);
            refused(new Calibration(List.of(), Optional.of(new PixelSpacing(delta, 0.1))), INSIDE_A);
        }
    }

    @Test
    void aSmallRegionOverTheMiddleOfThePictureDoesNotMakeItUncalibrated() {
        Region inset = new Region(1, 1, 0, 50, 30, 60, 40, Optional.empty(), 0, 0, 3, 3, 0.02, 0.02);
        Calibration c = of(tissue(10, 99, 0.01), inset);
        assertEquals("US region", c.summary());
        assertEquals(0.1, assertInstanceOf(Scale.Known.class, c.overallScale()).mmPerPixelX(), 1e-12);
    }
}
