package foramen.workspace.tool;

import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/** Where a tool stands between two inputs. */
public sealed interface ToolState {
    /**
     * Nothing is in progress.
     *
     * @param pointer where the pointer was last seen
     * @param handle the handle last pressed on the selected object, which the arrow keys move; empty for all of it
     */
    record Idle(Optional<Point> pointer, Optional<Part.Vertex> handle) implements ToolState {
        /** Nothing is in progress and nothing is known. */
        public static final Idle START = new Idle(Optional.empty(), Optional.empty());
    }

    /**
     * Something new is being drawn.
     *
     * @param placed the points placed so far
     * @param hover where the next point would go
     * @param pressed where the button went down, while it is down
     * @param stroke whether the button being down has become a drag
     */
    record Placing(List<Point> placed, Optional<Point> hover, Optional<Point> pressed,
            boolean stroke) implements ToolState {
        /** Copies the points. */
        public Placing {
            placed = List.copyOf(placed);
        }
    }

    /**
     * An outline is being led along edges.
     *
     * @param anchors the places clicked
     * @param legs the ways between them, one less than anchors
     * @param live the way from the last anchor to the pointer
     * @param pressed where the button went down, while it is down
     */
    record Tracing(List<Point> anchors, List<List<Point>> legs, List<Point> live,
            Optional<Point> pressed) implements ToolState {
        /** Copies the points. */
        public Tracing {
            anchors = List.copyOf(anchors);
            legs = List.copyOf(legs);
            live = List.copyOf(live);
        }
    }

    /**
     * A brush is on the picture.
     *
     * @param original the outline it changes; empty for a new one
     * @param path where the brush has been
     * @param erase whether it takes away
     */
    record Painting(Optional<Target.OfAnnotation> original, List<Point> path, boolean erase) implements ToolState {
        /** Copies the path. */
        public Painting {
            path = List.copyOf(path);
        }
    }

    /**
     * A region of like brightness is held, wider or narrower as the pointer is dragged.
     *
     * @param original the outline it is added to or taken from; empty for a new one
     * @param seed where it began
     * @param pointer where the pointer is
     * @param erase whether it is taken away
     * @param perLevel how many image pixels of the drag are one grey level: settled by the press, so that Enter takes what
     *     was shown whoever presses it
     */
    record Growing(Optional<Target.OfAnnotation> original, Point seed, Point pointer, boolean erase,
            double perLevel) implements ToolState {}

    /**
     * An outline is sought round a click.
     *
     * @param seed the click
     */
    record Asking(Point seed) implements ToolState {}

    /**
     * An outline was found and waits for the operator's word.
     *
     * @param outline its vertices
     * @param confidence from 0 to 1
     * @param corrected whether the operator has changed it since
     * @param held where its border is held by the pointer
     * @param tapped whether it was pressed once where it lies, so that a second press there takes it over
     */
    record Proposed(List<Point> outline, double confidence, boolean corrected, Optional<Held> held,
            boolean tapped) implements ToolState {
        /** Copies the points. */
        public Proposed {
            outline = List.copyOf(outline);
        }

        /** A proposal that was not pressed. */
        Proposed(List<Point> outline, double confidence, boolean corrected, Optional<Held> held) {
            this(outline, confidence, corrected, held, false);
        }

        /**
         * A border that is dragged.
         *
         * @param vertex the vertex under the pointer
         * @param start where it was taken
         * @param before the outline as it was then
         */
        record Held(int vertex, Point start, List<Point> before) {
            /** Copies the points. */
            public Held {
                before = List.copyOf(before);
            }
        }
    }

    /**
     * Words are being typed.
     *
     * @param at where they will stand
     */
    record Writing(Point at) implements ToolState {}

    /**
     * An object of the case is held.
     *
     * @param original the object as it was, a vertex just added included
     * @param part what of it is held
     * @param start where it was taken
     * @param current where the pointer is
     * @param moving whether the pointer has left the click slop, so that the object follows
     * @param action what letting go will be called
     * @param changed whether letting go changes the case even without a move
     * @param reach how far along a dense contour the neighbours of a vertex follow it, in image pixels; nought for not
     *     at all
     */
    record Dragging(Target original, Part part, Point start, Point current, boolean moving, String action,
            boolean changed, double reach) implements ToolState {}
}
