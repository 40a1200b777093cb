package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomBytes;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.FrameTiming.Sequencing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingReaderTest {
    private final List<String> warnings = new ArrayList<>();

    private FrameTiming read(DataSetBuilder data, int frames) {
        return TimingReader.read(data.build(), frames, warnings);
    }

    private static DataSetBuilder time(String value) {
        return DataSet.builder().text(Tag.FRAME_TIME, Vr.DS, value);
    }

    @ParameterizedTest
    @CsvSource({"0,Cine Rate,Frame Time is 0", "-33,Cine Rate,Frame Time is -33", "x,Cine Rate,not a number",
            "2,Frame Time,120", "5000,Frame Time,plays at 1."})
    void aFrameTimeThatCannotBeAsItStandsIsSaid(String value, String source, String words) {
        FrameTiming timing = read(time(value).text(Tag.CINE_RATE, Vr.IS, "20"), 3);
        assertEquals(source, timing.source());
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains(words), warnings.toString());
        double step = timing.startMillis(1);
        assertTrue(FrameTiming.isPlayable(step), step + " ms");
    }

    @Test
    void aFrameTimeOfNoughtIsRightForASinglePicture() {
        assertEquals(1, read(time("0"), 1).frames());
        assertEquals(List.of(), warnings);
    }

    @Test
    void ratesOutsideWhatAScreenCanShowAreHeldAndSaid() {
        FrameTiming fast = read(DataSet.builder().text(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, Vr.IS, "500"), 3);
        assertEquals(1000.0 / 120, fast.startMillis(1), 1e-9);
        assertTrue(warnings.getFirst().contains("500") && warnings.getFirst().contains("120"), warnings.toString());
        FrameTiming none = read(DataSet.builder().text(Tag.CINE_RATE, Vr.IS, "0"), 3);
        assertEquals("default", none.source());
        assertEquals(3, warnings.size(), warnings.toString());
    }

    @Test
    void theActualFrameDurationIsTheLastToBeAsked() {
        assertEquals("Actual Frame Duration",
                read(DataSet.builder().text(Tag.ACTUAL_FRAME_DURATION, Vr.IS, "50"), 3).source());
        assertEquals(50, read(DataSet.builder().text(Tag.ACTUAL_FRAME_DURATION, Vr.IS, "50"), 3).startMillis(1), 1e-9);
    }

    @Test
    void wrongValuesOfAVectorAreMendedWhereTheyStand() {
        FrameTiming timing = read(DataSet.builder().text(Tag.FRAME_TIME_VECTOR, Vr.DS, "7", "30", "-5", "50", "4000"),
                5);
        // The mean of 30, 50 and 4000 stands in for -5 and is itself held to a second.
        assertEquals(30, timing.startMillis(1), 1e-9);
        assertEquals(1030, timing.startMillis(2), 1e-9);
        assertEquals(1080, timing.startMillis(3), 1e-9);
        assertEquals(2080, timing.startMillis(4), 1e-9);
        assertEquals(3, warnings.size(), warnings.toString());
        // The mean of 30 and 70.
        assertEquals(80, read(DataSet.builder().text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "30", "0", "70"), 4)
                .startMillis(2), 1e-9);
    }

    @Test
    void aVectorOfTheWrongLengthOrOfNothingIsSaid() {
        assertEquals("mean of Frame Time Vector",
                read(DataSet.builder().text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "20", "40"), 7).source());
        assertTrue(warnings.getFirst().contains("3 values for 7 frames"));
        assertEquals("Cine Rate", read(DataSet.builder().text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "0", "-1")
                .text(Tag.CINE_RATE, Vr.IS, "10"), 3).source());
        assertTrue(warnings.getLast().contains("no usable time"), warnings.toString());
    }

    @Test
    void aVectorTooLongForItsHeaderArrivesAsUnknownBytesAndIsRead(@TempDir Path folder) throws IOException {
        int frames = 12_000;
        StringBuilder vector = new StringBuilder("0");
        for (int i = 1; i < frames; i++) {
            vector.append(i % 2 == 0 ? "\\30.125" : "\\20.125");
        }
        byte[] text = (vector.length() % 2 == 0 ? vector : vector.append(' ')).toString()
                .getBytes(StandardCharsets.US_ASCII);
        assertTrue(text.length > 65534);
        byte[] body = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", Uid.US_MULTIFRAME_IMAGE)
                .text(Tag.SOP_INSTANCE_UID, "UI", "2.25.5").bytes(Tag.FRAME_TIME_VECTOR, "UN", text)
                .number(Tag.SAMPLES_PER_PIXEL, "US", 2, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(frames)).number(Tag.ROWS, "US", 2, 1)
                .number(Tag.COLUMNS, "US", 2, 2).number(Tag.BITS_ALLOCATED, "US", 2, 8)
                .number(Tag.BITS_STORED, "US", 2, 8).number(Tag.HIGH_BIT, "US", 2, 7)
                .number(Tag.PIXEL_REPRESENTATION, "US", 2, 0).bytes(Tag.PIXEL_DATA, "OB", new byte[2 * frames])
                .bytes();
        Path file = Files.write(folder.resolve("long.dcm"),
                DicomBytes.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), body));
        try (DicomClip clip = new DicomClipReader().open(file)) {
            assertEquals("Frame Time Vector", clip.info().timing().source());
            assertEquals(20.125, clip.info().timing().startMillis(1), 1e-9);
            assertEquals(50.25, clip.info().timing().startMillis(2), 1e-9);
            assertEquals("12000 values", clip.info().timing().stated().get("Frame Time Vector"));
        }
    }

    @Test
    void trimsAndSweepAreReadAsFrameNumbersFromOne() {
        FrameTiming timing = read(time("40").text(Tag.START_TRIM, Vr.IS, "3").text(Tag.STOP_TRIM, Vr.IS, "8")
                .whole(Tag.PREFERRED_PLAYBACK_SEQUENCING, Vr.US, 1), 10);
        assertEquals(new FrameTiming.Playback(2, 7, Sequencing.SWEEP), timing.playback());
        assertEquals(List.of(), warnings);
        assertEquals("3", timing.stated().get("Start Trim"));
    }

    @Test
    void trimsThatCannotBeAreSaidAndTheWholeClipIsPlayed() {
        assertEquals(new FrameTiming.Playback(0, 9, Sequencing.UNSTATED), read(
                time("40").text(Tag.START_TRIM, Vr.IS, "0").text(Tag.STOP_TRIM, Vr.IS, "99"), 10).playback());
        assertEquals(2, warnings.size(), warnings.toString());
        assertEquals(new FrameTiming.Playback(0, 9, Sequencing.UNSTATED), read(
                time("40").text(Tag.START_TRIM, Vr.IS, "8").text(Tag.STOP_TRIM, Vr.IS, "3")
                        .whole(Tag.PREFERRED_PLAYBACK_SEQUENCING, Vr.US, 9),
                10).playback());
        assertTrue(warnings.stream().anyMatch(w -> w.contains("comes after Stop Trim 3")), warnings.toString());
        assertTrue(warnings.getLast().contains("neither 0 (loop) nor 1 (sweep)"), warnings.toString());
    }
}
