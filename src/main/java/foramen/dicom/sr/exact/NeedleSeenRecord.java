package foramen.dicom.sr.exact;

import foramen.domain.plan.ActualNeedle;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;

/** The needle as seen in the procedure, exactly. */
final class NeedleSeenRecord {
    private NeedleSeenRecord() {}

    static RecordWriter write(ActualNeedle a) {
        RecordWriter record = new RecordWriter(Fields.NEEDLE_SEEN);
        AnnotationRecord.frame(record, a.frame());
        record.value(Fields.TARGET_NUMBER, a.targetNumber()).points(Fields.SHAFT, List.of(a.shaft()))
                .points(Fields.TIP, List.of(a.tip())).points(Fields.TARGET, List.of(a.target()));
        a.spread().ifPresent(s -> record.points(Fields.SPREAD, s.vertices()));
        return record.text(Fields.AUTHOR, a.author()).value(Fields.AT, a.at());
    }

    static ActualNeedle read(RecordReader r) {
        Optional<Polygon> spread = r.optional(Fields.SPREAD).isPresent()
                ? Optional.of(RecordReader.parsed(Fields.SPREAD, r.text(Fields.SPREAD),
                        t -> new Polygon(r.points(Fields.SPREAD))))
                : Optional.empty();
        return new ActualNeedle(AnnotationRecord.frame(r), r.whole(Fields.TARGET_NUMBER), r.point(Fields.SHAFT),
                r.point(Fields.TIP), r.point(Fields.TARGET), spread, r.text(Fields.AUTHOR), r.instant(Fields.AT));
    }
}
