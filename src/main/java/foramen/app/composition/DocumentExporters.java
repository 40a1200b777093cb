package foramen.app.composition;

import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.FindingsReader;
import foramen.domain.delivery.RecordExporter;
import foramen.domain.delivery.SideComparisons;
import foramen.report.AnnotatedImageExporter;
import foramen.report.CleanImageExporter;
import foramen.report.ImageSetExporter;
import foramen.report.PictureFormat;
import foramen.report.SetPictures;
import foramen.report.Typefaces;
import foramen.report.document.ReportBooks;
import foramen.report.document.ReportPdfExporter;
import foramen.report.document.TemplateFolder;
import foramen.report.table.RecordTables;
import foramen.report.table.TablesExporter;
import foramen.workspace.assessment.AssessmentFiles;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The writers of report, tables, image set and print pictures, with the data files and templates of the clinic. */
final class DocumentExporters {
    /** The folder of a clinic's own templates, in the folder of records. */
    static final String TEMPLATES = "templates";

    private final Composition rooms;
    private final Locale language;

    DocumentExporters(Composition rooms, Locale language) {
        this.rooms = rooms;
        this.language = language;
    }

    List<Exporter> all(ClipReader clips, SideComparisons sides) {
        Typefaces typefaces = Typefaces.load();
        ZoneId zone = rooms.zone();
        AssessmentFiles files = rooms.assessmentFiles();
        FindingsReader findings = new FindingsReader(rooms.structures(), rooms.needleRules(), sides);
        SetPictures set = new SetPictures(rooms.overlayComposer(), typefaces, zone, Locale.ROOT);
        ReportBooks books = new ReportBooks(rooms.structures(), rooms.needleRules(), rooms.doseBook(), files.tests(),
                files.outcome(), files.schedule(), rooms.thresholds().thresholds().edition());
        var view = annotated(ExportKind.ANNOTATED_IMAGE, PictureFormat.PNG, typefaces);
        return List.of(new CleanImageExporter(ExportKind.CLEAN_PRINT, PictureFormat.TIFF),
                annotated(ExportKind.ANNOTATED_PRINT, PictureFormat.TIFF, typefaces),
                new ImageSetExporter(ExportKind.IMAGE_SET, set, clips, typefaces),
                new ImageSetExporter(ExportKind.CONTACT_SHEET, set, clips, typefaces),
                new ReportPdfExporter(books, new ReportPdfExporter.Sources(findings, clips, set, view),
                        new TemplateFolder(rooms.home().resolve(TEMPLATES)),
                        new ReportPdfExporter.Style(zone, language, WindowTerms::new)),
                new TablesExporter(ExportKind.TABLES_CSV, findings, clips, files.outcome(), zone),
                new TablesExporter(ExportKind.TABLES_JSON, findings, clips, files.outcome(), zone));
    }

    /** The tables of all cases. */
    List<RecordExporter> record(ClipReader clips, SideComparisons sides) {
        FindingsReader findings = new FindingsReader(rooms.structures(), rooms.needleRules(), sides);
        return Stream.of(ExportKind.TABLES_CSV, ExportKind.TABLES_JSON)
                .<RecordExporter>map(kind -> new RecordTables(kind, findings, clips,
                        rooms.assessmentFiles().outcome(), rooms.clock(), ProductVersion.current()))
                .toList();
    }

    private AnnotatedImageExporter annotated(ExportKind kind, PictureFormat format, Typefaces typefaces) {
        return new AnnotatedImageExporter(kind, format, rooms.overlayComposer(), typefaces, rooms.zone(), Locale.ROOT);
    }
}
