package foramen.report;

import foramen.geometry.Affine;
import foramen.geometry.Point;
import foramen.overlay.DisplayList;
import foramen.overlay.Mark;
import foramen.overlay.OverlayPalette;
import foramen.overlay.Stroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints a display list on a Java2D surface; sizes follow the output, never the screen. */
public final class OverlayPainter {
    private static final float MITER = 4;
    private static final double CAP_HEIGHT = 0.711;
    private static final double LINE_HEIGHT = 1.35;
    private static final double MARGIN = 10;
    private static final double RULER_WIDTH = 1.2;
    private static final double LABEL_GAP = 4;

    private final Typefaces typefaces;

    /** Paints texts in {@code typefaces}. */
    public OverlayPainter(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * Where a display list is painted.
     *
     * @param imageToOutput from image pixels to output pixels
     * @param unit output pixels per output unit, positive: a stroke of width 2 is {@code 2 * unit} pixels wide
     * @param width width of the output in pixels, for corner texts
     * @param height height of the output in pixels
     */
    public record Placement(Affine imageToOutput, double unit, double width, double height) {}

    /** Paints {@code list}, first mark first; the state of {@code g} is left as it was. */
    public void paint(Graphics2D g, DisplayList list, Placement placement) {
        Graphics2D own = (Graphics2D) g.create();
        try {
            own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            // Without this, Java2D moves lines to whole pixels and a vertex would be off by up to half of one.
            own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            // Else letters are moved to whole pixels one by one, and a word falls apart.
            own.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            Run run = new Run(own, placement);
            list.marks().forEach(run::mark);
        } finally {
            own.dispose();
        }
    }

    private final class Run {
        private final Graphics2D g;
        private final Placement at;
        private final double unit;

        Run(Graphics2D g, Placement at) {
            this.g = g;
            this.at = at;
            this.unit = at.unit();
        }

        void mark(Mark mark) {
            switch (mark) {
                case Mark.Path p -> path(p);
                case Mark.Glyph s -> glyph(s);
                case Mark.Label l -> {
                    Point p = at.imageToOutput().apply(l.at());
                    text(l.text(), p.x() + l.dx() * unit, p.y() + l.dy() * unit, l.align(), l.argb(), l.size());
                }
                case Mark.CornerText c -> corner(c);
                case Mark.Ruler r -> ruler(r);
            }
        }

        private void path(Mark.Path p) {
            Path2D line = new Path2D.Double();
            for (int i = 0; i < p.points().size(); i++) {
                Point q = at.imageToOutput().apply(p.points().get(i));
                if (i == 0) {
                    line.moveTo(q.x(), q.y());
                } else {
                    line.lineTo(q.x(), q.y());
                }
            }
            if (p.closed()) {
                line.closePath();
            }
            p.fillArgb().ifPresent(argb -> {
                g.setColor(new Color(argb, true));
                g.fill(line);
            });
            stroke(line, p.stroke());
        }

        private void stroke(Shape line, Stroke s) {
            if (s.halo()) {
                g.setColor(new Color(OverlayPalette.HALO, true));
                g.setStroke(pen(s.width() + 2 * OverlayPalette.HALO_WIDTH, s.casingDashes(), s.casingPhase()));
                g.draw(line);
            }
            g.setColor(new Color(s.argb(), true));
            g.setStroke(pen(s.width(), s.dashes(), 0));
            g.draw(line);
        }

        private BasicStroke pen(double width, List<Double> dashes, double phase) {
            float[] pattern = new float[dashes.size()];
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = (float) (dashes.get(i) * unit);
            }
            return new BasicStroke((float) (width * unit), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, MITER,
                    pattern.length == 0 ? null : pattern, (float) (phase * unit));
        }

        private void glyph(Mark.Glyph s) {
            Point c = at.imageToOutput().apply(s.at());
            double r = s.size() * unit / 2;
            Shape disc = new Ellipse2D.Double(c.x() - r, c.y() - r, 2 * r, 2 * r);
            Stroke thin = new Stroke(s.argb(), OverlayPalette.OUTLINE_WIDTH, List.of(), true);
            switch (s.symbol()) {
                case HANDLE -> {
                    Shape square = new Rectangle2D.Double(c.x() - r, c.y() - r, 2 * r, 2 * r);
                    g.setColor(new Color(OverlayPalette.HALO, true));
                    g.fill(square);
                    stroke(square, new Stroke(s.argb(), OverlayPalette.OUTLINE_WIDTH, List.of(), false));
                }
                case PLUS -> stroke(cross(c, r, 0), thin);
                case CROSS -> stroke(cross(c, r, Math.PI / 4), thin);
                case TARGET -> {
                    stroke(disc, thin);
                    dot(c, r / 4, s.argb());
                }
                case DOT -> dot(c, r, s.argb());
            }
        }

        private void dot(Point c, double r, int argb) {
            double casing = r + OverlayPalette.HALO_WIDTH * unit;
            g.setColor(new Color(OverlayPalette.HALO, true));
            g.fill(new Ellipse2D.Double(c.x() - casing, c.y() - casing, 2 * casing, 2 * casing));
            g.setColor(new Color(argb, true));
            g.fill(new Ellipse2D.Double(c.x() - r, c.y() - r, 2 * r, 2 * r));
        }

        private static Shape cross(Point c, double r, double turn) {
            Path2D arms = new Path2D.Double();
            for (int i = 0; i < 2; i++) {
                double dx = r * Math.cos(turn + i * Math.PI / 2);
                double dy = r * Math.sin(turn + i * Math.PI / 2);
                arms.append(new Line2D.Double(c.x() - dx, c.y() - dy, c.x() + dx, c.y() + dy), false);
            }
            return arms;
        }

        private void ruler(Mark.Ruler r) {
            Point from = at.imageToOutput().apply(r.from());
            Point to = at.imageToOutput().apply(r.to());
            boolean vertical = Math.abs(to.y() - from.y()) > Math.abs(to.x() - from.x());
            Path2D lines = new Path2D.Double();
            lines.append(new Line2D.Double(from.x(), from.y(), to.x(), to.y()), false);
            for (Mark.Tick t : r.ticks()) {
                Point p = at.imageToOutput().apply(t.at());
                double length = t.length() * unit;
                lines.append(new Line2D.Double(p.x(), p.y(), vertical ? p.x() - length : p.x(),
                        vertical ? p.y() : p.y() - length), false);
            }
            stroke(lines, new Stroke(r.argb(), RULER_WIDTH, List.of(), true));
            r.ticks().stream().filter(t -> !t.label().isEmpty()).forEach(t -> tickLabel(t, vertical, r.argb()));
        }

        private void tickLabel(Mark.Tick t, boolean vertical, int argb) {
            Point p = at.imageToOutput().apply(t.at());
            double size = OverlayPalette.CORNER_SIZE;
            double off = (t.length() + LABEL_GAP) * unit;
            if (vertical) {
                text(t.label(), p.x() - off, p.y(), Mark.Align.END, argb, size);
            } else {
                text(t.label(), p.x(), p.y() - off - size * unit / 2, Mark.Align.MIDDLE, argb, size);
            }
        }

        private void corner(Mark.CornerText c) {
            boolean right = c.corner() == Mark.Corner.TOP_RIGHT || c.corner() == Mark.Corner.BOTTOM_RIGHT;
            boolean bottom = c.corner() == Mark.Corner.BOTTOM_LEFT || c.corner() == Mark.Corner.BOTTOM_RIGHT;
            double step = c.size() * LINE_HEIGHT * unit;
            double margin = MARGIN * unit;
            double x = right ? at.width() - margin : margin;
            double top = bottom ? at.height() - margin - step * c.lines().size() : margin;
            for (int i = 0; i < c.lines().size(); i++) {
                String line = i == 0 && !c.badge().isEmpty() ? c.badge() + " · " + c.lines().get(i) : c.lines().get(i);
                text(line, x, top + (i + 0.5) * step, right ? Mark.Align.END : Mark.Align.START, c.argb(),
                        c.size());
            }
        }

        /** Text with its middle at {@code y}: a dark casing along the outlines of the letters, then the letters. */
        private void text(String text, double x, double y, Mark.Align align, int argb, double size) {
            String shown = typefaces.displayable(text);
            if (shown.isEmpty()) {
                return;
            }
            Font font = typefaces.medium().deriveFont((float) (size * unit));
            GlyphVector glyphs = font.createGlyphVector(g.getFontRenderContext(), shown);
            double advance = glyphs.getLogicalBounds().getWidth();
            double left = switch (align) {
                case START -> x;
                case MIDDLE -> x - advance / 2;
                case END -> x - advance;
            };
            Shape letters = AffineTransform.getTranslateInstance(left, y + CAP_HEIGHT * size * unit / 2)
                    .createTransformedShape(glyphs.getOutline());
            g.setColor(new Color(OverlayPalette.HALO, true));
            g.setStroke(pen(2 * OverlayPalette.HALO_WIDTH, List.of(), 0));
            g.draw(letters);
            g.setColor(new Color(argb, true));
            g.fill(letters);
        }
    }
}
