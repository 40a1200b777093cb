package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Visits with their tests and scores, and what else happened, exactly. */
final class FollowUpRecord {
    private FollowUpRecord() {}

    static RecordWriter write(FollowUp f) {
        RecordWriter record = new RecordWriter(CareFields.FOLLOW_UP).text(CareFields.PROTOCOL, f.protocolId())
                .value(CareFields.VISITS, f.visits().size()).value(CareFields.EVENTS, f.events().size());
        f.visits().forEach(v -> record.add(write(v)));
        f.events().forEach(e -> record.add(write(e)));
        return record;
    }

    static FollowUp read(RecordReader r) {
        FollowUp read = new FollowUp(r.text(CareFields.PROTOCOL), r.all(CareFields.VISIT, FollowUpRecord::visit),
                r.all(CareFields.EVENT, FollowUpRecord::event));
        if (read.visits().size() != r.whole(CareFields.VISITS)
                || read.events().size() != r.whole(CareFields.EVENTS)) {
            throw new Malformed("lacks a visit or an event of the follow-up");
        }
        return read;
    }

    private static RecordWriter write(Visit v) {
        RecordWriter record = new RecordWriter(CareFields.VISIT).text(Fields.ID, v.id()).value(Fields.AT, v.at())
                .text(CareFields.WINDOW, v.window().id()).text(CareFields.EXAMINER, v.examiner());
        v.tests().forEach(t -> record.add(write(t)));
        v.neuro().forEach(n -> record.add(new RecordWriter(CareFields.NEURO).choice(CareFields.ITEM, n.item())
                .choice(Fields.SIDE, n.side()).value(CareFields.GRADE, n.grade())));
        if (v.redFlags().asked()) {
            RecordWriter flags = new RecordWriter(CareFields.RED_FLAGS);
            RiskRecord.names(flags, CareFields.FLAG, v.redFlags().present());
            record.add(flags);
        }
        v.pain().forEach(p -> record.add(new RecordWriter(CareFields.PAIN)
                .choice(CareFields.INSTRUMENT, p.instrument()).choice(CareFields.STATE, p.state())
                .value(CareFields.VALUE, p.value())));
        v.hipAnswers().ifPresent(a -> record.add(write(a)));
        v.hipScores().forEach(s -> record.add(write(s)));
        return record.text(Fields.NOTE, v.note());
    }

    private static Visit visit(RecordReader r) {
        return new Visit(r.text(Fields.ID), r.instant(Fields.AT), r.held(CareFields.WINDOW, VisitWindow::of),
                r.text(CareFields.EXAMINER), r.all(CareFields.TEST, FollowUpRecord::test),
                r.all(CareFields.NEURO,
                        n -> new NeuroFinding(n.choice(CareFields.ITEM, NeuroFinding.Item.class),
                                n.choice(Fields.SIDE, Laterality.class), n.whole(CareFields.GRADE))),
                r.part(CareFields.RED_FLAGS, FollowUpRecord::flags).orElse(RedFlagScreen.NOT_ASKED),
                r.all(CareFields.PAIN,
                        p -> new PainScore(p.choice(CareFields.INSTRUMENT, Instrument.class),
                                p.choice(CareFields.STATE, PainState.class), p.whole(CareFields.VALUE))),
                r.part(CareFields.HIP_ANSWERS, FollowUpRecord::answers),
                r.all(CareFields.HIP_SCORE, FollowUpRecord::score), r.text(Fields.NOTE));
    }

    private static RedFlagScreen flags(RecordReader r) {
        List<String> there = r.all(CareFields.FLAG, f -> f.text(Fields.ID));
        return RedFlagScreen.asked(new HashSet<>(there));
    }

