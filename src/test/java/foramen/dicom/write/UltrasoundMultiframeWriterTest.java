package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UltrasoundMultiframeWriterTest {
    private static final int COLUMNS = 33;
    private static final int ROWS = 21;

    private final Path folder;

    UltrasoundMultiframeWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] write(PixelEncoding encoding, int frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UltrasoundMultiframeWriter().write(out, UltrasoundFixtures.object("seed"), frames,
                i -> UltrasoundFixtures.frame(COLUMNS, ROWS, i), encoding);
        return out.toByteArray();
    }

    private Path file(PixelEncoding encoding, int frames) throws IOException {
        Path file = folder.resolve(encoding + "-" + frames + ".dcm");
        Files.write(file, write(encoding, frames));
        return file;
    }

    @ParameterizedTest
    @EnumSource
    void theSameInputGivesTheSameBytes(PixelEncoding encoding) throws IOException {
        assertArrayEquals(write(encoding, 3), write(encoding, 3));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenReadsBackAsItWas(PixelEncoding encoding) throws IOException {
        try (DicomClip clip = new DicomClipReader().open(file(encoding, 3))) {
            ClipInfo info = clip.info();
            assertEquals(List.of(), info.warnings());
            assertEquals(3, info.frames());
            assertEquals(33.333, info.timing().startMillis(1), 1e-9);
            assertEquals("Frame Time", info.timing().source());
            assertEquals(UltrasoundFixtures.object("seed").patient(), info.patient());
            assertEquals(Laterality.LEFT, info.laterality());
            assertEquals(Optional.of(LocalDateTime.of(2026, 3, 4, 10, 11, 12)), info.acquired());
            assertEquals(UltrasoundFixtures.object("seed").regions(), info.calibration().regions());
            assertEquals("1.2.840.10008.5.1.4.1.1.3.1", info.identity().sopClassUid());
            for (int i = 0; i < 3; i++) {
                assertSame(UltrasoundFixtures.frame(COLUMNS, ROWS, i), clip.frame(i), encoding);
            }
        }
    }

    private static void assertSame(Frame wrote, Frame read, PixelEncoding encoding) {
        // Chroma at half width blurs the one step of red; grey keeps the luma only.
        int tolerance = switch (encoding) {
            case JPEG_BASELINE -> 30;
            case MONOCHROME2 -> 40;
            // The clip has more than 256 colours.
            case PALETTE_COLOR -> 1;
            default -> 0;
        };
        for (int i = 0; i < wrote.argb().length; i++) {
            for (int shift = 0; shift <= 24; shift += 8) {
                int a = (wrote.argb()[i] >>> shift) & 0xFF;
                int b = (read.argb()[i] >>> shift) & 0xFF;
                assertEquals(a, b, tolerance, encoding + " pixel " + i);
            }
        }
    }

    @Test
    void oneFrameIsWrittenAsAStill() throws IOException {
        try (DicomClip clip = new DicomClipReader().open(file(PixelEncoding.RGB, 1))) {
            assertEquals("1.2.840.10008.5.1.4.1.1.6.1", clip.info().identity().sopClassUid());
            assertEquals(1, clip.info().frames());
        }
    }

    @Test
    void aPaletteOfFewColoursIsExact() throws IOException {
        Frame grey = new Frame(16, 16, java.util.stream.IntStream.range(0, 256).map(i -> 0xFF000000 | i * 0x010101)
                .toArray());
        Path file = folder.resolve("few.dcm");
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("few"), 2, i -> grey,
                PixelEncoding.PALETTE_COLOR);
        try (DicomClip clip = new DicomClipReader().open(file)) {
            assertArrayEquals(grey.argb(), clip.frame(1).argb());
        }
    }

    @Test
    void identifiersFollowFromTheirSeeds() {
        var a = UltrasoundObject.Uids.fromSeeds("study", "series", "1");
        var b = UltrasoundObject.Uids.fromSeeds("study", "series", "2");
        assertEquals(a, UltrasoundObject.Uids.fromSeeds("study", "series", "1"));
        assertEquals(a.series(), b.series());
        assertTrue(!a.instance().equals(b.instance()));
    }

    @ParameterizedTest
    @EnumSource
    void dciodvfyFindsNoError(PixelEncoding encoding) throws Exception {
        Assumptions.assumeTrue(isInstalled("dciodvfy"), "dciodvfy (dicom3tools) is not installed");
        for (int frames : new int[]{1, 3}) {
            String said = run("dciodvfy", file(encoding, frames).toString());
            assertTrue(said.lines().noneMatch(l -> l.startsWith("Error")), encoding + " × " + frames + ":\n" + said);
        }
    }

    private static boolean isInstalled(String tool) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
