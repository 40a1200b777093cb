package foramen.report;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.plan.NeedleRules;
import foramen.domain.session.DoseBook;
import foramen.job.Progress;
import foramen.overlay.OverlayComposer;
import foramen.testing.Cases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Exporters as the application builds them, and their output in memory. */
final class Exports {
    private static final StructureCatalog CATALOG = StructureCatalog.standard();
    private static final NeedleRules RULES = NeedleRules.standard();

    private Exports() {}

    static OverlayComposer composer() {
        return new OverlayComposer(CATALOG, RULES);
    }

    static AnnotatedImageExporter annotated() {
        return new AnnotatedImageExporter(ExportKind.ANNOTATED_IMAGE, PictureFormat.PNG, composer(), Typefaces.load(),
                ZoneOffset.UTC, Locale.ROOT);
    }

    static AnnotatedFrame painter() {
        return new AnnotatedFrame(composer(), Typefaces.load(), ZoneOffset.UTC, Locale.ROOT);
    }

    static FilmExporter film(ExportKind kind) {
        return new FilmExporter(kind, composer(), Typefaces.load(), ZoneOffset.UTC, Locale.ROOT);
    }

    static PlanPdfExporter pdf() {
        return new PlanPdfExporter(composer(), new PlanBooks(CATALOG, RULES, DoseBook.standard()), file -> {
            throw new ClipException("The tests have no other clips.");
        }, Typefaces.load(), ZoneOffset.UTC, Locale.ROOT);
    }

    static byte[] bytes(Exporter exporter, Case casefile, Clip clip) throws IOException {
        Unclosable out = new Unclosable();
        exporter.write(new ExportSubject(casefile, clip, Cases.FRAME, Cases.NOW, "Dr Example", "0.1.0-test"), out,
                Progress.NONE);
        return out.bytes.toByteArray();
    }

    static BufferedImage image(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** The caller owns the stream, so no exporter may close it. */
    private static final class Unclosable extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes.write(b, off, len);
        }

        @Override
        public void close() {
            throw new AssertionError("The exporter closed a stream that it does not own");
        }
    }
}
