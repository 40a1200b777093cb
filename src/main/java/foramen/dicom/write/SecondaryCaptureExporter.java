package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.PixelPayload;
import foramen.domain.anatomy.Code;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.PicturePainter;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Writes the annotated frame as a picture that every archive takes and every viewer shows: Secondary Capture (PS3.3
 * A.8.1), true colour, uncompressed, with Pixel Spacing where one scale holds for the whole picture.
 */
public final class SecondaryCaptureExporter implements Exporter {
    static final Code SOURCE_PURPOSE = new Code("DCM", "121322", "Source image for image processing operation");

    private static final Code MODIFYING_EQUIPMENT = new Code("DCM", "109103", "Modifying Equipment");
    private static final int CONVERSION_TYPE = 0x00080064;
    private static final int DEVICE_MANUFACTURER = 0x00181016;
    private static final int DEVICE_MODEL = 0x00181018;
    private static final int DEVICE_SOFTWARE = 0x00181019;
    private static final int CONTRIBUTING_EQUIPMENT = 0x0018A001;

    private final PicturePainter painter;
    private final ZoneId zone;

    /**
     * @param painter paints the picture
     * @param zone the clinic's time zone
     */
    public SecondaryCaptureExporter(PicturePainter painter, ZoneId zone) {
        this.painter = painter;
        this.zone = zone;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.SECONDARY_CAPTURE;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Drawing the DICOM image");
        PicturePainter.Painted painted = painter.paint(subject, progress);
        progress.report(0.6, "Writing the DICOM image");
        SharedModules shared = new SharedModules(subject, zone);
        DataSetBuilder data = shared.begin(new SharedModules.Series(kind(), 9002, shared.source().isDicom()
                ? "US"
                : "OT", "Foramen annotated image"), Uid.SECONDARY_CAPTURE);
        equipment(data, shared);
        image(data, subject, shared);
        pixels(data, painted.picture());
        SpacingModule.pixelSpacing(data, subject.calibration(), painted.factor());
        shared.source().lossyHistory().ifPresent(h -> h.write(data));
        progress.checkCancelled();
        new DicomWriter().write(out, data.build(),
                Optional.of(new PixelPayload.Native(8, List.of(FrameEncoder.rgb(painted.picture())))),
                PixelEncoding.RGB.syntax().uid());
        progress.report(1, "DICOM image written");
    }

    private static void equipment(DataSetBuilder data, SharedModules shared) {
        shared.scannerEquipment(data);
        data.text(CONVERSION_TYPE, Vr.CS, "WSD").text(DEVICE_MANUFACTURER, Vr.LO, SharedModules.PRODUCT)
                .text(DEVICE_MODEL, Vr.LO, SharedModules.PRODUCT)
                .text(DEVICE_SOFTWARE, Vr.LO, SharedModules.line(shared.version()))
                .sequence(CONTRIBUTING_EQUIPMENT, List.of(DataSet.builder()
                        .sequence(SegmentationTag.PURPOSE_OF_REFERENCE, List.of(Concepts.item(MODIFYING_EQUIPMENT)))
                        .text(Tag.MANUFACTURER, Vr.LO, SharedModules.PRODUCT)
                        .text(Tag.MODEL_NAME, Vr.LO, SharedModules.PRODUCT)
                        .text(Tag.SOFTWARE_VERSIONS, Vr.LO, SharedModules.line(shared.version())).build()));
    }

    private static void image(DataSetBuilder data, ExportSubject subject, SharedModules shared) {
        shared.laterality(data);
        int frame = subject.frame().number();
        data.text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "SECONDARY").text(Tag.PATIENT_ORIENTATION, Vr.CS, "")
                .text(Tag.CONTENT_DATE, Vr.DA, shared.date()).text(Tag.CONTENT_TIME, Vr.TM, shared.time())
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "YES")
                .text(Tag.DERIVATION_DESCRIPTION, Vr.ST, "Frame " + frame
                        + " with outlines, measurements and needle plan drawn into the pixels by Foramen");
        if (shared.source().canBeNamed()) {
            data.sequence(Tag.SOURCE_IMAGE_SEQUENCE, List.of(shared.source().reference(List.of(frame))
                    .sequence(SegmentationTag.PURPOSE_OF_REFERENCE, List.of(Concepts.item(SOURCE_PURPOSE))).build()));
        }
        if (!shared.source().isDicom()) {
            data.text(Tag.IMAGE_COMMENTS, Vr.LT, "Made from a film or picture that is no DICOM object: study, series "
                    + "and their UIDs were made by Foramen from its content and are those of no scanner.");
        }
    }

    private static void pixels(DataSetBuilder data, Frame picture) {
        data.whole(Tag.SAMPLES_PER_PIXEL, Vr.US, 3).text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
                .whole(Tag.PLANAR_CONFIGURATION, Vr.US, 0).whole(Tag.ROWS, Vr.US, picture.rows())
                .whole(Tag.COLUMNS, Vr.US, picture.columns()).whole(Tag.BITS_ALLOCATED, Vr.US, 8)
                .whole(Tag.BITS_STORED, Vr.US, 8).whole(Tag.HIGH_BIT, Vr.US, 7)
                .whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }
}
