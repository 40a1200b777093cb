package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Component;
import foramen.domain.injection.Component.Content;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.Session;

/** A procedure session, exactly: what was drawn up, where it went and what was confirmed. */
final class SessionRecord {
    private SessionRecord() {}

    static RecordWriter write(Session s) {
        RecordWriter record = new RecordWriter(CareFields.SESSION).text(Fields.ID, s.id())
                .add(new RecordWriter(CareFields.COURSE).text(Fields.ID, s.course().id())
                        .value(CareFields.NUMBER, s.course().number()).value(CareFields.OF, s.course().of())
                        .text(CareFields.PROTOCOL, s.course().protocolId())
                        .text(CareFields.PROTOCOL_VERSION, s.course().protocolVersion()))
                .value(CareFields.DAY, s.date()).choice(Fields.SIDE, s.side())
                .text(CareFields.PROFILE, s.profileId());
        s.syringes().forEach(x -> record.add(write(x)));
        s.aliquots().forEach(x -> record.add(write(x)));
        SafetyItems.write(record, s.safety());
        record.choice(CareFields.STATUS, s.status());
        s.closed().ifPresent(at -> record.value(CareFields.CLOSED, at));
        return record.text(Fields.OPERATOR, s.operator()).text(Fields.NOTE, s.note());
    }

    static Session read(RecordReader r) {
        Course course = r.part(CareFields.COURSE, SessionRecord::course)
                .orElseThrow(() -> new Malformed("has a session without its course"));
        return new Session(r.text(Fields.ID), course, r.day(CareFields.DAY), r.choice(Fields.SIDE, Laterality.class),
                r.text(CareFields.PROFILE), r.all(CareFields.SYRINGE, SessionRecord::syringe),
                r.all(CareFields.ALIQUOT, SessionRecord::aliquot), SafetyItems.read(r),
                r.choice(CareFields.STATUS, Session.Status.class), r.optionalInstant(CareFields.CLOSED),
                r.text(Fields.OPERATOR), r.text(Fields.NOTE));
    }

    private static Course course(RecordReader r) {
        return new Course(r.text(Fields.ID), r.whole(CareFields.NUMBER), r.whole(CareFields.OF),
                r.text(CareFields.PROTOCOL), r.text(CareFields.PROTOCOL_VERSION));
    }

    private static RecordWriter write(Syringe s) {
        RecordWriter record = new RecordWriter(CareFields.SYRINGE).text(Fields.ID, s.id()).text(Fields.LABEL,
                s.label());
        s.components().forEach(c -> record.add(write(c)));
        return record;
    }

    private static Syringe syringe(RecordReader r) {
        return new Syringe(r.text(Fields.ID), r.text(Fields.LABEL),
                r.all(CareFields.COMPONENT, SessionRecord::component));
    }

    private static RecordWriter write(Component c) {
        RecordWriter record = new RecordWriter(CareFields.COMPONENT).text(Fields.PRODUCT, c.productId())
                .text(Fields.PRODUCT_NAME, c.productName()).choice(Fields.SUBSTANCE_CLASS, c.injectateClass());
        switch (c.content()) {
            case Component.Solution s -> record.decimal(Fields.STRENGTH, s.stock().value())
                    .choice(Fields.STRENGTH_UNIT, s.stock().unit()).decimal(Fields.VOLUME_ML, s.volumeMl());
            case Component.Powder p -> record.decimal(CareFields.POWDER, p.dose().amount())
                    .choice(CareFields.DOSE_UNIT, p.dose().unit());
        }
        record.text(Fields.LOT, c.lot());
        c.expiry().ifPresent(day -> record.value(Fields.EXPIRY, day));
        return record.text(CareFields.GTIN, c.gtin());
    }

    private static Component component(RecordReader r) {
        Content content = r.optionalDecimal(CareFields.POWDER)
                .<Content>map(amount -> new Component.Powder(
                        new Dose(amount, r.choice(CareFields.DOSE_UNIT, Dose.Unit.class))))
                .orElseGet(() -> new Component.Solution(
                        new Concentration(r.decimal(Fields.STRENGTH),
                                r.choice(Fields.STRENGTH_UNIT, Concentration.Unit.class)),
                        r.decimal(Fields.VOLUME_ML)));
        return new Component(r.text(Fields.PRODUCT), r.text(Fields.PRODUCT_NAME),
                r.choice(Fields.SUBSTANCE_CLASS, InjectateClass.class), content, r.text(Fields.LOT),
                r.optionalDay(Fields.EXPIRY), r.text(CareFields.GTIN));
    }

    private static RecordWriter write(Aliquot a) {
        return new RecordWriter(CareFields.ALIQUOT).text(Fields.ID, a.id()).text(CareFields.SYRINGE_ID, a.syringeId())
                .text(Fields.PLAN_ID, a.planId()).text(CareFields.TARGET_ID, a.target()).text(Fields.SITE, a.site())
                .choice(Fields.SIDE, a.side()).decimal(Fields.VOLUME_ML, a.volumeMl());
    }

    private static Aliquot aliquot(RecordReader r) {
        return new Aliquot(r.text(Fields.ID), r.text(CareFields.SYRINGE_ID), r.text(Fields.PLAN_ID),
                r.text(CareFields.TARGET_ID), r.text(Fields.SITE), r.choice(Fields.SIDE, Laterality.class),
                r.decimal(Fields.VOLUME_ML));
    }

    /** Where a line of the ledger comes from. */
    static RecordWriter write(Injection.Origin o) {
        return new RecordWriter(CareFields.LINE_ORIGIN).text(CareFields.SESSION_ID, o.sessionId())
                .text(CareFields.SYRINGE_ID, o.syringeId()).text(CareFields.ALIQUOT_ID, o.aliquotId())
                .text(CareFields.TARGET_ID, o.target()).value(CareFields.AMOUNT, o.amount())
                .choice(CareFields.DOSE_UNIT, o.unit());
    }

    static Injection.Origin origin(RecordReader r) {
        return new Injection.Origin(r.text(CareFields.SESSION_ID), r.text(CareFields.SYRINGE_ID),
                r.text(CareFields.ALIQUOT_ID), r.text(CareFields.TARGET_ID),
                r.held(CareFields.AMOUNT, SessionRecord::rational), r.choice(CareFields.DOSE_UNIT, Dose.Unit.class));
    }

    static Rational rational(String text) {
        try {
            return Rational.parse(text);
        } catch (ArithmeticException e) {
            throw new NumberFormatException("a fraction over nought: " + text);
        }
    }
}
