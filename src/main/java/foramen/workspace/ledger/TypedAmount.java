package foramen.workspace.ledger;

import foramen.domain.injection.DoseText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as people type them into a field: with a point or a comma, a volume also without its unit. */
final class TypedAmount {
    private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?");
    /** One comma and three digits may be a thousand or a thousandth, a factor that must not be guessed in a dose. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2},\\d{3}\\b.*");

    /** Before the point, as for whatever else is typed of a dose. */
    private static final int MOST_DIGITS = 7;

    private TypedAmount() {}

    /** The words with a point for the comma; what can be read in two ways is left, and is refused by who reads it. */
    static String pointed(String typed) {
        String words = typed.strip();
        return AMBIGUOUS.matcher(words).matches() ? words : words.replace(',', '.');
    }

    /** Millilitres above nought; the unit may be left out. */
    static Optional<BigDecimal> volumeMl(String typed) {
        return with(typed, " mL").flatMap(DoseText::volumeMl);
    }

    /** A plain number above nought with the unit that is meant, which may be typed with it. */
    static Optional<BigDecimal> number(String typed, String unit) {
        String words = pointed(typed);
        String bare = words.endsWith(unit) ? words.substring(0, words.length() - unit.length()).strip() : words;
        return BARE.matcher(bare).matches() && bare.length() <= 8
                ? Optional.of(new BigDecimal(bare))
                        .filter(n -> n.signum() > 0 && n.precision() - n.scale() <= MOST_DIGITS)
                : Optional.empty();
    }

    private static Optional<String> with(String typed, String unit) {
        String words = pointed(typed);
        return words.isEmpty() ? Optional.empty() : Optional.of(BARE.matcher(words).matches() ? words + unit : words);
    }
}
