package foramen.ui.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.FollowUpSchedule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the page of follow-up shows.
 *
 * @param caseOpen whether there is a case
 * @param procedures what came of each procedure, newest first
 * @param chart the time course
 * @param due the planned visits, earliest first
 * @param protocols the protocols that can be chosen
 * @param protocolId the one chosen by hand; empty for the schedule's own choice
 * @param events what else happened, newest first
 * @param draft the event being filled in
 */
public record FollowUpState(boolean caseOpen, List<ProcedureCard> procedures, Chart chart, List<DueRow> due,
        List<FollowUpSchedule.Protocol> protocols, String protocolId, List<EventRow> events, EventDraft draft) {
    /** Copies the lists. */
    public FollowUpState {
        procedures = List.copyOf(procedures);
        due = List.copyOf(due);
        protocols = List.copyOf(protocols);
        events = List.copyOf(events);
    }

    /**
     * What came of one procedure.
     *
     * @param title the procedure, its session and day
     * @param lines one sentence each
     */
    public record ProcedureCard(String title, List<OutcomeLine> lines) {
        /** Copies the lines. */
        public ProcedureCard {
            lines = List.copyOf(lines);
        }
    }

    /** A sentence, where its rule comes from, and whether it is good news, a caution or neither. */
    public record OutcomeLine(String words, String source, Sense sense) {}

    /** How a sentence is to be taken. */
    public enum Sense {
        PLAIN, GOOD, CAUTION
    }

    /** The time course: a plot for each series over the same days, and what was done. */
    public record Chart(List<Series> series, List<Mark> marks) {
        /** Copies the lists. */
        public Chart {
            series = List.copyOf(series);
            marks = List.copyOf(marks);
        }
    }

    /**
     * Values that may be joined by a line.
     *
     * @param name instrument and state or rules
     * @param maximum the end of its scale
     * @param points the values
     * @param words all values in words
     */
    public record Series(String name, BigDecimal maximum, List<Dot> points, String words) {
        /** Copies the points. */
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A value: days from the first procedure, number, and both in words. */
    public record Dot(double days, BigDecimal value, String words) {}

    /** What was done: days from the first procedure, its number in the plot, and what in words. */
    public record Mark(double days, int number, String words, boolean treatment) {}

    /** A planned visit: what and when in words, and where it stands. */
    public record DueRow(VisitWindow window, String words, DueVisit.State state, String stateWords) {}

    /** A recorded event. */
    public record EventRow(String id, String words) {}

    /**
     * The event being filled in.
     *
     * @param kind what happened
     * @param what in words
     * @param when as typed; empty for now
     * @param grade of an adverse event; empty until chosen
     * @param forReturnOfPain whether it was done because the pain came back
     * @param complaint what is missing; empty where nothing is
     */
    public record EventDraft(CareEvent.Kind kind, String what, String when, Optional<Integer> grade,
            boolean forReturnOfPain, String complaint) {}
}
