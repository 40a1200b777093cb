package foramen.workspace.export;

import foramen.domain.delivery.DeliveryCheck;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.NotApplicableException;
import foramen.job.CancelledException;
import foramen.job.DurableFile;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports a case as documents. Every document is complete under its final name or not there at all, nothing is ever
 * overwritten, and one that fails does not keep the others from being written.
 */
public final class ExportService {
    private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);

    private final Map<ExportKind, Exporter> exporters = new EnumMap<>(ExportKind.class);
    private final Map<ExportKind, DeliveryCheck> checks = new EnumMap<>(ExportKind.class);

    /** Documents that are held against what was written, byte by byte, but not opened. */
    public ExportService(Collection<Exporter> exporters) {
        this(exporters, List.of());
    }

    /**
     * @param exporters one for each kind of document
     * @param checks open what was written
     * @throws IllegalArgumentException where two claim the same kind
     */
    public ExportService(Collection<Exporter> exporters, Collection<DeliveryCheck> checks) {
        checks.forEach(c -> c.kinds().forEach(k -> this.checks.put(k, c)));
        for (Exporter e : exporters) {
            if (this.exporters.put(e.kind(), e) != null) {
                throw new IllegalArgumentException("Two exporters for " + e.kind());
            }
        }
    }

    /** The documents that can be made, in the order they are offered. */
    public Set<ExportKind> kinds() {
        return exporters.isEmpty() ? Set.of() : EnumSet.copyOf(exporters.keySet());
    }

    /**
     * Exports under names that say nothing about the patient. Work for a job.
     *
     * @param folder where to; made where it is not there yet
     * @throws CancelledException when cancelled; documents finished by then stay, of the one under way nothing does
     */
    public ExportResult export(ExportSubject subject, Set<ExportKind> kinds, Path folder, Progress progress) {
        return export(subject, kinds, folder, FileNaming.CASE, progress);
    }

    /**
     * Exports under names as {@code naming} says. Work for a job.
     *
     * @param folder where to; made where it is not there yet
     * @throws CancelledException when cancelled; documents finished by then stay, of the one under way nothing does
     */
    public ExportResult export(ExportSubject subject, Set<ExportKind> kinds, Path folder, FileNaming naming,
            Progress progress) {
        List<ExportOutcome> outcomes = new ArrayList<>();
        List<ExportKind> ordered = kinds.stream().sorted().toList();
        for (int i = 0; i < ordered.size(); i++) {
            progress.checkCancelled();
            Progress part = progress.part((double) i / ordered.size(), (i + 1.0) / ordered.size());
            part.report(0, ordered.get(i).label());
            outcomes.add(one(subject, ordered.get(i), folder, naming, part));
            part.report(1, ordered.get(i).label());
        }
        return new ExportResult(folder, outcomes);
    }

    ExportOutcome one(ExportSubject subject, ExportKind kind, Path folder, FileNaming naming,
            Progress progress) {
        Exporter exporter = exporters.get(kind);
        if (exporter == null) {
            return new ExportOutcome.Failed(kind, kind.label() + " cannot be made by this installation.");
        }
        try {
            Files.createDirectories(folder);
            DurableFile.Done done = DurableFile.write(folder, FileNames.stem(subject, kind, naming),
                    kind.extension(), out -> {
                        exporter.write(subject, out, progress);
                        // The last moment at which nothing has got its final name.
                        progress.checkCancelled();
                    }, file -> check(kind, file, subject));
            return new ExportOutcome.Written(kind, done.file(), done.bytes(), done.sha256());
        } catch (CancelledException e) {
            throw e;
        } catch (NotApplicableException e) {
            return new ExportOutcome.LeftOut(kind, kind.label() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be exported", kind, e);
            return new ExportOutcome.Failed(kind, kind.label() + ": " + sentence(e, folder));
        }
    }

    private void check(ExportKind kind, Path file, ExportSubject subject) throws IOException {
        DeliveryCheck check = checks.get(kind);
        if (check == null) {
            return;
        }
        try {
            check.check(kind, file, subject);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} did not pass its check", kind, e);
            throw new IOException("what was written does not open as it should (" + e.getMessage()
                    + "), so it was not kept; export again, and report this where it comes again.", e);
        }
    }

    /** What went wrong in the operator's words. */
    static String sentence(Exception e, Path folder) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk is full")
                || lower.contains("quota exceeded")) {
            return "the disk of " + folder + " is full; make room or choose another folder.";
        }
        if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException
                || lower.contains("read-only file system")) {
            return "nothing can be written to the folder " + folder + "; choose another folder.";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return folder + " is a file, not a folder; choose a folder.";
        }
        if (e instanceof NoSuchFileException) {
            return "the folder " + folder + " is not there any more; choose another folder.";
        }
        if (e instanceof FileSystemException || !(e instanceof IOException) || message.isBlank()) {
            return "it could not be written to " + folder + " (" + e + "); the log has the details.";
        }
        return message;
    }
}
