package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Code;
import foramen.domain.safety.Risks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the patient was asked about risks and answered, exactly. */
final class RiskRecord {
    private RiskRecord() {}

    /** In alphabetical order, so that the same answers are the same report. */
    static RecordWriter write(Risks r) {
        RecordWriter record = new RecordWriter(CareFields.RISKS);
        names(record, CareFields.PRESENT, new TreeSet<>(r.present()));
        names(record, CareFields.ABSENT, new TreeSet<>(r.absent()));
        pairs(record, CareFields.DETAIL, CareFields.WORDS, new TreeMap<>(r.details()));
        r.heightCm().ifPresent(h -> record.decimal(CareFields.HEIGHT_CM, h));
        return record;
    }

    static Risks read(RecordReader r) {
        return new Risks(new HashSet<>(r.all(CareFields.PRESENT, x -> x.text(Fields.ID))),
                new HashSet<>(r.all(CareFields.ABSENT, x -> x.text(Fields.ID))),
                pairs(r, CareFields.DETAIL, CareFields.WORDS), r.optionalDecimal(CareFields.HEIGHT_CM));
    }

    /** Each name under a heading of its own, since an empty one is a name too. */
    static void names(RecordWriter record, Code kind, Collection<String> names) {
        names.forEach(n -> record.add(new RecordWriter(kind).text(Fields.ID, n)));
    }

    static void pairs(RecordWriter record, Code kind, Code value, Map<String, String> pairs) {
        pairs.forEach((k, v) -> record.add(new RecordWriter(kind).text(Fields.ID, k).text(value, v)));
    }

    static Map<String, String> pairs(RecordReader r, Code kind, Code value) {
        Map<String, String> pairs = new HashMap<>();
        r.all(kind, x -> x).forEach(x -> pairs.put(x.text(Fields.ID), x.text(value)));
        return pairs;
    }
}
