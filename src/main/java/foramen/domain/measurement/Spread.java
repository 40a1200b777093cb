package foramen.domain.measurement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Repeated values in short.
 *
 * @param n how many, at least one
 * @param mean their mean
 * @param sd their standard deviation (sample, n − 1); empty for a single value
 * @param cv the coefficient of variation, SD / mean, in per cent; empty for a single value or a mean of nought
 */
public record Spread(int n, double mean, OptionalDouble sd, OptionalDouble cv) {
    private static final double PERCENT = 100;

    /**
     * The spread of {@code values}.
     *
     * @throws IllegalArgumentException where there are none
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing to average");
        }
        double mean = values.stream().mapToDouble(v -> v).sorted().sum() / values.size();
        if (values.size() == 1) {
            return new Spread(1, mean, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sorted().sum();
        double sd = Math.sqrt(squares / (values.size() - 1));
        return new Spread(values.size(), mean, OptionalDouble.of(sd),
                mean == 0 ? OptionalDouble.empty() : OptionalDouble.of(sd / Math.abs(mean) * PERCENT));
    }
}
