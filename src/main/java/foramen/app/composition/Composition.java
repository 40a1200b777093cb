package foramen.app.composition;

import foramen.codec.TurboJpeg;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.deident.Deidentification;
import foramen.dicom.deident.Deidentifier;
import foramen.dicom.deident.ScannerMasks;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.read.DicomDirectoryReader;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.Frame;
import foramen.domain.data.FilledRows;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.PlanRecordReader;
import foramen.domain.delivery.SessionFigures;
import foramen.domain.delivery.SideComparisons;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.plan.NeedleRules;
import foramen.domain.preference.PreferencesStore;
import foramen.domain.session.DoseBook;
import foramen.job.JobRunner;
import foramen.job.NativeFolder;
import foramen.media.FilmClipReader;
import foramen.media.PictureClipReader;
import foramen.media.catalog.AnyClipReader;
import foramen.media.catalog.CatalogLimits;
import foramen.media.catalog.ClipFinder;
import foramen.media.catalog.EntryFiles;
import foramen.media.catalog.SpoolFolder;
import foramen.overlay.OverlayComposer;
import foramen.report.PngImages;
import foramen.report.RegistryCsv;
import foramen.storage.PreferencesFile;
import foramen.storage.SqlCaseStore;
import foramen.storage.StorePlace;
import foramen.ui.support.Words;
import foramen.vision.OpenCvLibrary;
import foramen.vision.Propagation;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.OutcomeDesk;
import foramen.workspace.assessment.RegistryDesk;
import foramen.workspace.export.ExportService;
import foramen.workspace.export.RecordExport;
import foramen.workspace.intake.CaseIntake;
import foramen.workspace.ledger.LedgerReview;
import foramen.workspace.ledger.SessionDesk;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.CaseSides;
import foramen.workspace.measure.PlanDesk;
import foramen.workspace.measure.ThresholdsInUse;
import foramen.workspace.measure.WorstCases;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Joins the rooms by plain constructors. Nothing is made before it is asked for, so that {@code foramen info} does not
 * pay for the window.
 */
public final class Composition {
    private final TurboJpeg jpeg = new TurboJpeg();
    private final Path home;
    private final ClinicFiles clinic;
    private final Clock clock;
    private final Locale locale;
    private final Locale language;
    private final Supplier<String> ids;

    /**
     * @param home where records are kept
     * @param clock the time and zone of everything recorded
     * @param locale for numbers on the screen; files always use the point
     */
    public Composition(Path home, Clock clock, Locale locale) {
        this(home, clock, locale, Locale.ENGLISH);
    }

    /**
     * The rooms, with a window in another language than English.
     *
     * @param home where records are kept
     * @param clock the time and zone of everything recorded
     * @param locale for numbers on the screen; files always use the point
     * @param language of the window; English where there are no words for it
     */
    public Composition(Path home, Clock clock, Locale locale, Locale language) {
        this(home, clock, locale, language, () -> UUID.randomUUID().toString());
    }

    /**
     * The rooms, with identifiers of another kind than random ones.
     *
     * @param home where records are kept
     * @param clock the time and zone of everything recorded
     * @param locale for numbers on the screen; files always use the point
     * @param language of the window; English where there are no words for it
     * @param ids gives a fresh identifier at each call
     */
    public Composition(Path home, Clock clock, Locale locale, Locale language, Supplier<String> ids) {
        this.ids = ids;
        this.home = home;
        clinic = new ClinicFiles(home);
        this.clock = clock;
        this.locale = locale;
        this.language = language;
    }

    /** The rooms of this process. */
    public static Composition ofThisProcess() {
        Path home = ForamenHome.ofThisProcess();
        return new Composition(home, Clock.system(ZoneId.systemDefault()),
                Locale.getDefault(Locale.Category.FORMAT), Language.ofThisProcess(
                        new PreferencesFile(home).peek().language()));
    }

    /** Follows outlines over frames; OpenCV is loaded when the first one is followed. */
    public Propagation propagation() {
        return new Propagation(new OpenCvLibrary(NativeFolder.ofThisProcess()));
    }

