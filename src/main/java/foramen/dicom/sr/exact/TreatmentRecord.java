package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;

/** What the patient was given elsewhere, exactly; an amount nobody knows stays absent. */
final class TreatmentRecord {
    private TreatmentRecord() {}

    static RecordWriter write(PriorTreatment t) {
        RecordWriter record = new RecordWriter(CareFields.ELSEWHERE).value(CareFields.DAY, t.day())
                .text(Fields.PRODUCT, t.substance()).choice(Fields.SUBSTANCE_CLASS, t.injectateClass())
                .choice(CareFields.DOSE_UNIT, t.unit()).text(CareFields.TARGET_ID, t.target())
                .choice(Fields.SIDE, t.side()).flag(CareFields.EPINEPHRINE, t.epinephrine())
                .text(CareFields.WORDS, t.source());
        t.amount().ifPresent(a -> record.text(CareFields.AMOUNT, a.toString()));
        return record;
    }

    static PriorTreatment read(RecordReader r) {
        return new PriorTreatment(r.day(CareFields.DAY), r.text(Fields.PRODUCT),
                r.choice(Fields.SUBSTANCE_CLASS, InjectateClass.class),
                r.optional(CareFields.AMOUNT)
                        .map(text -> RecordReader.parsed(CareFields.AMOUNT, text, SessionRecord::rational)),
                r.choice(CareFields.DOSE_UNIT, Dose.Unit.class), r.text(CareFields.TARGET_ID),
                r.choice(Fields.SIDE, Laterality.class), r.flag(CareFields.EPINEPHRINE), r.text(CareFields.WORDS));
    }
}
