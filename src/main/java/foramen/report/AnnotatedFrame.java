package foramen.report;

import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ExportSubject;
import foramen.geometry.Affine;
import foramen.overlay.CornerTexts;
import foramen.overlay.DisplayList;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayPalette;
import foramen.overlay.OverlayScene;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A frame with everything drawn on it, enlarged by a whole factor so that lines and texts are crisp, over a strip that
 * names side, plane, level, frame, scale, case, times and version (clinical facts 7, export burn-in).
 *
 * <p>The strip stands beneath the picture, where it hides neither anatomy nor the scanner's own banner. It names the
 * case, not the patient.
 */
final class AnnotatedFrame {
    /** What every export says of itself. */
    static final String DISCLAIMER = "Pre-procedure plan, not real-time guidance.";

    private static final int LEAST_LONG_SIDE = 1600;
    private static final int LARGEST_FACTOR = 8;
    /** Output units along the long side: what 13-unit labels look right at (engineering default). */
    private static final double UNITS_ALONG_LONG_SIDE = 1000;
    private static final double STRIP_HEIGHT = 64;
    private static final double PADDING = 14;
    private static final Color STRIP = new Color(0x12171C);
    private static final Color BRIGHT = new Color(0xF2F5F8);
    private static final Color QUIET = new Color(0xA8B3BF);

    private final OverlayComposer composer;
    private final Typefaces typefaces;
    private final Times times;
    private final Locale locale;

    /**
     * @param composer makes what is drawn
     * @param typefaces for texts
     * @param zone the clinic's time zone
     * @param locale for numbers
     */
    AnnotatedFrame(OverlayComposer composer, Typefaces typefaces, ZoneId zone, Locale locale) {
        this.composer = composer;
        this.typefaces = typefaces;
        this.times = new Times(zone);
        this.locale = locale;
    }

    /** The whole factor by which a frame is enlarged. */
    static int factor(int columns, int rows) {
        return Math.clamp(Math.ceilDiv(LEAST_LONG_SIDE, Math.max(columns, rows)), 1, LARGEST_FACTOR);
    }

    /** An empty picture for frames of that size, enlarged {@code factor} times, and the strip. */
    static BufferedImage blank(int columns, int rows, int factor) {
        return new BufferedImage(columns * factor, rows * factor + strip(columns, rows, factor),
                BufferedImage.TYPE_INT_RGB);
    }

    private static double unit(int columns, int rows, int factor) {
        return Math.max(columns, rows) * factor / UNITS_ALONG_LONG_SIDE;
    }

    private static int strip(int columns, int rows, int factor) {
        return (int) Math.ceil(STRIP_HEIGHT * unit(columns, rows, factor));
    }

    /**
     * What the strip says of the picture beyond its frame.
     *
     * @param badge whether it is of the plan or of the procedure
     * @param heading what it shows; may be empty
     */
    record Caption(String badge, String heading) {
        static final Caption PLAN = new Caption("PLAN", "");

        static Caption of(ImageRole role) {
            return new Caption(role.isProcedure() ? "PROCEDURE" : "PLAN", role.number() + "  " + role.label());
        }
    }

    /** Paints {@code frame}, which is the one of {@code subject}, all over {@code picture}. */
    void paint(ExportSubject subject, Frame frame, int factor, BufferedImage picture) {
        paint(subject, frame, factor, picture, Caption.PLAN);
    }

