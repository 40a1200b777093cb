package foramen.domain.annotation;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.FrameRef;
import java.time.Instant;
import java.util.Optional;

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
 * @param state whether it is protected from editing, hidden from view
 * @param origin how the geometry came to be
 * @param follow what ties it to its like on other frames
 * @param traits what the operator says of it for measuring
 * @param author who drew it
 * @param drawnAt when it was last changed
 */
public record Annotation(String id, FrameRef frame, Shape shape, String structureId, Laterality laterality,
        ScanLevel level, ScanPlane plane, String label, State state, Origin origin, Optional<Follow> follow,
        Traits traits, String author, Instant drawnAt) {
    /**
     * How it can be handled.
     *
     * @param locked whether it is protected from editing
     * @param hidden whether it is left out of the picture and of exports; it is measured all the same
     */
    public record State(boolean locked, boolean hidden) {
        /** Open to editing and visible. */
        public static final State PLAIN = new State(false, false);
    }

    /** Something of which nothing is said beyond its geometry and its place. */
    public Annotation(String id, FrameRef frame, Shape shape, String structureId, Laterality laterality,
            ScanLevel level, ScanPlane plane, String label, State state, Origin origin, Optional<Follow> follow,
            String author, Instant drawnAt) {
        this(id, frame, shape, structureId, laterality, level, plane, label, state, origin, follow, Traits.NONE, author,
                drawnAt);
    }

    /** Something drawn by hand on one frame alone. */
    public Annotation(String id, FrameRef frame, Shape shape, String structureId, Laterality laterality,
            ScanLevel level, ScanPlane plane, String label, boolean locked, String author, Instant drawnAt) {
        this(id, frame, shape, structureId, laterality, level, plane, label, new State(locked, false), Origin.DRAWN,
                Optional.empty(), author, drawnAt);
    }

    /** Whether it is protected from editing. */
    public boolean locked() {
        return state.locked();
    }

    /** Whether it is left out of the picture and of exports. */
    public boolean hidden() {
        return state.hidden();
    }

    /** Whether measurements count it: not where following it was rejected, or drifted unseen. */
    public boolean counts() {
        return follow.map(Follow::counts).orElse(true);
    }

    /**
     * The same annotation with another geometry. Where it was followed from other frames, somebody has now said how it
     * really lies: it becomes a key frame, which following starts from. Where it was made from another outline and is not
     * only moved, turned or mirrored, it is drawn here from now on.
     */
    public Annotation withShape(Shape next, Instant at) {
        Optional<Follow> tie = next.equals(shape) ? follow : follow.map(f -> Follow.keyFrame(f.track()));
        Origin by = origin.isDerived() && !Form.of(next).matches(Form.of(shape)) ? Origin.DRAWN : origin;
        return new Annotation(id, frame, next, structureId, laterality, level, plane, label, state, by, tie, traits,
                author, at);
    }

    /** The same annotation under another identifier and on another frame: a copy. */
    public Annotation copiedTo(String nextId, FrameRef nextFrame, Origin nextOrigin, Instant at) {
        return new Annotation(nextId, nextFrame, shape, structureId, laterality, level, plane, label, state,
                nextOrigin, Optional.empty(), traits.withExcluded(false), author, at);
    }

    /** The same annotation for another structure. */
    public Annotation withStructure(String next) {
        return new Annotation(id, frame, shape, next, laterality, level, plane, label, state, origin, follow, traits,
                author,
                drawnAt);
    }

    /** The same annotation on another side. */
    public Annotation withLaterality(Laterality next) {
        return new Annotation(id, frame, shape, structureId, next, level, plane, label, state, origin, follow, traits,
                author,
                drawnAt);
    }

    /** The same annotation at another level. */
    public Annotation withLevel(ScanLevel next) {
        return new Annotation(id, frame, shape, structureId, laterality, next, plane, label, state, origin, follow,
                traits,
                author, drawnAt);
    }

    /** The same annotation in another plane. */
    public Annotation withPlane(ScanPlane next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, next, label, state, origin, follow,
                traits,
                author, drawnAt);
    }

    /** The same annotation with other words. */
    public Annotation withLabel(String next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, next, state, origin, follow,
                traits,
                author, drawnAt);
    }

    /** The same annotation, protected or not. */
    public Annotation withLocked(boolean next) {
        return withState(new State(next, state.hidden()));
    }

    /** The same annotation, out of view or not. */
    public Annotation withHidden(boolean next) {
        return withState(new State(state.locked(), next));
    }

    private Annotation withState(State next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, label, next, origin, follow,
                traits,
                author, drawnAt);
    }

    /** The same annotation, come to be in another way. */
    public Annotation withOrigin(Origin next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, label, state, next, follow,
                traits,
                author, drawnAt);
    }

    /** The same annotation, tied to others or to none. */
    public Annotation withFollow(Optional<Follow> next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, label, state, origin, next,
                traits,
                author, drawnAt);
    }

    /** The same annotation, of which the operator says something else. */
    public Annotation withTraits(Traits next) {
        return new Annotation(id, frame, shape, structureId, laterality, level, plane, label, state, origin, follow,
                next, author, drawnAt);
    }
}
