package foramen.domain.plan;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a needle reaches.
 *
 * @param neededMm the way under the skin
 * @param chosen the needle of the plan
 * @param shortest the shortest of the stock list that reaches
 * @param spareMm what is left of the chosen needle's reach; negative where it is short
 */
public record NeedleChoice(double neededMm, Optional<Needle> chosen, Optional<Needle> shortest,
        Optional<Double> spareMm) {
    /** Chooses by {@code rules} for a way of {@code neededMm}. */
    static NeedleChoice of(NeedleRules rules, String needleId, double neededMm) {
        Optional<Needle> chosen = rules.needle(needleId);
        return new NeedleChoice(neededMm, chosen, rules.shortestFor(neededMm),
                chosen.map(n -> rules.reachMm(n) - neededMm));
    }

    /** Such as {@code 90 mm needle: 4 mm short}; empty without a chosen needle. */
    public String words(Locale locale) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMaximumFractionDigits(1);
        f.setGroupingUsed(false);
        return chosen.map(n -> {
            double spare = spareMm.orElseThrow();
            return f.format(n.lengthMm()) + " mm needle: " + f.format(Math.abs(spare))
                    + (spare < 0 ? " mm short" : " mm to spare");
        }).orElse("");
    }
}
