package foramen.workspace.export;

import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.delivery.RecordExporter;
import foramen.job.DurableFile;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one document of all cases of a record, whole or not at all; a name that is taken gets a number. */
public final class RecordExport {
    private final List<RecordExporter> exporters;

    /** One exporter for each kind of document. */
    public RecordExport(List<RecordExporter> exporters) {
        this.exporters = List.copyOf(exporters);
    }

    /**
     * What was written.
     *
     * @param file the file
     * @param unread one sentence for each case that is not in it
     */
    public record Result(Path file, List<String> unread) {
        /** Copies the list. */
        public Result {
            unread = List.copyOf(unread);
        }
    }

    /** The exporter that a file's name asks for by its ending. */
    private Optional<RecordExporter> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return exporters.stream().filter(e -> name.endsWith("." + e.kind().extension())).findFirst();
    }

    /**
     * Writes the document that the ending of {@code file} asks for.
     *
     * @throws IOException with a sentence where the ending asks for none, or it cannot be written
     */
    public Result write(CaseStore store, Path file, Progress progress) throws IOException, StoreException {
        RecordExporter exporter = of(file).orElseThrow(() -> new IOException(file
                + " says nothing of its form; let its name end in ."
                + String.join(" or .", exporters.stream().map(e -> e.kind().extension()).toList()) + "."));
        Path target = file.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(target.getParent())
                .orElseThrow(() -> new IOException(file + " is no name for a file."));
        String name = target.getName(target.getNameCount() - 1).toString();
        Files.createDirectories(folder);
        List<String> unread = new ArrayList<>();
        StoreException[] failed = new StoreException[1];
        try {
            Path written = DurableFile.write(folder, name.substring(0, name.lastIndexOf('.')),
                    exporter.kind().extension(), out -> {
                        try {
                            unread.addAll(exporter.write(store, out, progress));
                        } catch (StoreException e) {
                            failed[0] = e;
                            throw new IOException(e);
                        }
                    }, f -> {}).file();
            return new Result(written, unread);
        } catch (IOException e) {
            if (failed[0] != null) {
                throw failed[0];
            }
            throw e;
        }
    }
}
