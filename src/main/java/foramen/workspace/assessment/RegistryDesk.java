package foramen.workspace.assessment;

import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ProjectedSums;
import foramen.domain.casefile.StoreException;
import foramen.domain.outcome.DueIndex;
import foramen.domain.outcome.DueList;
import foramen.domain.outcome.DueVisit;
import foramen.domain.registry.CaseRegistry;
import foramen.domain.registry.IndexedRegistry;
import foramen.domain.registry.ListedRegistry;
import foramen.domain.registry.RegistryCells;
import foramen.domain.registry.RegistryColumns;
import foramen.domain.registry.RegistryFile;
import foramen.domain.registry.RegistryFormatException;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistryRows;
import foramen.domain.registry.RegistrySource;
import foramen.job.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The registry and the due list over all cases of a record. Everything here reads the disk and is work for a job. */
public final class RegistryDesk {
    private final AssessmentFiles files;
    private final RegistryFile file;
    private final ZoneId zone;

    /**
     * @param files the data files that hold
     * @param file the form in which rows leave
     * @param zone the clinic's time zone
     */
    public RegistryDesk(AssessmentFiles files, RegistryFile file, ZoneId zone) {
        this.files = files;
        this.file = file;
        this.zone = zone;
    }

    /** The registry of {@code store}: from what it keeps added up where it does, else by walking every case. */
    public RegistrySource source(CaseStore store) {
        return source(store, Progress.NONE);
    }

    /** The registry of {@code store}, for somebody who waits: {@code progress} is told and may end the walk. */
    public RegistrySource source(CaseStore store, Progress progress) {
        RegistrySource walking = new CaseRegistry(store, new RegistryRows(files.outcome(), files.schedule(), zone),
                files.outcome(), progress);
        return store instanceof ProjectedSums sums
                ? new IndexedRegistry(walking, sums, cells(files, zone), files.outcome(), progress)
                : walking;
    }

    /** What a store has to be opened with for its registry and its due list to be quick. */
    public static List<CaseProjection> projections(AssessmentFiles files, ZoneId zone) {
        return List.of(cells(files, zone), dueIndex(files, zone));
    }

    private static RegistryCells cells(AssessmentFiles files, ZoneId zone) {
        return new RegistryCells(files.outcome(), files.schedule(), zone);
    }

    private static DueIndex dueIndex(AssessmentFiles files, ZoneId zone) {
        return new DueIndex(files.schedule(), files.outcome(), zone);
    }

    /**
     * The registry of the rows of a file, which stay apart from the record.
     *
     * @throws RegistryFormatException with one sentence that says what is wrong in which line
     */
    public RegistrySource read(Path from) throws IOException, RegistryFormatException {
        try (Reader in = Files.newBufferedReader(from)) {
            return new ListedRegistry(file.read(in, from.toString()));
        } catch (CharacterCodingException e) {
            throw new RegistryFormatException("The registry file " + from + " cannot be used: it is not UTF-8.", e);
        }
    }

    /**
     * Writes the rows that {@code query} asks for to {@code to}, which stays as it was until all of them are written.
     *
     * @return one sentence for each case that could not be read
     */
    public List<String> export(RegistrySource source, RegistryQuery query, Path to)
            throws IOException, StoreException {
        List<String> unread = new ArrayList<>();
        whole(to, out -> unread.addAll(write(source, query, out)));
        return unread;
    }

    /** Writes what each column of such a file means to {@code to}. */
    public void exportDictionary(Path to) throws IOException, StoreException {
        whole(to, out -> file.writeDictionary(columns(), out));
    }

    private interface Content {
        void writeTo(Appendable out) throws IOException, StoreException;
    }

    /** A name never stands for half a file. */
    private static void whole(Path to, Content content) throws IOException, StoreException {
        Path target = to.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), ".foramen-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The columns of a file of rows. */
    public RegistryColumns columns() {
        return new RegistryColumns(files.schedule());
    }

    /**
     * Writes the rows that {@code query} asks for.
     *
     * @return one sentence for each case that could not be read
     */
    public List<String> write(RegistrySource source, RegistryQuery query, Appendable out)
            throws IOException, StoreException {
        try {
            return source.rows(query, file.write(columns(), out));
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    /**
     * What is due over all cases, and the cases that could not be read.
     *
     * @param visits due and overdue, longest due first
     * @param unread one sentence for each case that could not be read
     */
    public record Due(List<DueVisit> visits, List<String> unread) {
        /** Copies the lists. */
        public Due {
            visits = List.copyOf(visits);
            unread = List.copyOf(unread);
        }
    }

    /** What is due or overdue at {@code now} over all cases of {@code store}. */
    public Due due(CaseStore store, Instant now) throws StoreException {
        return due(store, now, Progress.NONE);
    }

    /**
     * The same for somebody who waits: from what the store keeps by the time, which is brought up to date first, else by
     * walking every case.
     */
    public Due due(CaseStore store, Instant now, Progress progress) throws StoreException {
        if (store instanceof ProjectedSums sums) {
            sums.addUp(progress);
            Optional<DueIndex.Answer> answer = dueIndex(files, zone).open(sums, now);
            if (answer.isPresent()) {
                return walked(store, answer.get().read(), answer.get().visits(), now, progress);
            }
        }
        return walked(store, store.list().stream().map(CaseStore.Summary::id).toList(), List.of(), now, progress);
    }

    private Due walked(CaseStore store, List<CaseId> cases, List<DueVisit> known, Instant now, Progress progress) {
        DueList list = new DueList(files.schedule(), files.outcome(), zone);
        List<DueVisit> open = new ArrayList<>(known);
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / cases.size(), "");
            try {
                store.find(cases.get(i)).ifPresent(
                        c -> list.of(c.current(), now).stream().filter(DueVisit::open).forEach(open::add));
            } catch (StoreException e) {
                // One damaged case must not hide who is due; it is told beside the list.
                unread.add(String.valueOf(e.getMessage()));
            }
        }
        open.sort(Comparator.comparing(DueVisit::due).thenComparing(v -> v.caseId().value()));
        return new Due(open, unread);
    }
}
