package foramen.dicom.deident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.Films;
import foramen.codec.TestStreams;
import foramen.codec.TurboJpeg;
import foramen.dicom.data.DataSet;
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
import foramen.job.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted texts in clips of every transfer syntax: none is left, and what was to be kept is what it was. */
class EverySyntaxTest {
    private static final Map<TransferSyntax, String> FILMS = Map.of(TransferSyntax.MPEG2_MAIN, "b-pictures.m2v",
            TransferSyntax.MPEG2_HIGH, "b-pictures.m2v", TransferSyntax.H264_41, "open-gop.mp4",
            TransferSyntax.H264_41_BD, "open-gop.h264", TransferSyntax.H264_42_2D, "open-gop.h264",
            TransferSyntax.H264_42_3D, "open-gop.h264", TransferSyntax.H264_STEREO, "open-gop.h264",
            TransferSyntax.HEVC_MAIN, "open-gop.hevc", TransferSyntax.HEVC_MAIN10, "open-gop.hevc");

    /** The largest sample that is looked at; all with {@code -Dforamen.deident.sample=100000000}. */
    private static final long MOST = Long.getLong("foramen.deident.sample", 12 << 10);

    private final Path folder;
    private final Path source;
    private final Path target;

    EverySyntaxTest(@TempDir Path folder) {
        this.folder = folder;
        this.source = folder.resolve("source.dcm");
        this.target = folder.resolve("copy.dcm");
    }

    private static Deidentification how(DeidentOption... options) {
        return new Deidentification(DeidentKey.of(new byte[32]), Set.of(options), PixelPolicy.REGIONS, Map.of(),
                "Foramen test");
    }

    private FileProof copy(byte[] bytes, DeidentOption... options) throws Exception {
        Files.write(source, bytes);
        Files.deleteIfExists(target);
        return new Deidentifier(how(options), ScannerMasks.open(folder.resolve("none.json")), new TurboJpeg())
                .copyTo(target, source, Progress.NONE);
    }

    /** Copies and compares, apart from the copy's own check. */
    private void assertClean(String name, byte[] bytes, Box region) throws Exception {
        assertFalse(Planted.foundIn(bytes).isEmpty(), name);
        FileProof proof = copy(bytes);
        byte[] copied = Files.readAllBytes(target);
        assertEquals(List.of(), Planted.foundIn(copied), name);
        try (Clip before = new DicomClipReader().open(source); Clip after = new DicomClipReader().open(target)) {
            assertEquals(before.info().frames(), after.info().frames(), name);
            assertEquals(proof.frames().size(), after.info().frames(), name);
            assertEquals(before.info().calibration().regions(), after.info().calibration().regions(), name);
            assertEquals(before.info().timing().startMillis(1), after.info().timing().startMillis(1), name);
            int columns = after.info().columns();
            for (int f = 0; f < after.info().frames(); f++) {
                int[] was = before.frame(f).argb();
                int[] is = after.frame(f).argb();
                for (int i = 0; i < is.length; i++) {
                    int x = i % columns - region.x();
                    int y = i / columns - region.y();
                    boolean inside = x >= 0 && x < region.width() && y >= 0 && y < region.height();
                    if (is[i] != (inside ? was[i] : 0xFF000000)) {
                        assertEquals(Integer.toHexString(inside ? was[i] : 0xFF000000), Integer.toHexString(is[i]),
                                name + ", frame " + f + ", pixel " + i);
                    }
                }
            }
        }
    }

    @Test
    void whatForamenPacksItself() throws Exception {
        Set<TransferSyntax> done = EnumSet.noneOf(TransferSyntax.class);
        for (TransferSyntax syntax : TransferSyntax.values()) {
            if (syntax.pixels() == TransferSyntax.Pixels.NATIVE) {
                byte[] bytes = Planted.plain(syntax);
                assertClean(syntax.title(), bytes, Planted.REGION);
                done.add(syntax);
            }
            var made = Planted.made(syntax);
            if (made.isPresent()) {
                assertClean(syntax.title(), made.get(), Planted.REGION);
                done.add(syntax);
            }
        }
        assertEquals(10, done.size(), done::toString);
    }

