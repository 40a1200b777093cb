package foramen.testing;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Rational;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Builds a case by what happened on which day; day nought is 5 January 2026 at nine o'clock UTC. */
public final class TreatedCase {
    /** Day nought. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private Case made;
    private int next;

    private TreatedCase(String id) {
        this.made = Case.begin(new CaseId(id), START).withSide(Laterality.LEFT).withIndication("deep gluteal syndrome");
    }

    /** A case on the left with nothing in it. */
    public static TreatedCase named(String id) {
        return new TreatedCase(id);
    }

    /** Nine o'clock of that day. */
    public static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** The case. */
    public Case build() {
        return made;
    }

    /** An injection on the left at {@code site}. */
    public TreatedCase injected(int day, InjectateClass sort, String site) {
        return injected(day, sort, site, Laterality.LEFT);
    }

    /** An injection at {@code site}. */
    public TreatedCase injected(int day, InjectateClass sort, String site, Laterality side) {
        return line(day, sort, site, side, Optional.empty());
    }

    /** A session's injection on the left at a target of the protocols, with no words for its site. */
    public TreatedCase aimed(int day, InjectateClass sort, String target) {
        return line(day, sort, "", Laterality.LEFT, Optional.of(new Injection.Origin("s" + day, "A", "1", target,
                Rational.of(40), Dose.Unit.MG)));
    }

    private TreatedCase line(int day, InjectateClass sort, String site, Laterality side,
            Optional<Injection.Origin> origin) {
        made = made.withInjection(new Injection("i" + next++, day(day), "p", "Product", sort,
                new Concentration(BigDecimal.TEN, Concentration.Unit.MG_PER_ML), new BigDecimal("4"), "L1",
                LocalDate.of(2030, 1, 1), side, site, "", "Dr Example", "", Optional.empty(), origin));
        return this;
    }

    /** A visit an hour before nine o'clock, with an average NRS. */
    public TreatedCase nrs(int day, int value) {
        return visit(day, VisitWindow.OTHER, v -> v.withPain(
                List.of(new PainScore(Instrument.NRS, PainState.AVERAGE_7_DAYS, value))));
    }

    /** A visit with a VAS of now, millimetres. */
    public TreatedCase vas(int day, int mm) {
        return visit(day, VisitWindow.OTHER,
                v -> v.withPain(List.of(new PainScore(Instrument.VAS, PainState.NOW, mm))));
    }

    /** A visit with a Harris Hip Score from a letter. */
    public TreatedCase harris(int day, int total) {
        Measure measure = new Measure(Instrument.HHS, "harris1969+all-or-none");
        return visit(day, VisitWindow.OTHER,
                v -> v.withHip(Optional.empty(), List.of(HipScore.typed(measure, BigDecimal.valueOf(total)))));
    }

    /** A visit with results of tests on the left. */
    public TreatedCase tests(int day, TestFinding.Result result, String... tests) {
        List<TestFinding> findings = new ArrayList<>();
        for (String test : tests) {
            findings.add(new TestFinding(test, Laterality.LEFT, result));
        }
        return visit(day, VisitWindow.OTHER, v -> v.withTests(findings));
    }

    /** A visit an hour before nine o'clock, with anything. */
    public TreatedCase visit(int day, VisitWindow window, UnaryOperator<Visit> with) {
        Visit visit = Visit.begin("v" + next++, day(day).minus(Duration.ofHours(1)), window, "Dr Example");
        return followUp(f -> f.withVisit(with.apply(visit)));
    }

    /** An event at ten o'clock on the left. */
    public TreatedCase event(int day, CareEvent.Kind kind, boolean forReturnOfPain) {
        OptionalInt grade = kind == CareEvent.Kind.ADVERSE_EVENT ? OptionalInt.of(2) : OptionalInt.empty();
        CareEvent event = new CareEvent("e" + next++, kind, day(day).plus(Duration.ofHours(1)), Laterality.LEFT, "",
                grade, forReturnOfPain, "Dr Example", "");
        return followUp(f -> f.withEvent(event));
    }

    /** Any change of visits and events. */
    public TreatedCase followUp(UnaryOperator<FollowUp> change) {
        made = made.withFollowUp(change.apply(made.followUp()));
        return this;
    }
}
