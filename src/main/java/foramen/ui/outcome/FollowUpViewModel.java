package foramen.ui.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.outcome.DueVisit;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.OutcomeDesk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What came of the case, which visits are due, and what else happened. */
public final class FollowUpViewModel {
    private final Workbench bench;
    private final Words words;
    private final AssessmentFiles files;
    private final AssessmentDesk desk;
    private final OutcomeDesk outcomes;
    private final ZoneId zone;
    private final OutcomeWords told;
    private final ReadOnlyObjectWrapper<FollowUpState> state;
    private Consumer<Optional<VisitWindow>> onVisit = w -> {};
    private Runnable onRegistry = () -> {};
    private CaseId caseId;
    private CareEvent.Kind kind = CareEvent.Kind.REPEAT_INJECTION;
    private String what = "";
    private Optional<Integer> grade = Optional.empty();
    private boolean forReturnOfPain;
    private String when = "";
    private String complaint = "";

    /**
     * @param bench the case
     * @param files the data files that hold
     * @param desk records events
     * @param outcomes reads what came of the case
     * @param zone the clinic's time zone
     */
    public FollowUpViewModel(Workbench bench, AssessmentFiles files, AssessmentDesk desk, OutcomeDesk outcomes,
            ZoneId zone) {
        this.bench = bench;
        this.words = bench.words();
        this.files = files;
        this.desk = desk;
        this.outcomes = outcomes;
        this.zone = zone;
        this.told = new OutcomeWords(words, files, zone);
        this.caseId = bench.casefile().id();
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        bench.editor().caseProperty().addListener((o, was, now) -> {
            if (!now.id().equals(caseId)) {
                caseId = now.id();
                clear();
            }
            refresh();
        });
        bench.clip().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<FollowUpState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public FollowUpState state() {
        return state.get();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** Looks at the clock again, by which visits come to be due: for whoever turns to the page, and while it stays. */
    public void look() {
        refresh();
    }

    /** Calls {@code action} when a visit is to be written, with the planned visit it stands for. */
    public void onVisit(Consumer<Optional<VisitWindow>> action) {
        onVisit = action;
    }

    /** Calls {@code action} when the registry is asked for. */
    public void onRegistry(Runnable action) {
        onRegistry = action;
    }

    /** Asks to write a visit that stands for {@code window}, or for what the day says. */
    public void addVisit(Optional<VisitWindow> window) {
        onVisit.accept(window);
    }

    /** Asks for the registry. */
    public void openRegistry() {
        onRegistry.run();
    }

    /** Chooses the follow-up protocol by hand; empty for the schedule's own choice. */
    public void chooseProtocol(String protocolId) {
        if (!protocolId.equals(bench.casefile().followUp().protocolId())) {
            desk.chooseProtocol(bench.editor(), protocolId);
        }
    }

    /** Says what sort of event it is. */
    public void chooseKind(CareEvent.Kind next) {
        kind = next;
        complaint = "";
        refresh();
    }

    /** Says what happened, in words. */
    public void typeWhat(String text) {
        what = text;
        refresh();
    }

    /** Says when it happened, such as {@code 2026-03-14 12:03}; empty is now. */
    public void typeWhen(String text) {
        when = text;
        complaint = "";
        refresh();
    }

    /** Grades an adverse event, 1 to 5. */
    public void chooseGrade(int next) {
        grade = Optional.of(next);
        complaint = "";
        refresh();
    }

    /** Says whether it was done because the pain came back. */
    public void returnOfPain(boolean next) {
        forReturnOfPain = next;
        refresh();
    }

    /** Records the event, unless something is missing; says then what. */
    public boolean record() {
        boolean adverse = kind == CareEvent.Kind.ADVERSE_EVENT;
        Optional<Instant> at = time();
        complaint = adverse && grade.isEmpty()
                ? words.text("event.grade.missing")
                : at.isEmpty()
                        ? words.text("assess.when.complaint")
                        : at.get().isAfter(bench.editor().now()) ? words.text("assess.when.future") : "";
        if (!complaint.isEmpty()) {
            refresh();
            return false;
        }
        CareEvent event = desk.event(bench.casefile(), bench.editor().newId(), kind, at.orElseThrow(), what.strip(),
                adverse ? OptionalInt.of(grade.orElseThrow()) : OptionalInt.empty(),
                forReturnOfPain && kind.isIntervention(), bench.editor().operator());
        desk.record(bench.editor(), event);
        // Where records can only be read the window says so, and what was typed stays.
        boolean done = !bench.editor().isReadOnly();
        if (done) {
            clear();
        }
        refresh();
        return done;
    }

    /** Takes an event out of the case. */
    public void remove(String eventId) {
        bench.casefile().followUp().events().stream().filter(e -> e.id().equals(eventId)).findFirst()
                .ifPresent(e -> desk.remove(bench.editor(), e));
    }

    private Optional<Instant> time() {
        if (when.isBlank()) {
            return Optional.of(bench.editor().now());
        }
        try {
            return Optional.of(LocalDateTime.parse(when.strip(), AssessViewModel.WHEN).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void clear() {
        what = "";
        when = "";
        grade = Optional.empty();
        forReturnOfPain = false;
        complaint = "";
    }

    private void refresh() {
        FollowUpState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private FollowUpState compute() {
        Case c = bench.casefile();
        List<List<OutcomeDesk.ProcedureOutcome>> byDefinition = files.outcome().responders().stream()
                .map(d -> outcomes.outcomes(c, d)).toList();
        List<FollowUpState.ProcedureCard> cards = new ArrayList<>();
        for (int i = byDefinition.getFirst().size() - 1; i >= 0; i--) {
            int at = i;
            cards.add(told.card(byDefinition.stream().map(all -> all.get(at)).toList()));
        }
        List<FollowUpState.DueRow> due = outcomes.visits(c, bench.editor().now()).stream()
                .filter(FollowUpViewModel::shown).map(told::due).toList();
        List<FollowUpState.EventRow> events = c.followUp().eventsInTime().reversed().stream()
                .map(e -> new FollowUpState.EventRow(e.id(), told.event(e))).toList();
        return new FollowUpState(bench.clip().getValue().isPresent(), cards,
                told.chart(outcomes.timeCourse(c), c, byDefinition.getFirst()), due, files.schedule().protocols(),
                c.followUp().protocolId(), events,
                new FollowUpState.EventDraft(kind, what, when, grade, forReturnOfPain, complaint));
    }

    /** What was missed between two sessions of a course tells nothing any more. */
    private static boolean shown(DueVisit v) {
        return v.state() != DueVisit.State.MISSED || v.procedure().course().last();
    }
}
