package foramen.domain.session.rules;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Component;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One product of one portion. A syringe without portions counts whole, at a place nobody named.
 *
 * @param product which product
 * @param amount how much, exactly, in the unit of what was drawn up
 * @param component what was drawn up
 * @param aliquot the portion
 * @param epinephrine whether the product, or as much epinephrine in the same syringe as is usual, slows its uptake
 */
record Portion(Product product, Rational amount, Component component, Optional<Aliquot> aliquot,
        boolean epinephrine) {
    /** All portions of products that the catalogue knows, in units that fit them. */
    static List<Portion> of(Session session, ProductCatalog products, DoseLimits.Epinephrine limits) {
        List<Portion> all = new ArrayList<>();
        for (Syringe s : session.syringes()) {
            if (s.volumeMl().signum() <= 0) {
                continue;
            }
            List<Aliquot> aliquots = session.aliquots().stream().filter(a -> a.syringeId().equals(s.id())).toList();
            boolean added = limits.slows(EpinephrineRules.mgPerMl(s, products));
            for (Component c : s.components()) {
                Optional<Product> product = products.find(c.productId())
                        .filter(p -> p.doseUnit() == c.content().unit());
                if (product.isEmpty()) {
                    continue;
                }
                boolean epinephrine = added || product.get().epinephrine();
                if (aliquots.isEmpty()) {
                    all.add(new Portion(product.get(), c.content().amount(), c, Optional.empty(), epinephrine));
                }
                for (Aliquot a : aliquots) {
                    all.add(new Portion(product.get(), s.amountIn(c, a.volumeMl()), c, Optional.of(a), epinephrine));
                }
            }
        }
        return all;
    }

    boolean is(InjectateClass sort) {
        return product.injectateClass() == sort;
    }

    String target() {
        return aliquot.map(Aliquot::target).orElse("");
    }

    Laterality side() {
        return aliquot.map(Aliquot::side).orElse(Laterality.UNSPECIFIED);
    }

    Optional<BigDecimal> volumeMl() {
        return aliquot.map(Aliquot::volumeMl);
    }
}
