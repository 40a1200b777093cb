package foramen.domain.injection;

import java.math.BigDecimal;

/**
 * An amount of substance.
 *
 * @param amount not negative, exact
 * @param unit milligrams, units of one brand, which are never converted, or a bare volume
 */
public record Dose(BigDecimal amount, Unit unit) {
    /** Units of dose. */
    public enum Unit {
        MG("mg"), UNITS("units"),
        /** Of what has no stated strength, such as platelet-rich plasma. */
        ML("mL");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** The unit as shown; "units" is written out (ISMP style). */
        public String symbol() {
            return symbol;
        }
    }

    /** The dose as shown: leading nought, no trailing noughts (ISMP style, field notes). */
    public String text() {
        return plain(amount) + "\u00a0" + unit.symbol();
    }

    /** A decimal without trailing noughts and without an exponent. */
    public static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
