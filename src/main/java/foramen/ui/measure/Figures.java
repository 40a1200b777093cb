package foramen.ui.measure;

import java.text.NumberFormat;
import java.util.Locale;

/** Derived numbers for the screen, with the digits that field notes, "Numbers and names", gives them. */
final class Figures {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = locale;
    }

    String squareMm(double value) {
        return digits(value, 1) + NO_BREAK_SPACE + "mm²";
    }

    String mm(double value) {
        return digits(value, 1) + NO_BREAK_SPACE + "mm";
    }

    /** With its sign, also where it is more. */
    String change(double value, String unit) {
        String plain = digits(Math.abs(value), 1);
        boolean nought = Math.abs(value) < 0.05;
        return (nought ? "" : value > 0 ? "+" : "−") + plain + NO_BREAK_SPACE + unit;
    }

    String ratio(double value) {
        return digits(value, 2);
    }

    String percent(double value) {
        return digits(value, 1) + NO_BREAK_SPACE + "%";
    }

    String grey(double value) {
        return digits(value, 0);
    }

    private String digits(double value, int decimals) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(decimals);
        f.setMaximumFractionDigits(decimals);
        f.setGroupingUsed(false);
        return f.format(value);
    }
}