    /** The same with other words in the strip. */
    void paint(ExportSubject subject, Frame frame, int factor, BufferedImage picture, Caption caption) {
        int width = frame.columns() * factor;
        int height = frame.rows() * factor;
        double unit = unit(frame.columns(), frame.rows(), factor);
        int strip = strip(frame.columns(), frame.rows(), factor);
        Graphics2D g = picture.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(PngImages.picture(frame), 0, 0, width, height, null);
            var options = new OverlayOptions(true, OverlayOptions.Info.NONE, true, locale);
            DisplayList list = composer.compose(new OverlayScene(subject.casefile(), subject.clip().info(),
                    subject.frameIndex(), Optional.empty(), Optional.empty(), List.of()), options, factor / unit);
            g.setClip(0, 0, width, height);
            new OverlayPainter(typefaces).paint(g, list,
                    new OverlayPainter.Placement(Affine.scale(factor, factor), unit, width, height));
            g.setClip(null);
            new Strip(g, subject, unit, width, caption).paint(height, strip);
        } finally {
            g.dispose();
        }
    }

    /** The strip beneath the picture. */
    private final class Strip {
        private final Graphics2D g;
        private final ExportSubject subject;
        private final double unit;
        private final int width;
        private final Caption caption;

        Strip(Graphics2D g, ExportSubject subject, double unit, int width, Caption caption) {
            this.caption = caption;
            this.g = g;
            this.subject = subject;
            this.unit = unit;
            this.width = width;
        }

        void paint(int top, int height) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setColor(STRIP);
            g.fillRect(0, top, width, height);
            ClipInfo clip = subject.clip().info();
            CornerTexts texts = new CornerTexts(subject.casefile(), clip, subject.frameIndex(), locale);
            double first = top + 25 * unit;
            double second = top + 47 * unit;
            double left = pill(caption.badge(), PADDING * unit, first);
            double right = width - PADDING * unit;
            Font large = font(typefaces.bold(), 17);
            Font small = font(typefaces.regular(), 12.5);
            double from = text(DISCLAIMER, small, QUIET, right, first, true, right - left);
            text(Stream.of(texts.sideLine(), caption.heading()).filter(t -> !t.isEmpty())
                    .collect(Collectors.joining("   ·   ")), large, BRIGHT, left, first, false,
                    from - left - PADDING * unit);
            double edge = text("Foramen " + subject.softwareVersion(), small, QUIET, right, second, true, right);
            String facts = Stream
                    .of("Case " + subject.casefile().id().shortName(), texts.frameLine(), texts.calibrationLine(),
                            texts.dateTime().map(t -> "Acquired " + t).orElse(""),
                            "Exported " + times.dateTime(subject.at()), probe(clip),
                            String.join("  ", clip.settings().indices()))
                    .filter(t -> !t.isEmpty()).collect(Collectors.joining("   ·   "));
            text(facts, small, BRIGHT, PADDING * unit, second, false, edge - 2 * PADDING * unit);
        }

        private static String probe(ClipInfo clip) {
            String probe = clip.settings().transducer();
            return probe.isEmpty() ? "" : "Probe " + probe;
        }

        private Font font(Font face, double size) {
            return face.deriveFont((float) (size * unit));
        }

        /** Paints a filled badge and returns where the text after it begins. */
        private double pill(String word, double x, double baseline) {
            Font font = font(typefaces.bold(), 12.5);
            double wide = g.getFontMetrics(font).stringWidth(word) + 14 * unit;
            g.setColor(new Color(OverlayPalette.CAUTION));
            g.fill(new RoundRectangle2D.Double(x, baseline - 15 * unit, wide, 20 * unit, 6 * unit, 6 * unit));
            text(word, font, STRIP, x + 7 * unit, baseline - 0.5 * unit, false, wide);
            return x + wide + 10 * unit;
        }

        /** Paints {@code text}, cut where it is wider than {@code room}; returns its left edge. */
        private double text(String text, Font font, Color colour, double x, double baseline, boolean endsHere,
                double room) {
            FontMetrics metrics = g.getFontMetrics(font);
            String shown = cut(typefaces.displayable(text), metrics, room);
            double left = endsHere ? x - metrics.stringWidth(shown) : x;
            g.setFont(font);
            g.setColor(colour);
            g.drawString(shown, (float) left, (float) baseline);
            return left;
        }

        private static String cut(String text, FontMetrics metrics, double room) {
            if (metrics.stringWidth(text) <= room) {
                return text;
            }
            int length = text.length();
            while (length > 0 && metrics.stringWidth(text.substring(0, length) + "…") > room) {
                length--;
            }
            return text.substring(0, length).stripTrailing() + "…";
        }
    }
}
