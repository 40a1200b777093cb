package foramen.report;

import foramen.codec.ColourPalette;
import foramen.codec.FilmWriter;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import foramen.job.Relay;
import foramen.overlay.OverlayComposer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the whole clip as a film at its own rate, each frame with what is drawn on it, as MP4 or GIF.
 *
 * <p>The MP4 holds every frame at its own time. A GIF keeps time too, but browsers show none of its pictures for less
 * than two hundredths of a second, so frames that would be shown for less are left out there.
 */
public final class FilmExporter implements Exporter {
    /** Begins the name of a film that is not whole yet, before the number of the process that makes it. */
    static final String SPOOL = "foramen-film-";

    /** Browsers slow down pictures that are meant to be shown for less (observed in all of them). */
    private static final double SHORTEST_IN_GIF_MILLIS = 20;
    /** Frames from which the colours of a GIF are chosen, spread over the clip (engineering default). */
    private static final int FRAMES_IN_CENSUS = 12;
    /** Below this many pixels along the long side, labels at native size could not be read. */
    private static final int READABLE_LONG_SIDE = 900;

    /** One that is painted, one that is encoded, and one between them (engineering default). */
    private static final int SHEETS = 3;

    private final ExportKind kind;
    private final AnnotatedFrame painter;

    /**
     * @param kind {@link ExportKind#FILM} or {@link ExportKind#FILM_GIF}
     * @param composer makes what is drawn
     * @param typefaces for texts
     * @param zone the clinic's time zone
     * @param locale for numbers
     */
    public FilmExporter(ExportKind kind, OverlayComposer composer, Typefaces typefaces, ZoneId zone, Locale locale) {
        this.kind = kind;
        this.painter = new AnnotatedFrame(composer, typefaces, zone, locale);
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        // The encoder goes back to the front of its file at the end, which a stream cannot.
        Path spool = Files.createTempFile(SPOOL + ProcessHandle.current().pid() + "-", "." + kind.extension());
        try {
            film(subject, spool, progress.part(0, 0.98));
            if (kind == ExportKind.FILM_GIF) {
                GifComment.append(spool, MadeBy.words(subject));
            }
            progress.report(0.98, "Writing the film");
            Files.copy(spool, out);
            out.flush();
            progress.report(1, "Film written");
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private void film(ExportSubject subject, Path spool, Progress progress) throws IOException {
        Clip clip = subject.clip();
        FrameTiming timing = clip.info().timing();
        List<Sheet> sheets = Stream.generate(() -> new Sheet(subject)).limit(SHEETS).toList();
        Sheet first = sheets.getFirst();
        boolean gif = kind == ExportKind.FILM_GIF;
        try (FilmWriter film = gif
                ? FilmWriter.gif(spool, first.width(), first.height(), timing.framesPerSecond(), palette(first))
                : FilmWriter.mp4(spool, first.width(), first.height(), timing.framesPerSecond(),
                        MadeBy.words(subject))) {
            // Painting the next frame does not wait until the encoder has done with the one before.
            try (Relay<Sheet> relay = new Relay<>("foramen-film", sheets, s -> film.add(s.pixels, s.startMillis))) {
                double shownSince = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < timing.frames(); i++) {
                    progress.checkCancelled();
                    double start = timing.startMillis(i);
                    if (!gif || start - shownSince >= SHORTEST_IN_GIF_MILLIS) {
                        Sheet sheet = relay.free();
                        sheet.frame(i);
                        sheet.startMillis = start;
                        relay.pass(sheet);
                        shownSince = start;
                    }
                    progress.report((i + 1.0) / timing.frames(), "Frame " + (i + 1) + " of " + timing.frames());
                }
                relay.finish();
            }
            film.finish(timing.durationMillis());
        }
    }

    private static ColourPalette palette(Sheet sheet) throws IOException {
        ColourPalette.Census census = new ColourPalette.Census();
        int frames = sheet.subject.clip().info().frames();
        int step = Math.max(1, frames / FRAMES_IN_CENSUS);
        for (int i = 0; i < frames; i += step) {
            census.add(sheet.frame(i));
        }
        return census.palette();
    }

    /** A picture for many frames, painted over and over. */
    private final class Sheet {
        private final ExportSubject subject;
        private final int factor;
        private final BufferedImage picture;
        private final int[] pixels;
        private final int[] argb;
        private double startMillis;

        Sheet(ExportSubject subject) {
            this.subject = subject;
            int columns = subject.clip().info().columns();
            int rows = subject.clip().info().rows();
            this.factor = Math.ceilDiv(READABLE_LONG_SIDE, Math.max(columns, rows));
            this.picture = AnnotatedFrame.blank(columns, rows, factor);
            this.pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
            this.argb = new int[columns * rows];
        }

        int width() {
            return picture.getWidth();
        }

        int height() {
            return picture.getHeight();
        }

        /** The pixels of frame {@code index}, good until the next is asked for. */
        int[] frame(int index) throws IOException {
            subject.clip().read(index, argb);
            ExportSubject now = new ExportSubject(subject.casefile(), subject.clip(), index, subject.at(),
                    subject.operator(), subject.softwareVersion());
            painter.paint(now, new Frame(subject.clip().info().columns(), subject.clip().info().rows(), argb), factor,
                    picture);
            return pixels;
        }
    }
}
