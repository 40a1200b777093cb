package foramen.dicom.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.io.PixelDataLocation;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract on finding frames among fragments (PS3.5 annex A.4), whatever the offset tables and counts say. */
public abstract class DicomEngineFrames {
    private static final int FRAMES = 3;
    private static final int COLUMNS = 33;
    private static final int ROWS = 21;

    /** The engine to be held to the contract. */
    protected abstract DicomEngine engine();

    private static byte[] clip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UltrasoundMultiframeWriter().write(out, UltrasoundFixtures.object("frames"), FRAMES,
                i -> UltrasoundFixtures.frame(COLUMNS, ROWS, i), PixelEncoding.JPEG_BASELINE);
        return out.toByteArray();
    }

    private static List<byte[]> streams() throws IOException {
        try (DicomFile file = new DicomReader().read(new MemoryByteSource(clip()))) {
            var table = (PixelDataLocation.Encapsulated) file.pixels().orElseThrow();
            List<byte[]> streams = new ArrayList<>();
            for (int i = 0; i < table.fragments(); i++) {
                streams.add(file.source().read(table.offset(i), table.length(i)));
            }
            return streams;
        }
    }

    private static List<byte[]> halves() throws IOException {
        List<byte[]> halves = new ArrayList<>();
        for (byte[] s : streams()) {
            int half = s.length / 4 * 2;
            halves.add(Arrays.copyOf(s, half));
            halves.add(Arrays.copyOfRange(s, half, s.length));
        }
        return halves;
    }

    /** Where each {@code step}th fragment starts, from the first item after the table. */
    private static long[] offsets(List<byte[]> fragments, int step) {
        LongStream.Builder offsets = LongStream.builder();
        long at = 0;
        for (int i = 0; i < fragments.size(); i++) {
            if (i % step == 0) {
                offsets.add(at);
            }
            at += 8 + fragments.get(i).length;
        }
        return offsets.build().toArray();
    }

    private static byte[] bytes(long[] values, int size) {
        ByteBuffer b = ByteBuffer.allocate(values.length * size).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            if (size == 4) {
                b.putInt((int) v);
            } else {
                b.putLong(v);
            }
        }
        return b.array();
    }

    private static byte[] file(String frames, long[] extended, long[] basic, List<byte[]> fragments) {
        DicomBytes to = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1");
        if (!frames.isEmpty()) {
            to.text(Tag.NUMBER_OF_FRAMES, "IS", frames);
        }
        to.picture(ROWS, COLUMNS, 3, "YBR_FULL_422", 8);
        if (extended.length > 0) {
            long[] lengths = fragments.stream().mapToLong(f -> f.length).toArray();
            to.bytes(Tag.EXTENDED_OFFSET_TABLE, "OV", bytes(extended, 8)).bytes(0x7FE00002, "OV", bytes(lengths, 8));
        }
        to.header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 4L * basic.length).raw(bytes(basic, 4));
        fragments.forEach(f -> to.mark(Tag.ITEM, f.length).raw(f));
        return DicomBytes.file(TransferSyntax.JPEG_BASELINE.uid(), to.mark(Tag.SEQUENCE_END, 0).bytes());
    }

    private void assertShows(byte[] file, String warning) throws IOException {
        try (DicomEngine.Opened reference = engine().open(clip()); DicomEngine.Opened opened = engine().open(file)) {
            DicomEngine.Pictures pictures = opened.pictures();
            assertEquals(FRAMES, pictures.frames());
            for (int i = FRAMES - 1; i >= 0; i--) {
                assertArrayEquals(reference.pictures().frame(i).argb(), pictures.frame(i).argb(), "frame " + i);
            }
            List<String> said = pictures.warnings().stream().filter(w -> !w.contains("how fast")).toList();
            assertTrue(warning.isEmpty() ? said.isEmpty() : said.stream().anyMatch(w -> w.contains(warning)),
                    said.toString());
        }
    }

    private static final long[] NONE = {};

    @Test
    void withoutATableAFragmentIsAFrame() throws IOException {
        assertShows(file("3", NONE, NONE, streams()), "");
    }

    @Test
    void aRightBasicOffsetTableJoinsFragments() throws IOException {
        assertShows(file("3", NONE, offsets(halves(), 2), halves()), "");
    }

    @Test
    void withoutATableEndMarksJoinFragments() throws IOException {
        assertShows(file("3", NONE, NONE, halves()), "");
    }

    @Test
    void aWrongBasicOffsetTableIsNotTrusted() throws IOException {
        long[] shifted = Arrays.stream(offsets(streams(), 1)).map(o -> o + 2).toArray();
        assertShows(file("3", NONE, shifted, streams()), "Basic Offset Table");
        long[] inside = Arrays.stream(offsets(halves(), 2)).map(o -> o == 0 ? 0 : o + 4).toArray();
        assertShows(file("3", NONE, inside, halves()), "Basic Offset Table");
        assertShows(file("3", NONE, new long[]{0, 0xFFFFFFF0L, 8}, streams()), "Basic Offset Table");
    }

    @Test
    void theExtendedOffsetTableCountsAndIsNotTrustedEither() throws IOException {
        assertShows(file("3", offsets(streams(), 1), NONE, streams()), "");
        assertShows(file("3", new long[]{0, Long.MAX_VALUE, -1}, NONE, streams()), "Extended Offset Table");
    }

    @Test
    void theNumberOfFramesIsThatOfThePixelData() throws IOException {
        assertShows(file("", NONE, NONE, streams()), "number of frames");
        assertShows(file("5", NONE, offsets(streams(), 1), streams()), "states 5 frames");
        assertShows(file("2", NONE, NONE, streams()), "states 2 frames");
    }

    @Test
    void emptyFragmentsAreNoFrames() throws IOException {
        List<byte[]> fragments = new ArrayList<>(streams());
        fragments.add(new byte[0]);
        assertShows(file("3", NONE, NONE, fragments), "");
    }

    @Test
    void aClipCutInItsLastFrameKeepsTheOthers() throws IOException {
        byte[] whole = file("3", NONE, offsets(streams(), 1), streams());
        byte[] cut = Arrays.copyOf(whole, whole.length - 8 - streams().getLast().length / 2);
        try (DicomEngine.Opened reference = engine().open(clip()); DicomEngine.Opened opened = engine().open(cut)) {
            assertTrue(opened.warnings().stream().anyMatch(w -> w.contains("early")), opened.warnings().toString());
            for (int i : new int[]{0, 1}) {
                assertArrayEquals(reference.pictures().frame(i).argb(), opened.pictures().frame(i).argb());
            }
        }
    }
}
