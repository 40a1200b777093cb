package foramen.domain.assessment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was answered and measured for a Harris Hip Score; what is missing stays missing.
 *
 * @param romRule identifier of the rule its motion is counted by
 * @param deformityRule identifier of the rule its deformity is counted by
 * @param choices the chosen option of each answered item, by identifier
 * @param measures what was measured, by identifier of the sheet: degrees, for the leg length centimetres
 */
public record HarrisAnswers(String romRule, String deformityRule, Map<String, String> choices,
        Map<String, BigDecimal> measures) {
    /** Copies the maps in alphabetical order; refuses what cannot be measured. */
    public HarrisAnswers {
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
        measures.forEach((name, value) -> {
            if (value.signum() < 0) {
                throw new IllegalArgumentException(
                        "A measure of the hip is nought or more, so " + name + " cannot be " + value.toPlainString());
            }
        });
    }

    /** Nothing answered yet. */
    public static HarrisAnswers none(String romRule, String deformityRule) {
        return new HarrisAnswers(romRule, deformityRule, Map.of(), Map.of());
    }

    /** The measure with that identifier, where it was taken. */
    public Optional<BigDecimal> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    /** The same answers with another option for one item. */
    public HarrisAnswers withChoice(String itemId, String optionId) {
        Map<String, String> next = new TreeMap<>(choices);
        next.put(itemId, optionId);
        return new HarrisAnswers(romRule, deformityRule, next, measures);
    }

    /** The same answers with one measure taken. */
    public HarrisAnswers withMeasure(String id, BigDecimal value) {
        Map<String, BigDecimal> next = new TreeMap<>(measures);
        next.put(id, value);
        return new HarrisAnswers(romRule, deformityRule, choices, next);
    }

    /** The same answers counted by other rules. */
    public HarrisAnswers withRules(String rom, String deformity) {
        return new HarrisAnswers(rom, deformity, choices, measures);
    }
}
