package foramen.workspace.ledger;

import foramen.domain.injection.DoseText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people type them into a field: with a point or a comma, a volume also without its unit. */
final class TypedAmount {
    private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?");
    /**
     * A point or comma before three digits may mean a thousand or a thousandth, by the country of who types it and not by
     * the language of the window; such a factor must not be guessed in a dose.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("([1-9]\\d{0,2}[.,]\\d{3})(?!\\d).*", Pattern.DOTALL);

    /** Before the point, as for whatever else is typed of a dose. */
    private static final int MOST_DIGITS = 7;

    private TypedAmount() {}

    /** What to say where {@code typed} could not be read: that it can be read in two ways, else {@code otherwise}. */
    static String refusal(String typed, String otherwise) {
        Matcher m = AMBIGUOUS.matcher(typed.strip());
        return m.matches()
                ? "“" + m.group(1)
                        + "” can be read in two ways. Write a thousand without a sign between its digits, and"
                        + " a fraction with fewer than three digits."
                : otherwise;
    }

    /** The words with a point for the comma; none where they can be read in two ways. */
    static String pointed(String typed) {
        String words = typed.strip();
        return AMBIGUOUS.matcher(words).matches() ? "" : words.replace(',', '.');
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
