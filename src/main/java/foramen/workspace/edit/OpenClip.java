package foramen.workspace.edit;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.FrameRef;
import foramen.domain.patient.Patient;
import foramen.domain.patient.Patient.Weighing;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.workspace.source.ClipShelf;
import foramen.workspace.source.Thumbnails;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Opens a file as a clip together with the case it belongs to, or a case together with the clip last looked at. */
public final class OpenClip {
    private final ClipReader reader;
    private final ClipCatalogs catalogs;
    private final CaseStore store;
    private final JobRunner jobs;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param reader opens files
     * @param catalogs looks into places of several clips
     * @param store where cases are looked up
     * @param jobs runs the work
     * @param clock when a new case begins
     * @param ids makes fresh case identifiers
     */
    public OpenClip(ClipReader reader, ClipCatalogs catalogs, CaseStore store, JobRunner jobs, Clock clock,
            Supplier<String> ids) {
        this.reader = reader;
        this.catalogs = catalogs;
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes small first frames of what this opens. */
    public Thumbnails thumbnails() {
        return new Thumbnails(reader, jobs);
    }

    /**
     * Opens what lies at {@code location} in a job.
     *
     * @param onOpened receives the clip and its case, on the home thread
     * @param onFailed receives one sentence for the user, on the home thread
     */
    public JobRunner.Handle open(ClipLocation location, Consumer<OpenedClip> onOpened, Consumer<String> onFailed) {
        return jobs.start("Opening " + location.name(), progress -> openNow(location, progress), onOpened,
                e -> onFailed.accept(sentence(e, location.name())));
    }

    /**
     * Opens {@code places} in a job: a single clip at once, several as a list to choose from.
     *
     * @param onOpened receives the one clip there is and its case, on the home thread
     * @param onListed receives the list, on the home thread; also where there is none to open in it
     * @param onFailed receives one sentence for the user, on the home thread
     */
    public JobRunner.Handle open(List<Path> places, Consumer<OpenedClip> onOpened, Consumer<ClipCatalog> onListed,
            Consumer<String> onFailed) {
        String name = places.size() == 1 ? fileName(places.getFirst()) : places.size() + " files";
        return jobs.start("Opening " + name, progress -> look(places, progress), found -> {
            switch (found) {
                case Found.One one -> onOpened.accept(one.clip());
                case Found.Several several -> onListed.accept(several.catalog());
            }
        }, e -> onFailed.accept(sentence(e, name)));
    }

    private sealed interface Found {
        record One(OpenedClip clip) implements Found {}

        record Several(ClipCatalog catalog) implements Found {}
    }

    private Found look(List<Path> places, Progress progress) throws ClipException, StoreException {
        if (places.size() == 1 && !catalogs.holdsSeveral(places.getFirst())) {
            return new Found.One(openNow(places.getFirst(), progress));
        }
        ClipCatalog catalog = catalogs.list(places, progress);
        boolean plain = catalog.entries().size() == 1 && catalog.problems().isEmpty();
        return plain
                ? new Found.One(openNow(catalog.entries().getFirst().location(), progress))
                : new Found.Several(catalog);
    }

    /**
     * Opens a case of the store with the clip that was last in view, in a job.
     *
     * @param onOpened receives the clip and the case, on the home thread
     * @param onFailed receives one sentence for the user, on the home thread; also where the clip's file is gone
     */
    public JobRunner.Handle reopen(CaseId id, Consumer<OpenedClip> onOpened, Consumer<String> onFailed) {
        return jobs.start("Opening the case", progress -> reopenNow(id, progress), onOpened,
                e -> onFailed.accept(sentence(e, "the case")));
    }

    /**
     * Opens {@code file} on the calling thread.
     *
     * @throws ClipException where the file cannot be opened
     * @throws StoreException where its case cannot be looked up
     */
    public OpenedClip openNow(Path file, Progress progress) throws ClipException, StoreException {
        return openNow(Files.exists(file) ? ClipLocation.of(file) : ClipLocation.parse(file.toString()), progress);
    }

    /**
     * Opens what lies at {@code place} on the calling thread.
     *
     * @throws ClipException where it cannot be opened
     * @throws StoreException where its case cannot be looked up
     */
    public OpenedClip openNow(ClipLocation place, Progress progress) throws ClipException, StoreException {
        progress.report(-1, "Opening " + place.name());
        ClipLocation location = there(place);
        return owning(reader.open(location), clip -> {
            String uid = clip.info().identity().sopInstanceUid();
            // A clip without a name of its own must not be taken for another one without a name.
            Optional<StoredCase> known = uid.isEmpty() ? Optional.empty() : store.findByClip(uid);
            progress.checkCancelled();
            return known.isPresent() ? joined(clip, location, known.get()) : begun(clip, location);
        });
    }

    /**
     * Opens what lies at {@code location} in a job, to be added to a case.
     *
     * @param into the case as it is
     * @param onOpened receives the clip, which it closes, and how the case is to list it, on the home thread
     * @param onFailed receives one sentence for the user, on the home thread; also where the clip may not be added
     */
    public JobRunner.Handle add(ClipLocation location, Case into, Consumer<AddedClip> onOpened,
            Consumer<String> onFailed) {
        return jobs.start("Opening " + location.name(), progress -> addNow(location, into, progress), onOpened,
                e -> onFailed.accept(sentence(e, location.name())));
    }

    /**
     * Opens what lies at {@code place} on the calling thread, to be added to a case.
     *
     * @throws ClipException where it cannot be opened, is of another patient, or belongs to another case
     * @throws StoreException where its case cannot be looked up
     */
    public AddedClip addNow(ClipLocation place, Case into, Progress progress) throws ClipException, StoreException {
        ClipLocation location = there(place);
        if (location.entry().isEmpty() && catalogs.holdsSeveral(location.file())) {
            throw new ClipException(location.name()
                    + " may hold several clips; open it, choose one in the list, and add it to the case from there.");
        }
        return owning(reader.open(location), clip -> {
            ClipInfo info = clip.info();
            String uid = info.identity().sopInstanceUid();
            if (uid.isEmpty()) {
                throw new ClipException(location.name()
                        + " has no identifier of its own, so a case with several clips could not tell it from the others.");
            }
            if (ClipShelf.isAnotherPatient(info.patient(), into.patient())) {
                throw new ClipException(location.name() + " is of another patient than this case (" + named(info)
                        + "); open it as a case of its own, or correct the patient of this case first.");
            }
            Optional<StoredCase> known = store.findByClip(uid).filter(k -> !k.current().id().equals(into.id()));
            if (known.isPresent() && known.get().current().uses(uid)) {
                throw new ClipException(location.name() + " belongs to another case, " + known.get().current().id()
                        .shortName()
                        + ", where something is drawn on it; open that case and add the other clip there.");
            }
            progress.checkCancelled();
            return new AddedClip(clip, refIn(into, info, location));
        });
    }

    private static String named(ClipInfo info) {
        return info.patient().id().isBlank() ? info.patient().label() : "ID " + info.patient().id().strip();
    }

    /**
     * Opens a clip that {@code ref} of a case names, in a job.
     *
     * @param onOpened receives the clip, which it closes, on the home thread
     * @param onFailed receives one sentence for the user, on the home thread
     */
    public JobRunner.Handle fetch(ClipRef ref, Consumer<Clip> onOpened, Consumer<String> onFailed) {
        return jobs.start("Opening " + ref.description(), progress -> fetchNow(ref), onOpened,
                e -> onFailed.accept(sentence(e, ref.description())));
    }

    private Clip fetchNow(ClipRef ref) throws ClipException, StoreException {
        ClipLocation location = location(ref);
        if (!Files.exists(location.file())) {
            throw new ClipException(
                    "The file " + location.file() + " of this case is not there; bring it back, or open it"
                            + " from where it is now. Nothing drawn on it is lost.");
        }
        Clip clip = reader.open(location);
        if (clip.info().identity().sopInstanceUid().equals(ref.sopInstanceUid())) {
            return clip;
        }
        clip.close();
        throw new ClipException("The file " + ClipLocation.printable(location.text())
                + " is another clip by now, not the one this case was drawn on; find the right file and open it.");
    }

    /**
     * Opens a case of the store, with the clip that was last in view, on the calling thread.
     *
     * @throws ClipException where the clip's file is gone or cannot be opened, or is another clip by now
     * @throws StoreException where there is no such case or it cannot be read
     */
    public OpenedClip reopenNow(CaseId id, Progress progress) throws ClipException, StoreException {
        progress.report(-1, "Opening the case");
        StoredCase stored = store.find(id)
                .orElseThrow(() -> new StoreException("There is no case " + id.value() + " in the store."));
        Optional<FrameRef> view = store.lastView(id);
        ClipRef ref = view.flatMap(v -> clipOf(stored.current(), v.sopInstanceUid()))
                .or(() -> stored.current().clips().stream().findFirst())
                .orElseThrow(() -> new ClipException("This case has no clip yet; open the clip's file instead."));
        return owning(fetchNow(ref), clip -> {
            progress.checkCancelled();
            return new OpenedClip(clip, stored, startFrame(clip.info(), view));
        });
    }

    private static ClipLocation there(ClipLocation place) throws ClipException {
        ClipLocation location = place.absolute();
        if (!Files.exists(location.file())) {
            throw new ClipException(
                    "The file " + location.file() + " is not there; it may have been moved, renamed or unplugged.");
        }
        return location;
    }

    private OpenedClip joined(Clip clip, ClipLocation location, StoredCase known) throws StoreException {
        Case current = known.current().withClip(refIn(known.current(), clip.info(), location));
        return new OpenedClip(clip, new StoredCase(current, known.version()),
                startFrame(clip.info(), store.lastView(current.id())));
    }

    private OpenedClip begun(Clip clip, ClipLocation location) {
        ClipInfo info = clip.info();
        Case fresh = Case.begin(new CaseId(ids.get()), clock.instant()).withPatient(fromFile(info))
                .withSide(info.laterality()).withClip(ref(info, location));
        return new OpenedClip(clip, new StoredCase(fresh, 0), 0);
    }

    /** The patient as the file names them, with the weight marked as the file's. */
    private static Patient fromFile(ClipInfo info) {
        return info.patient().weighed(info.patient().weightKg(),
                new Weighing(Weighing.Source.FILE, info.acquired().map(LocalDateTime::toLocalDate)));
    }

    private static ClipRef ref(ClipInfo info, ClipLocation location) {
        String description = info.origin().description();
        return new ClipRef(info.identity().sopInstanceUid(), location.text(),
                description.isBlank() ? location.name() : description, info.laterality());
    }

    /** The clip as it is now; a side set by hand stays where the file is silent. */
    private static ClipRef refIn(Case casefile, ClipInfo info, ClipLocation location) {
        ClipRef found = ref(info, location);
        return info.laterality() == Laterality.UNSPECIFIED ? found.withSide(casefile.sideOf(info)) : found;
    }

    private static Optional<ClipRef> clipOf(Case casefile, String uid) {
        return casefile.clips().stream().filter(c -> c.sopInstanceUid().equals(uid)).findFirst();
    }

    private static int startFrame(ClipInfo info, Optional<FrameRef> view) {
        return view.filter(v -> v.sopInstanceUid().equals(info.identity().sopInstanceUid())).map(FrameRef::index)
                .filter(i -> i < info.frames()).orElse(0);
    }

    private static ClipLocation location(ClipRef ref) throws ClipException {
        if (ref.location().isBlank()) {
            throw new ClipException("The clip “" + ref.description() + "” of this case came without its file; open the"
                    + " file of the clip, and the case opens with it.");
        }
        try {
            return ClipLocation.parse(ref.location());
        } catch (InvalidPathException e) {
            throw new ClipException("The place " + ref.location()
                    + " of this case's clip means nothing on this computer; open the file from where it is now.", e);
        }
    }

    private interface Use<T> {
        T with(Clip clip) throws ClipException, StoreException;
    }

    /** Lets the clip go where its use fails, so that no file stays open that nobody holds. */
    private static <T> T owning(Clip clip, Use<T> use) throws ClipException, StoreException {
        boolean handedOver = false;
        try {
            T opened = use.with(clip);
            handedOver = true;
            return opened;
        } finally {
            if (!handedOver) {
                clip.close();
            }
        }
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static String sentence(Exception e, String what) {
        if (e instanceof ClipException || e instanceof StoreException) {
            return String.valueOf(e.getMessage());
        }
        return "Opening " + what + " failed unexpectedly (" + e + "); the log has the details.";
    }
}
