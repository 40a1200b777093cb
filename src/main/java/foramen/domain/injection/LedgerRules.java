package foramen.domain.injection;

import foramen.domain.anatomy.Laterality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to hold before a line of the ledger is recorded. The rules are here, the numbers in {@code dose-limits.json}. */
public final class LedgerRules {
    private static final int PLACES = 6;
    private static final BigDecimal MOST_PERCENT = new BigDecimal("100");

    private final ProductCatalog catalog;
    private final DoseLimits limits;
    private final AlertCatalog alertCatalog;
    private final ZoneId zone;

    /**
     * @param catalog the products
     * @param limits the limits; those of the first jurisdiction hold
     * @param alertCatalog how grave each alert is
     * @param zone the clinic's time zone, in which a vial expires
     */
    public LedgerRules(ProductCatalog catalog, DoseLimits limits, AlertCatalog alertCatalog, ZoneId zone) {
        this.catalog = catalog;
        this.limits = limits;
        this.alertCatalog = alertCatalog;
        this.zone = zone;
    }

    /** The rules with the limits that ship with the planner. */
    public LedgerRules(ProductCatalog catalog, ZoneId zone) {
        this(catalog, DoseLimits.standard(), AlertCatalog.standard(), zone);
    }

    /**
     * Checks a line against the case it would be recorded in.
     *
     * @param line the line
     * @param ledger the lines already recorded
     * @param planSide the side of the plan it follows, {@link Laterality#UNSPECIFIED} without a plan
     * @param caseSide the side of the case
     * @param weightKg the patient's weight where known
     * @return stops first, then cautions; empty when all is well
     */
    public List<Alert> check(Injection line, List<Injection> ledger, Laterality planSide, Laterality caseSide,
            Optional<BigDecimal> weightKg) {
        List<Alert> alerts = new ArrayList<>();
        sides(line, planSide, caseSide, alerts);
        completeness(line, alerts);
        unit(line, alerts);
        strength(line, alerts);
        limit(line, ledger, weightKg, alerts);
        mixture(line, ledger, weightKg, alerts);
        catalog.find(line.productId()).filter(Product::offLabel).ifPresent(
                p -> alerts.add(raise(AlertKind.OFF_LABEL, p.name() + " here is off-label use.")));
        alerts.sort((a, b) -> a.severity().compareTo(b.severity()));
        return List.copyOf(alerts);
    }

    private void sides(Injection line, Laterality planSide, Laterality caseSide, List<Alert> alerts) {
        if (line.laterality() == Laterality.UNSPECIFIED) {
            alerts.add(raise(AlertKind.SIDE_MISSING, "Choose the side that was injected."));
        } else {
            disagreement(AlertKind.SIDE_PLAN, "plan", planSide, line.laterality(), alerts);
            disagreement(AlertKind.SIDE_CASE, "case", caseSide, line.laterality(), alerts);
        }
    }

    private void disagreement(AlertKind kind, String what, Laterality theirs, Laterality ours, List<Alert> alerts) {
        boolean agrees = theirs == Laterality.UNSPECIFIED || theirs == Laterality.BILATERAL || theirs == ours;
        if (!agrees) {
            alerts.add(raise(kind, "The " + what + " is " + theirs.words() + ", this line says " + ours.words()
                    + ". Correct the one that is wrong."));
        }
    }

    private void completeness(Injection line, List<Alert> alerts) {
        if (line.operator().isBlank()) {
            alerts.add(raise(AlertKind.OPERATOR_MISSING, "Enter the operator."));
        }
        if (line.lot().isBlank()) {
            alerts.add(raise(AlertKind.LOT_MISSING, "Enter the lot number from the vial."));
        }
        LocalDate day = line.given().atZone(zone).toLocalDate();
        if (line.expiry().isBefore(day)) {
            alerts.add(raise(AlertKind.EXPIRED,
                    "The vial expired on " + line.expiry() + ". Do not use it; take another."));
        }
    }

    /** Units of botulinum toxin are no milligrams: a strength in the wrong unit would pass under every limit. */
    private void unit(Injection line, List<Alert> alerts) {
        Optional<Dose.Unit> usual = catalog.find(line.productId()).map(Product::strengths).filter(s -> !s.isEmpty())
                .map(s -> s.getFirst().in(BigDecimal.ONE).unit());
        usual.filter(u -> u != line.dose().unit()).ifPresent(u -> alerts.add(raise(AlertKind.UNIT_MISMATCH,
                line.productName() + " is given in " + u.symbol() + ", not in " + line.dose().unit().symbol()
                        + ". Correct the concentration.")));
    }

