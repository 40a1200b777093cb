package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.job.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivewireTest {
    private static final double RADIUS = 50;
    private static final Point CENTRE = new Point(120, 100);

    @Test
    void thePathFollowsTheEdgeAndNotTheStraightLine() {
        Livewire wire = new Livewire(EdgeCost.of(disc(), Progress.NONE));

        List<Point> path = wire.path(onEdge(0), onEdge(2.5));

        assertTrue(path.stream().allMatch(p -> Math.abs(p.distanceTo(CENTRE) - RADIUS) < 2.5), path.toString());
        assertEquals(onEdge(0), path.getFirst());
        assertEquals(onEdge(2.5), path.getLast());
    }

    @Test
    void aPathGrownMoveByMoveIsTheOneFoundAtOnce() {
        EdgeCost cost = EdgeCost.of(disc(), Progress.NONE);
        Livewire moved = new Livewire(cost);
        for (double t = 0.1; t < 2; t += 0.1) {
            moved.path(onEdge(0), onEdge(t));
        }
        assertEquals(new Livewire(cost).path(onEdge(0), onEdge(2)), moved.path(onEdge(0), onEdge(2)));
        // Back again, and from another anchor.
        assertEquals(new Livewire(cost).path(onEdge(0), onEdge(0.5)), moved.path(onEdge(0), onEdge(0.5)));
        assertEquals(new Livewire(cost).path(onEdge(1), onEdge(2)), moved.path(onEdge(1), onEdge(2)));
    }

    @Test
    void neighbouringPointsOfAPathTouch() {
        List<Point> path = new Livewire(EdgeCost.of(disc(), Progress.NONE)).path(onEdge(0), onEdge(3));
        for (int i = 1; i < path.size(); i++) {
            // The ends are the points given, anywhere in their pixels.
            double most = i == 1 || i == path.size() - 1 ? 2.2 : 1.5;
            assertTrue(path.get(i).distanceTo(path.get(i - 1)) < most, "gap at " + i);
        }
    }

    @Test
    void pointsOffThePictureEndTheirPathStraight() {
        List<Point> path = new Livewire(EdgeCost.of(disc(), Progress.NONE)).path(onEdge(1), new Point(500, -20));

        assertEquals(new Point(500, -20), path.getLast());
        assertTrue(path.size() > 20);
    }

    @Test
    void theSamePointTwiceIsAPathOfTwo() {
        assertEquals(2, new Livewire(EdgeCost.of(disc(), Progress.NONE)).path(CENTRE, CENTRE).size());
    }

    private static Point onEdge(double t) {
        return new Point(CENTRE.x() + RADIUS * Math.cos(t), CENTRE.y() + RADIUS * Math.sin(t));
    }

    private static GreyFrame disc() {
        byte[] px = new byte[240 * 200];
        for (int i = 0; i < px.length; i++) {
            int row = i / 240;
            boolean in = new Point(i % 240 + 0.5, row + 0.5).distanceTo(CENTRE) < RADIUS;
            px[i] = (byte) (in ? 140 : 60);
        }
        return new GreyFrame(240, 200, px);
    }
}
