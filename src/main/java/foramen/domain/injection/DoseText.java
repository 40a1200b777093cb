package foramen.domain.injection;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Doses, strengths and volumes as people write them, to exact values: {@code 4000 mcg}, {@code 4 mg} and
 * {@code 0.004 g} are one dose. What can be read in two ways is not read: a comma, or {@code 1.500 units}.
 */
public final class DoseText {
    private static final Pattern PARTS = Pattern
            .compile("\\s*(\\d{1,7}(?:\\.\\d{1,6})?)[\\s\u00a0]*([%\\p{L}µμ/]+)\\s*");
    /** Nobody gives thousandths of a unit, and half the world writes 1500 units like this. */
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final BigDecimal THOUSAND = new BigDecimal("1000");
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");
    private static final BigDecimal ONE = BigDecimal.ONE;

    private static final Map<String, Scale<Dose.Unit>> DOSES = Map.ofEntries(
            Map.entry("mg", new Scale<>(Dose.Unit.MG, ONE)), Map.entry("g", new Scale<>(Dose.Unit.MG, THOUSAND)),
            Map.entry("mcg", new Scale<>(Dose.Unit.MG, THOUSANDTH)),
            Map.entry("ug", new Scale<>(Dose.Unit.MG, THOUSANDTH)),
            Map.entry("units", new Scale<>(Dose.Unit.UNITS, ONE)),
            Map.entry("unit", new Scale<>(Dose.Unit.UNITS, ONE)), Map.entry("u", new Scale<>(Dose.Unit.UNITS, ONE)),
            Map.entry("ml", new Scale<>(Dose.Unit.ML, ONE)));

    /** What a spelling stands for, and the factor to it. */
    private record Scale<U>(U unit, BigDecimal factor) {}

    private DoseText() {}

    /** A dose above nought, such as {@code 100 units}. */
    public static Optional<Dose> dose(String text) {
        return parts(text, (value, unit) -> Optional.ofNullable(DOSES.get(unit))
                .map(s -> new Dose(value.multiply(s.factor()), s.unit())));
    }

    /** A volume above nought in millilitres, such as {@code 2 mL}. */
    public static Optional<BigDecimal> volumeMl(String text) {
        return dose(text).filter(d -> d.unit() == Dose.Unit.ML).map(Dose::amount);
    }

    /** A concentration above nought, such as {@code 1 %}, {@code 40 mg/mL} or {@code 5 mcg/mL}. */
    public static Optional<Concentration> concentration(String text) {
        return parts(text, (value, unit) -> {
            if (unit.equals("%")) {
                return Optional.of(new Concentration(value, Concentration.Unit.PERCENT));
            }
            if (!unit.endsWith("/ml")) {
                return Optional.empty();
            }
            return Optional.ofNullable(DOSES.get(unit.substring(0, unit.length() - "/ml".length())))
                    .map(s -> new Concentration(value.multiply(s.factor()), switch (s.unit()) {
                        case MG -> Concentration.Unit.MG_PER_ML;
                        case UNITS -> Concentration.Unit.UNITS_PER_ML;
                        case ML -> Concentration.Unit.ML_PER_ML;
                    }));
        });
    }

    private static <T> Optional<T> parts(String text, BiFunction<BigDecimal, String, Optional<T>> read) {
        Matcher m = PARTS.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(m.group(1));
        String unit = m.group(2).toLowerCase(Locale.ROOT).replace('µ', 'u').replace('μ', 'u');
        if (unit.startsWith("u") && !unit.startsWith("ug") && THOUSANDS.matcher(m.group(1)).matches()) {
            return Optional.empty();
        }
        return value.signum() > 0 ? read.apply(value, unit) : Optional.empty();
    }
}
