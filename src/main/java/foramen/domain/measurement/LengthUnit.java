package foramen.domain.measurement;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * In which unit a screen writes lengths. Areas stay in mm², in which thresholds are published, and files are always
 * written in mm (decision 0041).
 */
public enum LengthUnit {
    /** Millimetres with one decimal. */
    MILLIMETRE("mm", 1, 1),
    /** Centimetres with two decimals: as fine as millimetres with one. */
    CENTIMETRE("cm", 10, 2);

    private final String symbol;
    private final double millimetres;
    private final int decimals;

    LengthUnit(String symbol, double millimetres, int decimals) {
        this.symbol = symbol;
        this.millimetres = millimetres;
        this.decimals = decimals;
    }

    /** The unit as written. */
    public String symbol() {
        return symbol;
    }

    /** {@code value} of this unit in mm. */
    public double toMillimetres(double value) {
        return value * millimetres;
    }

    /** A length with its unit after a no-break space. */
    public String text(double mm, Locale locale) {
        return number(mm, decimals, locale) + "\u00a0" + symbol;
    }

    /** A length of whole millimetres with its unit and no more decimals than it needs, as beside a scale bar. */
    public String plain(int mm, Locale locale) {
        return number(mm, mm % millimetres == 0 ? 0 : 1, locale) + "\u00a0" + symbol;
    }

    /** {@code reading} as written on a screen; what is no length in mm is written as it always is. */
    public String text(Reading reading, Locale locale) {
        return reading instanceof Reading.Measured m && m.unit() == Unit.MILLIMETRE
                ? text(m.value(), locale)
                : reading.text(locale);
    }

    private String number(double mm, int places, Locale locale) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(places);
        f.setMaximumFractionDigits(places);
        f.setGroupingUsed(false);
        double value = mm / millimetres;
        // What rounds to nought is shown without a sign.
        return f.format(Math.abs(value) * Math.pow(10, places) < 0.5 ? 0 : value);
    }

    /** The unit that {@code symbol} is, whatever its case. */
    public static Optional<LengthUnit> of(String symbol) {
        for (LengthUnit unit : values()) {
            if (unit.symbol.equalsIgnoreCase(symbol.strip())) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
