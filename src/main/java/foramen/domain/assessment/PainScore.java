package foramen.domain.assessment;

/**
 * A pain as the patient rated it.
 *
 * @param instrument {@link Instrument#NRS} or {@link Instrument#VAS}
 * @param state which pain
 * @param value NRS whole number 0 to 10; VAS whole millimetres 0 to 100
 */
public record PainScore(Instrument instrument, PainState state, int value) {
    /** Refuses a value off the scale, and an instrument that reads no pain. */
    public PainScore {
        if (!instrument.isPain()) {
            throw new IllegalArgumentException(instrument.label() + " is no pain scale");
        }
        int most = instrument.maximum().intValueExact();
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(
                    instrument.label() + " goes from 0 to " + most + ", it cannot be " + value);
        }
    }

    /** The series it belongs to. */
    public Measure measure() {
        return Measure.pain(instrument, state);
    }
}
