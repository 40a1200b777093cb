package foramen.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The pages of a document while it is drawn; all stay open, because their feet say how many there are. */
final class PdfSheets implements AutoCloseable {
    private final PDDocument document;
    private final List<PdfSheet> sheets = new ArrayList<>();

    /** Pages to be added to {@code document}. */
    PdfSheets(PDDocument document) {
        this.document = document;
    }

    /** One more page, in the typefaces of the first. */
    PdfSheet add() throws IOException {
        PdfSheet next = sheets.isEmpty() ? new PdfSheet(document) : new PdfSheet(document, sheets.getFirst());
        sheets.add(next);
        return next;
    }

    /** All pages so far. */
    List<PdfSheet> all() {
        return List.copyOf(sheets);
    }

    @Override
    public void close() throws IOException {
        for (PdfSheet sheet : sheets) {
            sheet.close();
        }
    }
}
