package foramen.domain.assessment;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A series of its own: instrument and how it was read. Two values may be compared only where this is the same.
 *
 * @param instrument what it is read with
 * @param variant for pain its {@link PainState#id state}, for a hip score the identifiers of its rules; may be empty
 */
public record Measure(Instrument instrument, String variant) {
    /** Pain read with {@code instrument} in {@code state}. */
    public static Measure pain(Instrument instrument, PainState state) {
        return new Measure(instrument, state.id());
    }

    /**
     * The measure with that identifier, such as {@code nrs:average-7d}.
     *
     * @throws IllegalArgumentException where its instrument is unknown, or its state for pain
     */
    public static Measure of(String id) {
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        Instrument instrument = Arrays.stream(Instrument.values()).filter(i -> i.id().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“" + id + "” names no instrument"));
        String variant = colon < 0 ? "" : id.substring(colon + 1);
        if (instrument.isPain() && Arrays.stream(PainState.values()).noneMatch(s -> s.id().equals(variant))) {
            throw new IllegalArgumentException("“" + id + "” names no state of pain");
        }
        return new Measure(instrument, variant);
    }

    /** The stable name, see {@link #of}. */
    public String id() {
        return variant.isEmpty() ? instrument.id() : instrument.id() + ":" + variant;
    }

    /** The measure in words, such as {@code NRS, average of 7 days}. */
    public String label() {
        if (!instrument.isPain()) {
            return variant.isEmpty() ? instrument.label() : instrument.label() + " (" + variant + ")";
        }
        String words = Arrays.stream(PainState.values()).filter(s -> s.id().equals(variant)).map(PainState::words)
                .findFirst().orElse(variant);
        return instrument.label() + ", " + words;
    }

    /** A value of it with its unit, such as {@code 24 mm}; trailing noughts are dropped. */
    public String text(BigDecimal value) {
        String plain = (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString();
        return instrument.unit().isEmpty() ? plain : plain + " " + instrument.unit();
    }
}