    @Test
    void filmsBecomeFramesWithoutLoss() throws Exception {
        Box region = new Box(20, 24, 140, 90);
        for (Map.Entry<TransferSyntax, String> film : FILMS.entrySet()) {
            DataSet data = Planted.described(Planted.identity(), 192, 128, 3, 8, 48, "YBR_PARTIAL_420")
                    .sequence(Tag.ULTRASOUND_REGIONS, List.of(Planted.region(region))).build();
            byte[] bytes = Planted.packed(film.getKey().uid(), data, List.of(Films.bytes(film.getValue())));
            assertClean(film.getKey().title(), bytes, region);
            try (DicomFile file = new DicomReader().read(target)) {
                assertEquals("01", file.data().text(Tag.LOSSY_IMAGE_COMPRESSION));
                assertEquals(1, file.data().strings(Tag.LOSSY_METHOD).size());
                assertEquals("RGB", file.data().text(Tag.PHOTOMETRIC_INTERPRETATION));
            }
        }
    }

    @Test
    void jpegLsAndJpeg2000OfEveryDepth() throws Exception {
        for (Map.Entry<String, byte[]> stream : TestStreams.all(Planted.COLUMNS, Planted.ROWS).entrySet()) {
            String name = stream.getKey();
            int bits = name.contains(" 16") ? 16 : 8;
            int samples = name.endsWith("3") ? 3 : 1;
            var planted = Planted.described(Planted.identity(), Planted.COLUMNS, Planted.ROWS, samples, bits, 2,
                    samples == 3 ? "RGB" : "MONOCHROME2");
            if (bits == 16) {
                planted.text(Tag.WINDOW_CENTER, Vr.DS, "32768").text(Tag.WINDOW_WIDTH, Vr.DS, "65535");
            }
            String uid = name.substring(0, name.indexOf(' '));
            for (String syntax : List.of(uid, uid.replace(".80", ".81").replace(".90", ".91"))) {
                assertClean(name, Planted.packed(syntax, planted.build(), List.of(stream.getValue(),
                        stream.getValue())), Planted.REGION);
            }
        }
    }

    /** Nothing here writes HTJ2K, so streams of the wild are given a patient, and a comment that names them. */
    @ParameterizedTest
    @ValueSource(strings = {"dicom-decoder-thales/htj2k_lossless_parity.dcm", "pydicom-data/HTJ2K_08_RGB.dcm"})
    void highThroughputJpeg2000(String sample) throws Exception {
        Path file = Path.of(System.getProperty("foramen.shared", "absent"), "samples").resolve(sample);
        Assumptions.assumeTrue(Files.exists(file), "the shared sample files are not here");
        byte[] stream = TestStreams.commented(TestStreams.jpeg2000In(Files.readAllBytes(file)),
                "COMMENTQX Quetzalcoatl");
        try (DicomFile found = new DicomReader().read(file)) {
            DataSet d = found.data();
            int columns = d.integer(Tag.COLUMNS, 0);
            int rows = d.integer(Tag.ROWS, 0);
            Box region = new Box(columns / 8, rows / 8, columns * 3 / 4, rows * 3 / 4);
            int samples = d.integer(Tag.SAMPLES_PER_PIXEL, 0);
            DataSet planted = Planted.described(Planted.identity(), columns, rows, samples,
                    d.integer(Tag.BITS_ALLOCATED, 0), 2, samples == 3 ? "RGB" : "MONOCHROME2")
                    .sequence(Tag.ULTRASOUND_REGIONS, List.of(Planted.region(region))).build();
            String syntax = found.transferSyntax().orElseThrow().uid();
            assertTrue(syntax.startsWith("1.2.840.10008.1.2.4.20"), syntax);
            assertClean(sample, Planted.packed(syntax, planted, List.of(stream, stream)), region);
        }
    }

