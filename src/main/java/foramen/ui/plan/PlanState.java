package foramen.ui.plan;

import foramen.domain.plan.Approach;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.PunctureReading;
import foramen.ui.support.Tone;
import java.util.List;
import java.util.Optional;

/**
 * What the plan panel shows.
 *
 * @param clipOpen whether there is a clip to plan on
 * @param plans all plans of the clip, those of the frame in view first
 * @param sheet the plan being looked at
 * @param elsewhere plans of the case's other clips
 */
public record PlanState(boolean clipOpen, List<Row> plans, Optional<Sheet> sheet, List<Elsewhere> elsewhere) {
    /** Nothing. */
    static final PlanState NOTHING = new PlanState(false, List.of(), Optional.empty(), List.of());

    /** Copies the lists. */
    public PlanState {
        plans = List.copyOf(plans);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A plan of another clip.
     *
     * @param planId its identifier
     * @param name its target and side, in words
     * @param clip the clip it lies on, and the frame, in words
     * @param selected whether a needle marked now belongs to it
     * @param targets how many targets it has
     * @param seen its needles that were seen on the clip in view
     */
    public record Elsewhere(String planId, String name, String clip, boolean selected, int targets,
            List<SeenRow> seen) {
        /** Copies the rows. */
        public Elsewhere {
            seen = List.copyOf(seen);
        }
    }

    /** One line of a plan's record. */
    public record Fact(String name, String value) {}

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
     * One plan in full, looked at from one of its targets.
     *
     * @param plan the plan
     * @param target the target being looked at
     * @param targets all of them
     * @param skin where the form of the skin line comes from
     * @param range the frames of the worst case, in words, and whether what is shown of them is from before
     * @param margins what the needle keeps clear of, and what it crosses
     * @param needles the stock list, each with whether it reaches
     * @param fit whether the chosen needle reaches, and how much that asks for attention
     * @param warnings all of the plan, the grave first, the overridden last
     * @param seen the needle as it was seen, beside the plan
     * @param record what no other part shows of the plan's record
     */
    public record Sheet(NeedlePlan plan, TargetSheet target, List<TargetRow> targets, Remark skin, Remark range,
            Margins margins, List<NeedleOption> needles, Remark fit, List<WarningRow> warnings, List<SeenRow> seen,
            List<Fact> record) {
        /** Copies the lists. */
        public Sheet {
            targets = List.copyOf(targets);
            needles = List.copyOf(needles);
            warnings = List.copyOf(warnings);
            seen = List.copyOf(seen);
            record = List.copyOf(record);
        }

        /** Depth, lengths and angles of the target being looked at. */
        public NeedleReading reading() {
            return target.reading();
        }

        /** How the needle is brought in. */
        public Approach approach() {
            return plan.detail().approach();
        }

        /** Distances to structures that have a margin, nearest first. */
        public List<MarginRow> guarded() {
            return margins.guarded();
        }
    }

    /**
     * The target being looked at.
     *
     * @param number which, from 1
     * @param reading what follows from its path
     * @param puncture where an out-of-plane needle goes
     * @param calibrated whether the numbers are in millimetres
     * @param provenance where the numbers come from, or why there are none
     * @param visibility how well the needle will be seen, and how much that asks for attention
     * @param rules the margin rules there are to choose from
     * @param rule the one that holds, with where it comes from
     * @param fan from where the skin may be entered, in words
     */
    public record TargetSheet(int number, NeedleReading reading, Optional<PunctureReading> puncture,
            boolean calibrated, String provenance, Optional<Remark> visibility, List<Choice> rules, Remark rule,
            String fan) {
        /** Copies the rules. */
        public TargetSheet {
            rules = List.copyOf(rules);
        }
    }

    /**
     * One target of the list.
     *
     * @param number from 1
     * @param name in words
     * @param site its site, and how deep it lies, in words
     * @param selected whether it is the one being looked at
     * @param tone red where a rule forbids the way there, amber where one warns
     */
    public record TargetRow(int number, String name, String site, boolean selected, Tone tone) {}

    /**
     * Distances and crossings of the target being looked at.
     *
     * @param guarded what has a margin, nearest first
     * @param crossed structures in the order of the path, in words
     * @param none why there is nothing to show; empty where there is
     */
    public record Margins(List<MarginRow> guarded, List<CrossingRow> crossed, String none) {
        /** Copies the lists. */
        public Margins {
            guarded = List.copyOf(guarded);
            crossed = List.copyOf(crossed);
        }
    }

    /**
     * A structure that the path goes through.
     *
     * @param name its name
     * @param letter its letter
     * @param colour its colour, 0xRRGGBB
     * @param words from where to where along the path
     */
    public record CrossingRow(String name, String letter, int colour, String words) {}

    /**
     * A warning of the plan.
     *
     * @param warning as raised
     * @param words one sentence
     * @param source where its rule comes from; may be empty
     * @param tone how grave; neutral once overridden
     * @param override by whom and why it was overridden
     */
    public record WarningRow(PlanWarning warning, String words, String source, Tone tone,
            Optional<PlanOverride> override) {}

    /**
     * A needle as it was seen, beside its plan.
     *
     * @param index which of the plan's, from 0
     * @param target which target it went for, from 1
     * @param title which target, where and when
     * @param rows what was planned against what was seen
     * @param spread about what was injected, and why something is not known; may be empty
     */
    public record SeenRow(int index, int target, String title, List<Compared> rows, String spread) {
        /** Copies the rows. */
        public SeenRow {
            rows = List.copyOf(rows);
        }

        /** The same with one more sentence. */
        SeenRow noting(String more) {
            return new SeenRow(index, target, title, rows, spread.isEmpty() ? more : spread + " " + more);
        }
    }

    /**
     * One value, planned and seen.
     *
     * @param name what it is
     * @param planned as planned; may be empty
     * @param seen as seen
     */
    public record Compared(String name, String planned, String seen) {}

    /**
     * A sentence that asks for more or less attention.
     *
     * @param words the sentence
     * @param source where the rule behind it comes from; may be empty
     * @param tone how much attention
     */
    public record Remark(String words, String source, Tone tone) {}

    /**
     * Something that can be chosen.
     *
     * @param id its name; empty for no choice
     * @param words what it is called
     */
    public record Choice(String id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

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
