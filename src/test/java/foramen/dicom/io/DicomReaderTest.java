package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class DicomReaderTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final String IMPLICIT = TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid();
    private static final String BIG = TransferSyntax.EXPLICIT_BIG_ENDIAN.uid();
    private static final int PRIVATE_SEQUENCE = 0x00111010;

    private static DicomFile read(byte[] bytes) throws IOException {
        return new DicomReader().read(new MemoryByteSource(bytes));
    }

    private static DicomBytes sample(DicomBytes to) {
        return to.text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.6.1").text(Tag.MODALITY, "CS", "US")
                .number(Tag.ROWS, "US", 2, 258).text(Tag.PIXEL_SPACING, "DS", "0.2\\0.1");
    }

    private static void assertSample(DicomFile file) {
        assertEquals("US", file.data().text(Tag.MODALITY));
        assertEquals(258, file.data().integer(Tag.ROWS, 0));
        assertEquals(List.of(0.2, 0.1), file.data().reals(Tag.PIXEL_SPACING));
    }

    @Test
    void everyUncompressedSyntaxReadsAlike() throws IOException {
        assertSample(read(DicomBytes.file(EXPLICIT, sample(DicomBytes.explicit()).bytes())));
        assertSample(read(DicomBytes.file(IMPLICIT, sample(DicomBytes.implicit()).bytes())));
        DicomFile big = read(DicomBytes.file(BIG, sample(DicomBytes.big()).bytes()));
        assertSample(big);
        assertEquals(Vr.US, big.data().element(Tag.ROWS).orElseThrow().vr());
    }

    private static byte[] deflated(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(9, raw))) {
            deflater.write(plain);
        }
        return DicomBytes.file(TransferSyntax.DEFLATED.uid(), packed.toByteArray());
    }

    @Test
    void aDeflatedDataSetIsInflatedWithAndWithoutZlibHeader() throws IOException {
        byte[] plain = sample(DicomBytes.explicit()).bytes();
        assertEquals(List.of(), read(deflated(plain, true)).warnings());
        assertSample(read(deflated(plain, true)));
        assertSample(read(deflated(plain, false)));
    }

    @Test
    void aDeflateBombIsRefused() throws IOException {
        byte[] file = deflated(new byte[5 << 20], true);
        DicomReader reader = new DicomReader(new DicomLimits(64, 1000, 1 << 20, 1 << 20, 10, 1 << 20));
        assertThrows(DicomException.class, () -> reader.read(new MemoryByteSource(file)));
    }

    @Test
    void preambleMetaInformationAndTransferSyntaxMayBeMissing() throws IOException {
        byte[] file = DicomBytes.file(EXPLICIT, sample(DicomBytes.explicit()).bytes());
        assertSample(read(Arrays.copyOfRange(file, 128, file.length)));
        assertSample(read(Arrays.copyOfRange(file, 132, file.length)));
        for (DicomBytes bare : List.of(DicomBytes.explicit(), DicomBytes.implicit(), DicomBytes.big())) {
            DicomFile read = read(sample(bare).bytes());
            assertSample(read);
            assertEquals(2, read.warnings().size());
        }
    }

    @Test
    void aFileInAnotherCodingThanItDeclaresIsReadAsItIs() throws IOException {
        DicomFile file = read(DicomBytes.file(EXPLICIT, sample(DicomBytes.implicit()).bytes()));
        assertSample(file);
        assertTrue(file.warnings().getFirst().contains("declares explicit little endian but is implicit"));
        assertSample(read(DicomBytes.file(IMPLICIT, sample(DicomBytes.explicit()).bytes())));
        assertSample(read(DicomBytes.file(EXPLICIT, sample(DicomBytes.big()).bytes())));
    }

    @Test
    void sequencesOfDefinedAndUndefinedLengthNest() throws IOException {
        byte[] inner = DicomBytes.explicit().text(Tag.CODE_VALUE, "SH", "1").bytes();
        byte[] body = sample(DicomBytes.explicit()).header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED)
                .mark(Tag.ITEM, DicomBytes.UNDEFINED).header(Tag.ANATOMIC_REGION_SEQUENCE, "SQ", 8 + inner.length)
                .mark(Tag.ITEM, inner.length).raw(inner).mark(Tag.ITEM_END, 0).mark(Tag.ITEM, 0)
                .mark(Tag.SEQUENCE_END, 0).text(Tag.STUDY_ID, "SH", "after").bytes();
        DataSet data = read(DicomBytes.file(EXPLICIT, body)).data();
        List<DataSet> items = data.items(Tag.ULTRASOUND_REGIONS);
        assertEquals(2, items.size());
        assertEquals("1", items.get(0).items(Tag.ANATOMIC_REGION_SEQUENCE).getFirst().text(Tag.CODE_VALUE));
        assertEquals("after", data.text(Tag.STUDY_ID));
    }

    @Test
    void anUnknownOfUndefinedLengthIsAnImplicitSequence() throws IOException {
        byte[] item = DicomBytes.implicit().text(Tag.CODE_VALUE, "SH", "77").bytes();
        byte[] body = sample(DicomBytes.explicit()).header(PRIVATE_SEQUENCE, "UN", DicomBytes.UNDEFINED)
                .mark(Tag.ITEM, item.length).raw(item).mark(Tag.SEQUENCE_END, 0).text(Tag.STUDY_ID, "SH", "x").bytes();
        DataSet data = read(DicomBytes.file(EXPLICIT, body)).data();
        assertEquals("77", data.items(PRIVATE_SEQUENCE).getFirst().text(Tag.CODE_VALUE));
        assertEquals("x", data.text(Tag.STUDY_ID));
    }

    @Test
    void anElementWithoutAKnownRepresentationIsReadAsImplicit() throws IOException {
        byte[] odd = DicomBytes.implicit().text(Tag.STUDY_ID, "", "ab").bytes();
        DicomFile file = read(DicomBytes.file(EXPLICIT,
                sample(DicomBytes.explicit()).raw(odd).text(0x00200052, "UI", "1.2").bytes()));
        assertEquals("ab", file.data().text(Tag.STUDY_ID));
        assertEquals("1.2", file.data().text(0x00200052));
        assertEquals(1, file.warnings().size());
    }

    @Test
    void numbersInAnotherRepresentationAreStillNumbers() throws IOException {
        byte[] body = sample(DicomBytes.explicit()).text(Tag.PHYSICAL_DELTA_X, "DS", " 0.025 ")
                .bytes(Tag.COLUMNS, "UN", new byte[]{2, 1}).number(Tag.REGION_MIN_X0, "UL", 2, 9)
                .text(Tag.NUMBER_OF_FRAMES, "IS", "12.0").text(Tag.FRAME_TIME, "DS", "33,3")
                .text(Tag.CINE_RATE, "IS", "fast").bytes();
        DataSet d = read(DicomBytes.file(EXPLICIT, body)).data();
        assertEquals(0.025, d.real(Tag.PHYSICAL_DELTA_X).orElse(0));
        assertEquals(258, d.integer(Tag.COLUMNS, 0));
        assertEquals(9, d.integer(Tag.REGION_MIN_X0, 0));
        assertEquals(12, d.integer(Tag.NUMBER_OF_FRAMES, 0));
        assertEquals(33.3, d.real(Tag.FRAME_TIME).orElse(0));
        assertTrue(d.real(Tag.CINE_RATE).isEmpty());
    }

    @Test
    void aFileCutAnywhereKeepsWhatWasGood() throws IOException {
        byte[] whole = DicomBytes.file(EXPLICIT,
                sample(DicomBytes.explicit()).bytes(Tag.PIXEL_DATA, "OB", new byte[64]).bytes());
        DicomFile cut = read(Arrays.copyOf(whole, whole.length - 20));
        assertSample(cut);
        assertEquals(44, assertInstanceOf(PixelDataLocation.Native.class, cut.pixels().orElseThrow()).length());
        assertFalse(cut.warnings().isEmpty());
        for (int length = 132; length < whole.length; length++) {
            DicomFile part = read(Arrays.copyOf(whole, length));
            assertTrue(part.data().elements().size() <= 4);
        }
    }

    @Test
    void pixelDataIsLocatedAndItsFragmentsAreTabled() throws IOException {
        byte[] body = sample(DicomBytes.explicit()).header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED)
                .mark(Tag.ITEM, 4).raw(new byte[4]).mark(Tag.ITEM, 6).raw(new byte[]{1, 2, 3, 4, 5, 6})
                .mark(Tag.SEQUENCE_END, 0).bytes();
        byte[] bytes = DicomBytes.file(TransferSyntax.RLE.uid(), body);
        DicomFile file = read(bytes);
        var table = assertInstanceOf(PixelDataLocation.Encapsulated.class, file.pixels().orElseThrow());
        assertEquals(1, table.fragments());
        assertEquals(6, table.length(0));
        assertEquals(1, bytes[(int) table.offset(0)]);
        assertEquals(List.of(), file.warnings());
    }

    @Test
    void nestingBeyondTheLimitIsRefusedWithItsPlace() {
        DicomBytes deep = sample(DicomBytes.explicit());
        for (int i = 0; i < 70; i++) {
            deep.header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED).mark(Tag.ITEM, DicomBytes.UNDEFINED);
        }
        DicomException e = assertThrows(DicomException.class, () -> read(DicomBytes.file(EXPLICIT, deep.bytes())));
        assertTrue(e.offset() > 0);
        assertTrue(String.valueOf(e.getMessage()).contains("deeper than 64"));
    }

    @Test
    void aLengthBeyondTheFileIsNotBelieved() throws IOException {
        DicomFile file = read(DicomBytes.file(EXPLICIT,
                sample(DicomBytes.explicit()).header(0x00420011, "OB", 0xFFFFFFF0L).bytes()));
        assertSample(file);
        assertTrue(file.warnings().getFirst().contains("EncapsulatedDocument"));
    }

    @Test
    void otherFilesAreNoDicom() {
        byte[] pdf = "%PDF-1.7 not at all".repeat(20).getBytes(StandardCharsets.UTF_8);
        assertThrows(NotDicomException.class, () -> read(pdf));
        assertThrows(NotDicomException.class, () -> read(new byte[1000]));
        assertThrows(NotDicomException.class, () -> read(new byte[0]));
    }
}
