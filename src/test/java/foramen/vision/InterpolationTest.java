package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.testing.PhantomFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InterpolationTest {
    @Test
    void onAKeyFrameItIsTheKeysOwnOutline() {
        Polygon a = oval(0, 0, 10, 5, 40);
        Polygon b = oval(9, 2, 12, 6, 31);
        Interpolation between = new Interpolation(List.of(new KeyOutline(10, b), new KeyOutline(0, a)));

        assertEquals(Optional.of(a), between.at(0));
        assertEquals(Optional.of(b), between.at(10));
    }

    @Test
    void nothingIsClaimedOutsideTheKeys() {
        Interpolation between = new Interpolation(List.of(new KeyOutline(4, oval(0, 0, 9, 5, 40)),
                new KeyOutline(9, oval(0, 0, 9, 5, 40))));

        assertEquals(Optional.empty(), between.at(3));
        assertEquals(Optional.empty(), between.at(10));
    }

    @Test
    void halfWayBetweenTwoItIsTheMean() {
        Polygon middle = new Interpolation(List.of(new KeyOutline(0, oval(0, 0, 20, 10, 64)),
                new KeyOutline(8, oval(30, 10, 24, 14, 64)))).at(4).orElseThrow();

        assertTrue(PhantomFrames.dice(oval(15, 5, 22, 12, 200), middle) > 0.98);
    }

    @Property(tries = 60)
    void whereAndWhichWayTheDrawingBeganDoesNotMatter(@ForAll @IntRange(max = 63) int start, @ForAll boolean back) {
        Polygon first = oval(0, 0, 20, 9, 64);
        List<Point> points = new ArrayList<>(oval(6, 3, 22, 10, 64).vertices());
        java.util.Collections.rotate(points, start);
        Polygon second = new Polygon(back ? points.reversed() : points);

        Polygon middle = new Interpolation(List.of(new KeyOutline(0, first), new KeyOutline(2, second))).at(1)
                .orElseThrow();

        assertTrue(PhantomFrames.dice(oval(3, 1.5, 21, 9.5, 200), middle) > 0.97);
    }

    @Test
    void betweenEqualKeysNothingMovesAndNothingOvershoots() {
        Interpolation between = new Interpolation(List.of(new KeyOutline(0, oval(0, 0, 10, 5, 64)),
                new KeyOutline(5, oval(0, 0, 10, 5, 64)), new KeyOutline(10, oval(20, 0, 10, 5, 64))));

        assertEquals(0, between.at(3).orElseThrow().centroid().x(), 1e-6);
        double before = 0;
        for (int i = 5; i <= 10; i++) {
            double x = between.at(i).orElseThrow().centroid().x();
            assertTrue(x >= before - 1e-9 && x <= 20 + 1e-9, "frame " + i + " at " + x);
            before = x;
        }
    }

    @Test
    void twoOutlinesOnOneFrameAreRefused() {
        KeyOutline key = new KeyOutline(1, oval(0, 0, 10, 5, 20));
        assertThrows(IllegalArgumentException.class, () -> new Interpolation(List.of(key, key)));
        assertThrows(IllegalArgumentException.class, () -> new Interpolation(List.of()));
    }

    private static Polygon oval(double x, double y, double a, double b, int n) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double t = 2 * Math.PI * i / n;
            points.add(new Point(x + a * Math.cos(t), y + b * Math.sin(t)));
        }
        return new Polygon(points);
    }
}
