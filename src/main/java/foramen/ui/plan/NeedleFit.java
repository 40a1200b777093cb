package foramen.ui.plan;

import foramen.domain.measurement.Reading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedleRules;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which needles of the stock list reach along a path (clinical facts 5, length choice). */
final class NeedleFit {
    private final NeedleRules rules;
    private final Words words;
    private final Locale locale;

    NeedleFit(NeedleRules rules, Words words) {
        this.rules = rules;
        this.words = words;
        this.locale = words.locale();
    }

    /** The stock list, the shortest that reaches marked; first of all no choice. */
    List<PlanState.NeedleOption> options(Reading path) {
        Optional<Double> mm = millimetres(path);
        Optional<Needle> shortest = mm.flatMap(rules::shortestFor);
        List<PlanState.NeedleOption> options = new ArrayList<>();
        options.add(new PlanState.NeedleOption("", words.text("needle.none")));
        for (Needle needle : rules.needles()) {
            String remark = mm.map(needed -> remark(needle, needed, shortest.filter(needle::equals).isPresent()))
                    .orElse("");
            options.add(new PlanState.NeedleOption(needle.id(),
                    needle.label() + ", " + words.of(needle.type()) + remark));
        }
        return options;
    }

    /** Whether the chosen needle reaches, or which one would. */
    PlanState.Remark verdict(Reading path, String chosenId) {
        Optional<Double> mm = millimetres(path);
        if (mm.isEmpty()) {
            return new PlanState.Remark(words.text("needle.noscale"), "", Tone.AMBER);
        }
        Optional<Needle> shortest = rules.shortestFor(mm.get());
        Optional<Needle> chosen = rules.needle(chosenId);
        if (chosen.isEmpty()) {
            return shortest
                    .map(n -> remark(words.text("needle.suggested", n.label()), Tone.NEUTRAL))
                    .orElseGet(() -> remark(words.text("needle.tooshort"), Tone.AMBER));
        }
        double spare = rules.reachMm(chosen.get()) - mm.get();
        return spare >= 0
                ? remark(words.text("needle.reaches", chosen.get().label(), Dimension.mm(spare, locale)),
                        Tone.NEUTRAL)
                : remark(words.text("needle.short", chosen.get().label(), Dimension.mm(-spare, locale)), Tone.AMBER);
    }

    private String remark(Needle needle, double neededMm, boolean shortest) {
        double spare = rules.reachMm(needle) - neededMm;
        if (spare < 0) {
            return ": " + words.text("needle.remark.short", Dimension.mm(-spare, locale));
        }
        return shortest ? ": " + words.text("needle.remark.suggested") : "";
    }

    private PlanState.Remark remark(String said, Tone tone) {
        NeedleRules.Reach reach = rules.reach();
        String source = words.text("needle.reach", Dimension.mm(reach.hubMm(), locale),
                Dimension.mm(reach.reserveMm(), locale), reach.source());
        return new PlanState.Remark(said, source, tone);
    }

    private static Optional<Double> millimetres(Reading path) {
        return path instanceof Reading.Measured m ? Optional.of(m.value()) : Optional.empty();
    }
}
