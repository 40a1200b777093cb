package foramen.workspace.export;

import foramen.domain.delivery.ExportKind;
import java.nio.file.Path;

/** What became of one document. */
public sealed interface ExportOutcome {
    /** Which document. */
    ExportKind kind();

    /**
     * The document is there, complete and read back by a reader of its kind.
     *
     * @param kind which document
     * @param file where it is
     * @param bytes its size
     * @param sha256 its digest, lower-case hexadecimal
     */
    record Written(ExportKind kind, Path file, long bytes, String sha256) implements ExportOutcome {}

    /**
     * The document is not there, and nothing of it is left behind.
     *
     * @param kind which document
     * @param sentence why and what to do
     */
    record Failed(ExportKind kind, String sentence) implements ExportOutcome {}

    /**
     * The case has nothing for the document, so it was left out.
     *
     * @param kind which document
     * @param sentence why
     */
    record LeftOut(ExportKind kind, String sentence) implements ExportOutcome {}
}
