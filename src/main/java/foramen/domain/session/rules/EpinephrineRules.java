package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseLimits.Epinephrine;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import java.math.BigDecimal;
import java.util.List;

/** Epinephrine that is added to a syringe: how strong it is there, and how much of it is given. */
final class EpinephrineRules {
    private final ProductCatalog products;
    private final Epinephrine limits;
    private final DoseQuestion q;
    private final Alerts alerts;

    EpinephrineRules(ProductCatalog products, Epinephrine limits, DoseQuestion q, Alerts alerts) {
        this.products = products;
        this.limits = limits;
        this.q = q;
        this.alerts = alerts;
    }

    /** How much of it a syringe with fluid has, mg/mL. */
    static Rational mgPerMl(Syringe s, ProductCatalog products) {
        return s.components().stream()
                .filter(c -> c.content().unit() == Dose.Unit.MG && products.find(c.productId())
                        .filter(EpinephrineRules::isAdded).isPresent())
                .map(s::perMl).reduce(Rational.ZERO, Rational::plus);
    }

    private static boolean isAdded(Product product) {
        return product.epinephrine() && product.injectateClass() == InjectateClass.OTHER;
    }

    void check(List<Portion> portions) {
        for (Syringe s : q.session().syringes()) {
            if (s.volumeMl().signum() > 0) {
                strength(s, mgPerMl(s, products));
            }
        }
        amount(portions);
    }

    private void strength(Syringe s, Rational mgPerMl) {
        String words = "Syringe " + s.label() + " has " + limits.mcg(mgPerMl).text(2) + "\u00a0mcg/mL of epinephrine; ";
        if (limits.mcg(mgPerMl).compareTo(Rational.of(limits.mostMcgPerMl())) > 0) {
            alerts.raise(AlertKind.EPINEPHRINE_STRONG, s.id(), words + "more than " + Dose.plain(limits.mostMcgPerMl())
                    + "\u00a0mcg/mL is not usual. Check the dilution.", limits.citation().source());
        } else if (mgPerMl.signum() > 0 && !limits.slows(mgPerMl) && hasAnaesthetic(s)) {
            alerts.raise(AlertKind.EPINEPHRINE_WEAK, s.id(), words + "below " + Dose.plain(limits.leastMcgPerMl())
                    + "\u00a0mcg/mL the maxima without epinephrine hold.", limits.citation().source());
        }
    }

    private boolean hasAnaesthetic(Syringe s) {
        return s.components().stream().anyMatch(c -> c.injectateClass() == InjectateClass.LOCAL_ANAESTHETIC);
    }

    /** Of the day, here and elsewhere. */
    private void amount(List<Portion> portions) {
        Rational mg = portions.stream().filter(p -> isAdded(p.product()))
                .map(Portion::amount).reduce(Rational.ZERO, Rational::plus);
        if (mg.signum() <= 0) {
            return;
        }
        for (PriorTreatment t : q.history().treatments()) {
            if (t.substance().equals(limits.substance()) && t.day().equals(q.session().date())) {
                mg = t.amount().map(mg::plus).orElse(mg);
            }
        }
        Rational mcg = limits.mcg(mg);
        if (isAbove(mcg, limits.stopMcg())) {
            alerts.raise(AlertKind.EPINEPHRINE_OVER, "", words(mcg) + "more than " + Dose.plain(limits.stopMcg())
                    + "\u00a0mcg is too much. Check the dilution.", limits.citation().source());
        } else if (isAbove(mcg, limits.cautionMcg())) {
            alerts.raise(AlertKind.EPINEPHRINE_HIGH, "", words(mcg) + "up to " + Dose.plain(limits.cautionMcg())
                    + "\u00a0mcg are usual.", limits.citation().source());
        }
    }

    private static String words(Rational mcg) {
        return "Epinephrine of the day is " + mcg.text(1) + "\u00a0mcg; ";
    }

    private static boolean isAbove(Rational mcg, BigDecimal limit) {
        return mcg.compareTo(Rational.of(limit)) > 0;
    }
}
