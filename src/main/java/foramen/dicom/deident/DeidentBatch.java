package foramen.dicom.deident;

import foramen.job.CancelledException;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies many files, one after the other; none of them stops the others. */
public final class DeidentBatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeidentBatch.class);

    /** Work on a file that lies at a path. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void on(Path file) throws DeidentException;
    }

    /** How a source comes to lie at a path, such as by being unpacked. */
    @FunctionalInterface
    public interface Access {
        /**
         * Does {@code work} on the file while it is there.
         *
         * @throws IOException when it cannot be had
         */
        void with(Work work) throws IOException, DeidentException;
    }

    /**
     * A file to be copied.
     *
     * @param name for the operator
     * @param access how to come by it
     */
    public record Source(String name, Access access) {
        /** A file on the disk. */
        public static Source of(Path file) {
            return new Source(file.toString(), work -> work.on(file));
        }

        /** A file of which it is known already that there will be no copy. */
        public static Source without(String name, DeidentException.Kind kind, String reason) {
            return new Source(name, work -> {
                throw new DeidentException(kind, reason);
            });
        }
    }

    private final Deidentifier deidentifier;

    /** A batch by {@code deidentifier}. */
    public DeidentBatch(Deidentifier deidentifier) {
        this.deidentifier = deidentifier;
    }

    /** Copies {@code sources} into {@code folder}. */
    public BatchResult into(Path folder, List<Source> sources, Progress progress) {
        return run(sources, progress, (file, part) -> deidentifier.copyInto(folder, file, part));
    }

    /** Copies {@code source} to {@code target}. */
    public BatchResult to(Path target, Source source, Progress progress) {
        return run(List.of(source), progress, (file, part) -> deidentifier.copyTo(target, file, part));
    }

    private interface Copy {
        FileProof copy(Path file, Progress progress) throws DeidentException;
    }

    private BatchResult run(List<Source> sources, Progress progress, Copy copy) {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (progress.isCancelled()) {
                return new BatchResult(deidentifier.how(), outcomes, true);
            }
            try {
                outcomes.add(one(i + 1, sources.get(i), copy,
                        progress.part((double) i / sources.size(), (i + 1.0) / sources.size())));
            } catch (CancelledException e) {
                // What was being written is gone again; what was done before stays.
                return new BatchResult(deidentifier.how(), outcomes, true);
            }
        }
        progress.report(1, "");
        return new BatchResult(deidentifier.how(), outcomes, false);
    }

    private static FileOutcome one(int number, Source source, Copy copy, Progress progress) {
        List<FileProof> proof = new ArrayList<>();
        try {
            source.access().with(file -> proof.add(copy.copy(file, progress)));
            return FileOutcome.done(number, source.name(), proof.getFirst());
        } catch (DeidentException e) {
            LOG.debug("{} was not copied", source.name(), e);
            return FileOutcome.not(number, source.name(), e);
        } catch (IOException e) {
            return FileOutcome.not(number, source.name(), OpenSource.failed(e));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // One file must not end the batch, whatever is wrong with it.
            LOG.warn("{} was not copied", source.name(), e);
            return FileOutcome.not(number, source.name(), new DeidentException(DeidentException.Kind.FAILED,
                    "something unexpected went wrong (" + e.getClass().getSimpleName() + ")", e));
        }
    }
}
