package foramen.phantom;

import foramen.domain.clip.Region;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.Locale;

/** Draws what stands round the picture on the scanner's screen: banner, grey bar, depth scale, marks. */
final class ScreenPainter {
    private static final int TEXT = 205;
    private static final int FAINT = 130;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu  HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final int NARROW = 400;

    private final ScreenLayout layout;
    private final StrokeFont font = new StrokeFont();
    private final byte[] grey;
    private final BitSet tinted = new BitSet();
    private final double letter;

    private ScreenPainter(ScreenLayout layout) {
        this.layout = layout;
        grey = new byte[layout.columns() * layout.rows()];
        letter = Math.max(4.4, layout.rows() * 0.019);
    }

    /** Draws the screen without the picture. */
    static ScreenPainter paint(ScreenLayout layout, PhantomSpec spec) {
        ScreenPainter painter = new ScreenPainter(layout);
        painter.banner(spec);
        painter.greyBar();
        painter.depthScale();
        painter.probeMark();
        painter.bodyMark(spec);
        return painter;
    }

    /** A fresh copy of the screen, row by row. */
    byte[] screen() {
        return grey.clone();
    }

    /** Which pixels a colour screen shows in amber. */
    BitSet tinted() {
        return (BitSet) tinted.clone();
    }

    private void banner(PhantomSpec spec) {
        PhantomIdentity who = spec.identity();
        double margin = layout.columns() * 0.014;
        double first = layout.rows() * 0.018;
        double second = first + letter * 1.75;
        left(who.name().toUpperCase(Locale.ROOT) + (narrow() ? "  " : "   ID: ") + who.id(), margin, first, TEXT);
        right(who.acquired().format(narrow() ? SHORT_DATE : DATE), layout.columns() - margin, first, TEXT);
        left(narrow() ? "C5-2" : "FORAMEN PHANTOM   C5-2   MSK", margin, second, FAINT);
        String depth = String.format(Locale.ROOT, "%.1f cm   ", layout.probe().depthMm() / 10);
        String rate = String.format(Locale.ROOT, "%.0f fps   ", 1000 / spec.frameMillis());
        right(depth + (narrow() ? "" : rate) + "MI 0.9   TIs 0.3", layout.columns() - margin, second, FAINT);
        double y = layout.banner() - layout.rows() * 0.012;
        line(new Point(margin, y), new Point(layout.columns() - margin, y), 1, 60, false);
    }

    private boolean narrow() {
        return layout.columns() < NARROW;
    }

    private void greyBar() {
        Region bar = layout.greyBar();
        int height = bar.maxY() - bar.minY();
        for (int y = bar.minY(); y <= bar.maxY(); y++) {
            for (int x = bar.minX(); x <= bar.maxX(); x++) {
                grey[y * layout.columns() + x] = (byte) (255 - 255 * (y - bar.minY()) / height);
            }
        }
        if (narrow()) {
            return;
        }
        double small = letter * 0.9;
        double y = bar.maxY() + 1.4 * letter;
        for (String text : new String[]{"2D", "G 58", "DR 60", "3.5 MHz"}) {
            text(text, bar.minX(), y, small, FAINT);
            y += 1.6 * small;
        }
    }

    private void depthScale() {
        double x = layout.columns() - layout.columns() * 0.045;
        double unit = layout.columns() / 640.0;
        int halves = (int) Math.rint(layout.probe().depthMm() / 5);
        for (int i = 0; i <= halves; i++) {
            double y = layout.toPixels(new Point(0, 5.0 * i)).y();
            double length = (i % 2 == 0 ? 8 : 4) * unit;
            line(new Point(x - length, y), new Point(x, y), 1, i % 2 == 0 ? 190 : 120, false);
            if (i % 4 == 0 && i > 0) {
                text(Integer.toString(i / 2), x + 5 * unit, y - letter * 0.45, letter * 0.9, TEXT);
            }
        }
        double focus = layout.toPixels(new Point(0, BeamFormer.FOCUS_MM)).y();
        for (double w = 0; w <= 5 * unit; w += 0.5) {
            double half = 0.55 * w;
            Point tip = new Point(x - 11 * unit - w, focus);
            line(tip.plus(new Point(0, -half)), tip.plus(new Point(0, half)), 1, 190, true);
        }
    }

    /** The dot at that end of the face where the probe's marker is: always the left of the screen here. */
    private void probeMark() {
        CurvedArray probe = layout.probe();
        Point end = layout.toPixels(probe.at(probe.radiusMm(), -probe.halfAngle()));
        double unit = Math.max(0.7, layout.columns() / 640.0);
        Point dot = end.plus(new Point(-9 * unit, 3 * unit));
        line(dot, dot, 7.5 * unit, 200, true);
    }

    private void bodyMark(PhantomSpec spec) {
        String text = spec.side().letter() + " " + spec.scene().bodyMark(narrow());
        double y = layout.rows() - 2.1 * letter;
        text(text, layout.columns() * 0.02, y, letter * 1.15, 225);
        if (!narrow()) {
            right("SYNTHETIC", layout.columns() * 0.93, y, FAINT);
        }
    }

    private void left(String text, double x, double y, int value) {
        text(text, x, y, letter, value);
    }

    private void right(String text, double x, double y, int value) {
        text(text, x - font.width(text, letter), y, letter, value);
    }

    private void text(String text, double x, double y, double height, int value) {
        double stroke = Math.max(0.95, height * 0.135);
        font.lay(text, new Point(x + 0.5, y + 0.5), height).forEach(s -> line(s.a(), s.b(), stroke, value, false));
    }

    /** A line with round ends, smoothed at its edge; overlaps keep the brighter. */
    private void line(Point a, Point b, double width, int value, boolean tint) {
        Segment s = new Segment(a, b);
        double reach = width / 2 + 1;
        int x0 = (int) Math.max(0, Math.floor(Math.min(a.x(), b.x()) - reach));
        int x1 = (int) Math.min(layout.columns() - 1.0, Math.ceil(Math.max(a.x(), b.x()) + reach));
        int y0 = (int) Math.max(0, Math.floor(Math.min(a.y(), b.y()) - reach));
        int y1 = (int) Math.min(layout.rows() - 1.0, Math.ceil(Math.max(a.y(), b.y()) + reach));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                Point p = new Point(x + 0.5, y + 0.5);
                Point d = p.minus(s.nearest(p));
                double cover = Math.clamp(width / 2 + 0.5 - Math.sqrt(d.x() * d.x() + d.y() * d.y()), 0.0, 1.0);
                int at = y * layout.columns() + x;
                int ink = (int) (value * cover);
                if (ink > (grey[at] & 0xFF)) {
                    grey[at] = (byte) ink;
                    tinted.set(at, tint);
                }
            }
        }
    }
}
