package foramen.workspace.assessment;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.HarrisScoring;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.outcome.CaseCourse;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Procedure;
import foramen.workspace.edit.CaseEditor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Begins, completes and records visits and events of the current case. */
public final class AssessmentDesk {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    /** Centimetres are told from millimetres by their unit, never by their size. */
    private static final Pattern VAS = Pattern.compile("(\\d{1,3})(?:[.,](\\d))?\\s*(mm|cm)");
    private static final int MM_PER_CM = 10;

    private final FollowUpSchedule schedule;
    private final OutcomeRules rules;
    private final HarrisScoring scoring;
    private final ZoneId zone;

    /**
     * @param files the data files that hold
     * @param zone the clinic's time zone
     */
    public AssessmentDesk(AssessmentFiles files, ZoneId zone) {
        this.schedule = files.schedule();
        this.rules = files.outcome();
        this.scoring = new HarrisScoring(files.harris());
        this.zone = zone;
    }

    /** A visit of now with nothing in it, called by the planned visit that it falls on. */
    public Visit begin(Case c, String id, Instant at, String examiner) {
        return Visit.begin(id, at, windowAt(c, at), examiner);
    }

    /** Which planned visit a time falls on: a baseline before any procedure, else by the protocol of the last one. */
    public VisitWindow windowAt(Case c, Instant at) {
        CaseCourse course = new CaseCourse(c, rules, zone);
        Optional<Procedure> last = course.procedures().stream().filter(p -> p.at().isBefore(at))
                .reduce((a, b) -> b);
        return last.map(p -> schedule.windowAt(schedule.protocol(p, c.followUp().protocolId()),
                Duration.between(p.at(), at))).orElse(VisitWindow.BASELINE);
    }

    /**
     * The visit with these answers, and the scores that come of them. A score that cannot be counted is left out, and so
     * is one counted from earlier answers; a total typed from elsewhere stays.
     */
    public Visit withHip(Visit visit, HarrisAnswers answers) {
        List<HipScore> scores = new ArrayList<>(
                visit.hipScores().stream().filter(s -> s.edition().isEmpty()).toList());
        for (HarrisScoring.Result r : List.of(scoring.harris(answers), scoring.modified(answers))) {
            if (r instanceof HarrisScoring.Counted counted) {
                scores.removeIf(s -> s.measure().equals(counted.score().measure()));
                scores.add(counted.score());
            }
        }
        return visit.withHip(Optional.of(answers), scores);
    }

    /** Counts hip scores, with the reason where there is none. */
    public HarrisScoring scoring() {
        return scoring;
    }

    /** A typed pain, or why it cannot be understood. */
    public sealed interface TypedPain {}

    /** The pain that was typed. */
    public record Understood(PainScore score) implements TypedPain {}

    /** Why it cannot be understood: one sentence that says how to write it. */
    public record Refused(String sentence) implements TypedPain {}

    /**
     * The pain that was typed: a whole number from 0 to 10 for the NRS, millimetres or centimetres with their unit for
     * the VAS, since 8 may be either.
     */
    public TypedPain pain(Instrument instrument, PainState state, String typed) {
        String text = typed.strip();
        if (instrument == Instrument.NRS) {
            return WHOLE.matcher(text).matches()
                    ? score(instrument, state, Integer.parseInt(text))
                    : new Refused("Write the NRS as a whole number from 0 to 10.");
        }
        var vas = VAS.matcher(text);
        if (!vas.matches()) {
            return new Refused("Write the VAS with its unit, such as 80 mm or 8.0 cm.");
        }
        BigDecimal value = new BigDecimal(vas.group(1) + (vas.group(2) == null ? "" : "." + vas.group(2)));
        BigDecimal mm = vas.group(3).equals("cm") ? value.multiply(BigDecimal.valueOf(MM_PER_CM)) : value;
        if (mm.stripTrailingZeros().scale() > 0) {
            return new Refused("Write the VAS in whole millimetres, such as 80 mm.");
        }
        return score(instrument, state, mm.intValueExact());
    }

    private static TypedPain score(Instrument instrument, PainState state, int value) {
        int most = instrument.maximum().intValueExact();
        return value > most
                ? new Refused("The " + instrument.label() + " ends at " + most
                        + (instrument.unit().isEmpty() ? "" : " " + instrument.unit()) + ".")
                : new Understood(new PainScore(instrument, state, value));
    }

    /** Records a visit, new or corrected, in the case at hand: one step of undo. */
    public void record(CaseEditor editor, Visit visit) {
        Case c = editor.current();
        String action = (c.followUp().visit(visit.id()).isPresent() ? "Correct visit: " : "Record visit: ")
                + visit.window().label();
        editor.commit(c.withFollowUp(c.followUp().withVisit(visit)), action);
    }

    /** Takes a visit out of the case at hand: one step of undo. */
    public void remove(CaseEditor editor, Visit visit) {
        edit(editor, f -> f.withoutVisit(visit.id()), "Remove visit: " + visit.window().label());
    }

    /** Records an event, new or corrected: one step of undo. */
    public void record(CaseEditor editor, CareEvent event) {
        edit(editor, f -> f.withEvent(event), "Record: " + event.kind().label());
    }

    /** Takes an event out of the case at hand: one step of undo. */
    public void remove(CaseEditor editor, CareEvent event) {
        edit(editor, f -> f.withoutEvent(event.id()), "Remove: " + event.kind().label());
    }

    /** Chooses the follow-up protocol by hand, empty for the schedule's own choice: one step of undo. */
    public void chooseProtocol(CaseEditor editor, String protocolId) {
        edit(editor, f -> f.withProtocol(protocolId), "Choose follow-up protocol");
    }

    /** An event of now, on the side of the case. */
    public CareEvent event(Case c, String id, CareEvent.Kind kind, Instant at, String what, OptionalInt grade,
            boolean forReturnOfPain, String recordedBy) {
        Laterality side = c.side();
        return new CareEvent(id, kind, at, side, what, grade, forReturnOfPain, recordedBy, "");
    }

    private static void edit(CaseEditor editor, UnaryOperator<FollowUp> change,
            String action) {
        Case c = editor.current();
        editor.commit(c.withFollowUp(change.apply(c.followUp())), action);
    }
}
