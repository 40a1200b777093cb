package foramen.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** One A4 page to draw on, in points from its top-left corner; text is placed by its baseline. */
final class PdfSheet implements AutoCloseable {
    /** Text that carries facts. */
    static final Color INK = new Color(0x17202B);
    /** Names of facts, sources and methods; 6:1 on white. */
    static final Color MUTED = new Color(0x55606D);
    /** Hairlines. */
    static final Color RULE = new Color(0xCFD6DD);
    /** The one accent. */
    static final Color ACCENT = new Color(0x0F5C78);
    /** Something to look at; 6:1 on white. */
    static final Color CAUTION = new Color(0x8A4B00);

    private final PDPageContentStream content;
    private final PdfTags tags;
    private final double height;
    private final PdfFace regular;
    private final PdfFace medium;
    private final PdfFace bold;

    /** Adds the first page to {@code document}. */
    PdfSheet(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        this.regular = new PdfFace(document, "Regular");
        this.medium = new PdfFace(document, "Medium");
        this.bold = new PdfFace(document, "Bold");
        this.tags = new PdfTags(document, page);
        this.height = PDRectangle.A4.getHeight();
        this.content = begin(document, page);
    }

    /** Adds another page to {@code document}, in the typefaces of {@code before}, which are embedded once. */
    PdfSheet(PDDocument document, PdfSheet before) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        this.regular = before.regular;
        this.medium = before.medium;
        this.bold = before.bold;
        this.tags = new PdfTags(before.tags, page);
        this.height = PDRectangle.A4.getHeight();
        this.content = begin(document, page);
    }

    private static PDPageContentStream begin(PDDocument document, PDPage page) throws IOException {
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    /**
     * How a text looks.
     *
     * @param weight its weight
     * @param size in points
     * @param colour its colour
     */
    record Style(Weight weight, double size, Color colour) {
        /** The same in another colour. */
        Style in(Color other) {
            return new Style(weight, size, other);
        }

        /** The distance from one baseline to the next. */
        double leading() {
            return size * 1.28;
        }
    }

    /** Weights of the typeface. */
    enum Weight {
        REGULAR, MEDIUM, BOLD
    }

    private PdfFace face(Weight weight) {
        return switch (weight) {
            case REGULAR -> regular;
            case MEDIUM -> medium;
            case BOLD -> bold;
        };
    }

    /** Something drawn. */
    @FunctionalInterface
    interface Drawing {
        void draw() throws IOException;
    }

    /** Draws what is one part to those who cannot see the page, such as {@code H1}, {@code Table}, {@code TR}, {@code P}. */
    void part(String type, Drawing drawing) throws IOException {
        tags.begin(type);
        drawing.draw();
        tags.end();
    }

    /** Draws pictures for which {@code words} stand. */
    void figure(String words, Drawing drawing) throws IOException {
        tags.begin("Figure").setAlternateDescription(words);
        drawing.draw();
        tags.end();
    }

    double width(String text, Style style) throws IOException {
        PdfFace face = face(style.weight());
        return face.width(face.shown(text), style.size());
    }

    /** The lines that {@code text} takes in {@code room}. */
    List<String> wrap(String text, Style style, double room, int most) throws IOException {
        return face(style.weight()).wrap(text, style.size(), room, most);
    }

    /** Writes one line from {@code x}, cut to {@code room}; returns its width. */
    double text(String text, Style style, double x, double baseline, double room) throws IOException {
        PdfFace face = face(style.weight());
        String shown = face.fit(text, style.size(), room);
        if (!shown.isEmpty()) {
            tags.mark(content);
            content.beginText();
            content.setFont(face.font(), (float) style.size());
            content.setNonStrokingColor(style.colour());
            content.newLineAtOffset((float) x, (float) (height - baseline));
            content.showText(shown);
            content.endText();
            tags.unmark(content);
        }
        return face.width(shown, style.size());
    }

    /** Writes one line that ends at {@code x}. */
    double textEndingAt(String text, Style style, double x, double baseline, double room) throws IOException {
        PdfFace face = face(style.weight());
        String shown = face.fit(text, style.size(), room);
        return text(shown, style, x - face.width(shown, style.size()), baseline, room);
    }

    /** Writes wrapped text from its first baseline on; returns the baseline that would follow. */
    double paragraph(String text, Style style, double x, double baseline, double room, int most) throws IOException {
        List<String> lines = wrap(text, style, room, most);
        part("P", () -> {
            double y = baseline;
            for (String line : lines) {
                text(line, style, x, y, room);
                y += style.leading();
            }
        });
        return baseline + lines.size() * style.leading();
    }

    void line(double x1, double y1, double x2, double y2, double width, Color colour) throws IOException {
        tags.ornament(content);
        content.setStrokingColor(colour);
        content.setLineWidth((float) width);
        content.moveTo((float) x1, (float) (height - y1));
        content.lineTo((float) x2, (float) (height - y2));
        content.stroke();
        tags.unmark(content);
    }

    void fill(double x, double y, double w, double h, Color colour) throws IOException {
        tags.ornament(content);
        content.setNonStrokingColor(colour);
        content.addRect((float) x, (float) (height - y - h), (float) w, (float) h);
        content.fill();
        tags.unmark(content);
    }

    /** Draws a picture; for use within {@link #figure}. */
    void image(PDImageXObject image, double x, double y, double w, double h) throws IOException {
        tags.mark(content);
        content.drawImage(image, (float) x, (float) (height - y - h), (float) w, (float) h);
        tags.unmark(content);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
