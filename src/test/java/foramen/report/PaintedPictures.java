package foramen.report;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.plan.NeedleRules;
import foramen.overlay.OverlayComposer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.IntBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a film exporter paints, painted beforehand, so that the encoder can be measured alone. */
public final class PaintedPictures {
    private static final OverlayComposer COMPOSER = new OverlayComposer(StructureCatalog.standard(),
            NeedleRules.standard());

    private PaintedPictures() {}

    /** A picture of a film. */
    public record Picture(int width, int height, IntBuffer pixels) {
        /** The pixels themselves. */
        public int[] argb() {
            return pixels.array();
        }
    }

    /** The exporter that is measured. */
    public static FilmExporter exporter() {
        return new FilmExporter(ExportKind.FILM, COMPOSER, Typefaces.load(), ZoneOffset.UTC, Locale.ROOT);
    }

    /** The first {@code count} pictures of the film of {@code subject}, at native size. */
    public static List<Picture> of(ExportSubject subject, int count) throws IOException {
        AnnotatedFrame painter = new AnnotatedFrame(COMPOSER, Typefaces.load(), ZoneOffset.UTC, Locale.ROOT);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Frame frame = subject.clip().frame(i);
            BufferedImage picture = AnnotatedFrame.blank(frame.columns(), frame.rows(), 1);
            painter.paint(subject.on(i, List.of()), frame, 1, picture);
            pictures.add(new Picture(picture.getWidth(), picture.getHeight(),
                    IntBuffer.wrap(((DataBufferInt) picture.getRaster().getDataBuffer()).getData())));
        }
        return pictures;
    }
}
