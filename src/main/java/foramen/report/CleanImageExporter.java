package foramen.report;

import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the frame as it is: nothing added; exact pixels unless the format loses some. For print each
 * pixel is enlarged to a square, else the resolution is the native one. */
public final class CleanImageExporter implements Exporter {
    private final ExportKind kind;
    private final PictureFormat format;

    /**
     * @param kind the kind of document
     * @param format how the picture is stored
     */
    public CleanImageExporter(ExportKind kind, PictureFormat format) {
        this.kind = kind;
        this.format = format;
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing the clean image");
        BufferedImage picture = PngImages.picture(subject.clip().frame(subject.frameIndex()));
        format.write(kind == ExportKind.CLEAN_PRINT ? enlarged(picture) : picture, MadeBy.words(subject), out);
        progress.report(1, "Clean image written");
    }

    /** Each pixel becomes a square of pixels, so that none is made up. */
    private static BufferedImage enlarged(BufferedImage picture) {
        int factor = PrintSize.factor(picture.getWidth(), picture.getHeight());
        int width = picture.getWidth() * factor;
        int height = picture.getHeight() * factor;
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = large.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            g.drawImage(picture, 0, 0, width, height, null);
        } finally {
            g.dispose();
        }
        return large;
    }
}
