package foramen.dicom.write;

import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** The scale of a picture in the objects that can state only one: written where all of the picture has it, else not. */
final class SpacingModule {
    private static final int CALIBRATION_DESCRIPTION = 0x00280A04;
    private static final MathContext DS_DIGITS = new MathContext(12);

    private SpacingModule() {}

    /**
     * Pixel Spacing with its calibration type (PS3.3 table 10-10).
     *
     * @param factor how many pixels of the object one pixel of the clip takes each way
     */
    static void pixelSpacing(DataSetBuilder data, Calibration calibration, int factor) {
        Optional<Scale.Known> scale = calibration.uniformScale();
        if (scale.isPresent()) {
            Scale.Known k = scale.get();
            boolean byHand = k.source() == CalibrationSource.MANUAL;
            data.text(Tag.PIXEL_SPACING, Vr.DS, decimal(k.mmPerPixelY() / factor), decimal(k.mmPerPixelX() / factor))
                    .text(Tag.PIXEL_SPACING_CALIBRATION_TYPE, Vr.CS, byHand ? "FIDUCIAL" : "GEOMETRY")
                    .text(CALIBRATION_DESCRIPTION, Vr.LO, "From: " + k.source().label());
        }
    }

    /** Presentation Pixel Spacing, else the shape of a pixel (PS3.3 C.10.4). */
    static void displayed(DataSetBuilder area, Calibration calibration) {
        Optional<Scale.Known> scale = calibration.uniformScale();
        if (scale.isPresent()) {
            area.text(PresentationTag.PRESENTATION_PIXEL_SPACING, Vr.DS, decimal(scale.get().mmPerPixelY()),
                    decimal(scale.get().mmPerPixelX()));
            return;
        }
        double aspect = calibration.file().pixelAspect();
        boolean square = Math.abs(aspect - 1) < 1e-6;
        area.text(PresentationTag.PRESENTATION_PIXEL_ASPECT_RATIO, Vr.IS,
                square ? "1" : Long.toString(Math.round(aspect * 1000)), square ? "1" : "1000");
    }

    private static String decimal(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DS_DIGITS).stripTrailingZeros();
        String plain = rounded.toPlainString();
        return plain.length() <= 16 ? plain : rounded.toString();
    }
}
