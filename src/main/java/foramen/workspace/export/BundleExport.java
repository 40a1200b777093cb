package foramen.workspace.export;

import foramen.domain.delivery.Companion;
import foramen.domain.delivery.ExportKind;
import foramen.job.CancelledException;
import foramen.job.DurableFile;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a bundle in one go: each document whole and opened again, or not there at all; what fails keeps nothing else
 * from being written. Last comes a manifest of what is there.
 */
public final class BundleExport {
    private static final Logger LOG = LoggerFactory.getLogger(BundleExport.class);

    private final ExportService service;

    /** Writes with {@code service}. */
    public BundleExport(ExportService service) {
        this.service = service;
    }

    /**
     * What became of one document.
     *
     * @param document which
     * @param outcome what became of it
     */
    public record Entry(Companion document, ExportOutcome outcome) {}

    /**
     * What became of a bundle.
     *
     * @param result what became of each document
     * @param manifest the manifest; empty where nothing else is there either
     * @param complaint why the manifest could not be written, in one sentence; else empty
     */
    public record Result(ExportResult result, Optional<Path> manifest, String complaint) {
        /** Whether nothing failed. */
        public boolean isComplete() {
            return result.isComplete() && complaint.isEmpty();
        }
    }

    /**
     * Writes {@code bundle}. Work for a job.
     *
     * @param folder where to; made where it is not there yet
     * @param each hears what became of each document as soon as it is known, on the thread of the job
     * @throws CancelledException when cancelled; documents finished by then stay and have been told to {@code each}, of
     *     the one under way nothing is left
     */
    public Result write(Bundle bundle, Path folder, Consumer<Entry> each, Progress progress) {
        List<Entry> entries = new ArrayList<>();
        List<Companion> there = new ArrayList<>();
        List<Companion> documents = bundle.documents();
        for (int i = 0; i < documents.size(); i++) {
            progress.checkCancelled();
            Companion document = documents.get(i);
            ExportKind kind = document.kind();
            Progress part = progress.part((double) i / documents.size(), (i + 1.0) / documents.size());
            part.report(0, kind.label());
            ExportOutcome outcome = service.one(bundle.subject().on(document.frameIndex(), there), kind, folder,
                    bundle.naming(), part);
            if (outcome instanceof ExportOutcome.Written) {
                there.add(document);
            }
            Entry entry = new Entry(document, outcome);
            entries.add(entry);
            each.accept(entry);
            part.report(1, kind.label());
        }
        ExportResult result = new ExportResult(folder, entries.stream().map(Entry::outcome).toList());
        return there.isEmpty() ? new Result(result, Optional.empty(), "") : manifest(bundle, result, entries);
    }

    private static Result manifest(Bundle bundle, ExportResult result, List<Entry> entries) {
        try {
            DurableFile.Done done = DurableFile.write(result.folder(), FileNames.stem(bundle.subject(),
                    "manifest", bundle.naming()), "json", out -> out.write(Manifest.of(bundle, entries)),
                    file -> Manifest.check(Files.readAllBytes(file)));
            return new Result(result, Optional.of(done.file()), "");
        } catch (IOException | RuntimeException e) {
            LOG.warn("The manifest could not be written", e);
            return new Result(result, Optional.empty(),
                    "The manifest: " + ExportService.sentence(e, result.folder()));
        }
    }
}
