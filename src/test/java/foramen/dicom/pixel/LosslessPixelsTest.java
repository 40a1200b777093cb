package foramen.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.FrameSpool;
import foramen.dicom.io.PixelPayload;
import foramen.dicom.write.LosslessPixels;
import foramen.dicom.write.LossyHistory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixels stored again without loss mean what they meant, to Foramen and to DCMTK and GDCM where they are installed. */
class LosslessPixelsTest {
    private final Path folder;

    LosslessPixelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path again(Path source, Consumer<StoredFrame> change) throws IOException {
        Path packed = folder.resolve("again.dcm");
        try (DicomFile file = new DicomReader().read(source)) {
            PixelDecoder decoder = new PixelDecoder(file, new ImageIoJpeg(), new FfmpegPictures());
            DataSetBuilder data = file.data().toBuilder();
            try (FrameSpool spool = LosslessPixels.encode(decoder, change, data);
                    OutputStream out = Files.newOutputStream(packed)) {
                new DicomWriter().write(out, data.build(), Optional.of(new PixelPayload.Spooled(spool)),
                        LosslessPixels.syntax().uid());
            }
        }
        return packed;
    }

    private List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int bits : new int[]{8, 10, 12, 16}) {
            sources.add(PlainSources.grey(folder, 51, 37, bits, false));
            sources.add(PlainSources.grey(folder, 51, 37, bits, true));
        }
        sources.add(PlainSources.colour(folder, 50, 37, "RGB", false));
        sources.add(PlainSources.colour(folder, 51, 36, "RGB", true));
        sources.add(PlainSources.colour(folder, 50, 37, "YBR_FULL", false));
        sources.add(PlainSources.colour(folder, 50, 37, "YBR_FULL_422", false));
        sources.add(PlainSources.palette(folder, 51, 37));
        sources.add(PlainSources.grey(folder, 1, 1, 8, false));
        return sources;
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, tool)));
    }

    private static int attempt(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
    }

    @Test
    void everyKindOfPixelMeansTheSame() throws Exception {
        int byGdcm = 0;
        for (Path source : sources()) {
            Path packed = again(source, f -> {});
            int[] expected = StoredValues.of(source);
            assertArrayEquals(expected, StoredValues.of(packed), String.valueOf(source.getFileName()));
            Path plain = folder.resolve("plain.dcm");
            if (isInstalled("dcmdjpeg")) {
                run("dcmdjpeg", "+cn", packed.toString(), plain.toString());
                assertArrayEquals(expected, StoredValues.of(plain), "DCMTK, " + source.getFileName());
            }
            // GDCM refuses to write some of these, whoever compressed them.
            if (isInstalled("gdcmconv") && attempt("gdcmconv", "--raw", packed.toString(), plain.toString()) == 0) {
                assertArrayEquals(expected, StoredValues.of(plain), "GDCM, " + source.getFileName());
                byGdcm++;
            }
        }
        assertTrue(byGdcm >= 7 || !isInstalled("gdcmconv"), byGdcm + " compared with GDCM");
    }

    @Test
    void whatIsChangedOnTheWayIsAllThatChanges() throws IOException {
        Path source = PlainSources.grey(folder, 51, 37, 8, false);
        int[] before = StoredValues.of(source);
        int[] after = StoredValues.of(again(source, f -> java.util.Arrays.fill(f.bytes(), 0, 51 * 5, (byte) 0)));
        for (int i = 0; i < before.length; i++) {
            assertEquals(i % (51 * 37) < 51 * 5 ? 0 : before[i], after[i]);
        }
    }

    @Test
    void lossStaysWrittenDown() {
        var lossy = foramen.dicom.data.DataSet.builder().text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "01")
                .text(Tag.LOSSY_RATIO, Vr.DS, "12.5").text(Tag.LOSSY_METHOD, Vr.CS, "ISO_14495_1").build();
        LossyHistory history = LossyHistory.of(lossy, false);
        assertTrue(history.lossy());
        assertEquals(List.of("ISO_14495_1"), history.methods());
        assertTrue(LossyHistory.of(foramen.dicom.data.DataSet.EMPTY, true).lossy());
        assertEquals(LossyHistory.NONE, LossyHistory.of(foramen.dicom.data.DataSet.EMPTY, false));
    }
}
