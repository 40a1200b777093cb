package foramen.ui.plan;

import java.text.NumberFormat;
import java.util.Locale;

/** Lengths in words, with one decimal as every length on the screen (field notes, "Numbers and names"). */
final class Dimension {
    private Dimension() {}

    /** {@code mm} with its unit. */
    static String mm(double mm, Locale locale) {
        return number(mm, 1, locale) + "\u00a0mm";
    }

    /** {@code value} with {@code decimals} digits after the point and no grouping. */
    static String number(double value, int decimals, Locale locale) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(decimals);
        f.setMaximumFractionDigits(decimals);
        f.setGroupingUsed(false);
        return f.format(value);
    }
}
