package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.DoseLimits.Anaesthetic;
import foramen.domain.injection.DoseLimits.Cap;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import foramen.domain.patient.Patient.Weighing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Local anaesthetics: what of the last hours each is of its maximum, and that together they are no more than one. */
final class AnaestheticRules {
    private static final Rational CM2_PER_M2 = Rational.of(10_000);
    private static final BigDecimal MINUTES = new BigDecimal("60");
    private static final Rational HUNDRED = Rational.of(100);

    private final DoseLimits limits;
    /** The maxima that were chosen; empty where the file in use does not have them, and no others are taken then. */
    private final Optional<DoseLimits.Profile> profile;
    private final DoseQuestion q;
    private final Alerts alerts;
    private final BigDecimal hours;

    /** A substance, and whether epinephrine slows its uptake. */
    private record Key(String substance, boolean epinephrine) {}

    /** The fractions, their sum, and the weight they were taken for. */
    record Result(List<Totals.Fraction> fractions, Optional<Rational> sum, Optional<Rational> weightKg) {}

    AnaestheticRules(DoseLimits limits, DoseQuestion q, Alerts alerts) {
        this.limits = limits;
        this.profile = limits.profileOf(q.session().profileId());
        this.q = q;
        this.alerts = alerts;
        this.hours = limits.anaestheticHours().value();
    }

    Result check(List<Portion> portions) {
        boolean here = portions.stream().anyMatch(p -> p.is(InjectateClass.LOCAL_ANAESTHETIC));
        Map<Key, Rational> day = sums(portions);
        if (day.isEmpty()) {
            return new Result(List.of(), Optional.empty(), Optional.empty());
        }
        if (here && profile.isEmpty()) {
            alerts.raise(AlertKind.LA_CAP_UNKNOWN, "", "The maxima of “" + q.session().profileId()
                    + "” are not in the file in use, so none is checked. Choose others, or put them back.");
        }
        Optional<Rational> weight = weight(here);
        boolean reduced = limits.reduction().risks().stream().anyMatch(q.risks().present()::contains);
        if (reduced && here) {
            alerts.raise(AlertKind.LA_REDUCED, "", "The maxima of local anaesthetic are taken "
                    + Dose.plain(limits.reduction().percent()) + "\u00a0% lower for this patient.",
                    limits.reduction().citation().source());
        }
        List<Totals.Fraction> fractions = new ArrayList<>();
        Rational sum = Rational.ZERO;
        boolean whole = true;
        for (Map.Entry<Key, Rational> entry : day.entrySet()) {
            Totals.Fraction f = fraction(entry.getKey(), entry.getValue(), weight, reduced, here);
            fractions.add(f);
            sum = f.fraction().map(sum::plus).orElse(sum);
            whole &= f.fraction().isPresent();
        }
        if (here) {
            judge(sum, fractions);
        }
        return new Result(fractions, whole ? Optional.of(sum) : Optional.empty(), weight);
    }

