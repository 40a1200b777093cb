package foramen.domain.deident;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of all files.
 *
 * @param outcomes one for each file that was reached, in order
 * @param cancelled whether it was stopped before its end; what was done until then is whole
 * @param proof the proof sheet
 * @param folder where the copies are
 * @param remarks what the operator should know besides, one sentence each
 */
public record CopyResult(List<CopyOutcome> outcomes, boolean cancelled, Optional<Path> proof, Path folder,
        List<String> remarks) {
    /** Copies the lists. */
    public CopyResult {
        outcomes = List.copyOf(outcomes);
        remarks = List.copyOf(remarks);
    }

    /** How many ended in {@code status}. */
    public long count(CopyStatus status) {
        return outcomes.stream().filter(o -> o.status() == status).count();
    }
}
