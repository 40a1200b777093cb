package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.Statements;

/** What the operator states for measuring, exactly. */
final class StatementsRecord {
    private StatementsRecord() {}

    static RecordWriter write(Statements statements) {
        RecordWriter record = new RecordWriter(Fields.STATEMENTS);
        statements.references().forEach(r -> record.add(new RecordWriter(Fields.REFERENCE_SITE)
                .text(Fields.STRUCTURE, r.structureId()).choice(Fields.SIDE, r.side())
                .choice(Fields.LEVEL, r.level())));
        return record;
    }

    static Statements read(RecordReader r) {
        return new Statements(r.all(Fields.REFERENCE_SITE, s -> new ReferenceSite(s.text(Fields.STRUCTURE),
                s.choice(Fields.SIDE, Laterality.class), s.choice(Fields.LEVEL, ScanLevel.class))));
    }
}
