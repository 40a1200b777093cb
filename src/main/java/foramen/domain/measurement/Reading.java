package foramen.domain.measurement;

import foramen.domain.clip.CalibrationSource;
import java.text.NumberFormat;
import java.util.Locale;

/** A measured value with its provenance, or the reason there is none. */
public sealed interface Reading {
    /** What was to be measured. */
    Quantity quantity();

    /** The value with its unit for the screen, or a dash. */
    String text(Locale locale);

    /** One line beneath the number: its source and method, or why there is none. */
    String provenance();

    /**
     * A calibrated value.
     *
     * @param quantity what it is
     * @param value at full precision, in {@code unit}
     * @param unit its unit
     * @param source where the scale came from
     * @param method how it was taken, such as {@code trace}
     * @param note what the operator ought to know about the scale; may be empty
     */
    record Measured(Quantity quantity, double value, Unit unit, CalibrationSource source, String method,
            String note) implements Reading {
        @Override
        public String text(Locale locale) {
            return format(value, unit, locale);
        }

        @Override
        public String provenance() {
            String line = method + ", scale: " + source.label();
            return note.isEmpty() ? line : line + ". " + note;
        }
    }

    /**
     * No calibrated value; pixels at most.
     *
     * @param quantity what it would have been
     * @param reason one sentence
     * @param pixels the value in pixels, NaN where even that makes no sense
     * @param pixelUnit the unit of {@code pixels}
     */
    record Unmeasurable(Quantity quantity, String reason, double pixels, Unit pixelUnit) implements Reading {
        @Override
        public String text(Locale locale) {
            return Double.isNaN(pixels) ? "–" : format(pixels, pixelUnit, locale);
        }

        @Override
        public String provenance() {
            return reason;
        }
    }

    private static String format(double value, Unit unit, Locale locale) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(unit.displayDecimals());
        f.setMaximumFractionDigits(unit.displayDecimals());
        f.setGroupingUsed(false);
        // What rounds to nought is shown without a sign.
        double shown = Math.abs(value) * Math.pow(10, unit.displayDecimals()) < 0.5 ? 0 : value;
        return f.format(shown) + (unit == Unit.DEGREE || unit == Unit.RATIO ? "" : "\u00a0") + unit.symbol();
    }
}
