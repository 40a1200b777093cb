package foramen.dicom.sr.exact;

import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.FrameRef;
import java.util.Map;

/** A picture of the set that documents a procedure. */
final class ImageSetRecord {
    private ImageSetRecord() {}

    static RecordWriter write(ImageRole role, FrameRef frame) {
        RecordWriter record = new RecordWriter(Fields.IMAGE).text(Fields.ROLE, role.id());
        AnnotationRecord.frame(record, frame);
        return record;
    }

    static Map.Entry<ImageRole, FrameRef> read(RecordReader r) {
        String id = r.text(Fields.ROLE);
        return Map.entry(ImageRole.find(id).orElseThrow(() -> new Malformed("has a picture of the unknown role " + id)),
                AnnotationRecord.frame(r));
    }
}
