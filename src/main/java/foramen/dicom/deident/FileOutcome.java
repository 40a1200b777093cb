package foramen.dicom.deident;

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
public record FileOutcome(int number, String source, Status status, String reason, Optional<FileProof> proof) {
    /** The three ways it can end. */
    public enum Status {
        /** There is a copy, and it was checked. */
        DONE,
        /** The file is sound, but it is no image, or somebody has to decide something first. */
        REFUSED,
        /** It could not be done. */
        FAILED
    }

    static FileOutcome done(int number, String source, FileProof proof) {
        return new FileOutcome(number, source, Status.DONE, "", Optional.of(proof));
    }

    static FileOutcome not(int number, String source, DeidentException e) {
        return new FileOutcome(number, source,
                e.kind() == DeidentException.Kind.REFUSED ? Status.REFUSED : Status.FAILED, e.reason(),
                Optional.empty());
    }
}