    private static RecordWriter write(TestFinding t) {
        RecordWriter record = new RecordWriter(CareFields.TEST).text(Fields.ID, t.testId())
                .choice(Fields.SIDE, t.side()).choice(CareFields.RESULT, t.result());
        t.sites().forEach(s -> record.choice(CareFields.PAIN_SITE, s));
        t.nrs().ifPresent(n -> record.value(CareFields.NRS, n));
        t.angleDeg().ifPresent(a -> record.value(CareFields.ANGLE, a));
        return record.text(Fields.NOTE, t.note());
    }

    private static TestFinding test(RecordReader r) {
        Set<TestFinding.PainSite> sites = EnumSet.noneOf(TestFinding.PainSite.class);
        sites.addAll(r.choices(CareFields.PAIN_SITE, TestFinding.PainSite.class));
        return new TestFinding(r.text(Fields.ID), r.choice(Fields.SIDE, Laterality.class),
                r.choice(CareFields.RESULT, TestFinding.Result.class), sites, whole(r, CareFields.NRS),
                whole(r, CareFields.ANGLE), r.text(Fields.NOTE));
    }

    private static OptionalInt whole(RecordReader r, Code field) {
        return r.flag(field) ? OptionalInt.of(r.whole(field)) : OptionalInt.empty();
    }

    private static RecordWriter write(HarrisAnswers a) {
        RecordWriter record = new RecordWriter(CareFields.HIP_ANSWERS).text(CareFields.ROM_RULE, a.romRule())
                .text(CareFields.DEFORMITY_RULE, a.deformityRule());
        RiskRecord.pairs(record, CareFields.CHOICE, CareFields.VALUE, a.choices());
        a.measures().forEach((id, value) -> record
                .add(new RecordWriter(CareFields.MEASURED).text(Fields.ID, id).decimal(CareFields.VALUE, value)));
        return record;
    }

    private static HarrisAnswers answers(RecordReader r) {
        Map<String, BigDecimal> measures = new HashMap<>();
        r.all(CareFields.MEASURED, x -> x)
                .forEach(x -> measures.put(x.text(Fields.ID), x.decimal(CareFields.VALUE)));
        return new HarrisAnswers(r.text(CareFields.ROM_RULE), r.text(CareFields.DEFORMITY_RULE),
                RiskRecord.pairs(r, CareFields.CHOICE, CareFields.VALUE), measures);
    }

    private static RecordWriter write(HipScore s) {
        RecordWriter record = new RecordWriter(CareFields.HIP_SCORE)
                .choice(CareFields.INSTRUMENT, s.measure().instrument())
                .text(CareFields.RULES, s.measure().variant()).text(CareFields.EDITION, s.edition());
        s.raw().ifPresent(v -> record.decimal(CareFields.RAW, v));
        return record.decimal(CareFields.TOTAL, s.total());
    }

    private static HipScore score(RecordReader r) {
        return new HipScore(
                new Measure(r.choice(CareFields.INSTRUMENT, Instrument.class), r.text(CareFields.RULES)),
                r.text(CareFields.EDITION), r.optionalDecimal(CareFields.RAW), r.decimal(CareFields.TOTAL));
    }

    private static RecordWriter write(CareEvent e) {
        RecordWriter record = new RecordWriter(CareFields.EVENT).text(Fields.ID, e.id())
                .choice(CareFields.KIND, e.kind()).value(Fields.AT, e.at()).choice(Fields.SIDE, e.side())
                .text(CareFields.WHAT, e.what());
        e.grade().ifPresent(g -> record.value(CareFields.GRADE, g));
        return record.flag(CareFields.RETURN_OF_PAIN, e.forReturnOfPain()).text(Fields.BY, e.recordedBy())
                .text(Fields.NOTE, e.note());
    }

    private static CareEvent event(RecordReader r) {
        return new CareEvent(r.text(Fields.ID), r.choice(CareFields.KIND, CareEvent.Kind.class), r.instant(Fields.AT),
                r.choice(Fields.SIDE, Laterality.class), r.text(CareFields.WHAT), whole(r, CareFields.GRADE),
                r.flag(CareFields.RETURN_OF_PAIN), r.text(Fields.BY), r.text(Fields.NOTE));
    }
}
