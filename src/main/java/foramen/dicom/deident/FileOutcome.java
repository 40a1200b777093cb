package foramen.dicom.deident;

import foramen.domain.deident.CopyStatus;
import java.util.Optional;

/**
 * What became of one file of a batch.
 *
 * @param number its place in the batch, from 1
 * @param source where it lies; for the operator only, because names of files tell names of patients
 * @param status in one word
 * @param reason why there is no copy, the end of a sentence that starts with the file's name; empty where there is one
 * @param proof what was done, where there is a copy
 */
public record FileOutcome(int number, String source, CopyStatus status, String reason, Optional<FileProof> proof) {
    static FileOutcome done(int number, String source, FileProof proof) {
        return new FileOutcome(number, source, CopyStatus.DONE, "", Optional.of(proof));
    }

    static FileOutcome not(int number, String source, DeidentException e) {
        return new FileOutcome(number, source,
                e.kind() == DeidentException.Kind.REFUSED ? CopyStatus.REFUSED : CopyStatus.FAILED, e.reason(),
                Optional.empty());
    }
}
