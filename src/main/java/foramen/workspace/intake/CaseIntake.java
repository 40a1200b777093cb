package foramen.workspace.intake;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.CaseImporter;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.domain.patient.Patient;
import foramen.job.Progress;
import foramen.workspace.intake.IntakeResult.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Imports files into the record: reports give the case, clips among the files say where its clips lie. Nothing is stored
 * where anything contradicts, and no case of the record is ever changed.
 */
public final class CaseIntake {
    private static final int MOST_FILES = 1000;

    private final List<CaseImporter> importers;
    private final ClipReader clips;
    private final CaseStore store;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param importers one for each kind of object a case can be built from
     * @param clips opens clips
     * @param store the record
     * @param clock when the import is made
     * @param ids makes fresh case identifiers
     */
    public CaseIntake(List<CaseImporter> importers, ClipReader clips, CaseStore store, Clock clock,
            Supplier<String> ids) {
        this.importers = List.copyOf(importers);
        this.clips = clips;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** A clip among the files. */
    private record FoundClip(ClipInfo info, ClipLocation location) {}

    /**
     * Imports {@code files}, all of one case. Work for a job.
     *
     * @param asNew whether a case of which the record has another state is added under a new identifier
     * @param operator who imports; may be empty
     * @throws ImportException where a file cannot be imported, or they contradict one another or the record
     * @throws StoreException where the record cannot be read or written
     */
    public IntakeResult take(List<Path> files, boolean asNew, String operator, Progress progress)
            throws ImportException, StoreException {
        if (files.size() > MOST_FILES) {
            throw new ImportException(
                    "These are " + files.size() + " files; import the reports of one case at a time.");
        }
        List<ImportedCase> cases = new ArrayList<>();
        Map<String, FoundClip> found = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / files.size(), "Reading " + files.get(i).getFileName());
            read(files.get(i), cases, found);
        }
        if (cases.isEmpty()) {
            throw new ImportException("None of the files gives back a case; import the structured report that Foramen"
                    + " or another program wrote.");
        }
        ImportedCase joined = ImportedCases.join(cases);
        Case placed = placed(joined, found);
        progress.checkCancelled();
        return keep(joined, placed, asNew, operator);
    }

    private void read(Path file, List<ImportedCase> cases, Map<String, FoundClip> found) throws ImportException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException(file + (Files.exists(file) ? " is no file." : " does not exist."));
        }
        for (CaseImporter importer : importers) {
            Optional<ImportedCase> read = importer.read(file);
            if (read.isPresent()) {
                cases.add(read.get());
                return;
            }
        }
        try (Clip clip = clips.open(file)) {
            found.put(clip.info().identity().sopInstanceUid(),
                    new FoundClip(clip.info(), ClipLocation.of(file).absolute()));
        } catch (ClipException e) {
            throw new ImportException(ClipLocation.of(file).name()
                    + " is neither a report nor a clip that could be read: " + e.getMessage(), e);
        }
    }

    /** The case with the places of its clips, from the files given, else from the record. */
    private Case placed(ImportedCase imported, Map<String, FoundClip> found) throws ImportException, StoreException {
        Case next = imported.casefile();
        for (ClipRef ref : imported.casefile().clips()) {
            FoundClip file = found.remove(ref.sopInstanceUid());
            Optional<StoredCase> known = store.findByClip(ref.sopInstanceUid());
            if (known.isPresent()) {
                refuseOther(imported, known.get().current().patient(), "the record's case "
                        + known.get().current().id().shortName() + " on the same clip");
            }
            if (file != null) {
                refuseOther(imported, file.info().patient(), file.location().name());
                next = next.withClip(ref.at(file.location().text()));
            } else if (known.isPresent()) {
                next = next.withClip(ref.at(location(known.get(), ref)));
            }
        }
        if (!found.isEmpty()) {
            throw new ImportException(found.values().iterator().next().location().name()
                    + " is a clip that " + imported.source() + " does not speak of; leave it out.");
        }
        return next;
    }

    private static String location(StoredCase known, ClipRef ref) {
        return known.current().clips().stream().filter(c -> c.sopInstanceUid().equals(ref.sopInstanceUid()))
                .map(ClipRef::location).findFirst().orElse("");
    }

    private static void refuseOther(ImportedCase imported, Patient theirs, String where) throws ImportException {
        if (ImportedCases.areOthers(imported.casefile().patient(), theirs)) {
            throw new ImportException(imported.source() + " is about another patient than " + where
                    + ", though both name the same clip; nothing was imported.");
        }
    }

    private IntakeResult keep(ImportedCase imported, Case placed, boolean asNew, String operator)
            throws ImportException, StoreException {
        List<String> remarks = new ArrayList<>(imported.remarks());
        long missing = placed.clips().stream().filter(c -> c.location().isBlank()).count();
        if (missing > 0) {
            remarks.add((missing == 1 ? "One clip of the case is" : missing + " clips of the case are")
                    + " not at hand here; open the file of the clip, and what was drawn on it is there.");
        }
        Optional<StoredCase> there = store.find(placed.id());
        Case kept = placed;
        if (there.isPresent()) {
            if (ImportedCases.sameContent(there.get().current().counted(), placed)) {
                return new IntakeResult(there.get().current(), Outcome.ALREADY_THERE, imported.isExact(),
                        imported.remarks());
            }
            if (!asNew) {
                throw new ImportException("The record has the case " + placed.id().shortName()
                        + " in another state, which was left as it is; import with --as-new to add this one beside"
                        + " it.");
            }
            kept = placed.withId(new CaseId(ids.get()));
            remarks.add("The record has this case in another state; this one was added beside it as "
                    + kept.id().shortName() + ".");
        }
        store.append(kept, 0, new CaseStore.Edit("Import " + imported.source(), operator, clock.instant()));
        return new IntakeResult(kept, Outcome.ADDED, imported.isExact(), remarks);
    }
}
