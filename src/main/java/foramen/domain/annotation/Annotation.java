package foramen.domain.annotation;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.FrameRef;
import java.time.Instant;

/**
 * Something the operator drew on one frame.
 *
 * @param id stable identifier; it becomes the tracking identifier in exports
 * @param frame the frame it lies on
 * @param shape the geometry, in continuous image pixels
 * @param structureId which structure it shows, as in the structure catalogue
 * @param laterality the side
 * @param level where along the nerve
 * @param plane how the plane cuts
 * @param label free words, may be empty
 * @param locked whether it is protected from editing
 * @param author who drew it
 * @param drawnAt when it was last changed
 */
public record Annotation(String id, FrameRef frame, Shape shape, String structureId, Laterality laterality,
        ScanLevel level, ScanPlane plane, String label, boolean locked, String author, Instant drawnAt) {
    /** The same annotation with another geometry. */
    public Annotation withShape(Shape next, Instant at) {
        return new Annotation(id, frame, next, structureId, laterality, level, plane, label, locked, author, at);
    }

    /** The same annotation for another structure. */
    public Annotation withStructure(String next) {
        return new Annotation(id, frame, shape, next, laterality, level, plane, label, locked, author, drawnAt);
    }

    /** The same annotation on another side. */
    public Annotation withLaterality(Laterality next) {
        return new Annotation(id, frame, shape, structureId, next, level, plane, label, locked, author, drawnAt);
    }

    /** The same annotation at another level. */
    public Annotation withLevel(ScanLevel next) {
        return new Annotation(id, frame, shape, structureId, laterality, next, plane, label, locked, author, drawnAt);
    }

    /** The same annotation in another plane. */
    public Annotation withPlane(ScanPlane next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, next, label, locked, author, drawnAt);
    }

    /** The same annotation with other words. */
    public Annotation withLabel(String next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, next, locked, author, drawnAt);
    }

    /** The same annotation, protected or not. */
    public Annotation withLocked(boolean next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, label, next, author, drawnAt);
    }
}
