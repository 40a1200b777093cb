package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.List;

/** A scale set by hand, exactly: what was drawn and typed, never the millimetres that follow. */
final class CalibrationRecord {
    private CalibrationRecord() {}

    static RecordWriter write(ManualCalibration c) {
        RecordWriter record = new RecordWriter(Fields.CALIBRATION).text(Fields.ID, c.id());
        AnnotationRecord.frame(record, c.drawnOn());
        c.lines().forEach(l -> record.add(new RecordWriter(Fields.KNOWN_LENGTH)
                .points(Fields.POINTS, List.of(l.segment().a(), l.segment().b())).number(Fields.LENGTH_MM, l.mm())));
        if (c.source() != CalibrationSource.MANUAL) {
            record.choice(CareFields.SCALE_SOURCE, c.source());
        }
        return record.text(Fields.AUTHOR, c.author()).value(Fields.AT, c.at()).text(Fields.OVERRIDE_REASON,
                c.overrideReason());
    }

    static ManualCalibration read(RecordReader r) {
        return new ManualCalibration(r.text(Fields.ID), AnnotationRecord.frame(r),
                r.all(Fields.KNOWN_LENGTH, CalibrationRecord::line), r.text(Fields.AUTHOR), r.instant(Fields.AT),
                r.text(Fields.OVERRIDE_REASON), r.optionalChoice(CareFields.SCALE_SOURCE, CalibrationSource.class)
                        .orElse(CalibrationSource.MANUAL));
    }

    private static KnownLength line(RecordReader r) {
        List<Point> ends = r.points(Fields.POINTS);
        if (ends.size() != 2) {
            throw new Malformed("has a line of " + ends.size() + " ends");
        }
        return new KnownLength(new Segment(ends.get(0), ends.get(1)), r.number(Fields.LENGTH_MM));
    }
}
