package foramen.workspace.intake;

import foramen.domain.casefile.Case;
import java.util.List;

/**
 * What became of files that were imported.
 *
 * @param casefile the case as it is in the record now
 * @param outcome whether it was added
 * @param isExact whether Foramen's own files gave it back without loss
 * @param remarks what was left behind and what to do, one sentence each
 */
public record IntakeResult(Case casefile, Outcome outcome, boolean isExact, List<String> remarks) {
    /** What happened to the record. */
    public enum Outcome {
        /** A case was added. */
        ADDED,
        /** The record holds the very same case; nothing was changed. */
        ALREADY_THERE
    }

    /** Copies the remarks. */
    public IntakeResult {
        remarks = List.copyOf(remarks);
    }
}
