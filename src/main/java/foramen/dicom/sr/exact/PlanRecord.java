package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.plan.NeedlePlan;
import java.util.List;

/** A needle plan, exactly. */
public final class PlanRecord {
    /** The heading of the record. */
    public static final Code KIND = Fields.PLAN;

    private PlanRecord() {}

    /** The record of {@code p}. */
    public static ContentItem write(NeedlePlan p) {
        RecordWriter record = new RecordWriter(KIND).text(Fields.ID, p.id());
        AnnotationRecord.frame(record, p.frame());
        record.points(Fields.ENTRY, List.of(p.entry())).points(Fields.TARGET, List.of(p.target()))
                .choice(Fields.SIDE, p.laterality()).text(Fields.TARGET_NAME, p.targetName())
                .text(Fields.NEEDLE, p.needleId()).text(Fields.NOTE, p.note()).text(Fields.AUTHOR, p.author())
                .value(Fields.AT, p.plannedAt());
        PlanDetailRecord.write(record, p.detail());
        return record.item();
    }

    /**
     * The plan of a record.
     *
     * @throws Malformed where it is damaged
     */
    public static NeedlePlan read(ContentItem item) {
        RecordReader r = new RecordReader(item);
        return new NeedlePlan(r.text(Fields.ID), AnnotationRecord.frame(r), r.point(Fields.ENTRY),
                r.point(Fields.TARGET), r.choice(Fields.SIDE, Laterality.class), r.text(Fields.TARGET_NAME),
                r.text(Fields.NEEDLE), r.text(Fields.NOTE), r.text(Fields.AUTHOR), r.instant(Fields.AT),
                PlanDetailRecord.read(r));
    }
}
