package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.SameSettings;
import foramen.domain.casefile.Statements;

/** What the operator states for measuring, exactly. */
final class StatementsRecord {
    private StatementsRecord() {}

    static RecordWriter write(Statements statements) {
        RecordWriter record = new RecordWriter(Fields.STATEMENTS);
        statements.references().forEach(r -> record.add(new RecordWriter(Fields.REFERENCE_SITE)
                .text(Fields.STRUCTURE, r.structureId()).choice(Fields.SIDE, r.side())
                .choice(Fields.LEVEL, r.level())));
        statements.sameSettings().forEach(s -> record.add(new RecordWriter(Fields.SAME_SETTINGS)
                .text(Fields.CLIP, s.clip()).text(Fields.OTHER_CLIP, s.otherClip()).text(Fields.BY, s.by())
                .value(Fields.AT, s.at())));
        return record;
    }

    static Statements read(RecordReader r) {
        return new Statements(r.all(Fields.REFERENCE_SITE, s -> new ReferenceSite(s.text(Fields.STRUCTURE),
                s.choice(Fields.SIDE, Laterality.class), s.choice(Fields.LEVEL, ScanLevel.class))),
                r.all(Fields.SAME_SETTINGS, s -> new SameSettings(s.text(Fields.CLIP), s.text(Fields.OTHER_CLIP),
                        s.text(Fields.BY), s.instant(Fields.AT))));
    }
}
