package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.ui.outcome.AssessState.Answer;
import foramen.ui.support.Decimals;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Writes the visit at hand: each entry is an edit of the case and a step of undo. A visit is there with its first
 * entry; before that its time is now.
 */
public final class AssessViewModel {
    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST_ANGLE = 180;

    private final Workbench bench;
    private final Words words;
    private final AssessmentFiles files;
    private final AssessmentDesk desk;
    private final ZoneId zone;
    private final AssessWords told;
    private final ReadOnlyObjectWrapper<AssessState> state;
    private final ReadOnlyLongWrapper painWanted = new ReadOnlyLongWrapper();
    private final RedFlagAnswers flags;
    private CaseId caseId;
    private int procedures;
    private String chosen = "";
    private Optional<Instant> freshTime = Optional.empty();
    private Optional<VisitWindow> freshWindow = Optional.empty();
    private Laterality side;

    /**
     * @param bench the case
     * @param files the data files that hold
     * @param desk records visits
     * @param zone the clinic's time zone
     */
    public AssessViewModel(Workbench bench, AssessmentFiles files, AssessmentDesk desk, ZoneId zone) {
        this.bench = bench;
        this.words = bench.words();
        this.files = files;
        this.desk = desk;
        this.zone = zone;
        this.told = new AssessWords(words, files);
        this.flags = new RedFlagAnswers(files.tests());
        this.caseId = bench.casefile().id();
        this.side = oneSide(bench.casefile());
        this.procedures = procedures(bench.casefile());
        chooseLatest(bench.casefile());
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        bench.editor().caseProperty().addListener((o, was, now) -> follow(now));
        bench.clip().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<AssessState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public AssessState state() {
        return state.get();
    }

    /** Grows each time somebody asks to write a pain, so that its field takes the keyboard. */
    public ReadOnlyLongProperty painWantedProperty() {
        return painWanted.getReadOnlyProperty();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** The data files that hold. */
    AssessmentFiles files() {
        return files;
    }

    /** Turns to a recorded visit, or with an empty identifier to a new one. */
    public void choose(String visitId) {
        chosen = visitId;
        freshTime = Optional.empty();
        freshWindow = Optional.empty();
        flags.forget();
        refresh();
    }

    /** Begins a visit that stands for {@code window} and asks for its pain. */
    public void begin(Optional<VisitWindow> window) {
        choose("");
        freshWindow = window;
        refresh();
        painWanted.set(painWanted.get() + 1);
    }

    /** Says which side is examined; findings of the other side stay. */
    public void chooseSide(Laterality next) {
        side = next;
        refresh();
    }

    /** Says when the visit was, such as {@code 2026-03-14 12:03}; answers with one sentence where that is no time. */
    public String typeTime(String typed) {
        Instant at;
        try {
            at = LocalDateTime.parse(typed.strip(), WHEN).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return words.text("assess.when.complaint");
        }
        if (at.isAfter(bench.editor().now())) {
            return words.text("assess.when.future");
        }
        if (chosen.isEmpty()) {
            freshTime = Optional.of(at);
            refresh();
        } else {
            edit(v -> v.withTime(at, desk.windowAt(bench.casefile(), at)));
        }
        return "";
    }

    /** Says which planned visit it stands for. */
    public void chooseWindow(VisitWindow window) {
        if (chosen.isEmpty()) {
            freshWindow = Optional.of(window);
            refresh();
        } else {
            edit(v -> v.withTime(v.at(), window));
        }
    }

    /** The planned visits there are. */
    public List<VisitWindow> windows() {
        List<VisitWindow> all = new ArrayList<>(List.of(VisitWindow.BASELINE));
        files.schedule().windows().stream().map(FollowUpSchedule.Window::window).forEach(all::add);
        all.add(VisitWindow.OTHER);
        return all;
    }

    /** Takes the visit at hand out of the case. */
    public void remove() {
        bench.casefile().followUp().visit(chosen).ifPresent(v -> {
            chosen = "";
            desk.remove(bench.editor(), v);
        });
        choose("");
    }

    /** Says what a test gave on the side examined; the same again takes it back. */
    public void result(String testId, Result result) {
        finding(testId, f -> f.filter(now -> now.result() == result).isPresent()
                ? Optional.empty()
                : Optional.of(with(f.orElseGet(() -> blank(testId, result)), result)));
    }

    /** Takes back what was said of a test. */
    public void clear(String testId) {
        finding(testId, f -> Optional.empty());
    }

    /** Says the pain during a test, which has to have a result. */
    public void nrs(String testId, OptionalInt nrs) {
        finding(testId, f -> f.map(t -> new TestFinding(t.testId(), t.side(), t.result(), t.sites(), nrs, t.angleDeg(),
                t.note())));
    }

    /** Says at which angle pain came, degrees; answers with one sentence where that is no angle. */
    public String typeAngle(String testId, String typed) {
        Optional<BigDecimal> angle = Decimals.parse(typed);
        boolean none = typed.isBlank();
        if (!none && angle.filter(a -> a.stripTrailingZeros().scale() <= 0 && a.signum() >= 0
                && a.compareTo(BigDecimal.valueOf(MOST_ANGLE)) <= 0).isEmpty()) {
            return words.text("assess.angle.complaint");
        }
        OptionalInt next = none ? OptionalInt.empty() : OptionalInt.of(angle.orElseThrow().intValueExact());
        finding(testId, f -> f.map(t -> new TestFinding(t.testId(), t.side(), t.result(), t.sites(), t.nrs(), next,
                t.note())));
        return "";
    }

    /** Says that a test reproduced the pain at {@code site}, or that it did not. */
    public void toggle(String testId, PainSite site) {
        finding(testId, f -> f.map(t -> {
            Set<PainSite> sites = EnumSet.noneOf(PainSite.class);
            sites.addAll(t.sites());
            if (!sites.remove(site)) {
                sites.add(site);
            }
            return new TestFinding(t.testId(), t.side(), t.result(), sites, t.nrs(), t.angleDeg(), t.note());
        }));
    }

    /** Answers a red-flag question. They are recorded once all are answered, and at once where one is there. */
    public void answer(String flagId, Answer answer) {
        RedFlagScreen next = flags.with(visit(), flagId, answer);
        edit(v -> v.withRedFlags(next));
        refresh();
    }

    /** Answers all questions that are still open with no. */
    public void answerRestNo() {
        RedFlagScreen next = flags.withNoToTheRest(visit());
        edit(v -> v.withRedFlags(next));
        refresh();
    }

    /** Takes a typed pain; empty takes it back. Answers with one sentence where it cannot be understood. */
    public String typePain(Instrument instrument, PainState pain, String typed) {
        Optional<PainScore> score = Optional.empty();
        if (!typed.isBlank()) {
            AssessmentDesk.TypedPain understood = desk.pain(instrument, pain, typed);
            if (understood instanceof AssessmentDesk.Refused r) {
                return words.said(r.sentence());
            }
            score = understood instanceof AssessmentDesk.Understood u ? Optional.of(u.score()) : Optional.empty();
        }
        Optional<PainScore> next = score;
        edit(v -> {
            List<PainScore> all = new ArrayList<>(v.pain().stream()
                    .filter(p -> p.instrument() != instrument || p.state() != pain).toList());
            next.ifPresent(all::add);
            return v.withPain(all);
        });
        return "";
    }

    /** Says an item of the hip score. */
    public void chooseHip(String itemId, String optionId) {
        hip(a -> a.withChoice(itemId, optionId));
    }

    /** Takes a measure of the hip score; answers with one sentence where it is none. */
    public String typeHip(String measureId, String typed) {
        Optional<BigDecimal> value = Decimals.parse(typed).filter(v -> v.signum() >= 0);
        if (typed.isBlank()) {
            hip(a -> {
                Map<String, BigDecimal> rest = new HashMap<>(a.measures());
                rest.remove(measureId);
                return new HarrisAnswers(a.romRule(), a.deformityRule(), a.choices(), rest);
            });
            return "";
        }
        if (value.isEmpty()) {
            return words.text("hip.complaint");
        }
        hip(a -> a.withMeasure(measureId, value.get()));
        return "";
    }

    /** Chooses the rules by which motion and deformity are counted. */
    public void chooseHipRules(String rom, String deformity) {
        hip(a -> a.withRules(rom, deformity));
    }

    private void hip(UnaryOperator<HarrisAnswers> change) {
        edit(v -> desk.withHip(v, change.apply(v.hipAnswers().orElseGet(files.harris()::blank))));
    }

    /** Grades a neurological finding on the side examined; empty takes it back. */
    public void grade(NeuroFinding.Item item, OptionalInt grade) {
        Laterality on = sideOf(item);
        if (on != Laterality.UNSPECIFIED) {
            edit(v -> {
                List<NeuroFinding> all = new ArrayList<>(v.neuro().stream()
                        .filter(n -> n.item() != item || n.side() != on).toList());
                grade.ifPresent(g -> all.add(new NeuroFinding(item, on, g)));
                return v.withNeuro(all);
            });
        }
    }

    private Laterality sideOf(NeuroFinding.Item item) {
        return item == NeuroFinding.Item.PERINEAL_SENSATION ? Laterality.BILATERAL : side;
    }

    /** Notes free words. */
    public void note(String note) {
        edit(v -> v.withNote(note));
    }

    private void finding(String testId, UnaryOperator<Optional<TestFinding>> change) {
        Laterality on = sideOf(testId);
        if (on == Laterality.UNSPECIFIED) {
            return;
        }
        edit(v -> {
            List<TestFinding> all = new ArrayList<>();
            Optional<TestFinding> was = v.tests().stream().filter(t -> t.testId().equals(testId) && t.side() == on)
                    .findFirst();
            Optional<TestFinding> next = change.apply(was);
            v.tests().forEach(t -> {
                if (was.filter(t::equals).isPresent()) {
                    next.ifPresent(all::add);
                } else {
                    all.add(t);
                }
            });
            if (was.isEmpty()) {
                next.ifPresent(all::add);
            }
            return v.withTests(all);
        });
    }

    private Laterality sideOf(String testId) {
        return files.tests().test(testId).filter(t -> !t.sided()).isPresent() ? Laterality.BILATERAL : side;
    }

    private TestFinding blank(String testId, Result result) {
        return new TestFinding(testId, sideOf(testId), result);
    }

    /** Pain and its place belong to a positive test; where it gives none, they go. */
    private static TestFinding with(TestFinding t, Result result) {
        boolean pain = result == Result.POSITIVE || result == Result.NOT_TOLERATED;
        return new TestFinding(t.testId(), t.side(), result, pain ? t.sites() : Set.of(),
                pain ? t.nrs() : OptionalInt.empty(), t.angleDeg(), t.note());
    }

    private void edit(UnaryOperator<Visit> change) {
        Visit before = visit();
        Visit after = change.apply(before);
        if (!after.equals(before)) {
            Visit kept = chosen.isEmpty() ? named(after) : after;
            chosen = kept.id();
            desk.record(bench.editor(), kept);
        }
    }

    private Visit named(Visit v) {
        return new Visit(bench.editor().newId(), v.at(), v.window(), v.examiner(), v.tests(), v.neuro(), v.redFlags(),
                v.pain(), v.hipAnswers(), v.hipScores(), v.note());
    }

    private Visit visit() {
        Case c = bench.casefile();
        return c.followUp().visit(chosen).orElseGet(() -> {
            Visit fresh = desk.begin(c, "", freshTime.orElseGet(bench.editor()::now), bench.editor().operator());
            return freshWindow.map(w -> fresh.withTime(fresh.at(), w)).orElse(fresh);
        });
    }

    private void follow(Case now) {
        int count = procedures(now);
        if (!now.id().equals(caseId)) {
            caseId = now.id();
            side = oneSide(now);
            flags.forget();
            chooseLatest(now);
        } else if (count > procedures) {
            // What is written after an injection must never become what was before it.
            choose("");
        } else if (side == Laterality.UNSPECIFIED) {
            side = oneSide(now);
        }
        procedures = count;
        if (!chosen.isEmpty() && now.followUp().visit(chosen).isEmpty()) {
            chosen = "";
        }
        refresh();
    }

    /** The side to treat, where it is one; of both sides none is the one examined first. */
    private static Laterality oneSide(Case c) {
        return c.side() == Laterality.BILATERAL ? Laterality.UNSPECIFIED : c.side();
    }

    private static int procedures(Case c) {
        return c.ledger().size() + c.followUp().events().size();
    }

    /** A visit of today goes on, unless something was done since. */
    private void chooseLatest(Case c) {
        freshTime = Optional.empty();
        freshWindow = Optional.empty();
        Optional<Visit> last = c.followUp().visitsInTime().reversed().stream().findFirst();
        boolean today = last.filter(v -> v.at().atZone(zone).toLocalDate()
                .equals(bench.editor().now().atZone(zone).toLocalDate())).isPresent();
        boolean since = last.filter(v -> c.ledger().stream().anyMatch(l -> l.given().isAfter(v.at()))).isPresent();
        chosen = today && !since ? last.orElseThrow().id() : "";
    }

    private void refresh() {
        AssessState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private AssessState compute() {
        Visit v = visit();
        List<AssessState.VisitChoice> visits = new ArrayList<>();
        visits.add(new AssessState.VisitChoice("", words.text("assess.new")));
        bench.casefile().followUp().visitsInTime().reversed().forEach(o -> visits.add(new AssessState.VisitChoice(
                o.id(), told.window(o.window()) + ", " + WHEN.format(o.at().atZone(zone)))));
        AssessState.Head head = new AssessState.Head(chosen, WHEN.format(v.at().atZone(zone)), v.window(), side,
                v.note());
        return new AssessState(bench.clip().getValue().isPresent(), visits, head, told.tests(v, side),
                told.rules(v, side), told.flags(flags.of(v)), told.pain(v), told.hip(v, desk.scoring()),
                told.neuro(v, side), files.complaints());
    }
}
