package foramen.domain.outcome;

import foramen.domain.assessment.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Two values of one series, before and after.
 *
 * @param measure the series both belong to
 * @param before the value before
 * @param after the value after
 */
public record Change(Measure measure, BigDecimal before, BigDecimal after) {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * The change from one value to another.
     *
     * @throws IllegalArgumentException where they are of different instruments, states or rules
     */
    public static Change between(Measure one, BigDecimal before, Measure other, BigDecimal after) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException(one.label() + " is not compared with " + other.label());
        }
        return new Change(one, before, after);
    }

    /** How much better it became, in units of the measure; negative where it became worse. */
    public BigDecimal improvement() {
        BigDecimal rise = after.subtract(before);
        return measure.instrument().higherIsBetter() ? rise : rise.negate();
    }

    /** Whether it became better by at least {@code percent} of the value before, exactly; never where that was nought. */
    public boolean improvedBy(BigDecimal percent) {
        return before.signum() > 0 && improvement().multiply(HUNDRED).compareTo(before.multiply(percent)) >= 0;
    }

    /** The change relative to the value before, per cent with one decimal; empty where that was nought. */
    public Optional<BigDecimal> percent() {
        return before.signum() == 0
                ? Optional.empty()
                : Optional.of(after.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP));
    }

    /** Such as {@code 80 mm → 24 mm (−70.0 % relative to before)}. */
    public String words() {
        return valuesWords() + percentWords();
    }

    /** Such as {@code 80 mm → 24 mm}. */
    public String valuesWords() {
        return measure.text(before) + " → " + measure.text(after);
    }

    /** Such as {@code  (−70.0 % relative to before)} with a space before it; empty where the value before was nought. */
    public String percentWords() {
        return percent().map(p -> " (" + signed(p) + " % relative to before)").orElse("");
    }

    private static String signed(BigDecimal p) {
        return switch (p.signum()) {
            case -1 -> "−" + p.negate().toPlainString();
            case 0 -> p.toPlainString();
            default -> "+" + p.toPlainString();
        };
    }
}
