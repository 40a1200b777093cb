package foramen.dicom.deident;

import foramen.codec.JpegCodec;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.FrameSpool;
import foramen.dicom.io.PixelPayload;
import foramen.dicom.write.LosslessPixels;
import foramen.domain.clip.ContentUid;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.deident.PixelVerdict;
import foramen.job.DurableFile;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes de-identified copies of images, all of a batch by one key; each is checked before it gets its name. */
public final class Deidentifier {
    private final Deidentification how;
    private final ScannerMasks masks;
    private final JpegCodec jpeg;
    /** Whom each pseudonym of this batch stands for. */
    private final Map<String, String> patients = new HashMap<>();
    private Optional<PixelPolicy.Size> drawnOn = Optional.empty();

    /**
     * @param how what the copies are to be like
     * @param masks the remembered masks
     * @param jpeg decodes lossy JPEG
     */
    public Deidentifier(Deidentification how, ScannerMasks masks, JpegCodec jpeg) {
        this.how = how;
        this.masks = masks;
        this.jpeg = jpeg;
    }

    /** What the copies are like. */
    public Deidentification how() {
        return how;
    }

    /** Whether objects of {@code kind}, in the words of a listing, are copied though they hold no picture. */
    public static boolean takesDrawings(String kind) {
        return OpenDrawing.STATES.stream().flatMap(c -> Uid.sopClassName(c).stream())
                .anyMatch(n -> n.replace(" Storage", "").equals(kind));
    }

    /** Why documents of {@code kind}, in the words of a listing, are not copied; empty where it is no document. */
    public static Optional<String> documentRefusal(String kind) {
        return OpenSource.document(kind);
    }

    /** What would be done with {@code file}; nothing is written. */
    public Preview preview(Path file) throws DeidentException {
        try (@Nullable
        OpenDrawing drawing = OpenDrawing.open(file).orElse(null)) {
            if (drawing != null) {
                return new DrawingCopies(how).preview(drawing, subject(drawing.data()));
            }
        } catch (IOException e) {
            throw OpenSource.failed(e);
        }
        try (OpenSource source = OpenSource.open(file, jpeg)) {
            Subject subject = subject(source.data());
            AttributeCleaner cleaner = new AttributeCleaner(source.data(), how.options(), how.key(), subject);
            cleaner.clean(source.data());
            PixelPlan plan = plan(source);
            List<String> warnings = new ArrayList<>(source.file().warnings());
            warnings.addAll(source.frames().warnings());
            return new Preview(subject.pseudonym(), cleaner.changes(), plan, source.frames().columns(),
                    source.frames().rows(), source.frames().frames(), source.bytes(),
                    new MaskedPixels(source.frames(), plan.mask()).expectedBytes(), syntax(source), warnings);
        } catch (IOException e) {
            throw OpenSource.failed(e);
        }
    }

    private static String syntax(OpenSource source) {
        return source.file().transferSyntax().map(TransferSyntax::title).orElse("unknown");
    }

    private PixelPlan plan(OpenSource source) {
        int columns = source.frames().columns();
        int rows = source.frames().rows();
        return PixelPlan.of(source.regions(), columns, rows, how.pixels().on(drawnOn(columns, rows)),
                masks.find(ScannerMask.of(source.data(), columns, rows, how.pixels())));
    }

    /** Boxes of which nobody said what they were drawn on are for pictures like the first. */
    private PixelPolicy.Size drawnOn(int columns, int rows) {
        PixelPolicy.Size size = drawnOn.or(() -> how.pixels().drawnOn())
                .orElseGet(() -> new PixelPolicy.Size(columns, rows));
        drawnOn = Optional.of(size);
        return size;
    }

    /**
     * The mask of this batch, for the scanner of {@code file}, to be remembered; empty where it was drawn on pictures of
     * another size.
     */
    public Optional<ScannerMask> scannerMask(Path file) throws DeidentException {
        try (OpenSource source = OpenSource.open(file, jpeg)) {
            int columns = source.frames().columns();
            int rows = source.frames().rows();
            return drawnOn(columns, rows).equals(new PixelPolicy.Size(columns, rows))
                    ? Optional.of(ScannerMask.of(source.data(), columns, rows, how.pixels()))
                    : Optional.empty();
        } catch (IOException e) {
            throw OpenSource.failed(e);
        }
    }

    /**
     * Writes the copy of {@code file} below {@code folder}, as {@code pseudonym/study/instance.dcm}.
     *
     * @throws DeidentException when there is none; nothing is left behind then
     */
    public FileProof copyInto(Path folder, Path file, Progress progress) throws DeidentException {
        return copy(file, progress, data -> folder.resolve(subject(data).pseudonym())
                .resolve(how.key().folderName(data.text(Tag.STUDY_INSTANCE_UID)))
                .resolve(how.key().fileName(instance(data, file)) + ".dcm"), folder);
    }