    /** A tenfold slip of the point is the commonest error of dose, and most products have no limit to stop it. */
    private void strength(Injection line, List<Alert> alerts) {
        Concentration typed = line.concentration();
        if (typed.unit() == Concentration.Unit.PERCENT && typed.value().compareTo(MOST_PERCENT) > 0) {
            alerts.add(raise(AlertKind.STRENGTH_IMPOSSIBLE,
                    "Nothing is stronger than 100\u00a0%. Correct the concentration."));
            return;
        }
        catalog.find(line.productId()).filter(p -> !p.strengths().isEmpty())
                .filter(p -> p.strengths().stream().noneMatch(typed::isSameAs))
                .ifPresent(p -> alerts.add(alertCatalog.raise(AlertKind.STRENGTH_UNUSUAL, p.id(),
                        typed.text() + " is not a usual strength of " + p.name() + " ("
                                + p.strengths().stream().map(Concentration::text).collect(Collectors.joining(", "))
                                + "). Check the label and the dilution.",
                        p.source())));
    }

    /** The most of one product in a day: of a local anaesthetic by weight, of a toxin by brand. */
    private record Limit(Rational maximum, Optional<BigDecimal> uncheckedMgPerKg, String source) {}

    private Optional<Limit> limitOf(Product p, Optional<BigDecimal> weightKg) {
        if (p.injectateClass() == InjectateClass.BOTULINUM_TOXIN) {
            return Optional.ofNullable(limits.toxins().get(p.substance()))
                    .map(t -> new Limit(Rational.of(t.capUnits()), Optional.empty(), t.citation().source()));
        }
        return Optional.ofNullable(limits.first().anaesthetics().get(p.substance())).flatMap(a -> {
            DoseLimits.Cap cap = p.epinephrine() ? a.withEpinephrine().orElse(a.plain()) : a.plain();
            Optional<Rational> maximum = weightKg.map(kg -> cap.forWeight(Rational.of(kg)))
                    .or(() -> cap.maximumMg().map(Rational::of));
            return maximum.map(m -> new Limit(m,
                    weightKg.isPresent() ? Optional.empty() : Optional.of(cap.mgPerKg()), a.citation().source()));
        });
    }

    private void limit(Injection line, List<Injection> ledger, Optional<BigDecimal> weightKg, List<Alert> alerts) {
        Optional<Limit> limit = catalog.find(line.productId()).flatMap(p -> limitOf(p, weightKg));
        if (limit.isEmpty()) {
            return;
        }
        limit.get().uncheckedMgPerKg().ifPresent(k -> alerts.add(alertCatalog.raise(AlertKind.WEIGHT_MISSING, "",
                "The weight is missing, so the limit of " + Dose.plain(k) + " mg/kg cannot be checked.",
                limit.get().source())));
        Rational total = Stream.concat(Stream.of(line),
                sameDay(line, ledger).filter(l -> l.productId().equals(line.productId())))
                .map(Injection::amount).reduce(Rational.ZERO, Rational::plus);
        if (total.compareTo(limit.get().maximum()) > 0) {
            String unit = "\u00a0" + line.dose().unit().symbol();
            alerts.add(alertCatalog.raise(AlertKind.LIMIT_OVER, "",
                    line.productName() + ": " + total.text(PLACES) + unit
                            + " today in this case is more than the limit of " + limit.get().maximum().text(PLACES)
                            + unit + ".",
                    limit.get().source()));
        }
    }

    /**
     * Local anaesthetics add up: the fractions of their maxima may not pass one (Weinberg, lipidrescue; review PMID
     * 2457347, "at least additive").
     */
    private void mixture(Injection line, List<Injection> ledger, Optional<BigDecimal> weightKg, List<Alert> alerts) {
        if (!isLocalAnaesthetic(line)) {
            return;
        }
        List<Injection> given = Stream.concat(sameDay(line, ledger), Stream.of(line))
                .filter(this::isLocalAnaesthetic).toList();
        Rational fractions = given.stream().map(l -> fraction(l, weightKg)).reduce(Rational.ZERO, Rational::plus);
        boolean several = given.stream().map(Injection::productId).distinct().count() > 1;
        if (several && fractions.compareTo(Rational.ONE) > 0) {
            alerts.add(raise(AlertKind.LA_SUM_OVER,
                    "The local anaesthetics of today in this case come to "
                            + fractions.decimal(2, RoundingMode.UP).toPlainString()
                            + " of the maximum together; more than 1 is too much."));
        }
    }

    private boolean isLocalAnaesthetic(Injection line) {
        return catalog.find(line.productId()).map(Product::injectateClass)
                .filter(c -> c == InjectateClass.LOCAL_ANAESTHETIC).isPresent();
    }

    private Rational fraction(Injection line, Optional<BigDecimal> weightKg) {
        return catalog.find(line.productId()).flatMap(p -> limitOf(p, weightKg))
                .map(l -> line.amount().over(l.maximum())).orElse(Rational.ZERO);
    }

    private Stream<Injection> sameDay(Injection line, List<Injection> ledger) {
        LocalDate day = line.given().atZone(zone).toLocalDate();
        return ledger.stream()
                .filter(l -> l.voided().isEmpty() && !l.id().equals(line.id())
                        && l.given().atZone(zone).toLocalDate().equals(day));
    }

    private Alert raise(AlertKind kind, String message) {
        return alertCatalog.raise(kind, "", message);
    }
}
