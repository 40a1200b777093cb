package foramen.domain.injection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One product in a syringe.
 *
 * @param productId which product, as in the catalogue
 * @param productName its name as recorded, so that the record reads the same when the catalogue changes
 * @param injectateClass what sort of substance
 * @param content how much of it was drawn up
 * @param lot lot number on the vial; empty where it is not known yet
 * @param expiry last day of use on the vial
 * @param gtin the trade item number of the pack, 14 digits; empty where it was not read
 */
public record Component(String productId, String productName, InjectateClass injectateClass, Content content,
        String lot, Optional<LocalDate> expiry, String gtin) {
    /** How much of a product is in a syringe. */
    public sealed interface Content {
        /** What it adds to the volume of the syringe, mL. */
        BigDecimal volumeMl();

        /** How much substance it adds, exactly. */
        Rational amount();

        /** In what the substance is dosed. */
        Dose.Unit unit();
    }

    /** A volume of a ready solution. */
    public record Solution(Concentration stock, BigDecimal volumeMl) implements Content {
        /** Refuses a volume that is not positive. */
        public Solution {
            positive(volumeMl);
        }

        @Override
        public Rational amount() {
            return stock.perMl().times(volumeMl);
        }

        @Override
        public Dose.Unit unit() {
            return stock.doseUnit();
        }
    }

    /** The content of a dry vial: its volume is that of what it is dissolved in, which is a component of its own. */
    public record Powder(Dose dose) implements Content {
        /** Refuses a dose that is not positive. */
        public Powder {
            positive(dose.amount());
        }

        @Override
        public BigDecimal volumeMl() {
            return BigDecimal.ZERO;
        }

        @Override
        public Rational amount() {
            return Rational.of(dose.amount());
        }

        @Override
        public Dose.Unit unit() {
            return dose.unit();
        }
    }

    private static void positive(BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("An amount in a syringe must be more than nought, not " + value);
        }
    }

    /** A component whose vial is not known yet. */
    public static Component of(Product product, Content content) {
        return new Component(product.id(), product.name(), product.injectateClass(), content, "", Optional.empty(),
                "");
    }

    /** The same from a vial. */
    public Component from(String nextLot, Optional<LocalDate> nextExpiry, String nextGtin) {
        return new Component(productId, productName, injectateClass, content, nextLot, nextExpiry, nextGtin);
    }
}
