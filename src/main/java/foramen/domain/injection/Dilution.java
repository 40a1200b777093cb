package foramen.domain.injection;

import java.math.BigDecimal;

/**
 * The arithmetic of dilution, exact in both directions: C1 × V1 = C2 × V2.
 *
 * @param stockMl how much stock, mL
 * @param diluentMl how much diluent, mL; nought for undiluted stock
 */
public record Dilution(Rational stockMl, Rational diluentMl) {
    /** All of it, mL. */
    public Rational totalMl() {
        return stockMl.plus(diluentMl);
    }

    /** What a mixture comes to, in dose units per mL: 2 mL of 50 % and 8 mL make 10 mL of 10 %. */
    public static Rational strength(Concentration stock, BigDecimal stockMl, BigDecimal diluentMl) {
        return stock.perMl().times(stockMl).over(stockMl.add(diluentMl));
    }

    /**
     * How much of {@code stock} and diluent makes {@code totalMl} of {@code wanted}.
     *
     * @throws IllegalArgumentException where the two are in different units, or the stock is the weaker one
     */
    public static Dilution of(Concentration stock, Concentration wanted, BigDecimal totalMl) {
        if (stock.doseUnit() != wanted.doseUnit()) {
            throw new IllegalArgumentException(
                    stock.text() + " cannot be diluted to " + wanted.text() + ": the units differ.");
        }
        if (stock.perMl().compareTo(wanted.perMl()) < 0) {
            throw new IllegalArgumentException(
                    wanted.text() + " cannot be made from " + stock.text() + ", which is weaker.");
        }
        Rational stockMl = wanted.perMl().times(totalMl).over(stock.perMl());
        return new Dilution(stockMl, Rational.of(totalMl).minus(stockMl));
    }

    /** The strength of a dry vial dissolved in {@code diluentMl}, per mL: 100 units in 2 mL are 50 units/mL. */
    public static Rational reconstituted(Dose vial, BigDecimal diluentMl) {
        return Rational.of(vial.amount()).over(diluentMl);
    }

    /**
     * In how much diluent a dry vial gives {@code wanted}, mL.
     *
     * @throws IllegalArgumentException where the two are in different units
     */
    public static Rational diluentFor(Dose vial, Concentration wanted) {
        if (vial.unit() != wanted.doseUnit()) {
            throw new IllegalArgumentException(
                    vial.text() + " cannot give " + wanted.text() + ": the units differ.");
        }
        return Rational.of(vial.amount()).over(wanted.perMl());
    }
}
