package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import java.util.List;

/**
 * A case as a file gives it back; where the files of its clips lie is not known from it.
 *
 * @param casefile the case
 * @param source the file's name, for sentences
 * @param objectUid the SOP Instance UID of the object; empty where it has none
 * @param studyUid the study it belongs to; empty where it names none
 * @param isExact whether Foramen wrote it, so that it holds the case without loss
 * @param remarks what could not be understood or taken over, and what was, one sentence each
 */
public record ImportedCase(Case casefile, String source, String objectUid, String studyUid, boolean isExact,
        List<String> remarks) {
    /** Copies the remarks. */
    public ImportedCase {
        remarks = List.copyOf(remarks);
    }
}
