package foramen.domain.injection;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Alert.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to hold before a line of the ledger is recorded. The rules are here, the numbers in {@code products.json}. */
public final class LedgerRules {
    private static final BigDecimal MOST_PERCENT = new BigDecimal("100");

    private final ProductCatalog catalog;
    private final ZoneId zone;

    /**
     * @param catalog the products and their limits
     * @param zone the clinic's time zone, in which a vial expires
     */
    public LedgerRules(ProductCatalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
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
        catalog.find(line.productId()).filter(Product::offLabel).ifPresent(p -> alerts
                .add(new Alert(Severity.CAUTION, p.name() + " here is off-label use.", "product labels")));
        alerts.sort((a, b) -> a.severity().compareTo(b.severity()));
        return List.copyOf(alerts);
    }

    private static void sides(Injection line, Laterality planSide, Laterality caseSide, List<Alert> alerts) {
        if (line.laterality() == Laterality.UNSPECIFIED) {
            alerts.add(new Alert(Severity.STOP, "Choose the side that was injected.", ""));
        } else {
            disagreement("plan", planSide, line.laterality(), alerts);
            disagreement("case", caseSide, line.laterality(), alerts);
        }
    }

    private static void disagreement(String what, Laterality theirs, Laterality ours, List<Alert> alerts) {
        boolean agrees = theirs == Laterality.UNSPECIFIED || theirs == Laterality.BILATERAL || theirs == ours;
        if (!agrees) {
            alerts.add(new Alert(Severity.STOP, "The " + what + " is " + theirs.words() + ", this line says "
                    + ours.words() + ". Correct the one that is wrong.", "laterality interlock"));
        }
    }

    private void completeness(Injection line, List<Alert> alerts) {
        if (line.operator().isBlank()) {
            alerts.add(new Alert(Severity.STOP, "Enter the operator.", ""));
        }
        if (line.lot().isBlank()) {
            alerts.add(new Alert(Severity.STOP, "Enter the lot number from the vial.", ""));
        }
        LocalDate day = line.given().atZone(zone).toLocalDate();
        if (line.expiry().isBefore(day)) {
            alerts.add(new Alert(Severity.STOP,
                    "The vial expired on " + line.expiry() + ". Do not use it; take another.", "vial label"));
        }
    }

    /** Units of botulinum toxin are no milligrams: a strength in the wrong unit would pass under every limit. */
    private void unit(Injection line, List<Alert> alerts) {
        Optional<Dose.Unit> usual = catalog.find(line.productId()).map(Product::strengths).filter(s -> !s.isEmpty())
                .map(s -> s.getFirst().in(BigDecimal.ONE).unit());
        usual.filter(u -> u != line.dose().unit()).ifPresent(u -> alerts.add(new Alert(Severity.STOP,
                line.productName() + " is given in " + u.symbol() + ", not in " + line.dose().unit().symbol()
                        + ". Correct the concentration.",
                "vial label")));
    }

    /** A tenfold slip of the point is the commonest error of dose, and most products have no limit to stop it. */
    private void strength(Injection line, List<Alert> alerts) {
        Concentration typed = line.concentration();
        if (typed.unit() == Concentration.Unit.PERCENT && typed.value().compareTo(MOST_PERCENT) > 0) {
            alerts.add(new Alert(Severity.STOP,
                    "Nothing is stronger than 100\u00a0%. Correct the concentration.", ""));
            return;
        }
        catalog.find(line.productId()).filter(p -> !p.strengths().isEmpty())
                .filter(p -> p.strengths().stream().noneMatch(typed::isSameAs))
                .ifPresent(p -> alerts.add(new Alert(Severity.CAUTION,
                        typed.text() + " is not a usual strength of " + p.name() + " ("
                                + p.strengths().stream().map(Concentration::text).collect(Collectors.joining(", "))
                                + "). Check the label and the dilution.",
                        p.source())));
    }

    private void limit(Injection line, List<Injection> ledger, Optional<BigDecimal> weightKg, List<Alert> alerts) {
        Optional<Product.Limit> limit = catalog.find(line.productId()).flatMap(Product::limit);
        if (limit.isEmpty()) {
            return;
        }
        if (limit.get().perKg().isPresent() && weightKg.isEmpty()) {
            alerts.add(new Alert(Severity.CAUTION, "The weight is missing, so the limit of "
                    + Dose.plain(limit.get().perKg().get()) + " mg/kg cannot be checked.", limit.get().source()));
        }
        BigDecimal maximum = maximum(limit.get(), weightKg);
        BigDecimal total = line.dose().amount()
                .add(sameDay(line, ledger).filter(l -> l.productId().equals(line.productId()))
                        .map(l -> l.dose().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (total.compareTo(maximum) > 0) {
            alerts.add(new Alert(Severity.STOP,
                    line.productName() + ": " + new Dose(total, line.dose().unit()).text()
                            + " today in this case is more than the limit of "
                            + new Dose(maximum, line.dose().unit()).text() + ".",
                    limit.get().source()));
        }
    }

    /** The smaller of the absolute maximum and, where the weight is known, that by weight. */
    private static BigDecimal maximum(Product.Limit limit, Optional<BigDecimal> weightKg) {
        return limit.perKg().flatMap(k -> weightKg.map(k::multiply)).map(limit.maximum()::min).orElse(limit.maximum());
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
        BigDecimal fractions = given.stream().map(l -> fraction(l, weightKg)).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean several = given.stream().map(Injection::productId).distinct().count() > 1;
        if (several && fractions.compareTo(BigDecimal.ONE) > 0) {
            alerts.add(new Alert(Severity.STOP,
                    "The local anaesthetics of today in this case come to "
                            + fractions.setScale(2, RoundingMode.UP).toPlainString()
                            + " of the maximum together; more than 1 is too much.",
                    "sum of fractions: toxicity of local anaesthetics is additive (PMID 2457347)"));
        }
    }

    private boolean isLocalAnaesthetic(Injection line) {
        return catalog.find(line.productId()).map(Product::injectateClass)
                .filter(c -> c == InjectateClass.LOCAL_ANAESTHETIC).isPresent();
    }

    private BigDecimal fraction(Injection line, Optional<BigDecimal> weightKg) {
        return catalog.find(line.productId()).flatMap(Product::limit)
                .map(l -> line.dose().amount().divide(maximum(l, weightKg), MathContext.DECIMAL64))
                .orElse(BigDecimal.ZERO);
    }

    private Stream<Injection> sameDay(Injection line, List<Injection> ledger) {
        LocalDate day = line.given().atZone(zone).toLocalDate();
        return ledger.stream()
                .filter(l -> l.voided().isEmpty() && !l.id().equals(line.id())
                        && l.given().atZone(zone).toLocalDate().equals(day));
    }
}
