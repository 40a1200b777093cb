package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Mirror;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Contour;
import foramen.geometry.Ellipse;
import foramen.geometry.OutlineAlgebra;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Undo against the bytes that are stored. */
class UndoBytesTest {
    private static final int EDITS = 10_000;
    private static final int OBJECTS = 12;

    @Test
    void undoingTenThousandRandomEditsBringsBackTheSameBytesAtEveryHundredth() {
        Random random = new Random(20260314);
        CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK, () -> "",
                Fixtures.ids());
        editor.begin(Fixtures.emptyCase());
        List<String> documents = new ArrayList<>();
        int done = 0;
        while (done < EDITS) {
            if (done % 100 == 0 && documents.size() == done / 100) {
                documents.add(CaseJson.write(editor.current()));
            }
            Case before = editor.current();
            editor.commit(edited(before, random), "Edit");
            done += editor.current().equals(before) ? 0 : 1;
        }
        String last = CaseJson.write(editor.current());
        for (int left = EDITS; left > 0; left--) {
            editor.undo();
            if ((left - 1) % 100 == 0) {
                assertEquals(documents.get((left - 1) / 100), CaseJson.write(editor.current()), "edit " + left);
            }
        }
        assertFalse(editor.canUndoProperty().get());
        for (int i = 0; i < EDITS; i++) {
            editor.redo();
        }
        assertEquals(last, CaseJson.write(editor.current()));
    }

    private static Case edited(Case c, Random random) {
        String id = "o" + random.nextInt(OBJECTS);
        return switch (random.nextInt(6)) {
            case 0, 1 -> c.withAnnotation(Fixtures.annotation(id, shape(random)));
            case 2 -> c.withoutAnnotation(id);
            case 3 -> c.annotation(id).map(a -> c.withAnnotation(changed(a, random))).orElse(c);
            case 4 -> c.withPlan(Fixtures.plan("p" + id, point(random), point(random)));
            default -> c.withIndication("why " + random.nextInt(50));
        };
    }

    private static Annotation changed(Annotation a, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> a.withLocked(!a.locked());
            case 1 -> a.withHidden(!a.hidden());
            case 2 -> a.withShape(new Mirror(100).of(a.shape()), Fixtures.NOW);
            case 3 -> a.withShape(a.shape().moved(point(random)), Fixtures.NOW);
            case 4 -> a.shape() instanceof Shape.Outline(Polygon p)
                    ? a.withShape(new Shape.Outline(Contour.smooth(p, 4)), Fixtures.NOW)
                    : a.withLabel("label " + random.nextInt(9));
            default -> a.shape() instanceof Shape.Area o
                    ? a.withShape(new Shape.Outline(OutlineAlgebra
                            .union(o.polygon(), OutlineAlgebra.stroke(List.of(point(random)), 5), point(random))
                            .outline().orElseThrow()), Fixtures.NOW)
                    : a.withShape(a.shape().withPoint(0, point(random)), Fixtures.NOW);
        };
    }

    private static Shape shape(Random random) {
        Point p = point(random);
        return switch (random.nextInt(7)) {
            case 0 -> Fixtures.square(p.x(), p.y(), 1 + 9 * random.nextDouble());
            case 1 -> new Shape.Spline(new ClosedSpline(List.of(p, point(random), point(random))));
            case 2 -> new Shape.Ellipse(new Ellipse(p, new Point(1 + random.nextDouble(), 2), 1));
            case 3 -> Fixtures.line(p.x(), p.y(), 3, 4);
            case 4 -> new Shape.Angle(p, point(random), point(random));
            case 5 -> new Shape.Polyline(List.of(p, point(random)));
            default -> new Shape.Text(p);
        };
    }

    private static Point point(Random random) {
        return new Point(random.nextDouble() * 200, random.nextDouble() * 100);
    }
}