    /** What the operator chose about the program itself. */
    public PreferencesStore preferences() {
        return new PreferencesFile(home);
    }

    /** Where records are kept. */
    public Path home() {
        return home;
    }

    /** The time of everything recorded. */
    public Clock clock() {
        return clock;
    }

    /** The clinic's time zone. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** For numbers on the screen. */
    public Locale locale() {
        return locale;
    }

    /** What the window says; read anew at each call, so asked for once a window. */
    public Words words() {
        return Words.in(language, locale);
    }

    /** A fresh identifier, fit for cases, annotations and plans. */
    public String newId() {
        return ids.get();
    }

    /** Opens files of every kind as clips, and entries of archives. */
    public ClipReader clipReader() {
        return anyClipReader();
    }

    /** Looks into folders, archives and DICOMDIR media. */
    public ClipCatalogs clipCatalogs() {
        return new ClipFinder(anyClipReader(), new DicomDirectoryReader(), CatalogLimits.DEFAULT);
    }

    /** Files and entries of archives as paths. */
    public EntryFiles entryFiles() {
        return new EntryFiles(SpoolFolder.ofThisProcess(), CatalogLimits.DEFAULT);
    }

    /** Makes de-identified copies; masks of scanners are remembered in the folder of records. */
    public Deidentifier deidentifier(Deidentification how, ScannerMasks masks) {
        return new Deidentifier(how, masks, jpeg);
    }

    /** The one list of what can be opened; DICOM first, because its preamble may look like anything else. */
    private AnyClipReader anyClipReader() {
        return new AnyClipReader(List.of(new DicomClipReader(jpeg), new PictureClipReader(), new FilmClipReader()),
                SpoolFolder.ofThisProcess(), CatalogLimits.DEFAULT);
    }

    /** Loads the native decoders that are worth waiting for, which takes up to some seconds; work for a job. */
    public void prepareDecoders() {
        jpeg.prepare();
    }

    /** The records kept in {@code folder}. */
    public SqlCaseStore openStore(Path folder) throws StoreException {
        return SqlCaseStore.open(StorePlace.folder(folder), zone(), projections());
    }

    /** The records of this process, see {@link #storePlace}; encrypted ones by what {@code FORAMEN_PASSPHRASE} says. */
    public SqlCaseStore openStore() throws StoreException {
        SqlCaseStore store = openStoreOrLocked();
        if (store.isLocked()) {
            store.close();
            throw needsPassphrase();
        }
        return store;
    }

    /** As {@link #openStore}; where nothing says the passphrase the store is locked and somebody has to be asked. */
    public SqlCaseStore openStoreOrLocked() throws StoreException {
        SqlCaseStore store = SqlCaseStore.open(storePlace(), zone(), projections());
        String passphrase = System.getenv("FORAMEN_PASSPHRASE");
        if (store.isLocked() && passphrase != null && !passphrase.isEmpty()) {
            try {
                store.unlock(passphrase.toCharArray());
            } catch (StoreException e) {
                store.close();
                throw e;
            }
        }
        return store;
    }

    /** Why records cannot be opened where nobody can be asked. */
    public static StoreException needsPassphrase() {
        return new StoreException("The records are encrypted. Start Foramen with their passphrase in the"
                + " environment variable FORAMEN_PASSPHRASE.");
    }

    /** Where this process keeps records: on the clinic's server where the environment names one, else in its folder. */
    public StorePlace storePlace() throws StoreException {
        return StorePlace.of(home, System.getenv());
    }

    /** What the store keeps added up over all cases. */
    public List<CaseProjection> projections() {
        return RegistryDesk.projections(assessmentFiles(), zone());
    }

    /** The structures that can be outlined. */
    public StructureCatalog structures() {
        return StructureCatalog.standard();
    }

    /** The needle planner's numbers: the clinic's own copy in the folder of records goes first. */
    public NeedleRules needleRules() {
        return clinic.needles();
    }

    /** Works out plans over a range of frames in {@code jobs}. */
    public WorstCases worstCases(JobRunner jobs) {
        return new WorstCases(new CaseReadings(structures(), needleRules(), locale()), jobs,
                words().text("plan.worst.job"));
    }

