package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.HarrisScoring;
import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.ui.outcome.AssessState.Answer;
import foramen.ui.support.Words;
import foramen.workspace.assessment.AssessmentFiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a visit into rows and sentences. */
final class AssessWords {
    private final Words words;
    private final AssessmentFiles files;

    AssessWords(Words words, AssessmentFiles files) {
        this.words = words;
        this.files = files;
    }

    /** A planned visit in words. */
    String window(VisitWindow w) {
        return window(words, w);
    }

    static String window(Words words, VisitWindow w) {
        return words.text("VisitWindow.Kind." + w.kind().name(), w.count());
    }

    /** The name of a test; one that is only in the clinic's own file is called as there. */
    static String test(Words words, TestCatalog catalog, String id) {
        return catalog.test(id).map(t -> words.ofFile("Test." + id, t.name()))
                .orElseGet(() -> words.named("Test." + id, id));
    }

    List<AssessState.TestRow> tests(Visit v, Laterality side) {
        return files.tests().tests().stream().map(t -> {
            Laterality on = t.sided() ? side : Laterality.BILATERAL;
            Optional<TestFinding> f = v.tests().stream().filter(o -> o.testId().equals(t.id()) && o.side() == on)
                    .findFirst();
            String accuracy = t.accuracy().isEmpty()
                    ? words.text("assess.noaccuracy")
                    : words.ofFile("Test." + t.id() + ".accuracy", t.accuracy());
            return new AssessState.TestRow(t.id(), test(words, files.tests(), t.id()), t.angle(),
                    f.map(TestFinding::result), f.map(TestFinding::nrs).orElse(OptionalInt.empty()),
                    f.map(TestFinding::angleDeg).orElse(OptionalInt.empty()),
                    f.map(TestFinding::sites).orElse(Set.of()), words.ofFile("Test." + t.id() + ".how", t.how()),
                    accuracy, t.citation().words());
        }).toList();
    }

    List<AssessState.RuleLine> rules(Visit v, Laterality side) {
        return files.tests().rules().stream().map(r -> {
            TestCatalog.Outcome o = files.tests().judge(r, v.tests(), side);
            String said = words.text("assess.rule", words.ofFile("Rule." + r.id(), r.name()), words.of(o.verdict()),
                    o.positive(), o.of(), o.done(), r.atLeast());
            return new AssessState.RuleLine(said, r.accuracy().isEmpty()
                    ? r.citation().words()
                    : words.ofFile("Rule." + r.id() + ".accuracy", r.accuracy()) + ". " + r.citation().words(),
                    o.verdict() == TestCatalog.Verdict.POSITIVE);
        }).toList();
    }

    AssessState.Flags flags(Map<String, Answer> answers) {
        List<AssessState.FlagRow> rows = files.tests().redFlags().stream()
                .map(f -> new AssessState.FlagRow(f.id(), words.ofFile("RedFlag." + f.id(), f.words()),
                        answers.getOrDefault(f.id(), Answer.NOT_ASKED), f.citation().words()))
                .toList();
        long open = rows.stream().filter(r -> r.answer() == Answer.NOT_ASKED).count();
        List<String> present = rows.stream().filter(r -> r.answer() == Answer.YES).map(AssessState.FlagRow::words)
                .toList();
        String summary = !present.isEmpty()
                ? words.text("flags.stop", String.join("; ", present))
                : open == 0
                        ? words.text("flags.none", rows.size())
                        : open == rows.size()
                                ? words.text("flags.notasked")
                                : words.text("flags.open", rows.size() - open, rows.size());
        return new AssessState.Flags(rows, summary, !present.isEmpty(), open == 0);
    }

    List<AssessState.PainRow> pain(Visit v) {
        List<AssessState.PainRow> rows = new ArrayList<>();
        for (PainState s : PainState.values()) {
            for (Instrument i : List.of(Instrument.NRS, Instrument.VAS)) {
                String value = v.pain().stream().filter(p -> p.instrument() == i && p.state() == s)
                        .map(PainScore::value).map(n -> i.unit().isEmpty() ? n.toString() : n + "\u00a0" + i.unit())
                        .findFirst().orElse("");
                rows.add(new AssessState.PainRow(i, s, value));
            }
        }
        return rows;
    }

