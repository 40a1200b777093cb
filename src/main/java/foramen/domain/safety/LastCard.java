package foramen.domain.safety;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFileException;
import foramen.domain.injection.Dose;
import foramen.domain.injection.Rational;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The card for local anaesthetic systemic toxicity, with the lipid emulsion by weight.
 *
 * @param lipid what is given, such as {@code lipid emulsion 20 %}
 * @param heavyFromKg above this weight the fixed volumes hold
 * @param heavyBolusMl fixed bolus, mL
 * @param heavyInfusionMl fixed infusion, mL, in words such as {@code 200 to 250}
 * @param bolusMlPerKg bolus by weight, mL/kg
 * @param infusionMlPerKgMin infusion by weight, mL/kg/min
 * @param maximumMlPerKg the most altogether, mL/kg
 * @param bolusTime over how long the bolus runs
 * @param infusionTime over how long the fixed infusion runs
 * @param steps what is done, in order
 * @param avoid what is not given
 * @param citation where that comes from
 */
public record LastCard(String lipid, BigDecimal heavyFromKg, BigDecimal heavyBolusMl, String heavyInfusionMl,
        BigDecimal bolusMlPerKg, BigDecimal infusionMlPerKgMin, BigDecimal maximumMlPerKg, String bolusTime,
        String infusionTime, List<String> steps, List<String> avoid, Citation citation) {
    /** Copies the lists. */
    public LastCard {
        steps = List.copyOf(steps);
        avoid = List.copyOf(avoid);
    }

    /**
     * Lipid for one patient.
     *
     * @param bolusMl bolus, mL
     * @param infusion the infusion in words
     * @param infusionMlPerMin its rate by weight; empty where the fixed volume holds
     * @param maximumMl the most altogether, mL
     */
    public record Doses(BigDecimal bolusMl, String infusion, Optional<BigDecimal> infusionMlPerMin,
            BigDecimal maximumMl) {}

    /**
     * The volumes for a weight: 60 kg have a bolus of 90 mL and at most 720 mL. Exactly at the limit between the two
     * rules the one by weight holds; the source says "more" and "less than".
     *
     * @param kg lean or ideal body weight, above nought
     */
    public Doses doses(BigDecimal kg) {
        if (kg.signum() <= 0) {
            throw new IllegalArgumentException("A weight must be more than nought, not " + kg);
        }
        BigDecimal most = maximumMlPerKg.multiply(kg);
        if (kg.compareTo(heavyFromKg) > 0) {
            return new Doses(heavyBolusMl, heavyInfusionMl + "\u00a0mL over " + infusionTime, Optional.empty(), most);
        }
        BigDecimal rate = infusionMlPerKgMin.multiply(kg);
        return new Doses(bolusMlPerKg.multiply(kg),
                Rational.of(rate).text(1) + "\u00a0mL/min (" + Dose.plain(infusionMlPerKgMin) + "\u00a0mL/kg/min)",
                Optional.of(rate), most);
    }

    static LastCard read(DataEntry e) throws DataFileException {
        return new LastCard(e.text("lipid"), e.decimal("heavyFromKg"), e.decimal("heavyBolusMl"),
                e.text("heavyInfusionMl"), e.decimal("bolusMlPerKg"), e.decimal("infusionMlPerKgMin"),
                e.decimal("maximumMlPerKg"), e.text("bolusTime"), e.text("infusionTime"), e.texts("steps"),
                e.texts("avoid"), Citation.of(e));
    }
}