    @Test
    void whatOtherToolkitsPack() throws Exception {
        List<List<String>> packers = List.of(List.of("dcmcjpeg", "+eb"), List.of("dcmcjpeg", "+ee"),
                List.of("dcmcjpeg", "+es"), List.of("dcmcjpeg", "+ep"), List.of("dcmcjpeg", "+eb", "+s4"),
                List.of("dcmcjpeg", "+el", "+sv", "4"), List.of("dcmcjpls", "+el"), List.of("dcmcjpls", "+en"),
                List.of("dcmcrle"), List.of("dcmconv", "+tb"), List.of("dcmconv", "+ti"), List.of("dcmconv", "+td"),
                List.of("gdcmconv", "--j2k"), List.of("gdcmconv", "--jpegls"));
        int compared = 0;
        for (List<String> packer : packers) {
            if (!isInstalled(packer.getFirst())) {
                continue;
            }
            Path plain = Files.write(folder.resolve("plain.dcm"), Planted.plain(TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
            Path packed = folder.resolve("packed.dcm");
            List<String> command = new ArrayList<>(packer);
            command.addAll(List.of(plain.toString(), packed.toString()));
            run(command);
            assertClean(String.join(" ", packer), Files.readAllBytes(packed), Planted.REGION);
            compared++;
        }
        Assumptions.assumeTrue(compared > 0, "neither DCMTK nor GDCM is installed");
    }

    @Test
    void whatCannotBeDecodedIsToldAndLeavesNothing() throws Exception {
        for (TransferSyntax syntax : TransferSyntax.values()) {
            if (syntax.pixels() == TransferSyntax.Pixels.OTHER) {
                DataSet data = Planted.described(Planted.identity(), Planted.COLUMNS, Planted.ROWS, 3, 8, 1, "RGB")
                        .build();
                byte[] bytes = Planted.packed(syntax.uid(), data, List.of(new byte[400]));
                DeidentException e = org.junit.jupiter.api.Assertions.assertThrows(DeidentException.class,
                        () -> copy(bytes));
                assertEquals(DeidentException.Kind.FAILED, e.kind());
                assertTrue(e.reason().contains("cannot decode"), e.reason());
                assertFalse(Files.exists(target));
            }
        }
    }

    /** Samples of the wild: each is copied clean or told why not, and copies open again. */
    @Test
    void everySampleFileIsCopiedOrToldWhyNot() throws Exception {
        Path samples = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "the shared sample files are not here");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(samples)) {
            files = walk.filter(Files::isRegularFile).filter(f -> f.toFile().length() < MOST).sorted().toList();
        }
        Deidentification how = new Deidentification(DeidentKey.of(new byte[32]), Set.of(DeidentOption.DATES_SHIFTED),
                new PixelPolicy(List.of(), List.of(new Box(0, 0, 8, 8)), PixelPolicy.WithoutRegions.REFUSE), Map.of(),
                "Foramen test");
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            // The box is for pictures of the size of the first; each of these is a first.
            outcomes.addAll(new DeidentBatch(
                    new Deidentifier(how, ScannerMasks.open(folder.resolve("none.json")), new TurboJpeg()))
                    .into(folder.resolve("out"), List.of(DeidentBatch.Source.of(file)), Progress.NONE).files());
        }
        assertEquals(files.size(), outcomes.size());
        List<String> wrong = new ArrayList<>();
        for (FileOutcome outcome : outcomes) {
            if (outcome.reason().contains("unexpected") || outcome.reason().contains("its copy does not keep")
                    || outcome.reason().contains("null")) {
                wrong.add(outcome.source() + ": " + outcome.reason());
            }
        }
        assertEquals(List.of(), wrong);
        long copied = outcomes.stream().filter(o -> o.status() == CopyStatus.DONE).count();
        assertTrue(copied > 50, copied + " copied");
    }

    static boolean isInstalled(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, tool)));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command + ": " + said);
    }
}
