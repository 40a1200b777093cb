package foramen.domain.delivery;

import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Makes one document of all cases of a record; work for a job. */
public interface RecordExporter {
    /** What kind of document. */
    ExportKind kind();

    /**
     * Writes the document to {@code out}, which stays open.
     *
     * @return one sentence for each case that could not be read and is not in it
     * @throws foramen.job.CancelledException when cancelled
     */
    List<String> write(CaseStore store, OutputStream out, Progress progress) throws IOException, StoreException;
}
