package foramen.report.document;

import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.CaseFindings;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.FindingsReader;
import foramen.domain.delivery.PicturePainter;
import foramen.job.Progress;
import foramen.report.SetPictures;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/**
 * Writes the whole case as a report: A4, selectable text, tagged for accessibility, set from HTML and CSS that a clinic
 * can restyle. A template that is damaged or leaves out a part gives way to the shipped one, and the report says so.
 */
public final class ReportPdfExporter implements Exporter {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPdfExporter.class);

    private final ReportBooks books;
    private final FindingsReader findings;
    private final ClipReader clips;
    private final SetPictures set;
    private final PicturePainter painter;
    private final TemplateFolder folder;
    private final Style style;

    /**
     * How a report reads.
     *
     * @param zone the clinic's time zone
     * @param language where the clinic's own file asks for none
     * @param terms the domain's words in a language
     */
    public record Style(ZoneId zone, Locale language, DocumentTerms.Source terms) {}

    /**
     * What a report is read and drawn with.
     *
     * @param findings reads values off the case
     * @param clips opens the other clips of the case
     * @param set makes the pictures of the image set
     * @param painter paints the frame in view
     */
    public record Sources(FindingsReader findings, ClipReader clips, SetPictures set, PicturePainter painter) {}

    /**
     * @param books names and limits
     * @param sources what it is read and drawn with
     * @param folder the clinic's own templates
     * @param style how it reads
     */
    public ReportPdfExporter(ReportBooks books, Sources sources, TemplateFolder folder, Style style) {
        this.books = books;
        this.findings = sources.findings();
        this.clips = sources.clips();
        this.set = sources.set();
        this.painter = sources.painter();
        this.folder = folder;
        this.style = style;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.REPORT_PDF;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Reading the case");
        List<String> complaints = TemplateFolder.noComplaints();
        Clinic clinic = folder.clinic(complaints);
        DocumentWords words = DocumentWords.in(clinic.language().orElse(style.language()), style.terms());
        byte[] pdf;
        try (ClipsAtHand atHand = new ClipsAtHand(subject, clips)) {
            CaseFindings found = findings.read(subject.casefile(), atHand);
            progress.checkCancelled();
            progress.report(0.3, "Drawing the pictures of the report");
            ReportContext context = new ReportContext(subject, found, atHand, books, words, style.zone());
            List<Section> sections = new ReportSections(context, set, painter, progress).all();
            progress.checkCancelled();
            progress.report(0.6, "Setting the report");
            pdf = set(context, clinic, sections, complaints);
        }
        complaints.forEach(c -> LOG.warn("{}", c));
        progress.checkCancelled();
        try {
            out.write(pdf);
            out.flush();
        } catch (IOException e) {
            throw new IOException("The report could not be written: " + e.getMessage(), e);
        }
        progress.report(1, "Report written");
    }

    /** With the clinic's own page and style where they can be used, else with the shipped ones and a word about it. */
    private byte[] set(ReportContext context, Clinic clinic, List<Section> sections, List<String> complaints)
            throws IOException {
        Optional<String> html = folder.own(TemplateFolder.HTML, complaints);
        Optional<String> css = folder.own(TemplateFolder.CSS, complaints);
        if (html.isPresent() || css.isPresent()) {
            try {
                List<String> vain = new ArrayList<>();
                byte[] own = make(context, clinic, sections, complaints, html, css, vain);
                if (vain.isEmpty()) {
                    return own;
                }
                // A report that draws without what the style sheet asked for says so too.
                complaints.addAll(vain);
                return make(context, clinic, sections, complaints, html, css, new ArrayList<>());
            } catch (Template.DamagedException | IOException e) {
                complaints.add(e.getMessage() + " The one that ships with Foramen is used.");
            }
        }
        try {
            return make(context, clinic, sections, complaints, Optional.empty(), Optional.empty(), new ArrayList<>());
        } catch (Template.DamagedException e) {
            throw new IOException("The report could not be set: " + e.getMessage(), e);
        }
    }

    private byte[] make(ReportContext c, Clinic clinic, List<Section> sections, List<String> notices,
            Optional<String> html, Optional<String> css, List<String> vain)
            throws IOException, Template.DamagedException {
        Map<String, Object> values = head(c, clinic, notices);
        values.put("css", css.orElseGet(() -> TemplateFolder.shipped(TemplateFolder.CSS)));
        values.put("sections", new HtmlModel(c.words()).sections(sections));
        Document page = new Template(html.orElseGet(() -> TemplateFolder.shipped(TemplateFolder.HTML)),
                TemplateFolder.HTML).fill(values);
        Completeness.check(page, c, sections, notices);
        return new PdfMaker(folder).make(page, "Foramen " + c.subject().softwareVersion(), vain);
    }

    private Map<String, Object> head(ReportContext c, Clinic clinic, List<String> notices) {
        Map<String, Object> values = new HashMap<>();
        // The title is shown in window bars and indexes, so it names the case and not the patient.
        values.put("title", c.text("title", c.casefile().id().shortName()));
        values.put("heading", c.text("heading"));
        values.put("subject", c.text("subject"));
        values.put("author", c.subject().operator());
        values.put("lang", c.words().language().getLanguage());
        values.put("foot", c.text("foot", c.casefile().id().shortName(), c.subject().softwareVersion(),
                c.dateTime(c.subject().at())));
        values.put("side", c.side(c.casefile().side()));
        values.put("patient", c.orNone(PatientSections.name(c.casefile().patient())));
        values.put("disclaimer", c.text("disclaimer"));
        values.put("clinic", clinic.name());
        values.put("address", clinic.address());
        List<String> more = new ArrayList<>();
        Optional<byte[]> logo = clinic.logo().flatMap(l -> folder.picture(l, more));
        values.put("logo", logo.map(l -> (Object) HtmlModel.address(l)).orElse(false));
        values.put("logoAlternative",
                clinic.logoAlternative().isEmpty() ? c.text("logo") : clinic.logoAlternative());
        more.stream().filter(m -> !notices.contains(m)).forEach(notices::add);
        values.put("notices", List.copyOf(notices));
        return values;
    }
}
