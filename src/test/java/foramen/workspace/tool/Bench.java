package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.workspace.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a tool over inputs on a picture of 200 × 100 pixels with a hit radius of 6, and keeps what came of it. */
final class Bench {
    static final double TOLERANCE = 6;
    static final double BRUSH = 10;

    final Tool tool;
    final List<String> actions = new ArrayList<>();
    Case casefile = Fixtures.emptyCase();
    Optional<String> selected = Optional.empty();
    Optional<Picture> picture = Optional.empty();
    ToolState state = ToolState.Idle.START;
    ToolStep last = ToolStep.to(state);
    private final Supplier<String> ids = Fixtures.ids();

    Bench(Tool tool) {
        this.tool = tool;
    }

    Bench with(Annotation a) {
        casefile = casefile.withAnnotation(a);
        return this;
    }

    Bench select(String id) {
        selected = Optional.of(id);
        return this;
    }

    ToolContext context() {
        return new ToolContext(casefile, Fixtures.FRAME, new Bounds(0, 0, 200, 100),
                new Labelling(StructureCatalog.SCIATIC_NERVE, Laterality.UNSPECIFIED, ScanLevel.PIRIFORMIS,
                        ScanPlane.SHORT_AXIS),
                TOLERANCE, selected, "Dr Test", Fixtures.NOW, ids, StructureCatalog.standard(), BRUSH,
                picture);
    }

    Bench feed(ToolInput... inputs) {
        for (ToolInput input : inputs) {
            last = tool.step(state, input, context());
            state = last.next();
            last.edit().ifPresent(e -> {
                casefile = e.next();
                actions.add(e.action());
            });
            switch (last.selection()) {
                case SelectionChange.Keep k -> {
                }
                case SelectionChange.Clear c -> selected = Optional.empty();
                case SelectionChange.Select s -> selected = Optional.of(s.objectId());
            }
        }
        return this;
    }

    Bench click(double x, double y) {
        return feed(press(x, y), release(x, y));
    }

    Bench doubleClick(double x, double y) {
        return click(x, y).feed(press(x, y, 2, Modifiers.NONE), release(x, y));
    }

    boolean idle() {
        return state instanceof ToolState.Idle;
    }

    static ToolInput press(double x, double y) {
        return press(x, y, 1, Modifiers.NONE);
    }

    static ToolInput press(double x, double y, int clicks, Modifiers keys) {
        return new ToolInput.Press(new Point(x, y), clicks, keys);
    }

    static ToolInput drag(double x, double y) {
        return new ToolInput.Drag(new Point(x, y), Modifiers.NONE);
    }

    static ToolInput move(double x, double y) {
        return new ToolInput.Move(new Point(x, y), Modifiers.NONE);
    }

    static ToolInput release(double x, double y) {
        return new ToolInput.Release(new Point(x, y), Modifiers.NONE);
    }

    static ToolInput enter() {
        return new ToolInput.Finish();
    }

    static ToolInput esc() {
        return new ToolInput.Cancel();
    }

    static ToolInput del() {
        return new ToolInput.Delete();
    }

    static ToolInput nudge(double dx, double dy) {
        return new ToolInput.Nudge(dx, dy);
    }

    static List<Point> points(double... xy) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return points;
    }
}
