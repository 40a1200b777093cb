package foramen.domain.session.rules;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corticosteroid over the months, and how often and how soon at one site. */
final class SteroidRules {
    private static final int DAYS_OF_WEEK = 7;

    private final DoseLimits.Steroid limits;
    private final DoseQuestion q;
    private final Alerts alerts;

    /** A place on one side. */
    private record Place(String target, Laterality side) {
        String words() {
            return (target.isEmpty() ? "a place not named" : target)
                    + (side == Laterality.UNSPECIFIED ? "" : ", " + side.words());
        }
    }

    SteroidRules(DoseLimits limits, DoseQuestion q, Alerts alerts) {
        this.limits = limits.steroid();
        this.q = q;
        this.alerts = alerts;
    }

    Optional<Totals.Steroid> check(List<Portion> all) {
        List<Portion> portions = all.stream().filter(p -> p.is(InjectateClass.STEROID)).toList();
        if (portions.isEmpty()) {
            return Optional.empty();
        }
        Rational session = Rational.ZERO;
        for (Portion p : portions) {
            session = session.plus(equivalent(p.product().substance(), p.amount()));
        }
        LocalDate since = q.session().date().minusMonths(limits.months());
        List<PriorTreatment> before = q.history().treatments().stream()
                .filter(t -> t.injectateClass() == InjectateClass.STEROID && t.day().isAfter(since)
                        && !t.day().isAfter(q.session().date()))
                .toList();
        Rational total = session;
        for (PriorTreatment t : before) {
            if (t.amount().isEmpty()) {
                alerts.raise(AlertKind.HISTORY_INCOMPLETE, t.substance(), "How much " + t.substance()
                        + " was given on " + t.day() + " is not known, so the sum over the months cannot be checked.");
            }
            total = total.plus(t.amount().map(a -> equivalent(t.substance(), a)).orElse(Rational.ZERO));
        }
        sum(total);
        sites(portions, before);
        return Optional.of(new Totals.Steroid(limits.reference(), session, total, limits.months()));
    }

    private Rational equivalent(String substance, Rational mg) {
        Optional<Rational> known = limits.equivalent(substance, mg);
        if (known.isEmpty()) {
            alerts.raise(AlertKind.STEROID_EQUIVALENT_UNKNOWN, substance,
                    "No equivalence is known for " + substance + ", so the sum over the months leaves it out.");
        }
        return known.orElse(Rational.ZERO);
    }

    private void sum(Rational total) {
        String words = "Corticosteroid over " + limits.months() + " months comes to " + total.text(1) + "\u00a0mg of "
                + limits.reference();
        String source = limits.citation().source();
        if (total.compareTo(Rational.of(limits.stopMg())) >= 0) {
            alerts.raise(AlertKind.STEROID_YEAR_OVER, "",
                    words + "; from " + Dose.plain(limits.stopMg()) + "\u00a0mg on it is too much.", source);
        } else if (total.compareTo(Rational.of(limits.warnMg())) >= 0) {
            alerts.raise(AlertKind.STEROID_YEAR_HIGH, "",
                    words + "; the limit is " + Dose.plain(limits.stopMg()) + "\u00a0mg.", source);
        }
    }

    private void sites(List<Portion> portions, List<PriorTreatment> before) {
        Map<Place, Map<String, Rational>> places = new LinkedHashMap<>();
        for (Portion p : portions) {
            places.computeIfAbsent(new Place(p.target(), p.side()), k -> new LinkedHashMap<>())
                    .merge(p.product().substance(), p.amount(), Rational::plus);
        }
        places.forEach((place, doses) -> {
            List<LocalDate> days = before.stream().filter(t -> t.mayBeAt(place.target(), place.side()))
                    .map(PriorTreatment::day).distinct().sorted().toList();
            interval(place, days);
            number(place, (int) days.stream().filter(d -> !d.equals(q.session().date())).count() + 1);
            doses.forEach((substance, mg) -> usual(place, substance, mg));
        });
    }

    private void interval(Place place, List<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        LocalDate last = days.getLast();
        long since = ChronoUnit.DAYS.between(last, q.session().date());
        String words = "The last corticosteroid at " + place.words() + " was on " + last + ", " + since
                + " days ago; ";
        String source = limits.citation().source();
        if (since < (long) limits.leastWeeks() * DAYS_OF_WEEK) {
            alerts.raise(AlertKind.STEROID_INTERVAL_STOP, place.words(),
                    words + "at least " + limits.leastWeeks() + " weeks have to pass.", source);
        } else if (since < (long) limits.weeks() * DAYS_OF_WEEK) {
            alerts.raise(AlertKind.STEROID_INTERVAL, place.words(),
                    words + limits.weeks() + " weeks are usual.", source);
        }
    }

    private void number(Place place, int number) {
        String words = "This is corticosteroid number " + number + " at " + place.words() + " within "
                + limits.months() + " months; ";
        String source = limits.citation().source();
        if (number > limits.stopAbove()) {
            alerts.raise(AlertKind.STEROID_NUMBER_STOP, place.words(),
                    words + "more than " + limits.stopAbove() + " are too many.", source);
        } else if (number > limits.warnAbove()) {
            alerts.raise(AlertKind.STEROID_NUMBER, place.words(),
                    words + limits.warnAbove() + " to " + limits.stopAbove() + " are the most.", source);
        }
    }

    private void usual(Place place, String substance, Rational mg) {
        BigDecimal most = limits.usualMaximumMg().get(substance);
        if (most != null && mg.compareTo(Rational.of(most)) > 0) {
            alerts.raise(AlertKind.STEROID_DOSE_UNUSUAL, substance + " at " + place.words(),
                    mg.text(2) + "\u00a0mg of " + substance + " at " + place.words() + " is more than the usual "
                            + Dose.plain(most) + "\u00a0mg. Check the dose.");
        }
    }
}
