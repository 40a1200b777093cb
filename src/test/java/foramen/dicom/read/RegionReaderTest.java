package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationVerdict;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionReaderTest {
    private final List<String> warnings = new ArrayList<>();

    private Calibration read(DataSetBuilder data) {
        return new RegionReader(200, 100, warnings).calibration(data.build());
    }

    private static DataSetBuilder spaced(String... values) {
        return DataSet.builder().text(Tag.PIXEL_SPACING, Vr.DS, values);
    }

    private static DataSetBuilder region(double delta) {
        return DataSet.builder().sequence(Tag.ULTRASOUND_REGIONS, List.of(DataSet.builder()
                .whole(Tag.REGION_SPATIAL_FORMAT, Vr.US, 1).whole(Tag.REGION_DATA_TYPE, Vr.US, 1)
                .whole(Tag.REGION_MIN_X0, Vr.UL, 0).whole(Tag.REGION_MIN_Y0, Vr.UL, 0)
                .whole(Tag.REGION_MAX_X1, Vr.UL, 199).whole(Tag.REGION_MAX_Y1, Vr.UL, 99)
                .whole(Tag.PHYSICAL_UNITS_X, Vr.US, 3).whole(Tag.PHYSICAL_UNITS_Y, Vr.US, 3)
                .real(Tag.PHYSICAL_DELTA_X, Vr.FD, delta).real(Tag.PHYSICAL_DELTA_Y, Vr.FD, delta).build()));
    }

    @Test
    void pixelSpacingSaysHowItWasCalibrated() {
        Calibration c = read(spaced("0.2", "0.1").text(Tag.PIXEL_SPACING_CALIBRATION_TYPE, Vr.CS, "FIDUCIAL"));
        Scale.Known k = assertInstanceOf(Scale.Known.class, c.overallScale());
        assertTrue(k.note().contains("FIDUCIAL"), k.note());
        assertEquals(0.1, k.mmPerPixelX());
        assertEquals(0.2, k.mmPerPixelY());
    }

    @Test
    void pixelSpacingOfOtherThanTwoNumbersIsNone() {
        for (DataSetBuilder bad : List.of(spaced("0.2"), spaced("0.1", "0.2", "0.3"), spaced("0.1", "x", "0.2"))) {
            assertInstanceOf(Scale.Unknown.class, read(bad).overallScale());
            assertTrue(warnings.removeFirst().contains("Pixel Spacing"));
        }
    }

    @Test
    void spacingsOfDetectorsAndFilmsAreNamedAndNeverUsed() {
        Calibration c = read(DataSet.builder().text(Tag.IMAGER_PIXEL_SPACING, Vr.DS, "0.1", "0.1")
                .text(Tag.NOMINAL_SCANNED_PIXEL_SPACING, Vr.DS, "0.1", "0.1"));
        assertInstanceOf(Scale.Unknown.class, c.overallScale());
        assertEquals(List.of("Imager Pixel Spacing is no scale in tissue and was not used.",
                "Nominal Scanned Pixel Spacing is no scale in tissue and was not used."), warnings);
    }

    @Test
    void aRegionThatDisagreesWithPixelSpacingOrTheScanDepthIsSaidWithTheFile() {
        Calibration c = read(region(0.01).text(Tag.PIXEL_SPACING, Vr.DS, "0.2", "0.2")
                .text(Tag.DEPTH_OF_SCAN_FIELD, Vr.IS, "100"));
        assertEquals(0.1, assertInstanceOf(Scale.Known.class, c.overallScale()).mmPerPixelX(), 1e-12);
        assertTrue(warnings.get(0).contains("Pixel Spacing disagrees"), warnings.toString());
        assertTrue(warnings.get(1).contains("10 mm high") && warnings.get(1).contains("100 mm"), warnings.toString());
        warnings.clear();
        read(region(0.1).text(Tag.DEPTH_OF_SCAN_FIELD, Vr.IS, "90"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aVolumeIsRefusedWithItsReasonWhateverScaleItCarriesAndByHandToo() {
        for (String sopClass : List.of(Uid.ENHANCED_US_VOLUME, Uid.PHOTOACOUSTIC)) {
            Calibration c = read(region(0.01).text(Tag.SOP_CLASS_UID, Vr.UI, sopClass));
            assertTrue(assertInstanceOf(Scale.Unknown.class, c.scaleFor(List.of(new Point(5, 5)))).reason()
                    .contains("volume"));
            assertTrue(warnings.removeFirst().contains("volume"));
            assertInstanceOf(CalibrationVerdict.Refused.class, c.judge(byHand()));
            assertInstanceOf(Scale.Unknown.class, c.withManual(List.of(byHand())).scaleFor(List.of(new Point(5, 5))));
        }
    }

    private static ManualCalibration byHand() {
        return new ManualCalibration("m", new FrameRef("1.2", 0),
                List.of(new KnownLength(new Segment(new Point(5, 5), new Point(5, 85)), 16)), "", Instant.EPOCH, "");
    }

    @Test
    void thePixelAspectShapesAScaleByHandAndIsNoScaleItself() {
        Calibration c = read(DataSet.builder().text(Tag.PIXEL_ASPECT_RATIO, Vr.IS, "2", "1"));
        assertInstanceOf(Scale.Unknown.class, c.overallScale());
        Scale.Known k = assertInstanceOf(Scale.Known.class, c.withManual(List.of(byHand())).overallScale());
        assertEquals(0.2, k.mmPerPixelY(), 1e-12);
        assertEquals(0.1, k.mmPerPixelX(), 1e-12);
        read(DataSet.builder().text(Tag.PIXEL_ASPECT_RATIO, Vr.IS, "0", "1"));
        assertTrue(warnings.getLast().contains("Pixel Aspect Ratio"), warnings.toString());
    }
}
