package foramen.ui.plan;

import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.ui.support.Tone;
import java.util.List;
import java.util.Optional;

/**
 * What the plan panel shows.
 *
 * @param clipOpen whether there is a clip to plan on
 * @param plans all plans of the clip, those of the frame in view first
 * @param sheet the plan being looked at
 */
public record PlanState(boolean clipOpen, List<Row> plans, Optional<Sheet> sheet) {
    /** Nothing. */
    static final PlanState NOTHING = new PlanState(false, List.of(), Optional.empty());

    /** Copies the rows. */
    public PlanState {
        plans = List.copyOf(plans);
    }

    /**
     * One plan of the list.
     *
     * @param id its identifier
     * @param name its target and side, in words
     * @param frameNumber its frame, from 1
     * @param here whether it lies on the frame in view
     * @param selected whether it is the one being looked at
     */
    public record Row(String id, String name, int frameNumber, boolean here, boolean selected) {}

    /**
     * One plan in full.
     *
     * @param plan the plan
     * @param reading what follows from it
     * @param provenance where the numbers come from, or why there are none
     * @param calibrated whether the numbers are in millimetres
     * @param visibility how well the needle will be seen, and how much that asks for attention
     * @param needles the stock list, each with whether it reaches
     * @param fit whether the chosen needle reaches, and how much that asks for attention
     * @param guarded distances to structures that have a margin, nearest first
     * @param passed distances to the others, nearest first
     */
    public record Sheet(NeedlePlan plan, NeedleReading reading, String provenance, boolean calibrated,
            Optional<Remark> visibility, List<NeedleOption> needles, Remark fit, List<ClearanceRow> guarded,
            List<ClearanceRow> passed) {
        /** Copies the lists. */
        public Sheet {
            needles = List.copyOf(needles);
            guarded = List.copyOf(guarded);
            passed = List.copyOf(passed);
        }
    }

    /**
     * A sentence that asks for more or less attention.
     *
     * @param words the sentence
     * @param source where the rule behind it comes from; may be empty
     * @param tone how much attention
     */
    public record Remark(String words, String source, Tone tone) {}

    /**
     * A needle that can be chosen.
     *
     * @param id its name in the stock list; empty for no choice
     * @param words what it is called, and whether it reaches
     */
    public record NeedleOption(String id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }
}