    /** Writes the copy of {@code file} to {@code target}. */
    public FileProof copyTo(Path target, Path file, Progress progress) throws DeidentException {
        return copy(file, progress, data -> target, Optional.ofNullable(target.toAbsolutePath().getParent())
                .orElse(target));
    }

    private interface Naming {
        Path target(DataSet data) throws IOException, DeidentException;
    }

    private FileProof copy(Path file, Progress progress, Naming naming, Path folder) throws DeidentException {
        try (@Nullable
        OpenDrawing drawing = OpenDrawing.open(file).orElse(null)) {
            if (drawing != null) {
                Path target = free(naming.target(drawing.data()));
                return new DrawingCopies(how).write(drawing, subject(drawing.data()), target,
                        relative(folder, target), progress);
            }
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (IOException e) {
            throw OpenSource.failed(e);
        }
        try (OpenSource source = OpenSource.open(file, jpeg)) {
            return write(source, free(naming.target(source.data())), folder, progress);
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (MaskedPixels.MixedFrames e) {
            throw new DeidentException(DeidentException.Kind.FAILED,
                    "its frames are of several kinds, which cannot be stored together", e);
        } catch (IOException e) {
            throw OpenSource.failed(e);
        }
    }

    private static Path free(Path target) throws DeidentException {
        if (Files.exists(target)) {
            throw taken();
        }
        return target;
    }

    private static DeidentException taken() {
        return new DeidentException(DeidentException.Kind.REFUSED,
                "its copy, or another file of that name, is there already; nothing is overwritten");
    }

    private FileProof write(OpenSource source, Path target, Path folder, Progress progress)
            throws IOException, DeidentException {
        PixelPlan plan = plan(source);
        if (plan.kind() == PixelVerdict.UNDECIDED) {
            throw new DeidentException(DeidentException.Kind.REFUSED, plan.why()
                    + ", so nothing tells where names may be burned in; name boxes to overwrite or areas to keep, or"
                    + " say that there is no burned-in text");
        }
        AttributeCleaner cleaner = new AttributeCleaner(source.data(), how.options(), how.key(),
                subject(source.data()));
        DataSetBuilder copy = trimmed(cleaner.clean(source.data()));
        if (!copy.contains(Tag.SOP_INSTANCE_UID)) {
            copy.text(Tag.SOP_INSTANCE_UID, Vr.UI, how.key().uid(ContentUid.of(source.path())));
        }
        MaskedPixels pixels = new MaskedPixels(source.frames(), plan.mask());
        try (FrameSpool spool = pixels.encode(copy, progress.part(0, 0.7))) {
            CleanObject.describe(copy, how, plan);
            CleanObject.store(copy, source, plan);
            DataSet made = copy.build();
            WrittenFileCheck check = new WrittenFileCheck(source.data(), cleaner, pixels, plan, how, jpeg);
            DurableFile.Done done = DurableFile.write(target, out -> new DicomWriter().writeAsFound(out, made,
                    Optional.of(new PixelPayload.Spooled(spool)), LosslessPixels.syntax().uid()),
                    written -> check.check(written, progress.part(0.7, 1)));
            return new FileProof(relative(folder, target), DurableFile.sha256(source.path()), source.bytes(),
                    done.sha256(),
                    done.bytes(), syntax(source), LosslessPixels.syntax().title(), source.frames().columns(),
                    source.frames().rows(), source.data().integer(Tag.NUMBER_OF_FRAMES, 1), cleaner.changes(), plan,
                    pixels.kept());
        }
    }

    private static DataSetBuilder trimmed(DataSet clean) {
        DataSetBuilder kept = DataSet.builder(clean.charset());
        clean.elements().stream().filter(e -> !CleanObject.outdated().contains(e.tag())).forEach(kept::put);
        return kept;
    }

    private static String relative(Path folder, Path target) {
        return folder.toAbsolutePath().relativize(target.toAbsolutePath()).toString().replace('\\', '/');
    }

    private static String instance(DataSet data, Path file) throws IOException {
        String uid = data.text(Tag.SOP_INSTANCE_UID);
        return uid.isBlank() ? ContentUid.of(file) : uid;
    }

    private synchronized Subject subject(DataSet data) throws DeidentException {
        String identity = Subject.identity(data);
        String id = data.text(Tag.PATIENT_ID).strip();
        Optional<String> given = Optional.ofNullable(how.pseudonyms().get(id))
                .or(() -> Optional.ofNullable(how.pseudonyms().get("")));
        String pseudonym = given.orElseGet(() -> how.key().pseudonym(identity));
        String before = patients.putIfAbsent(pseudonym, identity);
        if (before != null && !before.equals(identity)) {
            throw new DeidentException(DeidentException.Kind.REFUSED, "its patient is another than that of an earlier"
                    + " file with the pseudonym " + pseudonym + "; give each patient one of their own");
        }
        return new Subject(pseudonym, how.key().shiftDays(identity));
    }
}
