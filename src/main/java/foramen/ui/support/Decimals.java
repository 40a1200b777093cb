package foramen.ui.support;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them: digits with a point or a comma before the decimals, and no grouping. */
public final class Decimals {
    /** Twelve digits on either side are more than any quantity here needs, and keep hostile input short. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d{1,12}([.,]\\d{0,12})?|[.,]\\d{1,12})");

    private Decimals() {}

    /** The exact number that {@code text} says, or nothing where it says none. */
    public static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            return Optional.empty();
        }
        String plain = stripped.replace(',', '.');
        return Optional.of(new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
    }
}
