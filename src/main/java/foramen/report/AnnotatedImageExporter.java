package foramen.report;

import foramen.domain.clip.Frame;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.PicturePainter;
import foramen.job.Progress;
import foramen.overlay.OverlayComposer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;

/** Writes the frame with everything drawn on it, see {@link AnnotatedFrame}. */
public final class AnnotatedImageExporter implements Exporter, PicturePainter {
    private final AnnotatedFrame painter;
    private final ExportKind kind;
    private final PictureFormat format;

    /**
     * @param kind the kind of document
     * @param format how the picture is stored
     * @param composer makes what is drawn
     * @param typefaces for texts
     * @param zone the clinic's time zone
     * @param locale for numbers
     */
    public AnnotatedImageExporter(ExportKind kind, PictureFormat format, OverlayComposer composer,
            Typefaces typefaces, ZoneId zone, Locale locale) {
        this.kind = kind;
        this.format = format;
        this.painter = new AnnotatedFrame(composer, typefaces, zone, locale);
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Drawing the annotated image");
        BufferedImage picture = picture(subject, progress);
        progress.report(0.5, "Writing the annotated image");
        format.write(picture, MadeBy.words(subject), out);
        progress.report(1, "Annotated image written");
    }

    @Override
    public Painted paint(ExportSubject subject, Progress progress) throws IOException {
        BufferedImage picture = picture(subject, progress);
        int[] argb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var clip = subject.clip().info();
        return new Painted(new Frame(picture.getWidth(), picture.getHeight(), argb),
                factor(clip.columns(), clip.rows()));
    }

    private int factor(int columns, int rows) {
        return kind == ExportKind.ANNOTATED_PRINT
                ? PrintSize.factor(columns, rows)
                : AnnotatedFrame.factor(columns, rows);
    }

    private BufferedImage picture(ExportSubject subject, Progress progress) throws IOException {
        Frame frame = subject.clip().frame(subject.frameIndex());
        progress.checkCancelled();
        int factor = factor(frame.columns(), frame.rows());
        BufferedImage picture = AnnotatedFrame.blank(frame.columns(), frame.rows(), factor);
        painter.paint(subject, frame, factor, picture);
        progress.checkCancelled();
        return picture;
    }
}
