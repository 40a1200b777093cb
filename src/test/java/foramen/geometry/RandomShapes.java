package foramen.geometry;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Points, segments and outlines of the size of an ultrasound picture. */
final class RandomShapes {
    private RandomShapes() {}

    static Arbitrary<Double> coordinates() {
        return Arbitraries.doubles().between(-1000, 1000).ofScale(3);
    }

    static Arbitrary<Point> points() {
        return Combinators.combine(coordinates(), coordinates()).as(Point::new);
    }

    static Arbitrary<Segment> segments() {
        return Combinators.combine(points(), points()).as(Segment::new);
    }

    /** Outlines that do not cross themselves: one vertex in each slice of the circle round a centre. */
    static Arbitrary<Polygon> outlines() {
        Arbitrary<Point> polar = Combinators.combine(Arbitraries.doubles().between(0, 0.8),
                Arbitraries.doubles().between(1, 200)).as(Point::new);
        return Combinators.combine(points(), polar.list().ofMinSize(3).ofMaxSize(20)).as(RandomShapes::round);
    }

    private static Polygon round(Point centre, List<Point> polar) {
        List<Point> vertices = new ArrayList<>();
        for (int i = 0; i < polar.size(); i++) {
            double angle = 2 * Math.PI * (i + polar.get(i).x()) / polar.size();
            double radius = polar.get(i).y();
            vertices.add(centre.plus(new Point(radius * Math.cos(angle), radius * Math.sin(angle))));
        }
        return new Polygon(vertices);
    }
}
