package foramen.domain.delivery;

import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one kind of document. */
public interface Exporter {
    /** Which kind. */
    ExportKind kind();

    /**
     * Writes {@code subject} to {@code out}, which the caller owns and makes durable.
     *
     * @throws IOException with one sentence that says why it could not be written
     */
    void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException;
}
