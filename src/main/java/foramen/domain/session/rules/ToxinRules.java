package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.DoseLimits.Toxin;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Botulinum toxin, each brand for itself: nothing here turns units of one into those of another. */
final class ToxinRules {
    /** The question about toxin for other reasons, as in {@code safety.json}. */
    static final String OTHER_USE = "other-botulinum";

    private final DoseLimits limits;
    private final DoseQuestion q;
    private final Alerts alerts;

    ToxinRules(DoseLimits limits, DoseQuestion q, Alerts alerts) {
        this.limits = limits;
        this.q = q;
        this.alerts = alerts;
    }

    void check(List<Portion> all) {
        List<Portion> portions = all.stream().filter(p -> p.is(InjectateClass.BOTULINUM_TOXIN)).toList();
        if (portions.isEmpty()) {
            return;
        }
        Map<String, Rational> brands = new TreeMap<>();
        portions.forEach(p -> brands.merge(p.product().substance(), p.amount(), Rational::plus));
        if (brands.size() > 1) {
            alerts.raise(AlertKind.TOXIN_BRANDS_MIXED, "", "Two brands of botulinum toxin are in one session ("
                    + String.join(", ", brands.keySet()) + "). Their units cannot be added; use one brand.");
        }
        brands.forEach(this::brand);
        portions.forEach(this::site);
        otherUse();
    }

    private void brand(String brand, Rational units) {
        Toxin limit = limits.toxins().get(brand);
        if (limit == null) {
            alerts.raise(AlertKind.TOXIN_CAP_UNKNOWN, brand,
                    "No cap is known for " + brand + ", so it cannot be checked.");
            return;
        }
        LocalDate day = q.session().date();
        LocalDate since = limit.months().map(day::minusMonths).orElse(day.minusDays(1));
        Rational total = units;
        for (PriorTreatment t : toxins()) {
            if (t.substance().equals(brand)) {
                if (t.day().isAfter(since)) {
                    unknownAmount(t);
                    total = t.amount().map(total::plus).orElse(total);
                }
                interval(t, limit);
            } else if (!t.day().isBefore(day.minusWeeks(limit.weeks()).plusDays(1))) {
                alerts.raise(AlertKind.TOXIN_OTHER_BRAND, t.substance(), "Another brand, " + t.substance()
                        + ", was given on " + t.day() + "; its units cannot be added, so the cap cannot be checked.");
            }
        }
        if (total.compareTo(Rational.of(limit.capUnits())) > 0) {
            alerts.raise(AlertKind.TOXIN_CAP_OVER, brand,
                    brand + ": " + total.text(2) + "\u00a0units "
                            + limit.months().map(m -> "within " + m + " months").orElse("in this session")
                            + " is more than the cap of " + Dose.plain(limit.capUnits()) + "\u00a0units.",
                    limit.citation().source());
        }
    }

    private List<PriorTreatment> toxins() {
        return q.history().treatments().stream().filter(t -> t.injectateClass() == InjectateClass.BOTULINUM_TOXIN
                && !t.day().isAfter(q.session().date())).toList();
    }

    private void unknownAmount(PriorTreatment t) {
        if (t.amount().isEmpty()) {
            alerts.raise(AlertKind.HISTORY_INCOMPLETE, t.substance(), "How many units of " + t.substance()
                    + " were given on " + t.day() + " is not known, so the cap cannot be checked.");
        }
    }

    private void interval(PriorTreatment t, Toxin limit) {
        LocalDate day = q.session().date();
        if (!t.day().equals(day) && t.day().plusWeeks(limit.weeks()).isAfter(day)) {
            alerts.raise(AlertKind.TOXIN_INTERVAL, t.substance(),
                    t.substance() + " was given on " + t.day() + "; at least " + limit.weeks()
                            + " weeks have to pass, so not before " + t.day().plusWeeks(limit.weeks()) + ".",
                    limit.citation().source());
        }
    }

    private void site(Portion p) {
        Optional<Toxin> limit = Optional.ofNullable(limits.toxins().get(p.product().substance()));
        String subject = p.aliquot().map(a -> a.id()).orElse(p.component().productId());
        limit.flatMap(Toxin::siteUnits).filter(most -> p.amount().compareTo(Rational.of(most)) > 0)
                .ifPresent(most -> alerts.raise(AlertKind.TOXIN_SITE_UNITS, subject,
                        p.amount().text(2) + "\u00a0units at one site (" + subject + ") is more than "
                                + Dose.plain(most) + "\u00a0units. Divide it over more sites."));
        limit.flatMap(Toxin::siteMl).filter(most -> p.volumeMl().filter(v -> v.compareTo(most) > 0).isPresent())
                .ifPresent(most -> alerts.raise(AlertKind.TOXIN_SITE_VOLUME, subject,
                        "More than " + Dose.plain(most) + "\u00a0mL of " + p.product().name() + " at one site ("
                                + subject + "). Divide it over more sites."));
    }

    /**
     * Told of, but not which brand, when or how much. Only what was typed in answers it, and only where it is no older
     * than the time that matters: what was given here says nothing about another reason.
     */
    private void otherUse() {
        if (!q.risks().present().contains(OTHER_USE)) {
            return;
        }
        Optional<LocalDate> last = toxins().stream().filter(t -> t.source().equals(PriorTreatment.TYPED_IN))
                .map(PriorTreatment::day).max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            alerts.raise(AlertKind.TOXIN_OTHER_USE, "", "The patient has botulinum toxin for another reason. "
                    + "Enter brand, day and units among the treatments elsewhere; the cap holds for all of it.");
        } else if (!last.get().isAfter(mattersSince())) {
            alerts.raise(AlertKind.TOXIN_OTHER_USE, "", "The patient has botulinum toxin for another reason, and the "
                    + "last that was typed in was on " + last.get()
                    + ". Enter what was given since, or say that there was none.");
        }
    }

    /** The day before the longest interval or span of a cap, over all brands. */
    private LocalDate mattersSince() {
        LocalDate day = q.session().date();
        return limits.toxins().values().stream()
                .flatMap(t -> Stream.of(day.minusWeeks(t.weeks()), day.minusMonths(t.months().orElse(0))))
                .min(Comparator.naturalOrder()).orElse(day);
    }
}
