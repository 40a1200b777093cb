package foramen.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import foramen.report.Typefaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;

/**
 * Sets a page in XHTML as PDF, tagged after PDF/UA-1 (ISO 14289-1), with embedded typefaces. It opens no file and no
 * connection: pictures come inside the page, or by name from the folder of templates.
 */
final class PdfMaker {
    private static final String INSIDE = "data:";
    private static final int REGULAR = 400;
    private static final int MEDIUM = 500;
    private static final int BOLD = 700;

    private final TemplateFolder folder;

    PdfMaker(TemplateFolder folder) {
        this.folder = folder;
    }

    /**
     * Sets {@code page}.
     *
     * @param creator what made it, for the document's properties
     * @param complaints receives what a style sheet asked for in vain
     * @throws IOException with one sentence where it cannot be set
     */
    byte[] make(Document page, String creator, List<String> complaints) throws IOException {
        // Its diagnostics come back as values; on its own it would print them.
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer(creator);
        builder.useUriResolver((base, uri) -> resolve(uri, complaints));
        builder.useExternalResourceAccessControl((uri, type) -> true,
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith(INSIDE),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useFont(() -> Typefaces.file("Regular"), "Roboto", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> Typefaces.file("Medium"), "Roboto", MEDIUM, FontStyle.NORMAL, true);
        builder.useFont(() -> Typefaces.file("Bold"), "Roboto", BOLD, FontStyle.NORMAL, true);
        builder.useReplacementText("\ufffd");
        builder.withDiagnosticConsumer(d -> {
            if (d.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(d.getFormattedMessage());
            }
        });
        builder.withW3cDocument(page, "");
        builder.toStream(out);
        try {
            builder.run();
        } catch (RuntimeException e) {
            throw new IOException("The page could not be set: " + e.getMessage(), e);
        }
        return described(out.toByteArray(), creator);
    }

    /** The address of a picture: itself where the page holds it, else the picture of that name in the folder. */
    private String resolve(String uri, List<String> complaints) {
        if (uri == null || uri.startsWith("#") || uri.isEmpty()) {
            return "";
        }
        if (uri.startsWith(INSIDE)) {
            return uri;
        }
        List<String> said = new ArrayList<>();
        String found = folder.picture(uri, said).map(HtmlModel::address).orElse("");
        said.stream().filter(s -> !complaints.contains(s)).forEach(complaints::add);
        return found;
    }

    private static byte[] described(byte[] pdf, String creator) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation about = document.getDocumentInformation();
            about.setCreator(creator);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
