package foramen.ui.outcome;

import foramen.domain.casefile.CaseId;
import foramen.domain.outcome.DueVisit;
import foramen.domain.registry.RegistryQuery;
import java.util.List;
import java.util.Optional;

/**
 * What the registry shows.
 *
 * @param query what it was asked
 * @param source whose rows these are: the record, or a file
 * @param fromFile whether they are of a file
 * @param cases how many cases, in words; empty before the first answer
 * @param lines the cohort, a group each
 * @param published what others found
 * @param due visits due over all cases, longest due first
 * @param moreDue that more are due than are shown; empty where all are
 * @param unread what counts nowhere, one sentence each
 * @param busy what is being worked on; empty where nothing is
 * @param said what was done last, or what went wrong
 * @param wrong whether that went wrong
 */
public record RegistryState(RegistryQuery query, String source, boolean fromFile, String cases, List<Line> lines,
        List<Published> published, List<DueLine> due, String moreDue,
        List<String> unread, String busy, String said, boolean wrong) {
    /** Copies the lists. */
    public RegistryState {
        lines = List.copyOf(lines);
        published = List.copyOf(published);
        due = List.copyOf(due);
        unread = List.copyOf(unread);
    }

    /** A group, its cells in the order of the columns, and what is said beneath them. */
    public record Line(String group, List<String> cells, List<String> notes) {
        /** Copies the lists. */
        public Line {
            cells = List.copyOf(cells);
            notes = List.copyOf(notes);
        }
    }

    /** A published finding, its labels, and its source. */
    public record Published(String arm, String words, List<String> labels, String source) {
        /** Copies the labels. */
        public Published {
            labels = List.copyOf(labels);
        }
    }

    /** A visit that is due: the case to open, and the row in words. */
    public record DueLine(Optional<CaseId> caseId, String patient, String words, DueVisit.State state) {}
}
