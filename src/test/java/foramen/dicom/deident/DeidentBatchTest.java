package foramen.dicom.deident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.TurboJpeg;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.clip.Clip;
import foramen.domain.deident.Box;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.deident.PixelPolicy.WithoutRegions;
import foramen.domain.deident.PixelVerdict;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches of copies: consistent, whole or not at all, and proven. */
class DeidentBatchTest {
    private final Path folder;
    private final Path out;

    DeidentBatchTest(@TempDir Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out");
    }

    private static Deidentification how(PixelPolicy pixels, Map<String, String> names, DeidentOption... options) {
        return new Deidentification(DeidentKey.of(new byte[32]), Set.of(options), pixels, names, "Foramen test");
    }

    private Deidentifier deidentifier(Deidentification how) throws Exception {
        return new Deidentifier(how, ScannerMasks.open(folder.resolve("masks.json")), new TurboJpeg());
    }

    private BatchResult run(Deidentification how, Progress progress, Path... files) throws Exception {
        return new DeidentBatch(deidentifier(how)).into(out, Stream.of(files).map(DeidentBatch.Source::of).toList(),
                progress);
    }

    /** A clip of two grey frames; what {@code change} puts in replaces what is planted. */
    private Path clip(String name, DataSet change) throws IOException {
        DataSetBuilder data = Planted.described(Planted.identity(), 16, 12, 1, 8, 2, "MONOCHROME2")
                .sequence(Tag.ULTRASOUND_REGIONS, List.of(Planted.region(new Box(2, 3, 10, 6))));
        change.elements().forEach(data::put);
        byte[] noise = new byte[16 * 12];
        new Random(5).nextBytes(noise);
        return Files.write(folder.resolve(name), Planted.packed(
                TransferSyntax.ENCAPSULATED_UNCOMPRESSED.uid(), data.build(), List.of(noise, noise)));
    }

    private static DataSet with(int tag, Vr vr, String text) {
        return DataSet.builder().text(tag, vr, text).build();
    }

    private DataSet read(FileOutcome outcome) throws IOException {
        try (DicomFile file = new DicomReader().read(out.resolve(outcome.proof().orElseThrow().output()))) {
            return file.data();
        }
    }

