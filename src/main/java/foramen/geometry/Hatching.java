package foramen.geometry;

import java.util.ArrayList;
import java.util.List;

/** Parallel lines that fill an outline, rising to the right at 45 degrees. */
public final class Hatching {
    private Hatching() {}

    /**
     * The pieces of the hatching inside {@code outline}, by the even-odd rule.
     *
     * @param spacing distance between neighbouring lines, positive
     */
    public static List<Segment> of(Polygon outline, double spacing) {
        // On such a line x + y is constant; x - y tells the places on it apart.
        double step = spacing * Math.sqrt(2);
        double least = outline.vertices().stream().mapToDouble(p -> p.x() + p.y()).min().orElseThrow();
        double most = outline.vertices().stream().mapToDouble(p -> p.x() + p.y()).max().orElseThrow();
        List<Segment> lines = new ArrayList<>();
        for (double c = Math.ceil(least / step) * step; c <= most; c += step) {
            List<Double> cuts = cuts(outline, c);
            for (int i = 0; i + 1 < cuts.size(); i += 2) {
                lines.add(new Segment(on(c, cuts.get(i)), on(c, cuts.get(i + 1))));
            }
        }
        return lines;
    }

    private static List<Double> cuts(Polygon outline, double c) {
        List<Double> cuts = new ArrayList<>();
        for (Segment e : outline.edges()) {
            double a = e.a().x() + e.a().y() - c;
            double b = e.b().x() + e.b().y() - c;
            if ((a > 0) != (b > 0)) {
                Point p = e.a().towards(e.b(), a / (a - b));
                cuts.add(p.x() - p.y());
            }
        }
        cuts.sort(Double::compare);
        return cuts;
    }

    private static Point on(double sum, double difference) {
        return new Point((sum + difference) / 2, (sum - difference) / 2);
    }
}
