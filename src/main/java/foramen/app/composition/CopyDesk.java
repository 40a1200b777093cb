package foramen.app.composition;

import foramen.dicom.deident.BatchResult;
import foramen.dicom.deident.DeidentBatch;
import foramen.dicom.deident.DeidentBatch.Source;
import foramen.dicom.deident.DeidentException;
import foramen.dicom.deident.DeidentKey;
import foramen.dicom.deident.Deidentification;
import foramen.dicom.deident.Deidentifier;
import foramen.dicom.deident.FileOutcome;
import foramen.dicom.deident.FileProof;
import foramen.dicom.deident.KeyFile;
import foramen.dicom.deident.Preview;
import foramen.dicom.deident.ProofSheet;
import foramen.dicom.deident.ScannerMask;
import foramen.dicom.deident.ScannerMasks;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.Frame;
import foramen.domain.deident.CopyException;
import foramen.domain.deident.CopyMaker;
import foramen.domain.deident.CopyOutcome;
import foramen.domain.deident.CopyPreview;
import foramen.domain.deident.CopyResult;
import foramen.domain.deident.CopySource;
import foramen.domain.deident.CopySources;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.CopyWishes;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies without the patient, for the window and for the command line; key and masks are in the folder of records. */
public final class CopyDesk implements CopyMaker {
    /** The proof sheet of a batch, in the folder of its copies. */
    public static final String PROOF = "deidentification-proof.html";

    private static final Logger LOG = LoggerFactory.getLogger(CopyDesk.class);
    /** What a presentation state has to show by itself. */
    private static final Frame NO_PICTURE = new Frame(4, 3, new int[12]);
    private static final String KEY_FILE = "deident.key";

    private final Composition composition;

    /** Copies made by the rooms of {@code composition}. */
    public CopyDesk(Composition composition) {
        this.composition = composition;
    }

    /** Where the key is unless somebody names another. */
    public Path keyFile() {
        return composition.home().resolve(KEY_FILE);
    }

    /** The key in {@code file}; for a look, which needs none that stays, one that is kept nowhere where there is none. */
    public KeyFile key(Path file, boolean look) throws IOException, DeidentException {
        return look && !Files.exists(file) ? new KeyFile(DeidentKey.random(), false, false) : KeyFile.open(file);
    }

    /** What the operator should know about a key, one sentence each. */
    public static List<String> remarks(Path file, KeyFile key) {
        if (key.created()) {
            return List.of("a new key was made in " + file + "; keep it secret, and keep it: later batches agree with"
                    + " this one only by the same key.");
        }
        return key.readableByOthers()
                ? List.of("the key " + file + " can be read by other users; whoever has it can try out whom a pseudonym"
                        + " stands for.")
                : List.of();
    }

    @Override
    public CopySources find(List<Path> places, Progress progress) throws ClipException {
        List<CopySource> files = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        ClipCatalogs catalogs = composition.clipCatalogs();
        for (Path place : places) {
            progress.checkCancelled();
            if (!catalogs.holdsSeveral(place)) {
                files.add(Files.exists(place)
                        ? CopySource.of(ClipLocation.of(place), place.toString(), 0, 0)
                        : without(place.toString(), CopyStatus.FAILED, "there is no such file"));
                continue;
            }
            ClipCatalog catalog = catalogs.list(List.of(place), progress);
            remarks.addAll(catalog.warnings());
            catalog.problems().forEach(p -> remarks.add(p.words()));
            catalog.entries().stream().map(CopyDesk::source).forEach(files::add);
            catalog.problems()
                    .forEach(p -> files.add(without(p.file(), CopyStatus.FAILED, "it cannot be opened as a clip")));
            catalog.skipped().stream().map(CopyDesk::skipped).forEach(files::add);
        }
        return new CopySources(files, remarks);
    }

    private static CopySource source(ClipEntry entry) {
        return CopySource.of(entry.location(), entry.location().text(), entry.info().columns(),
                entry.info().rows());
    }

    private static CopySource skipped(ClipCatalog.Skipped skipped) {
        Optional<ClipLocation> drawing = skipped.location().filter(l -> Deidentifier.takesDrawings(skipped.kind()));
        if (drawing.isPresent()) {
            return CopySource.of(drawing.get(), drawing.get().text(), 0, 0);
        }
        return skipped.kind().endsWith("without pixels")
                ? without(skipped.file(), CopyStatus.FAILED, "it is an image that breaks off before its pixels")
                : without(skipped.file(), CopyStatus.REFUSED,
                        Deidentifier.documentRefusal(skipped.kind())
                                .orElse("it is no image (" + ClipLocation.printable(skipped.kind()) + ")"));
    }

    private static CopySource without(String label, CopyStatus status, String objection) {
        return new CopySource(ClipLocation.in(Path.of(""), label), label, 0, 0, objection, status);
    }

    /** {@code source} as the batch takes it. */
    public Source source(CopySource source) {
        return source.isOpen()
                ? new Source(source.label(), work -> composition.entryFiles().with(source.location(), work::on))
                : Source.without(source.label(), source.status() == CopyStatus.REFUSED
                        ? DeidentException.Kind.REFUSED
                        : DeidentException.Kind.FAILED, source.objection());
    }

