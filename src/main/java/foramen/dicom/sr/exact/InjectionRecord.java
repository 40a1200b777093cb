package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;

/** A line of the ledger, exactly: decimals keep their digits. */
public final class InjectionRecord {
    /** The heading of the record. */
    public static final Code KIND = Fields.INJECTION;

    private InjectionRecord() {}

    /** The record of {@code i}. */
    public static ContentItem write(Injection i) {
        RecordWriter record = new RecordWriter(KIND).text(Fields.ID, i.id()).value(Fields.AT, i.given())
                .text(Fields.PRODUCT, i.productId()).text(Fields.PRODUCT_NAME, i.productName())
                .choice(Fields.SUBSTANCE_CLASS, i.injectateClass())
                .decimal(Fields.STRENGTH, i.concentration().value())
                .choice(Fields.STRENGTH_UNIT, i.concentration().unit()).decimal(Fields.VOLUME_ML, i.volumeMl())
                .text(Fields.LOT, i.lot()).value(Fields.EXPIRY, i.expiry()).choice(Fields.SIDE, i.laterality())
                .text(Fields.SITE, i.site()).text(Fields.PLAN_ID, i.planId()).text(Fields.OPERATOR, i.operator())
                .text(Fields.NOTE, i.note());
        i.voided().ifPresent(v -> record.add(new RecordWriter(Fields.VOIDING).text(Fields.REASON, v.reason())
                .text(Fields.BY, v.by()).value(Fields.AT, v.at())));
        i.origin().ifPresent(o -> record.add(SessionRecord.write(o)));
        return record.item();
    }

    /**
     * The line of a record.
     *
     * @throws Malformed where it is damaged
     */
    public static Injection read(ContentItem item) {
        RecordReader r = new RecordReader(item);
        Concentration strength = new Concentration(r.decimal(Fields.STRENGTH),
                r.choice(Fields.STRENGTH_UNIT, Concentration.Unit.class));
        return new Injection(r.text(Fields.ID), r.instant(Fields.AT), r.text(Fields.PRODUCT),
                r.text(Fields.PRODUCT_NAME), r.choice(Fields.SUBSTANCE_CLASS, InjectateClass.class), strength,
                r.decimal(Fields.VOLUME_ML), r.text(Fields.LOT), r.day(Fields.EXPIRY),
                r.choice(Fields.SIDE, Laterality.class), r.text(Fields.SITE), r.text(Fields.PLAN_ID),
                r.text(Fields.OPERATOR), r.text(Fields.NOTE),
                r.part(Fields.VOIDING,
                        v -> new Injection.Voiding(v.text(Fields.REASON), v.text(Fields.BY), v.instant(Fields.AT))),
                r.part(CareFields.LINE_ORIGIN, SessionRecord::origin));
    }
}
