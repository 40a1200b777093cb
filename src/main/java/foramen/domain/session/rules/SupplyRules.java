package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Component;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is drawn up: products, units, strengths, vials, and whether a syringe holds what is taken from it. */
final class SupplyRules {
    private static final BigDecimal MOST_PERCENT = new BigDecimal("100");

    private final ProductCatalog products;
    private final DoseQuestion question;
    private final Alerts alerts;

    SupplyRules(ProductCatalog products, DoseQuestion question, Alerts alerts) {
        this.products = products;
        this.question = question;
        this.alerts = alerts;
    }

    void check() {
        Session session = question.session();
        if (question.atNeedle() && session.operator().isBlank()) {
            alerts.raise(AlertKind.OPERATOR_MISSING, "", "Enter the operator.");
        }
        for (Aliquot a : session.aliquots()) {
            if (session.syringe(a.syringeId()).isEmpty()) {
                alerts.raise(AlertKind.SYRINGE_MISSING, a.id(),
                        "Portion " + a.id() + " comes from a syringe that is not there. Choose one.");
            }
        }
        for (Syringe s : session.syringes()) {
            syringe(s, session);
        }
    }

    private void syringe(Syringe s, Session session) {
        if (s.volumeMl().signum() <= 0) {
            alerts.raise(AlertKind.SYRINGE_EMPTY, s.id(), s.empty());
        } else if (session.leftMl(s).signum() < 0) {
            alerts.raise(AlertKind.SYRINGE_OVERDRAWN, s.id(),
                    "The portions of syringe " + s.label() + " are " + Dose.plain(session.leftMl(s).negate())
                            + "\u00a0mL more than the " + Dose.plain(s.volumeMl()) + "\u00a0mL it holds.");
        }
        if (session.aliquots().stream().noneMatch(a -> a.syringeId().equals(s.id()))) {
            alerts.raise(AlertKind.SITE_MISSING, s.id(),
                    "Say where syringe " + s.label() + " goes; all of it is counted until then.");
        }
        for (Component c : s.components()) {
            component(c, s);
        }
    }

    private void component(Component c, Syringe s) {
        String subject = s.id() + "/" + c.productId();
        Optional<Product> product = products.find(c.productId());
        if (product.isEmpty()) {
            alerts.raise(AlertKind.PRODUCT_UNKNOWN, subject,
                    c.productName() + " is not in the list of products, so none of its limits can be checked.");
            return;
        }
        vial(c, product.get(), subject);
        if (product.get().offLabel()) {
            alerts.raise(AlertKind.OFF_LABEL, c.productId(), product.get().name() + " here is off-label use.");
        }
        if (c.content().unit() != product.get().doseUnit()) {
            alerts.raise(AlertKind.UNIT_MISMATCH, subject, c.productName() + " is given in "
                    + product.get().doseUnit().symbol() + ", not in " + c.content().unit().symbol()
                    + ". Correct the unit.");
            return;
        }
        strength(c, product.get(), s, subject);
    }

    private void vial(Component c, Product product, String subject) {
        c.expiry().filter(e -> e.isBefore(question.session().date()))
                .ifPresent(e -> alerts.raise(AlertKind.EXPIRED, subject,
                        "The vial of " + c.productName() + " expires on " + e + ". Do not use it; take another."));
        // What is made from the patient's own blood has neither lot nor expiry.
        if (!question.atNeedle() || product.injectateClass() == InjectateClass.PLATELETS) {
            return;
        }
        if (c.lot().isBlank()) {
            alerts.raise(AlertKind.LOT_MISSING, subject,
                    "Enter the lot number from the vial of " + c.productName() + ".");
        }
        if (c.expiry().isEmpty()) {
            alerts.raise(AlertKind.EXPIRY_MISSING, subject, "The expiry of the vial of " + c.productName()
                    + " is missing, so it cannot be told whether it is still good.");
        }
    }

    private static boolean isImpossible(Concentration stock) {
        return switch (stock.unit()) {
            case PERCENT -> stock.value().compareTo(MOST_PERCENT) > 0;
            case ML_PER_ML -> stock.value().compareTo(BigDecimal.ONE) > 0;
            case MG_PER_ML, UNITS_PER_ML -> false;
        };
    }

    private void strength(Component c, Product product, Syringe s, String subject) {
        Rational perMl;
        switch (c.content()) {
            case Component.Solution solution -> {
                Concentration stock = solution.stock();
                if (isImpossible(stock)) {
                    alerts.raise(AlertKind.STRENGTH_IMPOSSIBLE, subject,
                            "Nothing is stronger than 100\u00a0%. Correct the strength of " + c.productName() + ".");
                    return;
                }
                perMl = stock.perMl();
            }
            case Component.Powder powder -> {
                if (s.volumeMl().signum() <= 0) {
                    return;
                }
                // Two vials of one toxin in a syringe have one strength together.
                perMl = s.components().stream()
                        .filter(o -> o.productId().equals(c.productId()) && o.content().unit() == c.content().unit())
                        .map(s::perMl).reduce(Rational.ZERO, Rational::plus);
            }
        }
        if (product.strengths().stream().noneMatch(u -> u.perMl().compareTo(perMl) == 0)) {
            alerts.raise(AlertKind.STRENGTH_UNUSUAL, subject + "/" + perMl.text(3),
                    perMl.text(3) + "\u00a0" + c.content().unit().symbol() + "/mL is not a usual strength of "
                            + product.name() + " ("
                            + product.strengths().stream().map(Concentration::text).collect(Collectors.joining(", "))
                            + "). Check the label and the dilution.",
                    product.source());
        }
    }
}
