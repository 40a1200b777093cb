package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import foramen.overlay.OverlayComposer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Writes what was drawn on a clip as a softcopy presentation state: grayscale for grey clips, colour for all others
 * (PS3.3 A.33.1, A.33.2), because a grayscale one may not refer to a colour image.
 */
public final class PresentationStateExporter implements Exporter {
    private final OverlayComposer composer;
    private final StructureCatalog catalog;
    private final ZoneId zone;

    /**
     * @param composer makes the texts and says where they stand
     * @param catalog names, colours and codes of structures
     * @param zone the clinic's time zone
     */
    public PresentationStateExporter(OverlayComposer composer, StructureCatalog catalog, ZoneId zone) {
        this.composer = composer;
        this.catalog = catalog;
        this.zone = zone;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.PRESENTATION_STATE;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing the presentation state");
        SharedModules shared = new SharedModules(subject, zone);
        shared.source().requireName("A presentation state");
        DataSet data = dataSet(subject, shared);
        progress.checkCancelled();
        new DicomWriter().write(out, data, Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        progress.report(1, "Presentation state written");
    }

    private DataSet dataSet(ExportSubject subject, SharedModules shared) {
        SourceObject source = shared.source();
        DataSetBuilder data = shared.begin(
                new SharedModules.Series(kind(), 9001, "PR", "Foramen presentation state"),
                source.isGrey() ? Uid.GRAYSCALE_PRESENTATION_STATE : Uid.COLOR_PRESENTATION_STATE);
        shared.ourEquipment(data);
        shared.laterality(data);
        identification(data, subject, shared);
        data.sequence(Tag.REFERENCED_SERIES_SEQUENCE, List.of(DataSet.builder()
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, source.seriesUid())
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, List.of(source.reference().build())).build()));
        DataSetBuilder area = DataSet.builder().whole(PresentationTag.DISPLAYED_AREA_TOP_LEFT, Vr.SL, 1, 1)
                .whole(PresentationTag.DISPLAYED_AREA_BOTTOM_RIGHT, Vr.SL, source.columns(), source.rows())
                .text(PresentationTag.PRESENTATION_SIZE_MODE, Vr.CS, "SCALE TO FIT");
        SpacingModule.displayed(area, subject.calibration());
        data.sequence(PresentationTag.DISPLAYED_AREA_SEQUENCE, List.of(area.build()));
        new PresentationLayers(subject, shared, composer, catalog).write(data);
        if (source.isGrey()) {
            GreyPipeline.write(data, source.data());
        } else {
            data.bytes(PresentationTag.ICC_PROFILE, Vr.OB, InputProfile.sRgb())
                    .text(PresentationTag.COLOR_SPACE, Vr.CS, "SRGB");
        }
        return data.build();
    }

    private static void identification(DataSetBuilder data, ExportSubject subject, SharedModules shared) {
        data.text(PresentationTag.CONTENT_LABEL, Vr.CS, "FORAMEN")
                .text(PresentationTag.CONTENT_DESCRIPTION, Vr.LO,
                        SharedModules.line("Drawings of case " + subject.casefile().id().shortName()))
                .text(PresentationTag.PRESENTATION_CREATION_DATE, Vr.DA, shared.date())
                .text(PresentationTag.PRESENTATION_CREATION_TIME, Vr.TM, shared.time())
                .text(PresentationTag.CONTENT_CREATOR, Vr.PN, SharedModules.person(subject.operator()));
    }
}
