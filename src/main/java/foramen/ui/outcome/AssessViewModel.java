package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.ui.outcome.AssessState.Answer;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private final Workbench bench;
    private final Words words;
    private final AssessmentFiles files;
    private final AssessmentDesk desk;
    private final ZoneId zone;
    private final AssessWords told;
    private final ReadOnlyObjectWrapper<AssessState> state;
    private final ReadOnlyLongWrapper painWanted = new ReadOnlyLongWrapper();
    private final RedFlagAnswers flags;
    private final VisitAtHand hand;
    private final FindingEdits findings;
    private final HipEdits hip;

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
        this.hand = new VisitAtHand(bench, desk, zone);
        this.findings = new FindingEdits(hand, files.tests(), words);
        this.hip = new HipEdits(hand, files.harris(), desk, words);
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

    /** What was found on the side examined. */
    public FindingEdits findings() {
        return findings;
    }

    /** The hip score. */
    public HipEdits hip() {
        return hip;
    }

    /**
     * Looks at the clock again: a visit that is not begun is of now, and on another day a new one is. For whoever turns
     * to the page, and for a page that stays in view.
     */
    public void look() {
        if (hand.look()) {
            flags.forget();
        }
        refresh();
    }

    /** Turns to a recorded visit, or with an empty identifier to a new one. */
    public void choose(String visitId) {
        hand.choose(visitId);
        flags.forget();
        refresh();
    }

    /** Begins a visit that stands for {@code window} and asks for its pain. */
    public void begin(Optional<VisitWindow> window) {
        choose("");
        window.ifPresent(hand::window);
        refresh();
        painWanted.set(painWanted.get() + 1);
    }

    /** Says which side is examined; findings of the other side stay. */
    public void chooseSide(Laterality next) {
        hand.side(next);
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
        hand.at(at);
        refresh();
        return "";
    }

    /** Says which planned visit it stands for. */
    public void chooseWindow(VisitWindow window) {
        hand.window(window);
        refresh();
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
        hand.remove();
        flags.forget();
        refresh();
    }

    /** Answers a red-flag question. They are recorded once all are answered, and at once where one is there. */
    public void answer(String flagId, Answer answer) {
        RedFlagScreen next = flags.with(hand.visit(), flagId, answer);
        hand.edit(v -> v.withRedFlags(next));
        refresh();
    }

    /** Answers all questions that are still open with no. */
    public void answerRestNo() {
        RedFlagScreen next = flags.withNoToTheRest(hand.visit());
        hand.edit(v -> v.withRedFlags(next));
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
        hand.edit(v -> {
            List<PainScore> all = new ArrayList<>(v.pain().stream()
                    .filter(p -> p.instrument() != instrument || p.state() != pain).toList());
            next.ifPresent(all::add);
            return v.withPain(all);
        });
        return "";
    }

    /** Notes free words. */
    public void note(String note) {
        hand.edit(v -> v.withNote(note));
    }

    private void follow(Case now) {
        if (hand.follow(now)) {
            flags.forget();
        }
        refresh();
    }

    private void refresh() {
        AssessState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private AssessState compute() {
        Visit v = hand.visit();
        Laterality side = hand.side();
        List<AssessState.VisitChoice> visits = new ArrayList<>();
        visits.add(new AssessState.VisitChoice("", words.text("assess.new")));
        bench.casefile().followUp().visitsInTime().reversed().forEach(o -> visits.add(new AssessState.VisitChoice(
                o.id(), told.window(o.window()) + ", " + WHEN.format(o.at().atZone(zone)))));
        AssessState.Head head = new AssessState.Head(bench.casefile().id().value(), hand.id(),
                WHEN.format(v.at().atZone(zone)), v.window(), side,
                v.note());
        return new AssessState(bench.clip().getValue().isPresent(), visits, head, told.tests(v, side),
                told.rules(v, side), told.flags(flags.of(v)), told.pain(v), told.hip(v, desk.scoring()),
                told.neuro(v, side), files.complaints());
    }
}
