package foramen.storage;

import foramen.domain.injection.Component;
import foramen.domain.injection.Component.Content;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.safety.SafetyRecord.Observation;
import foramen.domain.safety.SafetyRecord.Overrule;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.safety.SafetyRecord.TimeOut;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Sessions and risks with anything in them that the types allow. */
final class RandomSessions {
    private RandomSessions() {}

    static Arbitrary<Risks> risks() {
        Arbitrary<Set<String>> names = RandomCases.text().set().ofMaxSize(3);
        return Combinators.combine(names, names,
                Arbitraries.maps(RandomCases.text(), RandomCases.text()).ofMaxSize(2),
                RandomCases.decimals().optional())
                .as((yes, no, words, height) -> new Risks(yes,
                        no.stream().filter(n -> !yes.contains(n)).collect(Collectors.toSet()), words, height));
    }

    static Arbitrary<Injection.Origin> origins() {
        Arbitrary<Rational> amounts = Combinators.combine(
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(20)),
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(20))).as(Rational::new);
        return Combinators.combine(RandomCases.text(), RandomCases.text(), RandomCases.text(), RandomCases.text(),
                amounts, Arbitraries.of(Dose.Unit.class)).as(Injection.Origin::new);
    }

    static Arbitrary<Session> sessions() {
        Arbitrary<Course> courses = Combinators.combine(RandomCases.text(), Arbitraries.integers().between(1, 9),
                Arbitraries.integers().between(0, 9), RandomCases.text(), RandomCases.text()).as(Course::new);
        Arbitrary<Session> bare = Combinators.combine(RandomCases.text(), courses, RandomCases.dates(),
                RandomCases.sides(), RandomCases.text(), RandomCases.text())
                .as((id, course, date, side, operator, profile) -> Session.plan(id, course, date, side, operator)
                        .withProfile(profile));
        Arbitrary<Session> filled = Combinators.combine(bare, syringes().list().ofMaxSize(2),
                aliquots().list().ofMaxSize(2), safety())
                .as((s, syringes, aliquots, safety) -> s.withSyringes(syringes).withAliquots(aliquots)
                        .withSafety(safety));
        return Combinators.combine(filled, Arbitraries.of(Session.Status.class), RandomCases.instants(),
                RandomCases.text())
                .as((s, status, at, note) -> status == Session.Status.PLANNED ? s : s.closed(status, at, note));
    }

    private static Arbitrary<Syringe> syringes() {
        Arbitrary<Concentration> stocks = Combinators
                .combine(RandomCases.decimals(), Arbitraries.of(Concentration.Unit.class)).as(Concentration::new);
        Arbitrary<Content> solutions = Combinators.combine(stocks, RandomCases.decimals())
                .as(Component.Solution::new);
        Arbitrary<Content> powders = Combinators.combine(RandomCases.decimals(), Arbitraries.of(Dose.Unit.class))
                .as((amount, unit) -> new Component.Powder(new Dose(amount, unit)));
        Arbitrary<Component> components = Combinators.combine(RandomCases.text(), RandomCases.text(),
                Arbitraries.of(InjectateClass.class), Arbitraries.oneOf(solutions, powders), RandomCases.text(),
                RandomCases.dates().optional(), RandomCases.text()).as(Component::new);
        return Combinators.combine(RandomCases.text(), RandomCases.text(), components.list().ofMaxSize(3))
                .as(Syringe::new);
    }

    private static Arbitrary<Aliquot> aliquots() {
        return Combinators.combine(RandomCases.text(), RandomCases.text(), RandomCases.text(), RandomCases.text(),
                RandomCases.text(), RandomCases.sides(), RandomCases.decimals()).as(Aliquot::new);
    }

    private static Arbitrary<SafetyRecord> safety() {
        Arbitrary<List<CheckAnswer>> answers = Combinators.combine(RandomCases.text(), Arbitraries.of(State.class),
                RandomCases.text(), RandomCases.instants(), RandomCases.text()).as(CheckAnswer::new).list()
                .ofMaxSize(2);
        Arbitrary<TimeOut> timeOuts = Combinators.combine(RandomCases.text(), RandomCases.instants(),
                RandomCases.text()).as(TimeOut::new);
        Arbitrary<Anticoagulation> decisions = Combinators.combine(RandomCases.text(), RandomCases.text(),
                RandomCases.text(), RandomCases.text(), RandomCases.text(), RandomCases.text(),
                RandomCases.instants()).as(Anticoagulation::new);
        Arbitrary<Observation> observations = Combinators.combine(RandomCases.instants(),
                RandomCases.instants().optional(), Arbitraries.of(State.class), RandomCases.text(),
                RandomCases.text()).as(Observation::new);
        Arbitrary<List<Complication>> complications = Combinators.combine(RandomCases.text(), RandomCases.instants(),
                RandomCases.text(), RandomCases.text()).as(Complication::new).list().ofMaxSize(2);
        Arbitrary<List<Overrule>> overrides = Combinators.combine(RandomCases.text(), RandomCases.text(),
                RandomCases.text(), RandomCases.text(), RandomCases.text(), RandomCases.instants()).as(Overrule::new)
                .list().ofMaxSize(2);
        return Combinators.combine(answers, timeOuts.optional(), decisions.optional(), observations.optional(),
                complications, overrides).as(SafetyRecord::new);
    }
}