    private List<Path> left() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void referencesStillPointToTheFilesTheyPointedTo() throws Exception {
        Path first = clip("a.dcm", with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.276.0.99.1.77"));
        Path second = clip("b.dcm", DataSet.EMPTY);
        BatchResult batch = run(how(PixelPolicy.REGIONS, Map.of()), Progress.NONE, first, second);
        DataSet a = read(batch.files().get(0));
        DataSet b = read(batch.files().get(1));
        DataSet reference = b.items(Tag.of(0x0008, 0x1140)).getFirst();
        assertEquals(a.text(Tag.SOP_INSTANCE_UID), reference.text(Tag.of(0x0008, 0x1155)));
        assertTrue(a.text(Tag.SOP_INSTANCE_UID).startsWith("2.25."));
        assertEquals("1.2.840.10008.5.1.4.1.1.3.1", reference.text(Tag.of(0x0008, 0x1150)));
        assertEquals(a.text(Tag.STUDY_INSTANCE_UID), b.text(Tag.STUDY_INSTANCE_UID));
        assertEquals(a.text(Tag.PATIENT_ID), b.text(Tag.PATIENT_NAME));
        assertNotEquals(DeidentKey.of(new byte[32]).uid("1.2.3"), DeidentKey.random().uid("1.2.3"));
        assertTrue(foramen.dicom.data.Uid.isValid(DeidentKey.random().uid("1.2.3")));
    }

    @Test
    void shiftedDatesKeepTheirIntervalsAndTimes() throws Exception {
        Path first = clip("a.dcm", with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.1"));
        Path second = clip("b.dcm", DataSet.builder().text(Tag.STUDY_DATE, Vr.DA, "20200417")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.2").build());
        Path other = clip("c.dcm", DataSet.builder().text(Tag.PATIENT_ID, Vr.LO, "another")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3").build());
        BatchResult batch = run(how(PixelPolicy.REGIONS, Map.of(), DeidentOption.DATES_SHIFTED), Progress.NONE, first,
                second, other);
        DataSet a = read(batch.files().get(0));
        DataSet b = read(batch.files().get(1));
        DateTimeFormatter date = DateTimeFormatter.BASIC_ISO_DATE;
        LocalDate day = LocalDate.parse(a.text(Tag.STUDY_DATE), date);
        assertEquals(47, ChronoUnit.DAYS.between(day, LocalDate.parse(b.text(Tag.STUDY_DATE), date)));
        assertTrue(day.isBefore(LocalDate.of(2019, 3, 2)));
        assertEquals("101112", a.text(Tag.STUDY_TIME));
        assertEquals(a.text(Tag.STUDY_DATE) + "101112.5+0100", a.text(Tag.ACQUISITION_DATE_TIME));
        assertEquals("", a.text(Tag.PATIENT_BIRTH_DATE));
        assertEquals("MODIFIED", a.text(CleanObject.LONGITUDINAL));
        assertNotEquals(a.text(Tag.STUDY_DATE), read(batch.files().get(2)).text(Tag.STUDY_DATE));
    }

    @Test
    void theCopySaysHowItWasMade() throws Exception {
        DataSet copy = read(run(how(PixelPolicy.REGIONS, Map.of()), Progress.NONE, clip("a.dcm", DataSet.EMPTY))
                .files().getFirst());
        assertEquals("YES", copy.text(CleanObject.IDENTITY_REMOVED));
        assertEquals("NO", copy.text(Tag.BURNED_IN_ANNOTATION));
        assertEquals("REMOVED", copy.text(CleanObject.LONGITUDINAL));
        assertEquals(List.of("113100", "113101"),
                copy.items(CleanObject.METHOD_CODES).stream().map(i -> i.text(Tag.CODE_VALUE)).toList());
        assertEquals("DERIVED", copy.strings(Tag.IMAGE_TYPE).getFirst());
        assertEquals("00", copy.text(Tag.LOSSY_IMAGE_COMPRESSION));
    }

    @Test
    void aFileWithoutRegionsIsNeverCalledCleanUnasked() throws Exception {
        Path none = clip("none.dcm", DataSet.builder().sequence(Tag.ULTRASOUND_REGIONS, List.of()).build());
        Path whole = clip("whole.dcm", DataSet.builder()
                .sequence(Tag.ULTRASOUND_REGIONS, List.of(Planted.region(new Box(0, 0, 16, 12))))
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.9").build());
        BatchResult refused = run(how(PixelPolicy.REGIONS, Map.of()), Progress.NONE, none, whole);
        assertEquals(2, refused.count(CopyStatus.REFUSED));
        assertTrue(refused.files().get(0).reason().contains("no ultrasound regions"));
        assertTrue(refused.files().get(1).reason().contains("whole screen"));
        assertEquals(List.of(), left());

        BatchResult declared = run(how(new PixelPolicy(List.of(), List.of(), WithoutRegions.NO_TEXT), Map.of()),
                Progress.NONE, none);
        assertEquals("NO", read(declared.files().getFirst()).text(Tag.BURNED_IN_ANNOTATION));
        assertEquals(1, read(declared.files().getFirst()).items(CleanObject.METHOD_CODES).size());

        BatchResult leave = run(how(new PixelPolicy(List.of(), List.of(), WithoutRegions.LEAVE), Map.of()),
                Progress.NONE, whole);
        assertEquals("YES", read(leave.files().getFirst()).text(Tag.BURNED_IN_ANNOTATION));
    }

    @Test
    void boxesWinOverRegionsAndAreRememberedForTheScanner() throws Exception {
        Path clip = clip("a.dcm", with(Tag.MODEL_NAME, Vr.LO, "M1"));
        PixelPolicy policy = new PixelPolicy(List.of(), List.of(new Box(4, 4, 3, 2)), WithoutRegions.REFUSE);
        FileOutcome done = run(how(policy, Map.of()), Progress.NONE, clip).files().getFirst();
        PixelMask mask = done.proof().orElseThrow().pixels().mask().orElseThrow();
        assertEquals(16 * 12 - 60 + 6, mask.pixels());
        try (Clip copy = new DicomClipReader().open(out.resolve(done.proof().orElseThrow().output()))) {
            assertEquals(0xFF000000, copy.frame(1).argb()[4 * 16 + 5]);
        }
        ScannerMasks masks = ScannerMasks.open(folder.resolve("masks.json"));
        assertTrue(masks.remember(deidentifier(how(policy, Map.of())).scannerMask(clip).orElseThrow()));
        Path later = clip("b.dcm", DataSet.builder().text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.55")
                .text(Tag.MODEL_NAME, Vr.LO, "M1").build());
        Path other = clip("c.dcm", DataSet.builder().text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.56")
                .text(Tag.MODEL_NAME, Vr.LO, "M2").build());
        Deidentifier next = deidentifier(how(PixelPolicy.REGIONS, Map.of()));
        assertEquals(mask.boxes(), next.preview(later).pixels().mask().orElseThrow().boxes());
        assertTrue(next.preview(later).pixels().why().contains("remembered"));
        assertNotEquals(mask.boxes(), next.preview(other).pixels().mask().orElseThrow().boxes());
        Files.writeString(folder.resolve("masks.json"), "[{\"manufacturer\":\"Acme\"}]");
        assertThrows(DeidentException.class, () -> ScannerMasks.open(folder.resolve("masks.json")));
    }

    @Test
    void boxesHoldForPicturesOfTheSizeTheyWereDrawnOnAndForNoOthers() throws Exception {
        Path first = clip("a.dcm", with(Tag.MODEL_NAME, Vr.LO, "M1"));
        DataSet bare = Planted.described(Planted.identity(), 20, 12, 1, 8, 1, "MONOCHROME2")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.57").sequence(Tag.ULTRASOUND_REGIONS, List.of()).build();
        Path other = Files.write(folder.resolve("wide.dcm"),
                Planted.packed(TransferSyntax.ENCAPSULATED_UNCOMPRESSED.uid(), bare, List.of(new byte[20 * 12])));
        PixelPolicy policy = new PixelPolicy(List.of(), List.of(new Box(4, 4, 3, 2)), WithoutRegions.REFUSE);
        List<FileOutcome> done = run(how(policy, Map.of()), Progress.NONE, first, other).files();
        assertEquals(CopyStatus.DONE, done.getFirst().status());
        assertEquals(CopyStatus.REFUSED, done.getLast().status());
        assertTrue(done.getLast().toString().contains("for pictures of another size"), done.getLast().toString());

        Deidentifier forWide = deidentifier(how(policy.on(new PixelPolicy.Size(20, 12)), Map.of()));
        assertEquals(PixelVerdict.MASKED, forWide.preview(other).pixels().kind());
        assertEquals(6, forWide.preview(other).pixels().mask().orElseThrow().pixels());
        // That of the first is by its own regions, and its scanner is not remembered with boxes of the other.
        assertEquals(16 * 12 - 60, forWide.preview(first).pixels().mask().orElseThrow().pixels());
        assertEquals(Optional.empty(), forWide.scannerMask(first));
    }

    @Test
    void nothingIsOverwrittenAndOneBadFileStopsNoOther() throws Exception {
        Path good = clip("good.dcm", DataSet.EMPTY);
        Path text = Files.writeString(folder.resolve("notes.txt"), "nothing of DICOM, only some words of a reader");
        byte[] whole = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut.dcm"), java.util.Arrays.copyOf(whole, 700));
        BatchResult batch = run(how(PixelPolicy.REGIONS, Map.of()), Progress.NONE, text, cut,
                folder.resolve("absent.dcm"), good, good);
        assertEquals(
                List.of(CopyStatus.REFUSED, CopyStatus.FAILED, CopyStatus.FAILED, CopyStatus.DONE, CopyStatus.REFUSED),
                batch.files().stream().map(FileOutcome::status).toList());
        assertEquals(1, left().size());
        byte[] before = Files.readAllBytes(left().getFirst());
        assertEquals(1, run(how(PixelPolicy.REGIONS, Map.of()), Progress.NONE, good).count(CopyStatus.REFUSED));
        assertArrayEquals(before, Files.readAllBytes(left().getFirst()));
    }

    @Test
    void cancellingLeavesWhatIsWholeAndNothingElse() throws Exception {
        Path first = clip("a.dcm", with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.1"));
        Path second = clip("b.dcm", with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.2"));
        for (int after = 0; after < 9; after++) {
            int most = after;
            int[] asked = new int[1];
            BatchResult batch = run(how(PixelPolicy.REGIONS, Map.of()), new Progress() {
                @Override
                public void report(double fraction, String message) {}

                @Override
                public boolean isCancelled() {
                    return asked[0]++ >= most;
                }
            }, first, second);
            assertTrue(batch.cancelled(), "after " + after);
            assertEquals(batch.count(CopyStatus.DONE), left().size());
            for (Path file : left()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void twoPatientsNeverShareAPseudonym() throws Exception {
        Path first = clip("a.dcm", with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.1"));
        Path second = clip("b.dcm", DataSet.builder().text(Tag.PATIENT_ID, Vr.LO, "B-2222")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.2").build());
        BatchResult batch = run(how(PixelPolicy.REGIONS, Map.of("", "Study01")), Progress.NONE, first, second);
        assertEquals(List.of(CopyStatus.DONE, CopyStatus.REFUSED),
                batch.files().stream().map(FileOutcome::status).toList());
        assertEquals("Study01", read(batch.files().getFirst()).text(Tag.PATIENT_ID));
        BatchResult named = run(how(PixelPolicy.REGIONS, Map.of("QX-778812", "S1", "B-2222", "S2")), Progress.NONE,
                first, second);
        assertEquals("S2", read(named.files().get(1)).text(Tag.PATIENT_NAME));
    }

    @Test
    void theProofNamesAttributesAndNoValue() throws Exception {
        Path clip = clip("Quetzalcoatl.dcm", DataSet.EMPTY);
        Path bad = Files.writeString(folder.resolve("Xiomara.dcm"), "short");
        BatchResult batch = run(how(PixelPolicy.REGIONS, Map.of(), DeidentOption.DATES_SHIFTED), Progress.NONE, clip,
                bad, folder.resolve("Dr. Wolfram.dcm"));
        for (String name : List.of("proof.html", "proof.json")) {
            ProofSheet.write(folder.resolve(name), batch, Instant.EPOCH);
            byte[] proof = Files.readAllBytes(folder.resolve(name));
            assertEquals(List.of(), Planted.foundIn(proof), name);
            String text = new String(proof, java.nio.charset.StandardCharsets.UTF_8);
            FileProof done = batch.files().getFirst().proof().orElseThrow();
            assertTrue(text.contains("PatientBirthDate") && text.contains(done.sha256())
                    && text.contains(done.sourceSha256()) && text.contains(done.frames().get(1)), text);
            assertFalse(text.contains(folder.toString()), name);
            assertThrows(java.nio.file.FileAlreadyExistsException.class,
                    () -> ProofSheet.write(folder.resolve(name), batch, Instant.EPOCH));
        }
    }

    @Test
    void aKeyIsMadeOnceAndForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("keys").resolve("a.key");
        KeyFile made = KeyFile.open(file);
        KeyFile again = KeyFile.open(file);
        assertTrue(made.created() && !again.created() && !again.readableByOthers());
        assertEquals(made.key().uid("1.2.3"), again.key().uid("1.2.3"));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(file)));
        }
        Files.writeString(file, "nothing of a key");
        assertThrows(DeidentException.class, () -> KeyFile.open(file));
        assertEquals("nothing of a key", Files.readString(file));
    }

    @Test
    void damagedFilesGetAWordAndNeverAnUncheckedCopy() throws Exception {
        byte[] seed = Planted.made(TransferSyntax.RLE).orElseThrow();
        Random random = new Random(11);
        List<String> wrong = new ArrayList<>();
        int done = 0;
        int runs = Integer.getInteger("foramen.deident.damaged", 150);
        for (int i = 0; i < runs; i++) {
            byte[] bytes = seed.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                bytes[132 + random.nextInt(Math.min(3000, bytes.length - 132))] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged.dcm"),
                    random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            FileOutcome outcome = run(how(PixelPolicy.REGIONS, Map.of()), Progress.NONE, file).files().getFirst();
            // A region whose numbers are no numbers any more is not passed on as if nothing were wrong with it.
            boolean scale = outcome.reason().contains("(0018,6011)");
            if (outcome.reason().contains("unexpected")
                    || (outcome.reason().contains("its copy does not keep") && !scale)) {
                wrong.add(i + ": " + outcome.reason());
            }
            for (Path copy : left()) {
                done++;
                Files.delete(copy);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(done > runs / 10, done + " copied");
    }

    @Test
    void theMaskIsDrawnAsBoxesThatDoNotOverlap() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<Box> kept = boxes(random);
            List<Box> hidden = boxes(random);
            PixelMask mask = PixelMask.of(30, 20, kept, hidden);
            int[] times = new int[30 * 20];
            for (Box b : mask.boxes()) {
                for (int y = b.y(); y < b.y() + b.height(); y++) {
                    for (int x = b.x(); x < b.x() + b.width(); x++) {
                        times[y * 30 + x]++;
                    }
                }
            }
            for (int p = 0; p < times.length; p++) {
                boolean inside = kept.isEmpty() || isIn(kept, p);
                assertEquals(isIn(hidden, p) || !inside, mask.hides(p));
                assertEquals(mask.hides(p) ? 1 : 0, times[p]);
            }
        }
    }

    private static List<Box> boxes(Random random) {
        return Stream.generate(() -> new Box(random.nextInt(35), random.nextInt(25), 1 + random.nextInt(20),
                1 + random.nextInt(15))).limit(random.nextInt(4)).toList();
    }

    private static boolean isIn(List<Box> boxes, int p) {
        return boxes.stream().anyMatch(b -> p % 30 >= b.x() && p % 30 < b.x() + b.width() && p / 30 >= b.y()
                && p / 30 < b.y() + b.height());
    }

    @Test
    void peersReadTheCopyAndFindNoMoreErrorsThanInTheSource() throws Exception {
        Assumptions.assumeTrue(EverySyntaxTest.isInstalled("dciodvfy") && EverySyntaxTest.isInstalled("dcmdjpeg"),
                "dciodvfy and dcmdjpeg are not installed");
        Path source = Path.of(System.getProperty("foramen.samples", "sample-dicom"), "variant-rle.dcm");
        FileOutcome done = run(how(PixelPolicy.REGIONS, Map.of(), DeidentOption.DATES_SHIFTED), Progress.NONE, source)
                .files().getFirst();
        Path copy = out.resolve(done.proof().orElseThrow().output());
        assertEquals(errors(source), errors(copy));
        Path plain = folder.resolve("plain.dcm");
        Process unpack = new ProcessBuilder("dcmdjpeg", copy.toString(), plain.toString()).redirectErrorStream(true)
                .start();
        unpack.getInputStream().readAllBytes();
        assertEquals(0, unpack.waitFor());
        try (Clip ours = new DicomClipReader().open(copy); Clip theirs = new DicomClipReader().open(plain)) {
            for (int f = 0; f < ours.info().frames(); f += 20) {
                assertArrayEquals(ours.frame(f).argb(), theirs.frame(f).argb());
            }
        }
    }

    private static List<String> errors(Path file) throws Exception {
        Process process = new ProcessBuilder("dciodvfy", "-new", file.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().filter(l -> l.startsWith("Error")).toList();
    }
}
