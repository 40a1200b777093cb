package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OutlineAlgebraTest {
    private static Polygon box(double x, double y, double w, double h) {
        return new Polygon(List.of(new Point(x, y), new Point(x + w, y), new Point(x + w, y + h), new Point(x, y + h)));
    }

    @Test
    void aDabIsADiscAndAStrokeACapsule() {
        assertEquals(Math.PI * 25, OutlineAlgebra.stroke(List.of(new Point(3, 4)), 5).area(), Math.PI * 25 * 0.002);
        assertEquals(Math.PI * 25 + 200,
                OutlineAlgebra.stroke(List.of(new Point(0, 0), new Point(20, 0)), 5).area(), Math.PI * 25 * 0.002);
    }

    @Test
    void aUnionCountsWhatIsSharedOnce() {
        var r = OutlineAlgebra.union(box(0, 0, 10, 10), box(5, 5, 10, 10), new Point(0, 0));
        assertEquals(175, r.outline().orElseThrow().area(), 1e-9);
        assertEquals(0, r.dropped() + r.filled());
    }

    @Test
    void ofOutlinesApartTheOneAtTheBrushIsKept() {
        var r = OutlineAlgebra.union(box(0, 0, 10, 10), box(50, 0, 5, 5), new Point(51, 1));
        assertEquals(25, r.outline().orElseThrow().area(), 1e-9);
        assertEquals(1, r.dropped());
        assertFalse(OutlineAlgebra.touch(box(0, 0, 10, 10), box(50, 0, 5, 5)));
    }

    @Test
    void aDifferenceKeepsTheLargestPieceAndFillsHoles() {
        var cut = OutlineAlgebra.difference(box(0, 0, 30, 10), box(10, -5, 5, 20));
        assertEquals(150, cut.outline().orElseThrow().area(), 1e-9);
        assertEquals(1, cut.dropped());
        var hole = OutlineAlgebra.difference(box(0, 0, 30, 30), box(10, 10, 5, 5));
        assertEquals(900, hole.outline().orElseThrow().area(), 1e-9);
        assertEquals(1, hole.filled());
        assertTrue(OutlineAlgebra.difference(box(1, 1, 2, 2), box(0, 0, 9, 9)).outline().isEmpty());
    }

    @Test
    void whereAnOutlineBeginsAndWhichWayItGoesMakesNoDifference() {
        List<Point> v = box(0, 0, 4, 3).vertices();
        assertTrue(OutlineAlgebra.same(box(0, 0, 4, 3), new Polygon(List.of(v.get(2), v.get(1), v.get(0), v.get(3)))));
        assertFalse(OutlineAlgebra.same(box(0, 0, 4, 3), box(0, 0, 4, 3.1)));
    }

    @Test
    void anOutlineThatCrossesItselfIsTakenForWhatItEncloses() {
        Polygon bow = new Polygon(List.of(new Point(0, 0), new Point(10, 10), new Point(10, 0), new Point(0, 10)));
        var r = OutlineAlgebra.union(bow, box(4, 4, 2, 2), new Point(5, 5));
        assertTrue(r.outline().orElseThrow().isSimple());
        assertEquals(50 + 4 - 2, r.outline().orElseThrow().area(), 1e-6);
    }

    @Property(tries = 200)
    void whatIsAddedAndWhatIsTakenAwayMakeUpTheWhole(@ForAll @DoubleRange(min = -8, max = 8) double x,
            @ForAll @DoubleRange(min = -8, max = 8) double y, @ForAll @DoubleRange(min = 1, max = 6) double r) {
        Polygon base = box(-10, -10, 20, 20);
        Polygon dab = OutlineAlgebra.stroke(List.of(new Point(x + 10, y)), r);
        var more = OutlineAlgebra.union(base, dab, new Point(0, 0));
        if (more.dropped() > 0) {
            return;
        }
        double union = more.outline().orElseThrow().area();
        var less = OutlineAlgebra.difference(base, dab);
        // |A or B| = |A without B| + |B|, unless a hole was filled or a piece dropped.
        if (less.dropped() + less.filled() == 0) {
            assertEquals(union, less.outline().orElseThrow().area() + dab.area(), 1e-6);
        }
    }
}