    /** Sums of the last hours, here and elsewhere, in an order that does not depend on that of the syringes. */
    private Map<Key, Rational> sums(List<Portion> portions) {
        Map<Key, Rational> sums = new LinkedHashMap<>();
        portions.stream().filter(p -> p.is(InjectateClass.LOCAL_ANAESTHETIC))
                .forEach(p -> sums.merge(new Key(p.product().substance(), p.epinephrine()), p.amount(),
                        Rational::plus));
        for (PriorTreatment t : q.history().treatments()) {
            if (t.injectateClass() != InjectateClass.LOCAL_ANAESTHETIC || !stillCounts(t)) {
                continue;
            }
            if (t.amount().isEmpty()) {
                alerts.raise(AlertKind.HISTORY_INCOMPLETE, t.substance(), "How much " + t.substance()
                        + " was given elsewhere on " + t.day() + " is not known, so the maximum cannot be checked.");
            }
            t.amount().ifPresent(
                    a -> sums.merge(new Key(t.substance(), t.epinephrine()), a, Rational::plus));
        }
        Map<Key, Rational> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, Rational> e) -> e.getKey().substance())
                        .thenComparing(e -> e.getKey().epinephrine()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /**
     * Whether a treatment is recent enough to be added up. What was typed in has a day and no hour: that of the same day
     * counts, that of the days the hours reach back into is asked about.
     */
    private boolean stillCounts(PriorTreatment t) {
        LocalDate today = q.session().date();
        Duration span = Duration.ofMinutes(hours.multiply(MINUTES).longValue());
        if (t.recorded().isPresent() && q.at().isPresent()) {
            Instant given = t.recorded().get().given();
            return !given.isAfter(q.at().get()) && given.isAfter(q.at().get().minus(span));
        }
        if (t.recorded().isEmpty() && t.day().isBefore(today)
                && !t.day().isBefore(today.minusDays(Math.ceilDiv(span.toMinutes(), Duration.ofDays(1).toMinutes())))) {
            alerts.raise(AlertKind.HISTORY_INCOMPLETE, t.substance() + " " + t.day(), "At what time " + t.substance()
                    + " was given elsewhere on " + t.day() + " is not known, so it is not counted. Say whether it was "
                    + "within " + Dose.plain(hours) + " hours.");
        }
        return t.day().equals(today);
    }

    private Optional<Rational> weight(boolean here) {
        Optional<BigDecimal> height = q.risks().heightCm();
        if (q.weightKg().isEmpty()) {
            if (here) {
                alerts.raise(AlertKind.WEIGHT_MISSING, "",
                        "The weight is missing, so the maxima by weight cannot be checked. Weigh the patient.");
            }
            return Optional.empty();
        }
        if (here) {
            doubt(q.weightKg().get());
        }
        Rational actual = Rational.of(q.weightKg().get());
        DoseLimits.IdealWeight rule = limits.idealWeight();
        if (height.isEmpty()) {
            if (here) {
                alerts.raise(AlertKind.HEIGHT_MISSING, "",
                        "The height is missing, so it cannot be told whether the body mass index is above "
                                + Dose.plain(rule.aboveBmi()) + " and the ideal weight holds.",
                        rule.citation().source());
            }
            return Optional.of(actual);
        }
        Rational cm = Rational.of(height.get());
        Rational bmi = actual.times(CM2_PER_M2).over(cm.times(cm));
        if (bmi.compareTo(Rational.of(rule.aboveBmi())) <= 0) {
            return Optional.of(actual);
        }
        Rational ideal = rule.kg(height.get(), q.sex()).min(actual);
        if (here) {
            alerts.raise(AlertKind.LA_IDEAL_WEIGHT, "",
                    "The body mass index is " + bmi.text(1) + ", so the maxima are taken for the ideal weight of "
                            + ideal.text(1) + "\u00a0kg.",
                    rule.citation().source());
        }
        return Optional.of(ideal);
    }

    /** A weight that may be a slip of the point, or that nobody in the clinic has confirmed. */
    private void doubt(BigDecimal kg) {
        DoseLimits.LikelyWeight likely = limits.weight();
        if (kg.compareTo(likely.leastKg()) < 0 || kg.compareTo(likely.mostKg()) > 0) {
            alerts.raise(AlertKind.WEIGHT_UNLIKELY, "", "A weight of " + Dose.plain(kg) + "\u00a0kg is outside "
                    + Dose.plain(likely.leastKg()) + " to " + Dose.plain(likely.mostKg())
                    + "\u00a0kg. Correct it, or say that it is right.", likely.citation().source());
        }
        q.weighing().filter(w -> w.source() == Weighing.Source.FILE)
                .ifPresent(w -> alerts.raise(AlertKind.WEIGHT_UNCONFIRMED, "", "The weight of " + Dose.plain(kg)
                        + "\u00a0kg is from an image file" + w.day().map(d -> " of " + d).orElse("")
                        + ". Weigh the patient, or confirm it."));
    }

    private Totals.Fraction fraction(Key key, Rational mg, Optional<Rational> weight, boolean reduced, boolean here) {
        Optional<Anaesthetic> known = row(key.substance());
        if (known.isEmpty()) {
            if (here) {
                profile.ifPresent(p -> alerts.raise(AlertKind.LA_CAP_UNKNOWN, key.substance(), "The profile " + p.name()
                        + " has no maximum for " + key.substance() + ", so it cannot be checked."));
            }
            return new Totals.Fraction(key.substance(), key.epinephrine(), mg, Optional.empty(), Optional.empty());
        }
        Anaesthetic row = known.get();
        Cap cap = key.epinephrine() ? row.withEpinephrine().orElse(row.plain()) : row.plain();
        Optional<Rational> maximum = weight.map(cap::forWeight).or(() -> cap.maximumMg().map(Rational::of));
        if (reduced) {
            Rational left = HUNDRED.minus(Rational.of(limits.reduction().percent())).over(HUNDRED);
            maximum = maximum.map(left::times);
        }
        return new Totals.Fraction(key.substance(), key.epinephrine(), mg, maximum, maximum.map(mg::over));
    }

    private Optional<Anaesthetic> row(String substance) {
        return profile.flatMap(p -> Optional.ofNullable(p.anaesthetics().get(substance)));
    }

    private void judge(Rational sum, List<Totals.Fraction> fractions) {
        String names = String.join(" and ", Set.copyOf(fractions.stream().map(Totals.Fraction::substance).toList())
                .stream().sorted().toList());
        // Rounded up, so that what is too much never reads as just enough.
        String shown = sum.decimal(2, RoundingMode.UP).toPlainString();
        String source = fractions.size() == 1
                ? row(fractions.getFirst().substance()).map(a -> a.citation().source())
                        .orElse(limits.mixture().citation().source())
                : limits.mixture().citation().source();
        if (sum.compareTo(Rational.ONE) > 0) {
            alerts.raise(AlertKind.LA_SUM_OVER, "",
                    "Local anaesthetic within " + Dose.plain(hours) + " hours (" + names + ") is " + shown
                            + " of the maximum; more than 1 is too much. Draw up less.",
                    source);
        } else if (sum.compareTo(Rational.of(limits.mixture().warnAt())) >= 0) {
            alerts.raise(AlertKind.LA_SUM_HIGH, "",
                    "Local anaesthetic within " + Dose.plain(hours) + " hours (" + names + ") is " + shown
                            + " of the maximum.",
                    source);
        }
    }
}
