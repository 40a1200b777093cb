package foramen.dicom.write;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.delivery.ExportSubject;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outlines on a clip as segments: one for each structure and side, each with the frames it was outlined on. What is
 * hidden or does not count is left out.
 */
final class SegmentPlan {
    /**
     * One segment.
     *
     * @param structureId as in the structure catalogue
     * @param side the side
     * @param drawn what it is made of
     */
    record Segment(String structureId, Laterality side, List<Annotation> drawn) {
        /** The frames it is on, from 0, in order, with its outlines there. */
        SortedMap<Integer, List<Polygon>> frames() {
            SortedMap<Integer, List<Polygon>> frames = new TreeMap<>();
            drawn.forEach(a -> frames.computeIfAbsent(a.frame().index(), i -> new ArrayList<>())
                    .add(((Shape.Area) a.shape()).polygon()));
            return frames;
        }

        /** What ties it to other objects: the annotation it is made of, or the structure where there are several. */
        String trackingId() {
            return drawn.size() == 1 ? drawn.getFirst().id() : structureId + " " + side.name();
        }

        /** Whether all of it was drawn by hand alone. */
        boolean isManual() {
            return drawn.stream().allMatch(a -> a.origin() == Origin.DRAWN || a.origin() == Origin.COPIED);
        }

        /** How what was not drawn by hand came about, in words. */
        String method() {
            List<String> ways = drawn.stream().map(a -> a.origin().label()).distinct().sorted().toList();
            return SharedModules.line("Foramen: " + String.join(", ", ways));
        }
    }

    private record Key(String structureId, Laterality side) {}

    private SegmentPlan() {}

    /** The segments in the order in which the first outline of each was drawn. */
    static List<Segment> of(ExportSubject subject) {
        String clip = subject.frame().sopInstanceUid();
        int frames = subject.clip().info().frames();
        Map<Key, List<Annotation>> byStructure = new LinkedHashMap<>();
        subject.casefile().annotations().stream()
                .filter(a -> a.shape() instanceof Shape.Area && !a.hidden()
                        && a.frame().sopInstanceUid().equals(clip) && a.frame().index() < frames)
                .forEach(a -> byStructure.computeIfAbsent(new Key(a.structureId(), a.laterality()),
                        k -> new ArrayList<>()).add(a));
        return byStructure.entrySet().stream()
                .map(e -> new Segment(e.getKey().structureId(), e.getKey().side(), List.copyOf(e.getValue()))).toList();
    }
}
