package foramen.dicom.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Frame;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every DICOM engine of Foramen must do, told in Foramen's own types. To hold another engine to it, implement
 * {@link DicomEngine} and extend this class and {@link DicomEngineSamples}, as {@code ForamenEngineTest} does.
 */
public abstract class DicomEngineContract {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final int COLUMNS = 33;
    private static final int ROWS = 21;

    /** The engine to be held to the contract. */
    protected abstract DicomEngine engine();

    private static byte[] clip(PixelEncoding encoding, int frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UltrasoundMultiframeWriter().write(out, UltrasoundFixtures.object("contract"), frames,
                i -> UltrasoundFixtures.frame(COLUMNS, ROWS, i), encoding);
        return out.toByteArray();
    }

    private void assertRefuses(byte[] bytes) {
        Exception e = assertThrows(Exception.class, () -> {
            try (DicomEngine.Opened opened = engine().open(bytes)) {
                opened.pictures().frame(0);
            }
        });
        assertTrue(engine().isRefusal(e), () -> "not a refusal: " + e);
        assertTrue(String.valueOf(e.getMessage()).length() > 10, "a refusal says why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"})
    void elementsReadAlikeInEverySyntax(String syntax) throws IOException {
        DicomBytes body = switch (syntax) {
            case "1.2.840.10008.1.2" -> DicomBytes.implicit();
            case "1.2.840.10008.1.2.2" -> DicomBytes.big();
            default -> DicomBytes.explicit();
        };
        body.text(Tag.MODALITY, "CS", "US").text(Tag.PATIENT_ID, "LO", "7 ").text(0x00110010, "LO", "ACME")
                .number(Tag.ROWS, "US", 2, 258).header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED);
        if (syntax.equals(EXPLICIT)) {
            body.mark(Tag.ITEM, 10).number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1).mark(Tag.SEQUENCE_END, 0);
        } else {
            body.mark(Tag.ITEM, DicomBytes.UNDEFINED).number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1)
                    .mark(Tag.ITEM_END, 0).mark(Tag.SEQUENCE_END, 0);
        }
        try (DicomEngine.Opened opened = engine().open(DicomBytes.file(syntax, body.bytes()))) {
            DataSet d = opened.data();
            assertEquals("US", d.text(Tag.MODALITY));
            assertEquals("7", d.text(Tag.PATIENT_ID));
            assertEquals(258, d.integer(Tag.ROWS, 0));
            assertEquals(1, d.items(Tag.ULTRASOUND_REGIONS).getFirst().integer(Tag.REGION_SPATIAL_FORMAT, 0));
            assertEquals(Vr.SQ, d.element(Tag.ULTRASOUND_REGIONS).orElseThrow().vr());
        }
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IOException {
        DataSet data = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.3").text(Tag.PATIENT_NAME, Vr.PN, "Ōtani^Jürgen=大谷^勇")
                .text(0x00110010, Vr.LO, "ACME").bytes(0x00111001, Vr.UN, new byte[]{1, 2, 3, 4})
                .whole(0x00111002, Vr.UV, -1L).real(Tag.PHYSICAL_DELTA_X, Vr.FD, 0.0125)
                .sequence(Tag.ULTRASOUND_REGIONS, List.of(DataSet.EMPTY)).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        engine().write(out, data);
        try (DicomEngine.Opened opened = engine().open(out.toByteArray())) {
            assertEquals(List.of(), opened.warnings());
            for (DataElement e : data.elements()) {
                assertArrayEquals(data.bytes(e.tag()), opened.data().bytes(e.tag()), Tag.format(e.tag()));
            }
            assertEquals(data.items(Tag.ULTRASOUND_REGIONS), opened.data().items(Tag.ULTRASOUND_REGIONS));
        }
    }

    @Test
    void aValueAgainstItsRepresentationIsNotWritten() {
        DataSet data = DataSet.builder().text(Tag.STUDY_DATE, Vr.DA, "yesterday").build();
        Exception e = assertThrows(Exception.class, () -> engine().write(new ByteArrayOutputStream(), data));
        assertTrue(engine().isRefusal(e), () -> "not a refusal: " + e);
    }

    @ParameterizedTest
    @EnumSource
    void framesComeInAnyOrderAndAreThoseThatWereWritten(PixelEncoding encoding) throws IOException {
        try (DicomEngine.Opened opened = engine().open(clip(encoding, 4))) {
            DicomEngine.Pictures pictures = opened.pictures();
            assertEquals(4, pictures.frames());
            assertEquals((long) COLUMNS * ROWS, pictures.pixels());
            for (int i : new int[]{3, 0, 2, 1, 3}) {
                Frame frame = pictures.frame(i);
                assertEquals(COLUMNS, frame.columns());
                assertEquals(ROWS, frame.rows());
                assertClose(UltrasoundFixtures.frame(COLUMNS, ROWS, i), frame, encoding);
            }
            assertEquals(33.333, pictures.timing().startMillis(1), 1e-9);
        }
    }

    private static void assertClose(Frame wrote, Frame read, PixelEncoding encoding) {
        int tolerance = switch (encoding) {
            case JPEG_BASELINE -> 30;
            case MONOCHROME2 -> 40;
            case PALETTE_COLOR -> 1;
            default -> 0;
        };
        for (int i = 0; i < wrote.argb().length; i++) {
            for (int shift = 0; shift <= 24; shift += 8) {
                assertEquals((wrote.argb()[i] >>> shift) & 0xFF, (read.argb()[i] >>> shift) & 0xFF, tolerance,
                        encoding + " pixel " + i);
            }
        }
    }

    @Test
    void theScaleOfARegionIsReadAsItIs() throws IOException {
        try (DicomEngine.Opened opened = engine().open(clip(PixelEncoding.RGB, 2))) {
            Calibration calibration = opened.pictures().calibration();
            assertEquals(UltrasoundFixtures.object("contract").regions(), calibration.regions());
            Scale.Known scale = assertInstanceOf(Scale.Known.class,
                    calibration.scaleFor(List.of(new Point(5, 5), new Point(20, 15))));
            assertEquals(0.125, scale.mmPerPixelX(), 1e-12);
            assertEquals(0.15, scale.mmPerPixelY(), 1e-12);
            assertInstanceOf(Scale.Unknown.class,
                    calibration.scaleFor(List.of(new Point(0, 0), new Point(20, 15))));
        }
    }

    @Test
    void aRewrittenFileShowsTheSame() throws IOException {
        for (PixelEncoding encoding : PixelEncoding.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DicomEngine.Opened first = engine().open(clip(encoding, 2))) {
                first.rewrite(out);
                try (DicomEngine.Opened second = engine().open(out.toByteArray())) {
                    assertEquals(first.data(), second.data());
                    assertArrayEquals(first.pictures().frame(1).argb(), second.pictures().frame(1).argb());
                }
            }
        }
    }

    @Test
    void aTruncatedClipKeepsItsGoodFrames() throws IOException {
        byte[] whole = clip(PixelEncoding.RGB, 4);
        byte[] cut = Arrays.copyOf(whole, whole.length - COLUMNS * ROWS * 3 * 3 / 2);
        try (DicomEngine.Opened opened = engine().open(cut)) {
            DicomEngine.Pictures pictures = opened.pictures();
            assertTrue(pictures.frames() >= 2 && pictures.frames() < 4, pictures.frames() + " frames");
            assertClose(UltrasoundFixtures.frame(COLUMNS, ROWS, 1), pictures.frame(1), PixelEncoding.RGB);
            assertTrue(opened.warnings().stream().anyMatch(w -> w.contains("early")), opened.warnings().toString());
        }
    }

    @Test
    void damageIsSaidInSentencesThatNameThePlace() throws IOException {
        byte[] file = DicomBytes.file(EXPLICIT, DicomBytes.explicit().text(Tag.MODALITY, "CS", "US")
                .header(Tag.STUDY_ID, "SH", 5000).bytes());
        try (DicomEngine.Opened opened = engine().open(file)) {
            assertEquals("US", opened.data().text(Tag.MODALITY));
            assertEquals(1, opened.warnings().size());
            assertTrue(opened.warnings().getFirst().matches(".*byte \\d+.*\\."), opened.warnings().toString());
        }
    }

    @Test
    void whatIsNoDicomFileIsRefused() {
        assertRefuses("%PDF-1.7 not at all".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertRefuses(new byte[1000]);
        assertRefuses(new byte[0]);
    }

    @Test
    void sequencesWithoutEndAreRefusedWithTheirPlace() {
        DicomBytes deep = DicomBytes.explicit().text(Tag.MODALITY, "CS", "US");
        for (int i = 0; i < 10_000; i++) {
            deep.header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED).mark(Tag.ITEM, DicomBytes.UNDEFINED);
        }
        byte[] file = DicomBytes.file(EXPLICIT, deep.bytes());
        Exception e = assertThrows(Exception.class, () -> engine().open(file));
        assertTrue(engine().isRefusal(e), () -> "not a refusal: " + e);
        Optional<Long> at = engine().blamedByte(e);
        assertTrue(at.isPresent() && at.get() > 0 && at.get() < file.length, () -> e + " names no byte");
    }

    @Test
    void aPictureLargerThanAnyScreenIsRefusedBeforeItIsAllocated() {
        assertRefuses(DicomBytes.file(EXPLICIT, DicomBytes.explicit().text(Tag.MODALITY, "CS", "US")
                .picture(65535, 65535, 3, "RGB", 8).bytes(Tag.PIXEL_DATA, "OB", new byte[100]).bytes()));
    }

    @Test
    void everyTruncationIsReadOrRefused() throws IOException {
        for (PixelEncoding encoding : List.of(PixelEncoding.JPEG_BASELINE, PixelEncoding.PALETTE_COLOR)) {
            byte[] whole = clip(encoding, 2);
            for (int length = 0; length < whole.length; length += length < 1500 ? 7 : 31) {
                try (DicomEngine.Opened opened = engine().open(Arrays.copyOf(whole, length))) {
                    opened.pictures().frame(0);
                } catch (IOException e) {
                    assertTrue(engine().isRefusal(e), () -> "not a refusal: " + e);
                }
            }
        }
    }
}
