package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContourTest {
    private static Polygon circle(double radius, int n, double tremor) {
        Random random = new Random(3);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double r = radius + tremor * (random.nextDouble() - 0.5);
            double t = 2 * Math.PI * i / n;
            points.add(new Point(100 + r * Math.cos(t), 100 + r * Math.sin(t)));
        }
        return new Polygon(points);
    }

    @Test
    void evenPointsLieOnTheOutlineAtEvenDistances() {
        Polygon square = new Polygon(
                List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(0, 10)));
        List<Point> points = Contour.evenly(square, 8);
        assertEquals(List.of(new Point(0, 0), new Point(5, 0), new Point(10, 0), new Point(10, 5)),
                points.subList(0, 4));
        assertEquals(8, points.size());
    }

    @Test
    void smoothingTakesTheTremorAndLeavesTheArea() {
        Polygon shaky = circle(40, 200, 4);
        Polygon smooth = Contour.smooth(shaky, 4);
        assertEquals(shaky.area(), smooth.area(), 0.01 * shaky.area());
        assertTrue(smooth.perimeter() < 0.8 * shaky.perimeter(), smooth.perimeter() + " of " + shaky.perimeter());
        assertEquals(2 * Math.PI * 40, smooth.perimeter(), 0.02 * 2 * Math.PI * 40);
        assertTrue(smooth.isSimple());
    }

    @Test
    void aPulledVertexTakesItsNeighboursAlongAndNobodyElse() {
        Polygon dense = circle(40, 120, 0);
        Point to = dense.vertices().getFirst().plus(new Point(10, 0));
        Polygon pulled = Contour.pulled(dense, 0, to, 20);
        assertEquals(to, pulled.vertices().getFirst());
        double before = 10;
        for (int i = 1; i <= 60; i++) {
            double moved = pulled.vertices().get(i).distanceTo(dense.vertices().get(i));
            assertTrue(moved <= before, "vertex " + i);
            assertEquals(moved, pulled.vertices().get(120 - i).distanceTo(dense.vertices().get(120 - i)), 1e-6);
            before = moved;
        }
        assertEquals(dense.vertices().get(20), pulled.vertices().get(20));
        assertTrue(pulled.vertices().get(1).x() > dense.vertices().get(1).x() + 9, "no spike");
    }

    @Test
    void withoutReachOnlyTheVertexMoves() {
        Polygon dense = circle(40, 120, 0);
        Polygon pulled = Contour.pulled(dense, 5, new Point(0, 0), 0);
        for (int i = 0; i < 120; i++) {
            assertEquals(i == 5 ? new Point(0, 0) : dense.vertices().get(i), pulled.vertices().get(i));
        }
    }

    @Test
    void hatchingLiesInsideAndIsEvenlySpaced() {
        Polygon notched = new Polygon(List.of(new Point(0, 0), new Point(40, 0), new Point(20, 20), new Point(40, 40),
                new Point(0, 40)));
        List<Segment> lines = Hatching.of(notched, 3);
        assertTrue(lines.size() > 10);
        for (Segment s : lines) {
            assertTrue(notched.contains(s.middle()), s::toString);
            assertEquals(0, Math.IEEEremainder(s.a().x() + s.a().y(), 3 * Math.sqrt(2)), 1e-9);
        }
        double length = lines.stream().mapToDouble(Segment::length).sum();
        assertEquals(notched.area() / 3, length, 0.1 * notched.area() / 3);
    }
}
