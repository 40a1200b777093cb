package foramen.domain.session.rules;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** When each sort of injectate was last given at the places of a session, and whether that is too soon. */
final class IntervalRules {
    private static final int DAYS_OF_WEEK = 7;
    /** Sorts whose last time is told; local anaesthetics and diluents count by the day alone. */
    private static final Set<InjectateClass> TOLD = Set.of(InjectateClass.STEROID, InjectateClass.BOTULINUM_TOXIN,
            InjectateClass.PROLOTHERAPY, InjectateClass.PLATELETS);

    private final DoseLimits limits;
    private final DoseQuestion q;
    private final Optional<CourseRules.Told> told;
    private final Alerts alerts;

    /** @param told what the course has said of its own interval */
    IntervalRules(DoseLimits limits, DoseQuestion q, Optional<CourseRules.Told> told, Alerts alerts) {
        this.limits = limits;
        this.q = q;
        this.told = told;
        this.alerts = alerts;
    }

    /** What is given where; a toxin's brand is its substance. */
    private record Where(InjectateClass sort, String substance, String target, Laterality side) {
        static Where of(Portion p) {
            boolean toxin = p.is(InjectateClass.BOTULINUM_TOXIN);
            // A cap on a toxin holds for the whole body, an interval of the others for the place.
            return new Where(p.product().injectateClass(), toxin ? p.product().substance() : "",
                    toxin ? "" : p.target(), toxin ? Laterality.UNSPECIFIED : p.side());
        }

        String words() {
            return (target.isEmpty() ? "a place not named" : target)
                    + (side == Laterality.UNSPECIFIED ? "" : ", " + side.words());
        }

        boolean was(PriorTreatment t) {
            return t.injectateClass() == sort && (substance.isEmpty() || t.substance().equals(substance))
                    && (sort == InjectateClass.BOTULINUM_TOXIN || t.mayBeAt(target, side));
        }
    }

    List<Totals.LastGiven> check(List<Portion> portions) {
        // Whatever was drawn up first, the answer reads the same.
        Set<Where> places = new TreeSet<>(Comparator.comparing(Where::sort).thenComparing(Where::substance)
                .thenComparing(Where::target).thenComparing(Where::side));
        portions.stream().filter(p -> TOLD.contains(p.product().injectateClass())).map(Where::of)
                .forEach(places::add);
        List<Totals.LastGiven> all = new ArrayList<>();
        for (Where w : places) {
            Optional<PriorTreatment> last = q.history().treatments().stream()
                    .filter(t -> w.was(t) && !t.day().isAfter(q.session().date()))
                    .max(Comparator.comparing(PriorTreatment::day));
            last.ifPresent(t -> interval(w, t));
            all.add(new Totals.LastGiven(w.sort(), w.substance(), w.target(), w.side(), last.map(PriorTreatment::day),
                    last.map(t -> since(t.day())), days(w), last.map(PriorTreatment::source).orElse(""),
                    q.history().gap()));
        }
        return all;
    }

    private long since(LocalDate day) {
        return ChronoUnit.DAYS.between(day, q.session().date());
    }

    private Optional<Integer> days(Where w) {
        return switch (w.sort()) {
            case STEROID -> Optional.of(limits.steroid().weeks() * DAYS_OF_WEEK);
            case BOTULINUM_TOXIN -> Optional.ofNullable(limits.toxins().get(w.substance()))
                    .map(t -> t.weeks() * DAYS_OF_WEEK);
            default -> limits.interval(w.sort(), w.target()).map(DoseLimits.Interval::days);
        };
    }

    /**
     * Steroid and toxin have rules of their own. That this session comes too soon after the one before has been told at
     * the place of its course, and of that day only.
     */
    private void interval(Where w, PriorTreatment last) {
        limits.interval(w.sort(), w.target()).filter(i -> since(last.day()) < i.days())
                .filter(i -> told.filter(t -> t.target().equals(w.target()) && t.last().equals(last.day())).isEmpty())
                .ifPresent(i -> alerts.raise(AlertKind.INTERVAL_SHORT, (w.sort() + " " + w.words()).strip()
                        .toLowerCase(Locale.ROOT).replace('_', '-'),
                        "The last " + named(w.sort()) + " at " + w.words() + " was on " + last.day() + ", "
                                + since(last.day()) + " days ago; " + i.days()
                                + " days are usual.",
                        i.citation().source()));
    }

    private static String named(InjectateClass sort) {
        return sort == InjectateClass.PLATELETS ? "PRP" : sort.label().toLowerCase(Locale.ROOT);
    }
}
