package foramen.dicom.deident;

import foramen.domain.deident.CopyStatus;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param how what the copies are like
 * @param files one outcome for each file that was reached, in order
 * @param cancelled whether it was stopped before its end; what was done until then is whole
 */
public record BatchResult(Deidentification how, List<FileOutcome> files, boolean cancelled) {
    /** Copies the list. */
    public BatchResult {
        files = List.copyOf(files);
    }

    /** How many ended in {@code status}. */
    public long count(CopyStatus status) {
        return files.stream().filter(f -> f.status() == status).count();
    }
}
