package foramen.report;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.PlanRecordReader;
import foramen.domain.delivery.SessionFigures;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Affine;
import foramen.job.Progress;
import foramen.overlay.DisplayList;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes the plan of a case as A4 pages with selectable text: who and which side, the annotated picture, the needle plan,
 * the measurements and the ledger on the first; what finds no room there goes on to further pages, so that nothing of
 * the plan's record is left out.
 */
public final class PlanPdfExporter implements Exporter {
    /** Overlay pixels along the picture: about 300 dots an inch at its printed width. */
    private static final double OVERLAY_PIXELS = 1500;

    private final OverlayComposer composer;
    private final PlanBooks books;
    private final ClipReader clips;
    private final Typefaces typefaces;
    private final ZoneId zone;
    private final Locale locale;

    /**
     * @param composer makes what is drawn on the picture
     * @param books names, needles, limits
     * @param clips opens the clip on which a needle was seen, where that is another one
     * @param typefaces for texts on the picture
     * @param zone the clinic's time zone
     * @param locale for numbers
     */
    public PlanPdfExporter(OverlayComposer composer, PlanBooks books, ClipReader clips, Typefaces typefaces,
            ZoneId zone,
            Locale locale) {
        this.composer = composer;
        this.books = books;
        this.clips = clips;
        this.typefaces = typefaces;
        this.zone = zone;
        this.locale = locale;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.PLAN_PDF;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Drawing the plan");
        Frame frame = subject.clip().frame(subject.frameIndex());
        progress.checkCancelled();
        // Whole in memory first, so that a failure half-way leaves nothing behind that looks like a plan.
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            describe(document, subject);
            try (PdfSheets sheets = new PdfSheets(document); ClipsAtHand all = new ClipsAtHand(subject, clips)) {
                new PlanPage(document, sheets, subject, this, all).draw(frame);
            }
            progress.checkCancelled();
            progress.report(0.7, "Writing the plan");
            document.save(whole);
        }
        try {
            whole.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new IOException("The plan could not be written: " + e.getMessage(), e);
        }
        progress.report(1, "Plan written");
    }

    private void describe(PDDocument document, ExportSubject subject) throws IOException {
        // The title is shown in window bars and indexes, so it names the case and not the patient.
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle("Pre-procedure plan, case " + subject.casefile().id().value());
        about.setSubject("Ultrasound-guided injection, deep gluteal region");
        about.setCreator("Foramen " + subject.softwareVersion());
        about.setProducer("Foramen " + subject.softwareVersion());
        about.setCreationDate(GregorianCalendar.from(subject.at().atZone(zone)));
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences view = new PDViewerPreferences(new COSDictionary());
        view.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(view);
        document.setDocumentId(subject.at().toEpochMilli());
        document.getDocumentCatalog().setMetadata(metadata(document, String.valueOf(about.getTitle())));
    }

    /** The title, and the claim that the page is accessible (ISO 14289-1 section 5), as XMP. */
    private static PDMetadata metadata(PDDocument document, String title) throws IOException {
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;");
        String xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(escaped);
        return new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What is drawn over the picture, alone on a clear ground.
     *
     * @param unitPoints points per output unit on the page
     * @param widthPoints width of the picture on the page
     */
    BufferedImage overlay(ExportSubject subject, Frame frame, double unitPoints, double widthPoints) {
        double scale = Math.max(1, OVERLAY_PIXELS / Math.max(frame.columns(), frame.rows()));
        int width = (int) Math.round(frame.columns() * scale);
        int height = (int) Math.round(frame.rows() * scale);
        double unit = unitPoints * width / widthPoints;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        DisplayList list = composer.compose(
                new OverlayScene(subject.casefile(), subject.clip().info(), subject.frameIndex(), Optional.empty(),
                        Optional.empty(), List.of()),
                new OverlayOptions(true, OverlayOptions.Info.NONE, true, locale), scale / unit);
        Graphics2D g = picture.createGraphics();
        try {
            new OverlayPainter(typefaces).paint(g, list, new OverlayPainter.Placement(
                    Affine.scale(width / (double) frame.columns(), height / (double) frame.rows()), unit, width,
                    height));
        } finally {
            g.dispose();
        }
        return picture;
    }

    OverlayComposer composer() {
        return composer;
    }

    StructureCatalog catalog() {
        return books.structures();
    }

    NeedleRules rules() {
        return books.needles();
    }

    /** Gathers what the record of a plan holds beside its geometry. */
    PlanRecordReader records() {
        return new PlanRecordReader(books.needles(), books.structures(), new SessionFigures(books.doses(), zone));
    }

    Times times() {
        return new Times(zone);
    }

    Locale locale() {
        return locale;
    }
}
