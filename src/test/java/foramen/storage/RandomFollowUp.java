package foramen.storage;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Visits and events with anything in them that the types allow. */
final class RandomFollowUp {
    private RandomFollowUp() {}

    static Arbitrary<FollowUp> followUps() {
        return Combinators.combine(RandomCases.text(), visits().list().ofMaxSize(2), events().list().ofMaxSize(2))
                .as(FollowUp::new);
    }

    private static Arbitrary<Visit> visits() {
        Arbitrary<Visit> bare = Combinators.combine(RandomCases.text(), RandomCases.instants(), windows(),
                RandomCases.text()).as(Visit::begin);
        return Combinators
                .combine(bare, tests().list().uniqueElements(t -> t.testId() + t.side()).ofMaxSize(3),
                        neuro().list().uniqueElements(n -> n.item().name() + n.side()).ofMaxSize(3), screens(),
                        pain().list().uniqueElements(PainScore::measure).ofMaxSize(3), answers().optional(),
                        scores().list().uniqueElements(s -> s.measure().id()).ofMaxSize(2), RandomCases.text())
                .as((v, tests, neuro, flags, pain, answers, scores, note) -> v.withTests(tests).withNeuro(neuro)
                        .withRedFlags(flags).withPain(pain).withHip(answers, scores).withNote(note));
    }

    private static Arbitrary<VisitWindow> windows() {
        return Arbitraries.of("baseline", "30min", "day-1", "day-999", "2wk", "6wk", "12mo", "other")
                .map(VisitWindow::of);
    }

    private static Arbitrary<TestFinding> tests() {
        Arbitrary<OptionalInt> nrs = optional(Arbitraries.integers().between(0, 10));
        Arbitrary<OptionalInt> angle = optional(Arbitraries.integers().between(0, 180));
        return Combinators.combine(RandomCases.text(), RandomCases.sides(), Arbitraries.of(TestFinding.Result.class),
                Arbitraries.of(TestFinding.PainSite.class).set().ofMaxSize(3), nrs, angle, RandomCases.text())
                .as(TestFinding::new);
    }

    private static Arbitrary<OptionalInt> optional(Arbitrary<Integer> number) {
        return number.optional().map(o -> o.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Arbitrary<NeuroFinding> neuro() {
        return Combinators.combine(Arbitraries.of(NeuroFinding.Item.class), Arbitraries.of(Laterality.class),
                Arbitraries.integers().between(0, 2)).as(NeuroFinding::new);
    }

    private static Arbitrary<RedFlagScreen> screens() {
        return Arbitraries.oneOf(Arbitraries.just(RedFlagScreen.NOT_ASKED),
                RandomCases.text().set().ofMaxSize(3).map(RedFlagScreen::asked));
    }

    private static Arbitrary<PainScore> pain() {
        return Combinators.combine(Arbitraries.of(Instrument.NRS, Instrument.VAS), Arbitraries.of(PainState.class),
                Arbitraries.integers().between(0, 10)).as(PainScore::new);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("100")).ofScale(4);
    }

    private static Arbitrary<HarrisAnswers> answers() {
        return Combinators.combine(RandomCases.text(), RandomCases.text(),
                Arbitraries.maps(RandomCases.text(), RandomCases.text()).ofMaxSize(3),
                Arbitraries.maps(RandomCases.text(), decimals()).ofMaxSize(3)).as(HarrisAnswers::new);
    }

    private static Arbitrary<HipScore> scores() {
        return Combinators.combine(Arbitraries.of(Instrument.HHS, Instrument.MHHS), RandomCases.text(),
                RandomCases.text(), decimals().optional(), decimals())
                .as((instrument, rules, edition, raw, total) -> new HipScore(new Measure(instrument, rules), edition,
                        raw, total));
    }

    private static Arbitrary<CareEvent> events() {
        return Combinators
                .combine(RandomCases.text(), Arbitraries.of(CareEvent.Kind.class), RandomCases.instants(),
                        RandomCases.sides(), Arbitraries.integers().between(1, 5), Arbitraries.of(true, false),
                        RandomCases.text())
                .as((id, kind, at, side, grade, again, text) -> new CareEvent(id, kind, at, side, text,
                        kind == CareEvent.Kind.ADVERSE_EVENT ? OptionalInt.of(grade) : OptionalInt.empty(), again,
                        text, text));
    }
}
