package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.del;
import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.nudge;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.workspace.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Correcting a contour whose vertices lie closer together than the pointer can tell apart. */
class SoftPullTest {
    private static final Modifiers CTRL = new Modifiers(false, true, false);

    /** A circle of radius 30 round (100, 50) with that many vertices, the first at (130, 50). */
    private static Polygon circle(int vertices) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            double t = 2 * Math.PI * i / vertices;
            points.add(new Point(100 + 30 * Math.cos(t), 50 + 30 * Math.sin(t)));
        }
        return new Polygon(points);
    }

    private static Bench bench(int vertices) {
        return new Bench(new SelectTool())
                .with(Fixtures.annotation("s", new Shape.Outline(circle(vertices)))).select("s");
    }

    private static List<Point> vertices(Bench b) {
        return b.casefile.annotation("s").orElseThrow().shape().points();
    }

    /** How many vertices are not where they were. */
    private static long moved(Bench b, int vertices) {
        List<Point> before = circle(vertices).vertices();
        List<Point> after = vertices(b);
        return java.util.stream.IntStream.range(0, vertices).filter(i -> !before.get(i).equals(after.get(i))).count();
    }

    @Test
    void theNeighboursOfADraggedVertexFollowAndNoSpikeComesAbout() {
        Bench b = bench(120).feed(press(130, 50), drag(140, 50), release(145, 50));
        assertEquals(new Point(145, 50), vertices(b).getFirst());
        assertTrue(vertices(b).get(1).distanceTo(vertices(b).getFirst()) < 2.5);
        assertTrue(moved(b, 120) > 10 && moved(b, 120) < 60, "moved " + moved(b, 120));
        assertEquals(List.of("Move point of sciatic nerve"), b.actions);
    }

    @Test
    void withCtrlTheVertexMovesAlone() {
        Bench b = bench(120).feed(press(130, 50, 1, CTRL), drag(140, 50), release(145, 50));
        assertEquals(1, moved(b, 120));
    }

    @Test
    void aVertexOfAnOutlineClickedPointByPointMovesAlone() {
        Bench b = bench(12).feed(press(130, 50), drag(140, 50), release(145, 50));
        assertEquals(1, moved(b, 12));
    }

    @Test
    void theArrowKeysPullAsTheMouseDoes() {
        Bench b = bench(120).feed(press(130, 50), release(130, 50), nudge(10, 0));
        assertEquals(new Point(140, 50), vertices(b).getFirst());
        assertTrue(moved(b, 120) > 10);
    }

    @Test
    void whatIsPulledStaysInThePicture() {
        Bench b = bench(120).feed(press(100, 80), drag(100, 120), release(100, 140));
        assertTrue(vertices(b).stream().allMatch(p -> p.y() <= 100));
    }

    @Test
    void whatIsHiddenCannotBeHit() {
        Bench b = new Bench(new SelectTool())
                .with(Fixtures.annotation("s", new Shape.Outline(circle(120))).withHidden(true));
        b.feed(press(130, 50), drag(160, 50), release(160, 50), del());
        assertEquals(List.of(), b.actions);
    }
}
