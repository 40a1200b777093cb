package foramen.domain.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many of how many. It is never shown as a percentage alone.
 *
 * @param n how many
 * @param of of how many
 */
public record Proportion(long n, long of) {
    /** The standard normal deviate of a two-sided 95 % interval. */
    private static final double Z = 1.959963984540054;
    private static final double HUNDRED = 100;

    /** Refuses more than all. */
    public Proportion {
        if (n < 0 || n > of) {
            throw new IllegalArgumentException(n + " of " + of + " is no proportion");
        }
    }

    /** An interval, per cent with one decimal. */
    public record Interval(BigDecimal low, BigDecimal high) {}

    /** Per cent with one decimal, half up; empty of none. */
    public Optional<BigDecimal> percent() {
        return of == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(n).scaleByPowerOfTen(2).divide(new BigDecimal(of), 1,
                        RoundingMode.HALF_UP));
    }

    /**
     * The 95 % interval of Wilson's score, without correction for continuity (Wilson 1927, J Am Stat Assoc 22:209;
     * Newcombe 1998, Stat Med 17:857, method 3); empty of none.
     */
    public Optional<Interval> wilson() {
        if (of == 0) {
            return Optional.empty();
        }
        Bounds bounds = bounds();
        return Optional.of(new Interval(decimal(bounds.low()), decimal(bounds.high())));
    }

    /** The interval as fractions, unrounded. */
    record Bounds(double low, double high) {}

    /** The interval as fractions, unrounded, of at least one. */
    Bounds bounds() {
        double p = (double) n / of;
        double z2 = Z * Z;
        double centre = 2 * n + z2;
        double spread = Z * Math.sqrt(z2 + 4 * n * (1 - p));
        double scale = 2 * (of + z2);
        return new Bounds(n == 0 ? 0 : (centre - spread) / scale, n == of ? 1 : (centre + spread) / scale);
    }

    private static BigDecimal decimal(double fraction) {
        return BigDecimal.valueOf(fraction * HUNDRED).setScale(1, RoundingMode.HALF_UP);
    }

    /** Such as {@code 24/35 = 68.6 % (95 % CI 52.0–81.4 %)}. */
    public String text() {
        return percent()
                .flatMap(p -> wilson().map(w -> n + "/" + of + " = " + p.toPlainString() + " % (95 % CI "
                        + w.low().toPlainString() + "–" + w.high().toPlainString() + " %)"))
                .orElse(n + "/" + of);
    }
}
