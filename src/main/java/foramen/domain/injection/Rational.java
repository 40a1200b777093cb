package foramen.domain.injection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction, in lowest terms with a positive denominator: a third of a syringe stays a third.
 *
 * @param numerator any
 * @param denominator above nought
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    /** Nought. */
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    /** One. */
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** Brings the fraction to its lowest terms; refuses a denominator of nought. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction over nought");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /** {@code value}, exactly. */
    public static Rational of(BigDecimal value) {
        return value.scale() > 0
                ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Rational(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /** {@code value}, exactly. */
    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** What {@link #toString} wrote. */
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Rational(new BigInteger(text), BigInteger.ONE)
                : new Rational(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    /** The sum. */
    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    /** The product. */
    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The product. */
    public Rational times(BigDecimal other) {
        return times(of(other));
    }

    /** The quotient; by nought there is none. */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The quotient; by nought there is none. */
    public Rational over(BigDecimal other) {
        return over(of(other));
    }

    /** The smaller one. */
    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Minus one, nought or one. */
    public int signum() {
        return numerator.signum();
    }

    /** As a decimal of at most {@code places} places, rounded half up; exact where it fits. */
    public BigDecimal decimal(int places) {
        return decimal(places, RoundingMode.HALF_UP);
    }

    /** As a decimal of at most {@code places} places. */
    public BigDecimal decimal(int places, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, rounding);
    }

    /** As shown: at most {@code places} places, leading nought, no trailing noughts. */
    public String text(int places) {
        return Dose.plain(decimal(places));
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