    /** Keeps the mask of {@code deidentifier} for the scanners of {@code sources}; answers with what was not kept. */
    public List<String> remember(Deidentifier deidentifier, ScannerMasks masks, List<Source> sources)
            throws IOException {
        List<String> remarks = new ArrayList<>();
        for (Source source : sources) {
            try {
                source.access().with(file -> {
                    if (!remembered(masks, deidentifier, file)) {
                        remarks.add("the mask is not remembered for " + source.name() + ", which names no scanner.");
                    }
                });
            } catch (DeidentException | ClipException e) {
                // Why this one is no image stands in its own line.
                LOG.debug("No mask remembered", e);
            }
        }
        return remarks;
    }

    private static boolean remembered(ScannerMasks masks, Deidentifier deidentifier, Path file)
            throws DeidentException {
        try {
            Optional<ScannerMask> mask = deidentifier.scannerMask(file);
            return mask.isPresent() && masks.remember(mask.get());
        } catch (IOException e) {
            throw new DeidentException(DeidentException.Kind.FAILED, "the mask cannot be kept", e);
        }
    }

    private ScannerMasks masks() throws IOException, DeidentException {
        return ScannerMasks.open(composition.home().resolve(ScannerMasks.FILE));
    }

    private Deidentifier deidentifier(KeyFile key, CopyWishes wishes, ScannerMasks masks) {
        Map<String, String> names = wishes.pseudonym().isEmpty() ? Map.of() : Map.of("", wishes.pseudonym());
        return composition.deidentifier(new Deidentification(key.key(), wishes.options(), wishes.pixels(), names,
                "Foramen " + ProductVersion.current()), masks);
    }

    @Override
    public CopyPreview preview(CopySource source, int frame, CopyWishes wishes) throws CopyException {
        if (!source.isOpen()) {
            throw new CopyException(source.objection());
        }
        try {
            boolean known = Files.exists(keyFile()) || !wishes.pseudonym().isEmpty();
            Deidentifier deidentifier = deidentifier(key(keyFile(), true), wishes, masks());
            Preview[] preview = new Preview[1];
            source(source).access().with(file -> preview[0] = deidentifier.preview(file));
            return shown(preview[0], preview[0].frames() > 0 ? picture(source, frame) : NO_PICTURE, frame, known);
        } catch (DeidentException e) {
            throw new CopyException(e.reason(), e);
        } catch (IOException e) {
            throw new CopyException("it cannot be read", e);
        }
    }

    private static CopyPreview shown(Preview p, Frame picture, int frame, boolean nameIsKnown) {
        return new CopyPreview(picture, frame, p.frames(), nameIsKnown ? p.pseudonym() : "", p.pixels().kind(),
                p.pixels().why(), p.pixels().mask().map(m -> m.boxes()).orElse(List.of()),
                p.changes().stream()
                        .map(c -> new CopyPreview.Change(c.label(), c.action(), c.reason().words(), c.count()))
                        .toList(),
                p.expectedBytes(), p.warnings());
    }

    @Override
    public Frame picture(CopySource source, int frame) throws CopyException {
        if (!source.isOpen()) {
            throw new CopyException(source.objection());
        }
        try (Clip clip = composition.clipReader().open(source.location())) {
            return clip.frame(Math.clamp(frame, 0, clip.info().frames() - 1));
        } catch (ClipException e) {
            throw new CopyException("it cannot be shown: " + e.getMessage(), e);
        }
    }

    @Override
    public CopyResult write(List<CopySource> sources, Path folder, CopyWishes wishes, Progress progress)
            throws CopyException {
        requireEmpty(folder);
        try {
            KeyFile key = key(keyFile(), false);
            ScannerMasks masks = masks();
            Deidentifier deidentifier = deidentifier(key, wishes, masks);
            List<Source> all = sources.stream().map(this::source).toList();
            BatchResult batch = new DeidentBatch(deidentifier).into(folder, all, progress);
            List<String> remarks = new ArrayList<>(remarks(keyFile(), key));
            if (wishes.remember() && !batch.cancelled()) {
                remarks.addAll(remember(deidentifier, masks, all));
            }
            return new CopyResult(batch.files().stream().map(CopyDesk::outcome).toList(), batch.cancelled(),
                    proof(folder, batch), folder, remarks);
        } catch (DeidentException e) {
            throw new CopyException(e.reason() + ".", e);
        } catch (CopyException e) {
            throw e;
        } catch (IOException e) {
            throw new CopyException("Key or masks in " + composition.home() + " cannot be read or written ("
                    + e.getMessage() + "); nothing was copied.", e);
        }
    }

    private static void requireEmpty(Path folder) throws CopyException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new CopyException(folder + " is not empty; name a new folder, so that copies and proof are all"
                        + " there is in it.");
            }
        } catch (CopyException e) {
            throw e;
        } catch (IOException e) {
            throw new CopyException(folder + " is no folder that can be written; name another one.", e);
        }
    }

    private Optional<Path> proof(Path folder, BatchResult batch) throws CopyException {
        if (batch.cancelled() && batch.count(CopyStatus.DONE) == 0) {
            return Optional.empty();
        }
        Path file = folder.resolve(PROOF);
        try {
            ProofSheet.write(file, batch, composition.clock().instant());
            return Optional.of(file);
        } catch (IOException e) {
            throw new CopyException(batch.count(CopyStatus.DONE) == 0
                    ? "Nothing can be written into " + folder + "; make room there, or name another folder."
                    : batch.count(CopyStatus.DONE) + " copies are in " + folder
                            + ", but their proof could not be written; delete them, make room, and copy again.",
                    e);
        }
    }

    private static CopyOutcome outcome(FileOutcome o) {
        return new CopyOutcome(o.source(), o.status(), o.proof().map(FileProof::lack).orElse(o.reason()),
                o.proof().map(FileProof::output).orElse(""));
    }
}
