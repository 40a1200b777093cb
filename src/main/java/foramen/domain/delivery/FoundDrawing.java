package foramen.domain.delivery;

import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was drawn in an object read from a file.
 *
 * @param form what it was drawn as
 * @param sopInstanceUid the image it lies on
 * @param frames the frames it lies on, from 0; empty means all
 * @param shape the geometry, in continuous pixels of that image
 * @param what what it shows, as far as the object says
 * @param layer the layer or segment it belongs to, as named there
 * @param words its words; may be empty
 * @param trackingId Tracking Identifier; may be empty
 * @param trackingUid Tracking Unique Identifier; may be empty
 */
public record FoundDrawing(Form form, String sopInstanceUid, List<Integer> frames, Shape shape, Subject what,
        String layer, String words, String trackingId, String trackingUid) {
    /** What a drawing is for. */
    public enum Form {
        /** Something to be kept as an annotation. */
        ANNOTATION,
        /** A needle path: a line from entry to target. */
        NEEDLE
    }

    /**
     * What a drawing shows; nothing where the object does not say.
     *
     * @param structureId a structure of the catalogue
     * @param code the code that the object gives
     * @param side the side
     * @param level where along the nerve
     * @param plane how the plane cuts
     */
    public record Subject(Optional<String> structureId, Optional<Code> code, Laterality side, ScanLevel level,
            ScanPlane plane) {
        /** Nothing is said. */
        public static final Subject UNSAID = new Subject(Optional.empty(), Optional.empty(), Laterality.UNSPECIFIED,
                ScanLevel.UNSPECIFIED, ScanPlane.UNSPECIFIED);
    }

    /** Copies the frames. */
    public FoundDrawing {
        frames = List.copyOf(frames);
    }

    /**
     * The drawing as an annotation of a case.
     *
     * @param id its identifier there
     * @param frameIndex the frame, from 0
     * @param otherwise the structure where the object names none that the catalogue has
     * @param author who imports it
     * @param at when
     */
    public Annotation annotation(String id, int frameIndex, String otherwise, String author, Instant at) {
        return new Annotation(id, new FrameRef(sopInstanceUid, frameIndex), shape, what.structureId().orElse(otherwise),
                what.side(), what.level(), what.plane(), words, Annotation.State.PLAIN, Origin.IMPORTED,
                Optional.empty(), author, at);
    }

    /**
     * The drawing as a needle plan of a case, from its first to its last point.
     *
     * @param id its identifier there
     * @param frameIndex the frame, from 0
     * @param author who imports it
     * @param at when
     */
    public NeedlePlan plan(String id, int frameIndex, String author, Instant at) {
        return new NeedlePlan(id, new FrameRef(sopInstanceUid, frameIndex), ends().getFirst(), ends().getLast(),
                what.side(), words, "", "", author, at);
    }

    /** The first and the last point, as a needle path has them. */
    public List<Point> ends() {
        return List.of(shape.points().getFirst(), shape.points().getLast());
    }
}
