package foramen.ui.plan;

import foramen.domain.measurement.Reading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedleRules;
import foramen.ui.support.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which needles of the stock list reach along a path (clinical facts 5, length choice). */
final class NeedleFit {
    private final NeedleRules rules;
    private final Locale locale;

    NeedleFit(NeedleRules rules, Locale locale) {
        this.rules = rules;
        this.locale = locale;
    }

    /** The stock list, the shortest that reaches marked; first of all no choice. */
    List<PlanState.NeedleOption> options(Reading path) {
        Optional<Double> mm = millimetres(path);
        Optional<Needle> shortest = mm.flatMap(rules::shortestFor);
        List<PlanState.NeedleOption> options = new ArrayList<>();
        options.add(new PlanState.NeedleOption("", "Not chosen"));
        for (Needle needle : rules.needles()) {
            String remark = mm.map(needed -> remark(needle, needed, shortest.filter(needle::equals).isPresent()))
                    .orElse("");
            options.add(new PlanState.NeedleOption(needle.id(), needle.label() + remark));
        }
        return options;
    }

    /** Whether the chosen needle reaches, or which one would. */
    PlanState.Remark verdict(Reading path, String chosenId) {
        Optional<Double> mm = millimetres(path);
        if (mm.isEmpty()) {
            return new PlanState.Remark("Whether a needle reaches cannot be said without a scale.", "", Tone.AMBER);
        }
        Optional<Needle> shortest = rules.shortestFor(mm.get());
        Optional<Needle> chosen = rules.needle(chosenId);
        if (chosen.isEmpty()) {
            return shortest
                    .map(n -> remark("Suggested: " + n.label() + ", the shortest that reaches.", Tone.NEUTRAL))
                    .orElseGet(() -> remark("No needle of the stock list reaches along this path.", Tone.AMBER));
        }
        double spare = rules.reachMm(chosen.get()) - mm.get();
        return spare >= 0
                ? remark(chosen.get().label() + ": reaches, " + Dimension.mm(spare, locale) + " to spare.",
                        Tone.NEUTRAL)
                : remark(chosen.get().label() + ": " + Dimension.mm(-spare, locale) + " short.", Tone.AMBER);
    }

    private String remark(Needle needle, double neededMm, boolean shortest) {
        double spare = rules.reachMm(needle) - neededMm;
        if (spare < 0) {
            return ": " + Dimension.mm(-spare, locale) + " short";
        }
        return shortest ? ": suggested" : "";
    }

    private PlanState.Remark remark(String words, Tone tone) {
        NeedleRules.Reach reach = rules.reach();
        String source = "Reach: length less " + Dimension.mm(reach.hubMm(), locale) + " hub and "
                + Dimension.mm(reach.reserveMm(), locale) + " reserve (" + reach.source() + ").";
        return new PlanState.Remark(words, source, tone);
    }

    private static Optional<Double> millimetres(Reading path) {
        return path instanceof Reading.Measured m ? Optional.of(m.value()) : Optional.empty();
    }
}
