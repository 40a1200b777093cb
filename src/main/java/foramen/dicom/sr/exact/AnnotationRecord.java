package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Traits;
import foramen.domain.clip.FrameRef;

/** An annotation, exactly. */
public final class AnnotationRecord {
    /** The heading of the record. */
    public static final Code KIND = Fields.ANNOTATION;

    private AnnotationRecord() {}

    /** The record of {@code a}. */
    public static ContentItem write(Annotation a) {
        RecordWriter record = new RecordWriter(KIND).text(Fields.ID, a.id());
        frame(record, a.frame());
        ShapeRecord.write(record, a.shape());
        record.text(Fields.STRUCTURE, a.structureId()).choice(Fields.SIDE, a.laterality())
                .choice(Fields.LEVEL, a.level()).choice(Fields.PLANE, a.plane()).text(Fields.LABEL, a.label())
                .flag(Fields.LOCKED, a.state().locked()).flag(Fields.HIDDEN, a.state().hidden())
                .choice(Fields.ORIGIN, a.origin()).flag(Fields.EXCLUDED, a.traits().excluded());
        a.traits().shadow().ifPresent(s -> record.choice(Fields.SHADOW, s));
        a.traits().contour().ifPresent(c -> record.choice(Fields.CONTOUR, c));
        a.follow().ifPresent(f -> record.add(follow(f)));
        return record.text(Fields.AUTHOR, a.author()).value(Fields.AT, a.drawnAt()).item();
    }

    private static RecordWriter follow(Follow f) {
        return new RecordWriter(Fields.FOLLOW).text(Fields.TRACK, f.track()).flag(Fields.KEY, f.key())
                .number(Fields.CONFIDENCE, f.confidence()).flag(Fields.DRIFTING, f.drifting())
                .choice(Fields.REVIEW, f.review());
    }

    static void frame(RecordWriter record, FrameRef frame) {
        // As a long, because the last frame an int can name has no number as an int.
        record.text(Fields.CLIP, frame.sopInstanceUid()).value(Fields.FRAME, frame.index() + 1L);
    }

    static FrameRef frame(RecordReader r) {
        long number = r.wholeLong(Fields.FRAME);
        if (number < 1 || number > Integer.MAX_VALUE + 1L) {
            throw new Malformed("names frame " + number + ", which no clip has");
        }
        return new FrameRef(r.text(Fields.CLIP), (int) (number - 1));
    }

    /**
     * The annotation of a record.
     *
     * @throws Malformed where it is damaged
     */
    public static Annotation read(ContentItem item) {
        RecordReader r = new RecordReader(item);
        return new Annotation(r.text(Fields.ID), frame(r), ShapeRecord.read(r), r.text(Fields.STRUCTURE),
                r.choice(Fields.SIDE, Laterality.class), r.choice(Fields.LEVEL, ScanLevel.class),
                r.choice(Fields.PLANE, ScanPlane.class), r.text(Fields.LABEL),
                new Annotation.State(r.flag(Fields.LOCKED), r.flag(Fields.HIDDEN)),
                r.choice(Fields.ORIGIN, Origin.class), r.part(Fields.FOLLOW, AnnotationRecord::follow),
                new Traits(r.flag(Fields.EXCLUDED), r.optionalChoice(Fields.SHADOW, Traits.Shadow.class),
                        r.optionalChoice(Fields.CONTOUR, Traits.Contour.class)),
                r.text(Fields.AUTHOR), r.instant(Fields.AT));
    }

    private static Follow follow(RecordReader r) {
        return new Follow(r.text(Fields.TRACK), r.flag(Fields.KEY), r.number(Fields.CONFIDENCE),
                r.flag(Fields.DRIFTING), r.choice(Fields.REVIEW, Follow.Review.class));
    }
}
