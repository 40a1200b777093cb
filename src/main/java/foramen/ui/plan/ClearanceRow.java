package foramen.ui.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * How near the needle comes to one structure, ready to show.
 *
 * @param name the structure
 * @param letter its letter
 * @param colour its colour, 0xRRGGBB
 * @param text the smallest distance from the path, with its unit
 * @param tip the distance from the tip, in words
 * @param mm the smallest distance in mm; absent without a scale
 * @param margin the distance below which the operator is told, where the rules have one
 * @param tone red where the path meets the structure, amber below its margin
 * @param words the whole in one sentence
 */
public record ClearanceRow(String name, String letter, int colour, String text, String tip, Optional<Double> mm,
        Optional<NeedleRules.Margin> margin, Tone tone, String words) {
    /** Reads {@code clearance} by {@code rules}. */
    static ClearanceRow of(NeedleReading.Clearance clearance, Structure structure, NeedleRules rules, Words say) {
        Locale locale = say.locale();
        Optional<NeedleRules.Margin> margin = rules.margin(structure.kind());
        boolean meets = value(clearance.fromPath()) == 0;
        Optional<Double> mm = clearance.fromPath() instanceof Reading.Measured m
                ? Optional.of(m.value())
                : Optional.empty();
        Tone tone = tone(meets, mm, margin);
        String text = meets ? say.text("clearance.crosses") : clearance.fromPath().text(locale);
        String tip = value(clearance.fromTip()) == 0
                ? say.text("clearance.tip.inside")
                : say.text("clearance.tip", clearance.fromTip().text(locale));
        // What the operator wrote stays as it is; a structure is called as in the window.
        String own = clearance.obstacle().name();
        String name = own.equals(structure.name()) ? say.of(structure) : own;
        String verdict = switch (tone) {
            case RED -> say.text("clearance.verdict.crosses");
            case AMBER -> say.text("clearance.verdict.margin", Dimension.mm(margin.orElseThrow().warnMm(), locale));
            case NEUTRAL, ACCENT -> meets ? say.text("clearance.verdict.through") : "";
        };
        String distances = meets ? tip : say.text("clearance.path", text, tip);
        String words = name + ": " + distances + (verdict.isEmpty() ? "" : "; " + verdict) + ".";
        return new ClearanceRow(name, structure.letter(), structure.colour(), meets && margin.isEmpty()
                ? say.text("clearance.through")
                : text, tip, mm, margin, tone, words);
    }

    private static Tone tone(boolean meets, Optional<Double> mm, Optional<NeedleRules.Margin> margin) {
        if (margin.isEmpty()) {
            return Tone.NEUTRAL;
        }
        if (meets) {
            return Tone.RED;
        }
        return mm.isPresent() && mm.get() < margin.get().warnMm() ? Tone.AMBER : Tone.NEUTRAL;
    }

    private static double value(Reading reading) {
        return switch (reading) {
            case Reading.Measured m -> m.value();
            case Reading.Unmeasurable u -> u.pixels();
        };
    }
}
