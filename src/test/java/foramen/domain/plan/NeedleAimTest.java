package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.clip.Region;
import foramen.domain.measurement.Reading;
import foramen.domain.patient.Patient;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NeedleAimTest {
    private static final Segment PATH = new Segment(new Point(300, 60), new Point(420, 360));

    private final NeedleGeometry geometry = new NeedleGeometry(NeedleRules.standard());

    @Property
    void aTypedAngleIsReadBack(@ForAll @DoubleRange(min = 45, max = 90) double degrees) {
        ClipInfo clip = clip(spacing(0.2, 0.2));
        var moved = assertInstanceOf(NeedleAim.Aimed.Moved.class, aim(clip).angle(PATH, degrees));
        NeedleReading reading = geometry.read(moved.path(), clip.calibration(), List.of());
        assertEquals(degrees, value(reading.angleToSkin()), 1e-9);
        assertEquals(value(geometry.read(PATH, clip.calibration(), List.of()).depth()), value(reading.depth()), 1e-9);
        assertEquals(PATH.b().x(), moved.path().b().x(), 1e-9);
    }

    @Property
    void aTypedDepthAndOffsetAreReadBackOnPixelsThatAreNotSquare(@ForAll @DoubleRange(min = 10, max = 80) double depth,
            @ForAll @DoubleRange(min = 0, max = 60) double offset) {
        ClipInfo clip = clip(spacing(0.2, 0.3));
        var aim = aim(clip);
        var deep = assertInstanceOf(NeedleAim.Aimed.Moved.class, aim.depth(PATH, depth));
        var both = assertInstanceOf(NeedleAim.Aimed.Moved.class, aim.offset(deep.path(), offset));
        NeedleReading reading = geometry.read(both.path(), clip.calibration(), List.of());
        assertEquals(depth, value(reading.depth()), 1e-9);
        assertEquals(offset, value(reading.lateralOffset()), 1e-9);
    }

    @Test
    void theEntryStaysOnItsSideOfTheTarget() {
        Segment fromRight = new Segment(new Point(500, 60), new Point(420, 360));
        var moved = assertInstanceOf(NeedleAim.Aimed.Moved.class,
                aim(clip(spacing(0.2, 0.2))).offset(fromRight, 30));
        assertEquals(570, moved.path().a().x(), 1e-9);
    }

    @Test
    void aValueThatWouldLeaveTheRegionIsRefused() {
        Region region = new Region(1, 1, 0, 100, 20, 700, 500, Optional.empty(), 0, 0, 3, 3, 0.02, 0.02);
        var aim = aim(clip(new Calibration(List.of(region), Optional.empty())));
        var refused = assertInstanceOf(NeedleAim.Aimed.Refused.class, aim.angle(PATH, 20));
        assertTrue(refused.reason().contains("leave the calibrated picture"), refused.reason());
    }

    @Test
    void nothingIsAimedInMillimetresWithoutAScale() {
        var refused = assertInstanceOf(NeedleAim.Aimed.Refused.class,
                aim(clip(Calibration.none())).depth(PATH, 40));
        assertTrue(refused.reason().contains("no calibration"), refused.reason());
    }

    @Test
    void impossibleValuesAreRefusedWithASentence() {
        var aim = aim(clip(spacing(0.2, 0.2)));
        for (NeedleAim.Aimed aimed : List.of(aim.angle(PATH, 0), aim.angle(PATH, 91), aim.angle(PATH, Double.NaN),
                aim.depth(PATH, -1), aim.offset(PATH, -1),
                aim.points(new Segment(new Point(-1, 0), new Point(5, 5))))) {
            assertTrue(assertInstanceOf(NeedleAim.Aimed.Refused.class, aimed).reason().endsWith("."));
        }
    }

    private static double value(Reading reading) {
        return assertInstanceOf(Reading.Measured.class, reading).value();
    }

    private static Calibration spacing(double columnMm, double rowMm) {
        return new Calibration(List.of(), Optional.of(new PixelSpacing(rowMm, columnMm)));
    }

    private static ClipInfo clip(Calibration calibration) {
        return new ClipInfo(new ClipInfo.ClipIdentity("", "1.2.3", "", "", ""), 800, 600,
                FrameTiming.uniform(60, 40, "test"), "MONOCHROME2", calibration, Patient.UNKNOWN,
                Laterality.RIGHT, Optional.empty(), new ClipInfo.Origin("", "", "", "", ""), List.of());
    }

    @Test
    void anAngleIsRefusedWhereTheTargetDoesNotLieBelowTheEntry() {
        var aim = aim(clip(spacing(0.2, 0.2)));
        for (double targetY : new double[]{60, 20}) {
            Segment path = new Segment(new Point(300, 60), new Point(420, targetY));
            var refused = assertInstanceOf(NeedleAim.Aimed.Refused.class, aim.angle(path, 45));
            assertTrue(refused.reason().contains("below the entry"), refused.reason());
        }
    }

    private static NeedleAim aim(ClipInfo clip) {
        return new NeedleAim(clip, clip.calibration());
    }
}