    AssessState.Hip hip(Visit v, HarrisScoring scoring) {
        HarrisAnswers answers = v.hipAnswers().orElseGet(files.harris()::blank);
        HarrisScoring.Result harris = scoring.harris(answers);
        HarrisScoring.Result modified = scoring.modified(answers);
        String rules = answers.romRule() + " + " + answers.deformityRule() + "\n"
                + files.harris().romRule(answers.romRule()).map(r -> r.citation().words()).orElse("") + "\n"
                + files.harris().deformityRule(answers.deformityRule()).map(r -> r.citation().words()).orElse("");
        boolean begun = v.hipAnswers().isPresent();
        List<String> beyond = files.harris().arcs().stream().filter(a -> answers.measure(a.id())
                .filter(d -> d.compareTo(a.most()) > 0).isPresent())
                .map(a -> words.ofFile("Harris." + a.id(), a.label()))
                .toList();
        String harrisWords = beyond.isEmpty() ? hip(harris) : words.text("hip.beyond", String.join(", ", beyond));
        return new AssessState.Hip(answers, begun ? harrisWords : "", harris instanceof HarrisScoring.Counted,
                begun ? modified(modified) : "", modified instanceof HarrisScoring.Counted, rules);
    }

    private String hip(HarrisScoring.Result result) {
        return switch (result) {
            case HarrisScoring.Counted c -> words.text("hip.total", decimal(c.score().total()),
                    c.band().map(b -> words.ofFile("Band." + b, b)).orElse(""), decimal(c.items()),
                    decimal(c.deformity()), decimal(c.motion()), c.score().measure().variant());
            case HarrisScoring.Uncountable u -> words.text("hip.nototal", missing(u.reason()));
        };
    }

    private String decimal(BigDecimal value) {
        return OutcomeWords.decimal(words, value);
    }

    private String modified(HarrisScoring.Result result) {
        return switch (result) {
            case HarrisScoring.Counted c -> words.text("hip.modified", decimal(c.score().total()),
                    c.score().raw().map(this::decimal).orElse(""));
            case HarrisScoring.Uncountable u -> words.text("hip.nomodified", missing(u.reason()));
        };
    }

    /** What comes after the colon: the names of what is missing or cannot be. */
    private String missing(String reason) {
        int colon = reason.indexOf(": ");
        String names = reason.substring(colon < 0 ? 0 : colon + 2).replaceAll("\\.$", "");
        return Arrays.stream(names.split(", ", -1)).map(this::hipName).collect(Collectors.joining(", "));
    }

    private String hipName(String label) {
        HarrisSheet sheet = files.harris();
        return Stream.of(sheet.items().stream().filter(i -> i.label().equals(label)).map(HarrisSheet.Item::id),
                sheet.arcs().stream().filter(a -> a.label().equals(label)).map(HarrisSheet.Arc::id),
                sheet.deformities().stream().filter(l -> l.label().equals(label)).map(HarrisSheet.Limit::id))
                .flatMap(ids -> ids).findFirst().map(id -> words.ofFile("Harris." + id, label)).orElse(label);
    }

    List<AssessState.NeuroRow> neuro(Visit v, Laterality side) {
        List<AssessState.NeuroRow> rows = new ArrayList<>();
        for (NeuroFinding.Item item : NeuroFinding.Item.values()) {
            Laterality on = item == NeuroFinding.Item.PERINEAL_SENSATION ? Laterality.BILATERAL : side;
            Optional<NeuroFinding> found = v.neuro().stream().filter(n -> n.item() == item && n.side() == on)
                    .findFirst();
            rows.add(new AssessState.NeuroRow(item, on,
                    found.map(n -> OptionalInt.of(n.grade())).orElse(OptionalInt.empty()),
                    found.map(NeuroFinding::abnormal).orElse(false)));
        }
        return rows;
    }

    /** What a row of the grid says to those who cannot see it. */
    String spoken(AssessState.TestRow row, Laterality side) {
        List<String> parts = new ArrayList<>(List.of(row.name(), words.of(side),
                row.result().map(words::of).orElse(words.text("assess.nothing"))));
        row.nrs().ifPresent(n -> parts.add(words.text("assess.nrs", n)));
        row.angleDeg().ifPresent(a -> parts.add(a + "°"));
        if (!row.sites().isEmpty()) {
            parts.add(row.sites().stream().sorted().map(words::of).collect(Collectors.joining(", ")));
        }
        return String.join(", ", parts);
    }
}
