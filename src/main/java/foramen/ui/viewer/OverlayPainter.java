package foramen.ui.viewer;

import foramen.geometry.Point;
import foramen.overlay.DisplayList;
import foramen.overlay.Mark;
import foramen.overlay.Stroke;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Paints a display list on a canvas: the screen's twin of the painter that makes images. */
final class OverlayPainter {
    private static final Color HALO = Color.rgb(0, 0, 0, 0.7);
    private static final Color PLATE = Color.rgb(0, 0, 0, 0.86);
    private static final double HALO_WIDTH = 2.5;
    private static final double DIAGONAL = Math.sqrt(0.5);
    /** Several of these lie over one another, so each is fainter than the halo of a line. */
    private static final Color TEXT_HALO = Color.rgb(0, 0, 0, 0.45);
    private static final List<Point> ROUND = IntStream.range(0, 8).mapToObj(i -> Math.PI * i / 4)
            .map(angle -> new Point(1.5 * Math.cos(angle), 1.5 * Math.sin(angle))).toList();
    private static final double MARGIN = 12;
    private static final double BADGE_SIZE = 28;
    private static final double BADGE_GAP = 8;
    private static final String BADGE_FAMILY = "Roboto Medium";
    private static final double RULER_TEXT = 11;
    private static final double RULER_GAP = 4;
    private static final String FAMILY = "Roboto";

    private final GraphicsContext g;
    private final ViewTransform view;
    private final double width;
    private final double height;

    OverlayPainter(GraphicsContext g, ViewTransform view, double width, double height) {
        this.g = g;
        this.view = view;
        this.width = width;
        this.height = height;
    }

    void paint(DisplayList list) {
        g.setLineJoin(StrokeLineJoin.ROUND);
        // What a line of the picture before ended with would end rulers and crosses of this one.
        dashes(List.of(), 0);
        for (Mark mark : list.marks()) {
            switch (mark) {
                case Mark.Path p -> path(p);
                case Mark.Glyph s -> glyph(s);
                case Mark.Label l -> label(l);
                case Mark.CornerText c -> corner(c);
                case Mark.Ruler r -> ruler(r);
            }
        }
    }

    /** Paints only lines and symbols that belong to a place in the image: what a loupe shows. */
    void paintPlaced(DisplayList list) {
        paint(new DisplayList(
                list.marks().stream().filter(m -> m instanceof Mark.Path || m instanceof Mark.Glyph).toList()));
    }

    private void path(Mark.Path path) {
        double[] xs = new double[path.points().size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            Point p = view.toView(path.points().get(i));
            xs[i] = p.x();
            ys[i] = p.y();
        }
        path.fillArgb().ifPresent(argb -> {
            g.setFill(colour(argb));
            g.fillPolygon(xs, ys, xs.length);
        });
        Stroke s = path.stroke();
        if (s.halo()) {
            dashes(s.casingDashes(), s.casingPhase());
            line(xs, ys, path.closed(), HALO, s.width() + HALO_WIDTH);
        }
        dashes(s.dashes(), 0);
        line(xs, ys, path.closed(), colour(s.argb()), s.width());
        dashes(List.of(), 0);
    }

