package foramen.workspace.tool;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;

/** What tools may ask of the pixels of the frame in view. Called while the pointer moves: answers are quick. */
public interface Picture {
    /**
     * The way from one place to another along the edges seen in the picture.
     *
     * @return the points of the way, {@code from} first and {@code to} last, in continuous image pixels
     */
    List<Point> alongEdges(Point from, Point to);

    /**
     * The region round {@code seed} that is about as bright.
     *
     * @param seed inside the picture, in continuous image pixels
     * @param tolerance how far its grey may differ, 0 to 255
     * @return its outline without holes; empty where it encloses nothing
     */
    Optional<Polygon> alike(Point seed, double tolerance);
}