    /** Reads needle plans, and in {@code jobs} the scales of the clips they lie on. */
    public PlanDesk planDesk(CaseReadings readings, JobRunner jobs, WorstCases worst) {
        NeedleRules rules = needleRules();
        return PlanDesk.of(rules, readings,
                new PlanRecordReader(rules, structures(), new SessionFigures(doseBook(), zone())), clipReader(), jobs,
                worst);
    }

    /** What measured values are held against: the clinic's own copy in the folder of records goes first. */
    public ThresholdsInUse thresholds() {
        return clinic.thresholds();
    }

    /** The data files of assessment and outcome: the clinic's own copies in the folder of records go first. */
    public AssessmentFiles assessmentFiles() {
        return clinic.assessment();
    }

    /** Fills in visits and events. */
    public AssessmentDesk assessmentDesk(AssessmentFiles files) {
        return new AssessmentDesk(files, zone());
    }

    /** Reads what came of a case. */
    public OutcomeDesk outcomeDesk(AssessmentFiles files) {
        return new OutcomeDesk(files, zone());
    }

    /** The registry over all cases of a record. */
    public RegistryDesk registryDesk(AssessmentFiles files) {
        return new RegistryDesk(files, registryFile(), zone());
    }

    /** Registry rows as a file. */
    public RegistryCsv registryFile() {
        return new RegistryCsv();
    }

    /** The data files for doses and safety: the clinic's own copies in the folder of records go first. */
    public DoseBook doseBook() {
        return clinic.doses();
    }

    /** What the clinic's own data files lack and the files that ship state, of the files read so far: to be told once. */
    public List<FilledRows> filledRows() {
        return clinic.filled();
    }

    /** The products of the ledger. */
    public ProductCatalog products() {
        return doseBook().products();
    }

    /** Plans, checks and gives sessions. */
    public SessionDesk sessionDesk() {
        return new SessionDesk(doseBook(), zone());
    }

    /** Holds what is recorded to the rules of sessions. */
    public LedgerReview ledgerReview() {
        return new LedgerReview(doseBook(), zone());
    }

    /** Reads measurements and plans off a case, for files and the console. */
    public CaseReadings readings() {
        return new CaseReadings(structures(), needleRules(), Locale.ROOT);
    }

    /** What lies over a frame. */
    public OverlayComposer overlayComposer() {
        return new OverlayComposer(structures(), needleRules());
    }

    /** The documents a case can be exported as. */
    public ExportService exports() {
        ClipReader clips = clipReader();
        List<Exporter> all = new ArrayList<>(
                new Exporters(overlayComposer(), structures(), needleRules(), doseBook(), zone()).all(clips, sides()));
        all.addAll(new DocumentExporters(this, language).all(clips, sides()));
        return new ExportService(all, Exporters.checks(structures(), new DicomClipReader(jpeg)));
    }

    /** The documents that are made of all cases of a record. */
    public RecordExport recordExport() {
        return new RecordExport(new DocumentExporters(this, language).record(clipReader(), sides()));
    }

    /** A clinic that set its own figures must not get a verdict by others into a document: none, where theirs fail. */
    private SideComparisons sides() {
        ThresholdsInUse inUse = thresholds();
        return inUse.complaint().isPresent() ? (casefile, clips) -> List.of() : new CaseSides(inUse.thresholds());
    }

    /** Takes cases into {@code store} that files give back. */
    public CaseIntake intake(CaseStore store) {
        return new CaseIntake(Exporters.importers(structures()), clipReader(), store, clock, this::newId);
    }

    /** Writes one frame as a PNG, pixel for pixel. */
    public void writePng(Frame frame, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            PngImages.write(frame, "Foramen " + ProductVersion.current(), out);
        }
    }

    /** The name of a SOP class or transfer syntax, or the UID itself where the standard has none. */
    public String uidName(String uid) {
        return Uid.sopClassName(uid).or(() -> TransferSyntax.of(uid).map(TransferSyntax::title)).orElse(uid);
    }
}
