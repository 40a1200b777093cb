package foramen.ui.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.TargetRule;
import foramen.domain.plan.Uncertainty;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.Optional;

/**
 * How the needle keeps clear of one guarded structure, ready to show.
 *
 * @param name the structure
 * @param letter its letter
 * @param colour its colour, 0xRRGGBB
 * @param text the signed distance from the path, with its unit
 * @param sure what the path is 95 % sure to keep, and the distance from the tip, in words
 * @param bar the distance and its uncertainty, where it is drawn on the frame
 * @param worst the nearest of all frames of the range
 * @param limit the distances of the rule
 * @param tone red where the rule forbids, amber where it warns
 * @param words the whole in one sentence
 */
public record MarginRow(String name, String letter, int colour, String text, String sure, Optional<Bar> bar,
        Optional<WorstRow> worst, TargetRule.Limit limit, Tone tone, String words) {
    /**
     * A distance with its band.
     *
     * @param mm the signed distance
     * @param lowMm nearer than that it is with 2.5 % confidence at most
     * @param highMm farther than that it is with 2.5 % confidence at most
     */
    public record Bar(double mm, double lowMm, double highMm) {
        static Bar of(MarginReading.Clear clear) {
            double band = Uncertainty.TWO_SIDED_95 * clear.uncertainty().sigmaMm();
            return new Bar(clear.pathMm(), clear.pathMm() - band, clear.pathMm() + band);
        }
    }

    /**
     * The worst case.
     *
     * @param frame index of its frame, from 0
     * @param words what it is
     * @param tone how grave
     */
    public record WorstRow(int frame, String words, Tone tone) {}

    /** Reads {@code m}; {@code before} says that its worst case is one from before the needle moved. */
    static MarginRow of(MarginReading m, Structure structure, boolean tipOnly, boolean before, Words say) {
        // What the operator wrote stays as it is; a structure is called as in the window.
        String name = m.name().equals(structure.name()) ? say.of(structure) : m.name();
        Optional<WorstRow> worst = m.worst().map(w -> worst(m, w, before, say));
        if (m.here().isEmpty()) {
            String elsewhere = say.text("plan.margin.elsewhere");
            Tone tone = worst.map(WorstRow::tone).orElse(Tone.NEUTRAL);
            return new MarginRow(name, structure.letter(), structure.colour(), "–", elsewhere, Optional.empty(), worst,
                    m.limit(), tone, name + ": " + elsewhere + worst.map(w -> " " + w.words()).orElse(""));
        }
        MarginReading.Clear clear = m.here().get();
        Tone tone = tone(m.limit(), clear);
        String text = clear.pathMm() < 0
                ? say.text("plan.margin.inside", Dimension.mm(-clear.pathMm(), say.locale()))
                : clear.pathMm() == 0 ? say.text("plan.margin.touches") : Dimension.mm(clear.pathMm(), say.locale());
        String sure = say.text("plan.margin.sure", Dimension.mm(clear.pathMargin95(), say.locale()),
                Dimension.mm(clear.uncertainty().sigmaMm() * Uncertainty.TWO_SIDED_95, say.locale()))
                + (tipOnly ? "" : " " + tip(clear, say));
        String words = say.text("plan.margin.words", name, text, sure, asked(m.limit(), say))
                + worst.map(w -> " " + w.words()).orElse("");
        return new MarginRow(name, structure.letter(), structure.colour(), text, sure, Optional.of(Bar.of(clear)),
                worst, m.limit(), tone, words);
    }

    private static String tip(MarginReading.Clear clear, Words say) {
        return clear.tipMm() <= 0
                ? say.text("plan.margin.tip.inside")
                : say.text("plan.margin.tip", Dimension.mm(clear.tipMm(), say.locale()));
    }

    /** What the rule asks for, in words. */
    static String asked(TargetRule.Limit limit, Words say) {
        Double block = limit.blockMm();
        String warn = limit.warnMm() > 0
                ? say.text("plan.margin.warn", Dimension.mm(limit.warnMm(), say.locale()))
                : say.text("plan.margin.met");
        return block == null
                ? warn
                : warn + " " + (block > 0
                        ? say.text("plan.margin.block", Dimension.mm(block, say.locale()))
                        : say.text("plan.margin.block.met"));
    }

    private static WorstRow worst(MarginReading m, MarginReading.Worst w, boolean before, Words say) {
        String mm = Dimension.mm(w.clear().pathMm(), say.locale());
        String sure = Dimension.mm(w.clear().pathMargin95(), say.locale());
        String words = say.text(before ? "plan.worst.before" : "plan.worst.row", w.frame() + 1, mm, sure);
        return new WorstRow(w.frame(), words, tone(m.limit(), w.clear()));
    }

    private static Tone tone(TargetRule.Limit limit, MarginReading.Clear clear) {
        if (limit.blocks(clear.pathMm())) {
            return Tone.RED;
        }
        return limit.warns(clear.pathMm()) || limit.blocks(clear.pathMargin95()) ? Tone.AMBER : Tone.NEUTRAL;
    }
}
