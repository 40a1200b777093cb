package foramen.domain.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts hip scores from answers. The rules are here, the points in {@code scores.json}. */
public final class HarrisScoring {
    private final HarrisSheet sheet;

    /** Counts by {@code sheet}. */
    public HarrisScoring(HarrisSheet sheet) {
        this.sheet = sheet;
    }

    /** A total, or why there is none. */
    public sealed interface Result {}

    /**
     * A total with its parts.
     *
     * @param score as it is recorded
     * @param items points of the items
     * @param deformity points of deformity; nought in the modified score
     * @param motion points of motion; nought in the modified score
     * @param band what the total is called; empty for the modified score, which has no bands
     */
    public record Counted(HipScore score, BigDecimal items, BigDecimal deformity, BigDecimal motion,
            Optional<String> band) implements Result {}

    /** No total, because {@code reason}: one sentence that names what is missing. */
    public record Uncountable(String reason) implements Result {}

    /** The Harris Hip Score by the rules that {@code answers} name, 0 to 100 points. */
    public Result harris(HarrisAnswers answers) {
        Optional<HarrisSheet.RomRule> rom = sheet.romRule(answers.romRule());
        Optional<HarrisSheet.DeformityRule> rule = sheet.deformityRule(answers.deformityRule());
        if (rom.isEmpty() || rule.isEmpty()) {
            return new Uncountable("No total: the rules “" + answers.romRule() + "” and “" + answers.deformityRule()
                    + "” are not both in " + HarrisSheet.FILE.name() + " " + sheet.version() + ".");
        }
        List<String> missing = new ArrayList<>(missingItems(answers));
        sheet.deformities().stream().filter(l -> answers.measure(l.id()).isEmpty())
                .forEach(l -> missing.add(l.label()));
        List<String> beyond = new ArrayList<>();
        for (HarrisSheet.Arc arc : sheet.arcs()) {
            Optional<BigDecimal> degrees = answers.measure(arc.id());
            if (degrees.isEmpty()) {
                missing.add(arc.label());
            } else if (degrees.get().compareTo(arc.most()) > 0) {
                beyond.add(arc.label() + " of " + degrees.get().toPlainString() + "°");
            }
        }
        if (!beyond.isEmpty()) {
            return new Uncountable("No total: " + String.join(", ", beyond) + " is more than a hip can do.");
        }
        if (!missing.isEmpty()) {
            return missing(missing);
        }
        BigDecimal items = items(answers);
        BigDecimal deformity = deformity(rule.get(), answers);
        BigDecimal motion = motion(rom.get(), answers);
        BigDecimal total = items.add(deformity).add(motion);
        Measure measure = new Measure(Instrument.HHS, rom.get().id() + "+" + rule.get().id());
        return new Counted(new HipScore(measure, sheet.version(), Optional.empty(), plain(total)), items, deformity,
                motion, sheet.band(total).map(HarrisSheet.Band::label));
    }

    /** The modified Harris Hip Score: the items alone, raw and scaled to 100 points. */
    public Result modified(HarrisAnswers answers) {
        List<String> missing = missingItems(answers);
        if (!missing.isEmpty()) {
            return missing(missing);
        }
        BigDecimal raw = items(answers);
        BigDecimal scaled = raw.multiply(sheet.modified().factor()).min(sheet.modified().cap());
        return new Counted(new HipScore(new Measure(Instrument.MHHS, ""), sheet.version(), Optional.of(plain(raw)),
                plain(scaled)), raw, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    }

    /** Points of motion by one rule, for all arcs that were measured. */
    BigDecimal motion(HarrisSheet.RomRule rule, HarrisAnswers answers) {
        BigDecimal sum = BigDecimal.ZERO;
        if (!rule.steps().isEmpty()) {
            for (HarrisSheet.Step step : rule.steps()) {
                BigDecimal degrees = answers.measure(step.arc()).orElse(BigDecimal.ZERO);
                BigDecimal within = degrees.min(step.to()).subtract(step.from()).max(BigDecimal.ZERO);
                sum = sum.add(within.multiply(step.index()));
            }
            return plain(sum.multiply(rule.factor()).min(rule.cap()));
        }
        for (HarrisSheet.Arc arc : sheet.arcs()) {
            sum = sum.add(answers.measure(arc.id()).orElse(BigDecimal.ZERO));
        }
        for (HarrisSheet.Total total : rule.totals()) {
            if (sum.compareTo(total.atLeast()) >= 0) {
                return total.points().min(rule.cap());
            }
        }
        return BigDecimal.ZERO;
    }

    private BigDecimal deformity(HarrisSheet.DeformityRule rule, HarrisAnswers answers) {
        long within = sheet.deformities().stream()
                .filter(l -> answers.measure(l.id()).orElseThrow().compareTo(l.below()) < 0).count();
        if (rule.allOrNone()) {
            return within == sheet.deformities().size() ? rule.points() : BigDecimal.ZERO;
        }
        return rule.points().multiply(BigDecimal.valueOf(within));
    }

    private List<String> missingItems(HarrisAnswers answers) {
        return sheet.items().stream()
                .filter(i -> Optional.ofNullable(answers.choices().get(i.id())).flatMap(i::option).isEmpty())
                .map(HarrisSheet.Item::label).toList();
    }

    private BigDecimal items(HarrisAnswers answers) {
        return sheet.items().stream().map(i -> i.option(String.valueOf(answers.choices().get(i.id()))).orElseThrow())
                .map(HarrisSheet.Option::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Uncountable missing(List<String> names) {
        return new Uncountable("No total, because something is missing: " + String.join(", ", names) + ".");
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
