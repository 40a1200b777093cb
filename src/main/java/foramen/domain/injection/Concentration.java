package foramen.domain.injection;

import java.math.BigDecimal;

/**
 * How much substance a millilitre holds; exact decimals throughout.
 *
 * @param value positive
 * @param unit its unit
 */
public record Concentration(BigDecimal value, Unit unit) {
    /** 1 % weight in volume is 10 mg/mL (clinical facts 3.3). */
    private static final BigDecimal MG_PER_ML_PER_PERCENT = BigDecimal.TEN;

    /** Units of concentration. */
    public enum Unit {
        MG_PER_ML("mg/mL"), UNITS_PER_ML("units/mL"), PERCENT("%"),
        /** A share of the volume, for what has no stated strength, such as platelet-rich plasma. */
        ML_PER_ML("mL/mL");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** The unit as shown. */
        public String symbol() {
            return symbol;
        }
    }

    /** Refuses a concentration that is not positive. */
    public Concentration {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("A concentration must be more than nought, not " + value);
        }
    }

    /** The dose in {@code volumeMl} millilitres. Units of botulinum toxin stay units of their brand. */
    public Dose in(BigDecimal volumeMl) {
        return switch (unit) {
            case MG_PER_ML -> new Dose(value.multiply(volumeMl), Dose.Unit.MG);
            case UNITS_PER_ML -> new Dose(value.multiply(volumeMl), Dose.Unit.UNITS);
            case PERCENT -> new Dose(value.multiply(MG_PER_ML_PER_PERCENT).multiply(volumeMl), Dose.Unit.MG);
            case ML_PER_ML -> new Dose(value.multiply(volumeMl), Dose.Unit.ML);
        };
    }

    /** Whether {@code other} says the same in the same or another unit: 1 % is 10 mg/mL. */
    public boolean isSameAs(Concentration other) {
        Dose ours = in(BigDecimal.ONE);
        Dose theirs = other.in(BigDecimal.ONE);
        return ours.unit() == theirs.unit() && ours.amount().compareTo(theirs.amount()) == 0;
    }

    /** How much of the dose unit one millilitre holds, exactly: 1 % is 10 mg. */
    public Rational perMl() {
        return Rational.of(in(BigDecimal.ONE).amount());
    }

    /** In what the substance is dosed. */
    public Dose.Unit doseUnit() {
        return in(BigDecimal.ONE).unit();
    }

    /** The concentration as shown, without trailing noughts (ISMP style). */
    public String text() {
        return Dose.plain(value) + (unit == Unit.PERCENT ? "\u00a0%" : "\u00a0" + unit.symbol());
    }
}
