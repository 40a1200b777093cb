package foramen.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.BarcodeFilm;
import foramen.codec.Films;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films that are not DICOM. */
class FilmClipReaderTest {
    private final Path folder;

    FilmClipReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-gop.mp4", "open-gop.h264", "b-pictures.m2v", "open-gop.hevc"})
    void aFilmIsKnownByItsContentAndHasNoScale(String name) throws IOException {
        byte[] film = Films.bytes(name);
        assertTrue(FilmClipReader.isFilm(Arrays.copyOf(film, 1024)));
        Path nameless = file("picture.txt", film);
        try (Clip clip = new FilmClipReader().open(nameless);
                Clip copy = new FilmClipReader().open(file("copy.bin", film))) {
            assertEquals(48, clip.info().frames());
            assertEquals("not calibrated", clip.info().calibration().summary());
            assertTrue(clip.info().identity().sopInstanceUid().startsWith("2.25."));
            assertEquals(clip.info().identity(), copy.info().identity());
            assertEquals(17, BarcodeFilm.number(clip.frame(17).argb(), 192));
            assertEquals(40, clip.info().timing().startMillis(1), 0.01);
        }
    }

    @Test
    void otherFilesAreNoFilms() {
        assertFalse(FilmClipReader.isFilm(new byte[1024]));
        assertFalse(FilmClipReader.isFilm(new byte[0]));
        assertFalse(FilmClipReader.isFilm("\u0000\u0000\u0000\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1)));
        assertFalse(FilmClipReader.isFilm("RIFF....WAVE".getBytes(StandardCharsets.ISO_8859_1)));
        assertFalse(FilmClipReader.isFilm("GGGGGGGGG".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatCannotBeOpenedSaysSoInASentence() throws IOException {
        Path text = file("notes.mp4", "hello, this is no film".getBytes(StandardCharsets.UTF_8));
        ClipException e = assertThrows(ClipException.class, () -> new FilmClipReader().open(text).close());
        assertEquals("notes.mp4 cannot be shown: it is no film that can be read.", e.getMessage());
        Path empty = file("empty.mp4", new byte[0]);
        ClipException none = assertThrows(ClipException.class, () -> new FilmClipReader().open(empty).close());
        assertEquals("empty.mp4 is empty; copy it again from its source.", none.getMessage());
    }

    @Test
    void timesVaryAsTheFilmSays() throws IOException {
        BarcodeFilm.needTool();
        Path film = BarcodeFilm.make(folder.resolve("variable.mp4"), 12, "-vf", "setpts=(N*N+N)/TB/25",
                "-fps_mode", "vfr", "-c:v", "libx264", "-bf", "2", "-f", "mp4");
        try (Clip clip = new FilmClipReader().open(film)) {
            assertEquals(12, clip.info().frames());
            for (int n = 0; n < 12; n++) {
                assertEquals(40.0 * (n * n + n), clip.info().timing().startMillis(n), 1, "frame " + n);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"clarius-ocular-short.mp4, 1280, 960, 50", "sonosite-anon-eye1-video.mp4, 960, 720, 100"})
    void realClipsOpen(String name, int columns, int rows, int frames) throws IOException {
        Path film = Path.of(System.getProperty("foramen.shared", "absent"), "samples", "nondicom", "itkpocus",
                "data_" + name);
        Assumptions.assumeTrue(Files.exists(film), "the shared sample files are not here");
        try (Clip clip = new FilmClipReader().open(film)) {
            assertEquals(frames, clip.info().frames());
            assertEquals(columns, clip.info().columns());
            assertEquals(rows, clip.info().rows());
            assertEquals(1, clip.info().warnings().size(), clip.info().warnings()::toString);
            int[] last = clip.frame(frames - 1).argb().clone();
            clip.frame(0);
            assertTrue(Arrays.equals(last, clip.frame(frames - 1).argb()));
        }
    }
}
