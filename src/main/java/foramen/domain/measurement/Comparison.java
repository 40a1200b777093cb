package foramen.domain.measurement;

import java.util.List;
import java.util.Optional;

/** Two values set against one another, or the reason why they are not. */
public sealed interface Comparison {
    /**
     * Two values that may be compared.
     *
     * @param first the value asked about: the side to be treated, the swollen site, the later one
     * @param second what it is held against
     * @param difference first − second, in their unit
     * @param ratio first / second
     * @param percent (first − second) / second × 100
     * @param verdicts what the published figures say, the most telling first; never empty
     */
    record Made(SiteValue first, SiteValue second, double difference, double ratio, double percent,
            List<Verdict> verdicts) implements Comparison {
        /** Copies the verdicts. */
        public Made {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * No comparison and no verdict.
     *
     * @param reason one sentence that says why, and what to do
     */
    record Refused(String reason) implements Comparison {}

    /**
     * What a published figure says about a comparison.
     *
     * @param outcome in one word
     * @param words in words, first letter upper case, with the figure
     * @param citation where the figure comes from; empty where there is none
     */
    record Verdict(Outcome outcome, String words, Optional<Citation> citation) {}

    /** A verdict in one word. */
    enum Outcome {
        /** More than measuring twice would differ. */
        BEYOND_MEASUREMENT_ERROR,
        /** What measuring twice may differ by. */
        WITHIN_MEASUREMENT_ERROR,
        /** The ratio reaches a figure worth a word. */
        SUGGESTIVE,
        /** The ratio stays below it. */
        NOT_SUGGESTIVE,
        /** Nothing is published to hold it against. */
        NO_REFERENCE
    }
}
