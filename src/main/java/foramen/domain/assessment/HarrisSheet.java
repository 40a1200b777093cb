package foramen.domain.assessment;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The items, points and rules of the Harris Hip Score, from {@code scores.json}.
 *
 * @param version version of the file
 * @param place where the file was read
 * @param items the items with a choice, in the order they are asked
 * @param deformities the limits of deformity
 * @param deformityRules how deformity is counted, the default first
 * @param arcs the arcs of motion, in the order they are measured
 * @param romRules how motion is counted, the default first
 * @param modified the modified score
 * @param bands what a total is called, the highest first
 */
public record HarrisSheet(String version, String place, List<Item> items, List<Limit> deformities,
        List<DeformityRule> deformityRules, List<Arc> arcs, List<RomRule> romRules, Modified modified,
        List<Band> bands) {
    /** The data file, also of a clinic's own copy. */
    public static final DataFile<HarrisSheet> FILE = new DataFile<>("scores.json", HarrisSheet.class,
            HarrisSheet::read,
            List.of(NeededRows.byId("items"), NeededRows.byId("deformities"), NeededRows.byId("arcs")));

    private static final String NONE = "0";
    private static final String HUNDRED = "100";

    /** Copies the lists; refuses a sheet without items or rules, and a rule over unknown arcs. */
    public HarrisSheet {
        items = List.copyOf(items);
        deformities = List.copyOf(deformities);
        deformityRules = List.copyOf(deformityRules);
        arcs = List.copyOf(arcs);
        romRules = List.copyOf(romRules);
        bands = List.copyOf(bands);
        List<String> names = arcs.stream().map(Arc::id).toList();
        boolean known = romRules.stream().flatMap(r -> r.steps().stream()).allMatch(s -> names.contains(s.arc()));
        if (items.isEmpty() || deformityRules.isEmpty() || romRules.isEmpty() || !known) {
            throw new IllegalArgumentException("it lacks items or rules, or a rule names an unknown arc of motion");
        }
    }

    /** An item with its options. */
    public record Item(String id, String label, List<Option> options) {
        /** Copies the options. */
        public Item {
            options = List.copyOf(options);
        }

        /** The option with that identifier. */
        public Optional<Option> option(String optionId) {
            return options.stream().filter(o -> o.id().equals(optionId)).findFirst();
        }
    }

    /** An answer and its points. */
    public record Option(String id, String words, BigDecimal points) {}

    /** A measure that counts as no deformity while it is below {@code below}, in {@code unit}. */
    public record Limit(String id, String label, BigDecimal below, String unit) {}

    /**
     * How deformity is counted.
     *
     * @param id stable name
     * @param label the name shown
     * @param allOrNone whether one deformity takes all points
     * @param points points of all limits, or of each of them
     * @param citation where that comes from
     */
    public record DeformityRule(String id, String label, boolean allOrNone, BigDecimal points, Citation citation) {}

    /** An arc of motion, measured in degrees up to {@code most}. */
    public record Arc(String id, String label, BigDecimal most) {}

    /**
     * How motion is counted: by weighted arcs where it has steps, else by the total of all arcs.
     *
     * @param id stable name
     * @param label the name shown
     * @param steps degrees of an arc between two limits, with their weight
     * @param factor what the weighted sum is multiplied by
     * @param cap the most points
     * @param totals points from a total of degrees on, the highest first
     * @param citation where that comes from
     */
    public record RomRule(String id, String label, List<Step> steps, BigDecimal factor, BigDecimal cap,
            List<Total> totals, Citation citation) {
        /** Copies the lists. */
        public RomRule {
            steps = List.copyOf(steps);
            totals = List.copyOf(totals);
        }
    }

    /** The degrees of {@code arc} between {@code from} and {@code to} count {@code index} each. */
    public record Step(String arc, BigDecimal from, BigDecimal to, BigDecimal index) {}

    /** {@code points} for {@code atLeast} degrees in all. */
    public record Total(BigDecimal atLeast, BigDecimal points) {}

    /** The modified score: the items alone, multiplied by {@code factor}, at most {@code cap}. */
    public record Modified(BigDecimal factor, BigDecimal cap, Citation citation) {}

    /** What a total from {@code atLeast} on is called. */
    public record Band(BigDecimal atLeast, String label, Citation citation) {}

    /** The item with that identifier. */
    public Optional<Item> item(String id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The rule of motion with that identifier. */
    public Optional<RomRule> romRule(String id) {
        return romRules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The rule of deformity with that identifier. */
    public Optional<DeformityRule> deformityRule(String id) {
        return deformityRules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** What a total is called. */
    public Optional<Band> band(BigDecimal total) {
        return bands.stream().filter(b -> total.compareTo(b.atLeast()) >= 0).findFirst();
    }

    /** Nothing answered yet, under the rules that come first. */
    public HarrisAnswers blank() {
        return HarrisAnswers.none(romRules.getFirst().id(), deformityRules.getFirst().id());
    }

    private static HarrisSheet read(DataEntry file) throws DataFileException {
        return new HarrisSheet(file.text("version"), file.place(),
                file.each("items", e -> new Item(e.text("id"), e.text("label"), e.each("options",
                        o -> new Option(o.text("id"), o.text("words"), o.number("points", NONE, HUNDRED))))),
                file.each("deformities",
                        e -> new Limit(e.text("id"), e.text("label"), e.number("below", NONE, HUNDRED),
                                e.text("unit"))),
                file.each("deformityRules",
                        e -> new DeformityRule(e.text("id"), e.text("label"), e.yesOrNo("allOrNone"),
                                e.number("points", NONE, HUNDRED), Citation.of(e))),
                file.each("arcs", e -> new Arc(e.text("id"), e.text("label"), e.number("most", NONE, "360"))),
                file.each("romRules", HarrisSheet::romRule), file.object("modified",
                        e -> new Modified(e.number("factor", NONE, HUNDRED), e.number("cap", NONE, HUNDRED),
                                Citation.of(e))),
                file.each("bands", e -> new Band(e.number("atLeast", NONE, HUNDRED), e.text("label"), Citation.of(e))));
    }

    private static RomRule romRule(DataEntry e) throws DataFileException {
        List<Step> steps = e.has("steps") ? e.each("steps", HarrisSheet::step) : List.of();
        List<Total> totals = e.has("totals")
                ? e.each("totals", t -> new Total(t.number("atLeast", NONE, "1000"), t.number("points", NONE, HUNDRED)))
                : List.of();
        if (steps.isEmpty() == totals.isEmpty()) {
            throw e.wrong("needs either “steps” or “totals”");
        }
        BigDecimal factor = steps.isEmpty() ? BigDecimal.ONE : e.number("factor", NONE, HUNDRED);
        return new RomRule(e.text("id"), e.text("label"), steps, factor, e.number("cap", NONE, HUNDRED), totals,
                Citation.of(e));
    }

    private static Step step(DataEntry s) throws DataFileException {
        return new Step(s.text("arc"), s.number("from", NONE, "360"), s.number("to", NONE, "360"),
                s.number("index", NONE, "10"));
    }
}
