package foramen.workspace.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of an export.
 *
 * @param folder where it was to go
 * @param outcomes one for each document asked for, in the order they are offered
 */
public record ExportResult(Path folder, List<ExportOutcome> outcomes) {
    /** Copies the outcomes. */
    public ExportResult {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether nothing failed: every document is there, or the case had nothing for it. */
    public boolean isComplete() {
        return failures().isEmpty();
    }

    /** The documents that are there. */
    public List<ExportOutcome.Written> written() {
        return outcomes.stream().filter(ExportOutcome.Written.class::isInstance)
                .map(ExportOutcome.Written.class::cast).toList();
    }

    /** The documents that the case had nothing for. */
    public List<ExportOutcome.LeftOut> leftOut() {
        return outcomes.stream().filter(ExportOutcome.LeftOut.class::isInstance)
                .map(ExportOutcome.LeftOut.class::cast).toList();
    }

    /** The documents that could not be written. */
    public List<ExportOutcome.Failed> failures() {
        return outcomes.stream().filter(ExportOutcome.Failed.class::isInstance)
                .map(ExportOutcome.Failed.class::cast).toList();
    }
}
