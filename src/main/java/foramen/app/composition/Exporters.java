package foramen.app.composition;

import foramen.dicom.check.DicomCheck;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.read.PresentationStateReader;
import foramen.dicom.read.SegmentationReader;
import foramen.dicom.read.sr.MeasurementReportImporter;
import foramen.dicom.write.EncapsulatedPdfExporter;
import foramen.dicom.write.PresentationStateExporter;
import foramen.dicom.write.SecondaryCaptureExporter;
import foramen.dicom.write.SegmentationExporter;
import foramen.dicom.write.sr.MeasurementReportExporter;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.CaseImporter;
import foramen.domain.delivery.DeliveryCheck;
import foramen.domain.delivery.DrawingImporter;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.FoundDrawings;
import foramen.domain.delivery.SideComparisons;
import foramen.domain.plan.NeedleRules;
import foramen.domain.session.DoseBook;
import foramen.overlay.OverlayComposer;
import foramen.report.AnnotatedImageExporter;
import foramen.report.CleanImageExporter;
import foramen.report.FilmExporter;
import foramen.report.ImageJRoisExporter;
import foramen.report.ImageJStackExporter;
import foramen.report.PictureFormat;
import foramen.report.PlanBooks;
import foramen.report.PlanPdfExporter;
import foramen.report.ReportCheck;
import foramen.report.Typefaces;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One writer for each kind of document; what a file says is English, with the point in its decimals. */
final class Exporters {
    private static final Locale LOCALE = Locale.ROOT;
    /** What a drawing is that names no structure of the catalogue. */
    private static final String OTHER = "other";

    private final OverlayComposer composer;
    private final StructureCatalog structures;
    private final NeedleRules rules;
    private final DoseBook doses;
    private final ZoneId zone;
    private final Typefaces typefaces = Typefaces.load();

    Exporters(OverlayComposer composer, StructureCatalog structures, NeedleRules rules, DoseBook doses,
            ZoneId zone) {
        this.composer = composer;
        this.structures = structures;
        this.rules = rules;
        this.doses = doses;
        this.zone = zone;
    }

    List<Exporter> all(ClipReader clips, SideComparisons sides) {
        var annotated = annotated(ExportKind.ANNOTATED_IMAGE, PictureFormat.PNG);
        var plan = new PlanPdfExporter(composer, new PlanBooks(structures, rules, doses), clips, typefaces, zone,
                LOCALE);
        return List.of(clean(ExportKind.CLEAN_IMAGE, PictureFormat.PNG), annotated,
                clean(ExportKind.CLEAN_JPEG, PictureFormat.JPEG),
                annotated(ExportKind.ANNOTATED_JPEG, PictureFormat.JPEG),
                clean(ExportKind.CLEAN_TIFF, PictureFormat.TIFF),
                annotated(ExportKind.ANNOTATED_TIFF, PictureFormat.TIFF), film(ExportKind.FILM),
                film(ExportKind.FILM_GIF), plan, new PresentationStateExporter(composer, structures, zone),
                new SecondaryCaptureExporter(annotated, zone), new SegmentationExporter(structures, zone),
                new EncapsulatedPdfExporter(plan, zone),
                new MeasurementReportExporter(clips, structures, rules, sides, zone),
                new ImageJRoisExporter(structures),
                new ImageJStackExporter());
    }

    /** What gives back a case, or a part of one. */
    static List<CaseImporter> importers(StructureCatalog structures) {
        return List.of(new MeasurementReportImporter(structures),
                new DrawingImporter(new PresentationStateReader(structures), OTHER),
                new DrawingImporter(new SegmentationReader(structures), OTHER));
    }

    /** What opens each kind of document again before it is said to be there. */
    static List<DeliveryCheck> checks(StructureCatalog structures, DicomClipReader pictures) {
        var presentation = new PresentationStateReader(structures);
        var masks = new SegmentationReader(structures);
        return List.of(new ReportCheck(), new DicomCheck(pictures, new MeasurementReportImporter(structures), file -> {
            Optional<FoundDrawings> found = presentation.read(file);
            return found.isPresent() ? found : masks.read(file);
        }));
    }

    private static CleanImageExporter clean(ExportKind kind, PictureFormat format) {
        return new CleanImageExporter(kind, format);
    }

    private AnnotatedImageExporter annotated(ExportKind kind, PictureFormat format) {
        return new AnnotatedImageExporter(kind, format, composer, typefaces, zone, LOCALE);
    }

    private FilmExporter film(ExportKind kind) {
        return new FilmExporter(kind, composer, typefaces, zone, LOCALE);
    }
}
