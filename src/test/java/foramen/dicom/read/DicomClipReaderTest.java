package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.ClipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomClipReaderTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

    private final Path file;

    DicomClipReaderTest(@TempDir Path folder) {
        this.file = folder.resolve("x.dcm");
    }

    private String refusal(byte[] content) throws IOException {
        Files.write(file, content);
        return String.valueOf(
                assertThrows(ClipException.class, () -> new DicomClipReader().open(file).close()).getMessage());
    }

    private static DicomBytes object(String sopClass) {
        return DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", sopClass);
    }

    @Test
    void whatCannotBeOpenedSaysSoInASentence() throws IOException {
        assertEquals("There is no file " + file + ".", String.valueOf(
                assertThrows(ClipException.class, () -> new DicomClipReader().open(file).close()).getMessage()));
        assertEquals("x.dcm is empty; copy it again from its source.", refusal(new byte[0]));
        assertEquals("x.dcm is not a DICOM file.", refusal("hello".getBytes(StandardCharsets.UTF_8)));
        assertEquals("x.dcm breaks off before its data set; copy it again from its source.",
                refusal(Arrays.copyOf(DicomBytes.file(EXPLICIT, new byte[0]), 150)));
        assertEquals("x.dcm is a Key Object Selection Document and holds no picture.",
                refusal(DicomBytes.file(EXPLICIT, object("1.2.840.10008.5.1.4.1.1.88.59").bytes())));
        assertEquals("x.dcm is an Enhanced SR and holds no picture.",
                refusal(DicomBytes.file(EXPLICIT, object("1.2.840.10008.5.1.4.1.1.88.22").bytes())));
        byte[] xl = object("1.2.840.10008.5.1.4.1.1.6.1").picture(8, 8, 3, "RGB", 8)
                .header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0).mark(Tag.ITEM, 2).raw(new byte[2])
                .mark(Tag.SEQUENCE_END, 0).bytes();
        assertEquals("x.dcm is compressed with JPEG XL (1.2.840.10008.1.2.4.112), which Foramen cannot decode yet.",
                refusal(DicomBytes.file("1.2.840.10008.1.2.4.112", xl)));
    }

    @Test
    void aClipCutShortKeepsItsGoodFrames() throws IOException {
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("cut"), 5,
                i -> UltrasoundFixtures.frame(32, 16, i), PixelEncoding.RLE_RGB);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - whole.length / 3));
        try (DicomClip clip = new DicomClipReader().open(file)) {
            assertEquals(UltrasoundFixtures.frame(32, 16, 0).argb(7, 7), clip.frame(0).argb(7, 7));
            assertEquals(true, clip.info().frames() < 5 && clip.info().warnings().size() >= 2);
        }
    }

    @Test
    void framesAreReadIntoPixelsOfTheCallersOwn() throws IOException {
        for (PixelEncoding encoding : PixelEncoding.values()) {
            new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("read"), 3,
                    i -> UltrasoundFixtures.frame(32, 16, i), encoding);
            try (DicomClip clip = new DicomClipReader().open(file)) {
                int[] argb = new int[32 * 16];
                clip.read(2, argb);
                assertArrayEquals(clip.frame(2).argb(), argb, encoding.name());
                assertThrows(IndexOutOfBoundsException.class, () -> clip.frame(3));
                assertThrows(IndexOutOfBoundsException.class, () -> clip.read(3, argb));
                assertThrows(IndexOutOfBoundsException.class, () -> clip.read(0, new int[511]));
            }
        }
    }

    @Test
    void aClipClosedUnderItsReaderSaysSo() throws IOException {
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("closed"), 2,
                i -> UltrasoundFixtures.frame(32, 16, i), PixelEncoding.RGB);
        DicomClip clip = new DicomClipReader().open(file);
        clip.close();
        assertThrows(ClipException.class, () -> clip.frame(0));
    }

    @Test
    void timingTakesTheFirstAttributeThatSpeaks() throws IOException {
        var warnings = new ArrayList<String>();
        var data = DataSet.builder().text(Tag.CINE_RATE, Vr.IS, "20");
        assertEquals("Cine Rate", TimingReader.read(data.build(), 3, warnings).source());
        data.text(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, Vr.IS, "50");
        assertEquals(20, TimingReader.read(data.build(), 3, warnings).startMillis(1), 1e-9);
        data.text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "30", "50");
        assertEquals(80, TimingReader.read(data.build(), 3, warnings).startMillis(2), 1e-9);
        data.text(Tag.FRAME_TIME, Vr.DS, "10");
        assertEquals("Frame Time", TimingReader.read(data.build(), 3, warnings).source());
        data.whole(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME_VECTOR);
        assertEquals("Frame Time Vector", TimingReader.read(data.build(), 3, warnings).source());
        assertEquals(0, warnings.size());
        assertEquals(40, TimingReader.read(data.build(), 4, warnings).startMillis(1), 1e-9);
        assertEquals(1, warnings.size());
    }

    @Test
    void namesAndSidesAreRead() {
        assertEquals("Doe, Jane Mary", IdentityReader.name("Doe^Jane^Mary^^MD"));
        assertEquals("山田, 太郎", IdentityReader.name("=山田^太郎"));
        assertEquals("Solo", IdentityReader.name("Solo"));
        var both = DataSet.builder().text(Tag.LATERALITY, Vr.CS, "L")
                .text(Tag.IMAGE_LATERALITY, Vr.CS, "R").build();
        var warnings = new ArrayList<String>();
        assertEquals(Laterality.UNSPECIFIED, IdentityReader.laterality(both, warnings));
        assertEquals(1, warnings.size());
    }

    @Test
    void aClipWithoutANameOfItsOwnGetsOneFromItsContent() throws IOException {
        String first = uidOfNameless(1);
        assertEquals(first, uidOfNameless(1));
        assertNotEquals(first, uidOfNameless(2));
        assertTrue(Uid.isValid(first), first);
    }

    private String uidOfNameless(int grey) throws IOException {
        byte[] data = object(Uid.US_IMAGE).picture(2, 2, 1, "MONOCHROME2", 8)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[]{(byte) grey, 0, 0, 0}).bytes();
        Files.write(file, DicomBytes.file(EXPLICIT, data));
        try (DicomClip clip = new DicomClipReader().open(file)) {
            assertTrue(clip.info().warnings().stream().anyMatch(w -> w.contains("SOP Instance UID")));
            return clip.info().identity().sopInstanceUid();
        }
    }

    @Test
    void regionsThatCannotBeUsedAreSaid() {
        var warnings = new ArrayList<String>();
        new RegionReader(100, 100, warnings).calibration(DataSet.builder().sequence(Tag.ULTRASOUND_REGIONS,
                List.of(region(50, 10, 0.01), region(10, 50, 50), region(100, 120, 0.01))).build());
        assertEquals(List.of("Region 1 ends before it begins and was left out.",
                "Region 2 is two-dimensional but gives no usable scale, so it cannot be measured in.",
                "Region 3 does not lie in the picture and was left out."), warnings);
    }

    private static DataSet region(int minX, int maxX, double delta) {
        return DataSet.builder().whole(Tag.REGION_SPATIAL_FORMAT, Vr.US, 1).whole(Tag.REGION_DATA_TYPE, Vr.US, 1)
                .whole(Tag.REGION_MIN_X0, Vr.UL, minX).whole(Tag.REGION_MIN_Y0, Vr.UL, 0)
                .whole(Tag.REGION_MAX_X1, Vr.UL, maxX).whole(Tag.REGION_MAX_Y1, Vr.UL, 50)
                .whole(Tag.PHYSICAL_UNITS_X, Vr.US, 3).whole(Tag.PHYSICAL_UNITS_Y, Vr.US, 3)
                .real(Tag.PHYSICAL_DELTA_X, Vr.FD, delta).real(Tag.PHYSICAL_DELTA_Y, Vr.FD, delta).build();
    }

    @Test
    void aSentenceRepeatsNothingOfADamagedIdentifier() throws IOException {
        String bad = "1.2.3\nDoe^Jane\u001b[31m";
        assertEquals("x.dcm is a DICOM object of class unreadable UID and holds no picture.",
                refusal(DicomBytes.file(EXPLICIT, object(bad).bytes())));
        byte[] packed = object(Uid.US_IMAGE).picture(8, 8, 3, "RGB", 8)
                .header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0).mark(Tag.ITEM, 2).raw(new byte[2])
                .mark(Tag.SEQUENCE_END, 0).bytes();
        assertEquals("x.dcm is compressed with an unknown method (unreadable UID), which Foramen cannot decode yet.",
                refusal(DicomBytes.file(bad, packed)));
    }

    @Test
    void aClipThatStatesNoFramesAndHoldsLessThanOneNeverHasNone() throws IOException {
        byte[] data = object(Uid.US_IMAGE).text(Tag.NUMBER_OF_FRAMES, "IS", "0").picture(8, 8, 1, "MONOCHROME2", 8)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[8]).bytes();
        Files.write(file, DicomBytes.file(EXPLICIT, data));
        int frames = 1;
        try (DicomClip clip = new DicomClipReader().open(file)) {
            frames = clip.info().frames();
        } catch (ClipException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("no whole frame"));
        }
        assertEquals(1, frames);
    }
}
