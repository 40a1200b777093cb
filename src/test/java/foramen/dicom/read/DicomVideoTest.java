package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.BarcodeFilm;
import foramen.codec.Films;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomBytes;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Films inside DICOM files, in one fragment or in many. */
class DicomVideoTest {
    private static final String H264 = "1.2.840.10008.1.2.4.102";

    private final Path file;

    DicomVideoTest(@TempDir Path folder) {
        this.file = folder.resolve("film.dcm");
    }

    private DicomBytes object(int rows, int columns, String frames) {
        DicomBytes b = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4");
        if (!frames.isEmpty()) {
            b.text(Tag.NUMBER_OF_FRAMES, "IS", frames);
        }
        return b.picture(rows, columns, 3, "YBR_PARTIAL_420", 8).text(Tag.PIXEL_SPACING, "DS", "0.1\\0.1");
    }

    private Path write(String syntax, DicomBytes object, byte[] film, int fragments) throws IOException {
        // A Basic Offset Table with a value in it, as some write it, says nothing about a film.
        object.header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 4).raw(new byte[4]);
        for (int i = 0; i < fragments; i++) {
            byte[] part = Arrays.copyOfRange(film, (int) ((long) film.length * i / fragments),
                    (int) ((long) film.length * (i + 1) / fragments));
            object.mark(Tag.ITEM, part.length).raw(part);
        }
        Files.write(file, DicomBytes.file(syntax, object.mark(Tag.SEQUENCE_END, 0).bytes()));
        return file;
    }

    @ParameterizedTest
    @CsvSource({"1.2.840.10008.1.2.4.100, b-pictures.m2v, 1", "1.2.840.10008.1.2.4.100.1, b-pictures.m2v, 7",
            "1.2.840.10008.1.2.4.101, b-pictures.m2v, 1", "1.2.840.10008.1.2.4.102, open-gop.mp4, 1",
            "1.2.840.10008.1.2.4.102.1, open-gop.mp4, 61", "1.2.840.10008.1.2.4.103, open-gop.h264, 1",
            "1.2.840.10008.1.2.4.104.1, open-gop.h264, 3", "1.2.840.10008.1.2.4.105, open-gop.h264, 2",
            "1.2.840.10008.1.2.4.106.1, open-gop.h264, 500", "1.2.840.10008.1.2.4.107, open-gop.hevc, 1",
            "1.2.840.10008.1.2.4.108, open-gop.hevc, 5"})
    void everyFrameIsTheOneAskedFor(String syntax, String film, int fragments) throws IOException {
        write(syntax, object(128, 192, "48"), Films.bytes(film), fragments);
        try (Clip clip = new DicomClipReader().open(file)) {
            assertEquals(48, clip.info().frames());
            assertEquals(List.of(), clip.info().warnings());
            for (int i = 0; i < 48; i++) {
                int n = (i * 29 + 13) % 48;
                assertEquals(n, BarcodeFilm.number(clip.frame(n).argb(), 192));
            }
            assertEquals(40, clip.info().timing().startMillis(1), 0.01);
            assertTrue(clip.info().calibration().spacing().isPresent());
        }
    }

    @Test
    void theFilmsOwnCountWins() throws IOException {
        write(H264, object(128, 192, "50"), Films.bytes("open-gop.mp4"), 1);
        try (Clip clip = new DicomClipReader().open(file)) {
            assertEquals(48, clip.info().frames());
            assertEquals(List.of("The file states 50 frames, but its film holds 48."), clip.info().warnings());
        }
        write(H264, object(128, 192, ""), Films.bytes("open-gop.mp4"), 1);
        try (Clip clip = new DicomClipReader().open(file)) {
            assertEquals(List.of("The file does not state its number of frames, but its film holds 48."),
                    clip.info().warnings());
        }
    }

    @Test
    void theFilesTimingGoesBeforeTheFilms() throws IOException {
        DicomBytes object = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                .text(Tag.FRAME_TIME, "DS", "20").text(Tag.NUMBER_OF_FRAMES, "IS", "48")
                .picture(128, 192, 3, "YBR_PARTIAL_420", 8);
        write(H264, object, Films.bytes("open-gop.mp4"), 1);
        try (Clip clip = new DicomClipReader().open(file)) {
            assertEquals("Frame Time", clip.info().timing().source());
            assertEquals(20, clip.info().timing().startMillis(1), 1e-9);
        }
    }

    @Test
    void paddingIsLeftOutAndTheScaleKept() throws IOException {
        write(H264, object(120, 184, "48"), Films.bytes("open-gop.mp4"), 1);
        try (Clip clip = new DicomClipReader().open(file)) {
            assertEquals(184, clip.info().columns());
            assertEquals(120, clip.info().rows());
            assertEquals(31, BarcodeFilm.number(clip.frame(31).argb(), 184));
            assertEquals(1, clip.info().warnings().size());
            assertTrue(clip.info().calibration().spacing().isPresent());
        }
    }

    @Test
    void aFilmOfAnotherSizeHasNoScale() throws IOException {
        write(H264, object(64, 96, "48"), Films.bytes("open-gop.mp4"), 1);
        try (Clip clip = new DicomClipReader().open(file)) {
            assertEquals(192, clip.info().columns());
            assertTrue(clip.info().calibration().spacing().isEmpty());
            assertTrue(clip.info().warnings().getFirst().contains("without calibration"),
                    clip.info().warnings()::toString);
        }
    }

    @Test
    void aCutFilmKeepsItsGoodFrames() throws IOException {
        byte[] film = Films.bytes("b-pictures.m2v");
        write("1.2.840.10008.1.2.4.100", object(128, 192, "48"), Arrays.copyOf(film, film.length * 2 / 3), 2);
        try (Clip clip = new DicomClipReader().open(file)) {
            int frames = clip.info().frames();
            assertTrue(frames > 24 && frames < 48, "frames: " + frames);
            assertEquals(20, BarcodeFilm.number(clip.frame(20).argb(), 192));
            assertFalse(clip.info().warnings().isEmpty());
        }
    }

    @Test
    void whatIsNoFilmSaysSo() throws IOException {
        write(H264, object(128, 192, "48"), new byte[3000], 2);
        ClipException e = assertThrows(ClipException.class, () -> new DicomClipReader().open(file).close());
        assertTrue(String.valueOf(e.getMessage()).startsWith("film.dcm cannot be shown: it "), e.getMessage());
    }
}
