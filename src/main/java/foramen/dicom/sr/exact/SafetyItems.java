package foramen.dicom.sr.exact;

import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.safety.SafetyRecord.Observation;
import foramen.domain.safety.SafetyRecord.Overrule;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.safety.SafetyRecord.TimeOut;
import java.time.Instant;

/** What was confirmed, decided and seen about the safety of a session, as parts of its record. */
final class SafetyItems {
    private SafetyItems() {}

    static void write(RecordWriter record, SafetyRecord s) {
        s.answers().forEach(a -> record.add(signed(new RecordWriter(CareFields.CHECK)
                .text(CareFields.ITEM, a.itemId()).choice(CareFields.STATE, a.state()), a.by(), a.at())
                .text(Fields.NOTE, a.note())));
        s.timeOut().ifPresent(t -> record.add(signed(new RecordWriter(CareFields.TIME_OUT), t.by(), t.at())
                .text(Fields.NOTE, t.note())));
        s.anticoagulation().ifPresent(a -> record.add(signed(new RecordWriter(CareFields.ANTICOAGULATION)
                .text(CareFields.DRUG, a.drug()).text(CareFields.LAST_DOSE, a.lastDose())
                .text(CareFields.INR, a.inr()).text(CareFields.PLATELETS, a.platelets())
                .text(CareFields.DECISION, a.decision()), a.decidedBy(), a.at())));
        s.observation().ifPresent(o -> {
            RecordWriter seen = new RecordWriter(CareFields.OBSERVATION).value(CareFields.FROM, o.from());
            o.until().ifPresent(u -> seen.value(CareFields.UNTIL, u));
            record.add(seen.choice(CareFields.LEG_STRENGTH, o.legStrength()).text(Fields.BY, o.by()).text(Fields.NOTE,
                    o.note()));
        });
        s.complications().forEach(c -> record.add(signed(new RecordWriter(CareFields.COMPLICATION)
                .text(CareFields.KIND, c.kindId()), c.by(), c.noticed()).text(Fields.NOTE, c.note())));
        s.overrules().forEach(o -> record.add(signed(new RecordWriter(CareFields.OVERRULE)
                .text(CareFields.ALERT, o.alertKey()).text(CareFields.SENTENCE, o.sentence())
                .text(CareFields.RULE_VERSION, o.ruleVersion()).text(Fields.REASON, o.reason()), o.by(), o.at())));
    }

    private static RecordWriter signed(RecordWriter record, String by, Instant at) {
        return record.text(Fields.BY, by).value(Fields.AT, at);
    }

    static SafetyRecord read(RecordReader r) {
        return new SafetyRecord(
                r.all(CareFields.CHECK,
                        a -> new CheckAnswer(a.text(CareFields.ITEM), a.choice(CareFields.STATE, State.class),
                                a.text(Fields.BY), a.instant(Fields.AT), a.text(Fields.NOTE))),
                r.part(CareFields.TIME_OUT,
                        t -> new TimeOut(t.text(Fields.BY), t.instant(Fields.AT), t.text(Fields.NOTE))),
                r.part(CareFields.ANTICOAGULATION, SafetyItems::anticoagulation),
                r.part(CareFields.OBSERVATION, SafetyItems::observation),
                r.all(CareFields.COMPLICATION,
                        c -> new Complication(c.text(CareFields.KIND), c.instant(Fields.AT), c.text(Fields.BY),
                                c.text(Fields.NOTE))),
                r.all(CareFields.OVERRULE,
                        o -> new Overrule(o.text(CareFields.ALERT), o.text(CareFields.SENTENCE),
                                o.text(CareFields.RULE_VERSION), o.text(Fields.REASON), o.text(Fields.BY),
                                o.instant(Fields.AT))));
    }

    private static Anticoagulation anticoagulation(RecordReader r) {
        return new Anticoagulation(r.text(CareFields.DRUG), r.text(CareFields.LAST_DOSE), r.text(CareFields.INR),
                r.text(CareFields.PLATELETS), r.text(CareFields.DECISION), r.text(Fields.BY), r.instant(Fields.AT));
    }

    private static Observation observation(RecordReader r) {
        return new Observation(r.instant(CareFields.FROM), r.optionalInstant(CareFields.UNTIL),
                r.choice(CareFields.LEG_STRENGTH, State.class), r.text(Fields.BY), r.text(Fields.NOTE));
    }
}