    private void dashes(List<Double> lengths, double phase) {
        g.setLineCap(lengths.isEmpty() ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        g.setLineDashes(lengths.stream().mapToDouble(Double::doubleValue).toArray());
        g.setLineDashOffset(phase);
    }

    private void line(double[] xs, double[] ys, boolean closed, Color colour, double thickness) {
        g.setStroke(colour);
        g.setLineWidth(thickness);
        if (closed) {
            g.strokePolygon(xs, ys, xs.length);
        } else {
            g.strokePolyline(xs, ys, xs.length);
        }
    }

    private void glyph(Mark.Glyph glyph) {
        Point p = view.toView(glyph.at());
        double r = glyph.size() / 2;
        Color colour = colour(glyph.argb());
        switch (glyph.symbol()) {
            case HANDLE -> {
                g.setFill(HALO);
                g.fillRect(p.x() - r - 1, p.y() - r - 1, 2 * r + 2, 2 * r + 2);
                g.setFill(colour);
                g.fillRect(p.x() - r, p.y() - r, 2 * r, 2 * r);
            }
            case PLUS -> cross(p, r, 0, colour);
            case CROSS -> cross(p, r * DIAGONAL, r * DIAGONAL, colour);
            case TARGET -> {
                ring(p, r, HALO, 1.5 + HALO_WIDTH);
                ring(p, r, colour, 1.5);
                dot(p, 2, colour);
            }
            case DOT -> dot(p, r, colour);
        }
    }

    /** Two bars through {@code p}: upright where {@code b} is nought, else diagonal. */
    private void cross(Point p, double a, double b, Color colour) {
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? HALO : colour);
            g.setLineWidth(pass == 0 ? 1.5 + HALO_WIDTH : 1.5);
            g.strokeLine(p.x() - a, p.y() - b, p.x() + a, p.y() + b);
            g.strokeLine(p.x() + b, p.y() - a, p.x() - b, p.y() + a);
        }
    }

    private void ring(Point p, double r, Color colour, double thickness) {
        g.setStroke(colour);
        g.setLineWidth(thickness);
        g.strokeOval(p.x() - r, p.y() - r, 2 * r, 2 * r);
    }

    private void dot(Point p, double r, Color colour) {
        g.setFill(HALO);
        g.fillOval(p.x() - r - 1, p.y() - r - 1, 2 * r + 2, 2 * r + 2);
        g.setFill(colour);
        g.fillOval(p.x() - r, p.y() - r, 2 * r, 2 * r);
    }

    private void label(Mark.Label label) {
        Point p = view.toView(label.at());
        // The words stay readable; what they stand beside is on their other side.
        TextAlignment align = switch (label.align()) {
            case START -> view.mirrored() ? TextAlignment.RIGHT : TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> view.mirrored() ? TextAlignment.LEFT : TextAlignment.RIGHT;
        };
        text(label.text(), p.x() + way() * label.dx(), p.y() + label.dy(), align, label.size(), colour(label.argb()));
    }

    /** Lines of text at the outer edge, top or bottom, with the badge outside of them. */
    private void corner(Mark.CornerText corner) {
        boolean left = corner.corner() == Mark.Corner.TOP_LEFT || corner.corner() == Mark.Corner.BOTTOM_LEFT;
        boolean top = corner.corner() == Mark.Corner.TOP_LEFT || corner.corner() == Mark.Corner.TOP_RIGHT;
        TextAlignment align = left ? TextAlignment.LEFT : TextAlignment.RIGHT;
        Font badgeFont = Font.font(BADGE_FAMILY, BADGE_SIZE);
        double badge = corner.badge().isEmpty() ? 0 : width(corner.badge(), badgeFont) + BADGE_GAP;
        double high = CornerBands.height(corner.badge().isEmpty() ? corner.lines().size() : CornerBands.MOST_LINES)
                - 2 * CornerBands.PADDING;
        double from = top ? CornerBands.PADDING : height - CornerBands.PADDING - high;
        plate(corner, left, from, high, badge);
        double inward = left ? 1 : -1;
        double edge = left ? MARGIN : width - MARGIN;
        if (badge > 0) {
            text(corner.badge(), edge, from + high / 2, align, badgeFont, colour(corner.argb()));
        }
        double y = from + (high - CornerBands.LINE * corner.lines().size()) / 2 + CornerBands.LINE / 2;
        for (String line : corner.lines()) {
            text(line, edge + inward * badge, y, align, Font.font(FAMILY, corner.size()), colour(corner.argb()));
            y += CornerBands.LINE;
        }
    }

    /** Scanners write into the corners of the picture themselves; a plate keeps the two apart. */
    private void plate(Mark.CornerText corner, boolean left, double from, double high, double badge) {
        Font font = Font.font(FAMILY, corner.size());
        double widest = corner.lines().stream().mapToDouble(l -> width(l, font)).max().orElse(0);
        double w = badge + widest + MARGIN;
        g.setFill(PLATE);
        g.fillRoundRect(left ? MARGIN / 2 : width - MARGIN / 2 - w, from - CornerBands.PADDING / 2, w,
                high + CornerBands.PADDING, MARGIN / 2, MARGIN / 2);
    }

    private static double width(String words, Font font) {
        Text ruler = new Text(words);
        ruler.setFont(font);
        return ruler.getLayoutBounds().getWidth();
    }

    private void ruler(Mark.Ruler ruler) {
        Point a = view.toView(ruler.from());
        Point b = view.toView(ruler.to());
        boolean down = Math.abs(b.y() - a.y()) > Math.abs(b.x() - a.x());
        Color colour = colour(ruler.argb());
        twice(colour, () -> g.strokeLine(a.x(), a.y(), b.x(), b.y()));
        List<Mark.Tick> ticks = ruler.ticks();
        for (Mark.Tick tick : ticks) {
            Point t = view.toView(tick.at());
            double dx = down ? -way() * tick.length() : 0;
            double dy = down ? 0 : -tick.length();
            twice(colour, () -> g.strokeLine(t.x(), t.y(), t.x() + dx, t.y() + dy));
            if (!tick.label().isEmpty()) {
                TextAlignment beside = view.mirrored() ? TextAlignment.LEFT : TextAlignment.RIGHT;
                text(tick.label(), t.x() + dx - (down ? way() * RULER_GAP : 0),
                        t.y() + dy - (down ? 0 : RULER_GAP * 2), down ? beside : TextAlignment.CENTER, RULER_TEXT,
                        colour);
            }
        }
    }

    /** Which way of the screen is the picture's right. */
    private int way() {
        return view.mirrored() ? -1 : 1;
    }

    private void twice(Color colour, Runnable stroke) {
        g.setStroke(HALO);
        g.setLineWidth(1 + HALO_WIDTH);
        stroke.run();
        g.setStroke(colour);
        g.setLineWidth(1);
        stroke.run();
    }

    private void text(String words, double x, double y, TextAlignment align, double size, Color colour) {
        text(words, x, y, align, Font.font(FAMILY, size), colour);
    }

    private void text(String words, double x, double y, TextAlignment align, Font font, Color colour) {
        g.setFont(font);
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        // Copies of the letters come from the renderer's store; stroking their outlines took most of its time for a frame.
        g.setFill(TEXT_HALO);
        for (Point way : ROUND) {
            g.fillText(words, x + way.x(), y + way.y());
        }
        g.setFill(colour);
        g.fillText(words, x, y);
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }
}
