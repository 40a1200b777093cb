package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Scale;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.PreparedShape;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What lies on the planned frame, and what is guarded on the frames of the worst case, at one scale: made once, asked
 * for every place of a needle that is dragged.
 */
final class ObstacleField {
    /** Kinds that a needle keeps away from. */
    private static final Set<Structure.Kind> KEPT_CLEAR = EnumSet.of(Structure.Kind.NERVE, Structure.Kind.VESSEL,
            Structure.Kind.BONE, Structure.Kind.NO_GO);
    /** An edge is looked at in steps of so many pixels, and in no more than so many (engineering defaults). */
    private static final double STEP = 1;
    private static final double MOST_STEPS = 4096;

    private final List<Guarded> here = new ArrayList<>();
    private final List<Guarded> elsewhere = new ArrayList<>();
    private final Optional<Bounds> extent;

    /**
     * @param frame the planned frame
     * @param range frames of the worst case
     * @param annotations all of the case
     * @param catalog kinds and names of structures
     * @param k the scale of the plan
     */
    ObstacleField(FrameRef frame, Optional<FrameRange> range, List<Annotation> annotations, StructureCatalog catalog,
            Scale.Known k) {
        for (Annotation a : annotations) {
            boolean sameClip = a.frame().sopInstanceUid().equals(frame.sopInstanceUid());
            boolean planned = a.frame().equals(frame);
            // Words lie where there was room for them; what was rejected or has drifted shows nothing.
            if (!sameClip || !a.counts() || a.shape() instanceof Shape.Text
                    || !(planned || range.filter(r -> r.contains(a.frame().index())).isPresent())) {
                continue;
            }
            Structure structure = catalog.get(a.structureId());
            if (planned) {
                here.add(guarded(a, structure, k));
            } else if (KEPT_CLEAR.contains(structure.kind())) {
                elsewhere.add(guarded(a, structure, k));
            }
        }
        List<Point> corners = new ArrayList<>();
        for (List<Guarded> list : List.of(here, elsewhere)) {
            list.forEach(g -> corners.addAll(corners(g.place())));
        }
        extent = corners.isEmpty() ? Optional.empty() : Optional.of(Bounds.of(corners));
    }

    private static Guarded guarded(Annotation a, Structure structure, Scale.Known k) {
        Shape shape = a.shape();
        PreparedShape mm = shape instanceof Shape.Area area
                ? PreparedShape.area(k.toMm(area.polygon()))
                : PreparedShape.open(shape.edges().stream().map(k::toMm).toList());
        String key = a.follow().map(Follow::track).orElse(a.structureId() + "/" + a.laterality());
        return new Guarded(key, a.id(), a.frame().index(), name(a, structure), a.structureId(), structure.kind(), mm,
                Bounds.of(shape.trace()), shape);
    }

    /** How an annotation is told: by its label, else by its structure. */
    static String name(Annotation a, Structure structure) {
        return a.label().isBlank() ? structure.name() : a.label();
    }

    private static List<Point> corners(Bounds b) {
        return List.of(new Point(b.minX(), b.minY()), new Point(b.maxX(), b.maxY()));
    }

    /** What lies on the planned frame in the same calibrated picture as {@code path}, given in pixels. */
    List<Guarded> here(Segment path, Calibration calibration, Scale.Known k) {
        return reachable(here, path, calibration, k);
    }

    /** What is guarded on the other frames of the range, in the same calibrated picture. */
    List<Guarded> elsewhere(Segment path, Calibration calibration, Scale.Known k) {
        return reachable(elsewhere, path, calibration, k);
    }

    /**
     * What the path can meet. Calibrated pictures are rectangles: where the corners of a box lie in one, all of the box
     * does. Of an outline that leaves the path's picture the whole counts, at the path's scale: it has no area there, but
     * a needle must keep away from it all the same.
     */
    private List<Guarded> reachable(List<Guarded> all, Segment path, Calibration calibration, Scale.Known k) {
        if (extent.isEmpty() || same(extent.get(), path, calibration, k)) {
            return all;
        }
        return all.stream()
                .filter(g -> same(g.place(), path, calibration, k) || reaches(g.drawn(), path, calibration, k))
                .toList();
    }

    /** Whether any part of what is drawn lies in the picture of {@code path}. */
    private static boolean reaches(Shape drawn, Segment path, Calibration calibration, Scale.Known k) {
        boolean round = drawn instanceof Shape.Area area
                && (area.polygon().contains(path.a()) || area.polygon().contains(path.b()));
        return round || drawn.edges().stream().flatMap(ObstacleField::along)
                .anyMatch(at -> same(List.of(at, path.a(), path.b()), calibration, k));
    }

    private static Stream<Point> along(Segment edge) {
        int steps = (int) Math.clamp(Math.ceil(edge.length() / STEP), 1, MOST_STEPS);
        return IntStream.rangeClosed(0, steps).mapToObj(i -> edge.a().towards(edge.b(), i / (double) steps));
    }

    private static boolean same(Bounds box, Segment path, Calibration calibration, Scale.Known k) {
        List<Point> points = new ArrayList<>(corners(box));
        points.add(path.a());
        points.add(path.b());
        return same(points, calibration, k);
    }

    private static boolean same(List<Point> points, Calibration calibration, Scale.Known k) {
        return calibration.scaleFor(points) instanceof Scale.Known whole && whole.agrees(k, 0);
    }

    /** Whether a structure of that kind is kept clear of. */
    static boolean isKeptClear(Structure.Kind kind) {
        return KEPT_CLEAR.contains(kind);
    }
}
