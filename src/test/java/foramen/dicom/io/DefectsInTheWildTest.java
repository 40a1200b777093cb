package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What real files get wrong: each is read for what it is, and a warning says what was wrong, where, and what was done. */
class DefectsInTheWildTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final String RLE = TransferSyntax.RLE.uid();

    private static DicomFile read(byte[] bytes) throws IOException {
        return new DicomReader().read(new MemoryByteSource(bytes));
    }

    private static DicomFile file(DicomBytes body) throws IOException {
        return read(DicomBytes.file(EXPLICIT, body.bytes()));
    }

    private static DicomBytes start() {
        return DicomBytes.explicit().text(Tag.MODALITY, "CS", "US");
    }

    /** The one warning names the place and what was done. */
    private static void assertWarns(DicomFile file, String what, long at, String done) {
        assertEquals(1, file.warnings().size(), file.warnings().toString());
        String w = file.warnings().getFirst();
        assertTrue(w.contains(what) && w.contains(done) && w.endsWith("."), w);
        assertTrue(at < 0 || w.contains("byte " + at), w + " should name byte " + at);
    }

    private static void assertGoesOn(DicomFile file) {
        assertEquals("US", file.data().text(Tag.MODALITY));
        assertEquals("after", file.data().text(Tag.STUDY_ID));
    }

    private static int bodyAt() {
        return DicomBytes.file(EXPLICIT, new byte[0]).length;
    }

    @Test
    void aWrongGroupLengthIsIgnored() throws IOException {
        byte[] bytes = DicomBytes.file(EXPLICIT,
                DicomBytes.explicit().number(0x00080000, "UL", 4, 99_999).raw(start().bytes())
                        .number(0x00200000, "UL", 4, 0).text(Tag.STUDY_ID, "SH", "after").bytes());
        bytes[140] = (byte) 0xFF;
        DicomFile file = read(bytes);
        assertGoesOn(file);
        assertEquals(List.of(), file.warnings());
        bytes[140] = 0;
        assertGoesOn(read(bytes));
    }

    @Test
    void metaInformationWithoutItsLengthIsRead() throws IOException {
        byte[] whole = DicomBytes.file(EXPLICIT, start().text(Tag.STUDY_ID, "SH", "after").bytes());
        byte[] without = new byte[whole.length - 12];
        System.arraycopy(whole, 0, without, 0, 132);
        System.arraycopy(whole, 144, without, 132, whole.length - 144);
        assertGoesOn(read(without));
        assertEquals(EXPLICIT, read(without).transferSyntaxUid());
    }

    @Test
    void anEndMarkOfTheSequenceInsideACompressedFrameIsNoEnd() throws IOException {
        byte[] frame = {1, 2, (byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0, 3, 4};
        DicomFile file = read(DicomBytes.file(RLE,
                start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0)
                        .mark(Tag.ITEM, frame.length).raw(frame).mark(Tag.SEQUENCE_END, 0).bytes()));
        var table = (PixelDataLocation.Encapsulated) file.pixels().orElseThrow();
        assertArrayEquals(frame, file.source().read(table.offset(0), table.length(0)));
        assertEquals(List.of(), file.warnings());
    }

    @Test
    void missingEndMarksOfPixelDataAndSequencesAreSaid() throws IOException {
        DicomFile pixels = read(DicomBytes.file(RLE, start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED)
                .mark(Tag.ITEM, 0).mark(Tag.ITEM, 2).raw(new byte[2]).bytes()));
        assertEquals(1, ((PixelDataLocation.Encapsulated) pixels.pixels().orElseThrow()).fragments());
        assertWarns(pixels, "no end mark", pixels.source().size(), "was taken to end");
        DicomFile sequence = file(start().header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED)
                .mark(Tag.ITEM, 10).number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1));
        assertEquals(1, sequence.data().items(Tag.ULTRASOUND_REGIONS).size());
        assertWarns(sequence, "no end mark", sequence.source().size(), "was taken to end");
    }

    @Test
    void aTruncatedFileKeepsWhatIsThere() throws IOException {
        byte[] whole = DicomBytes.file(EXPLICIT, start().text(Tag.STUDY_ID, "SH", "after")
                .bytes(Tag.PIXEL_DATA, "OB", new byte[100]).bytes());
        DicomFile cut = read(Arrays.copyOf(whole, whole.length - 60));
        assertGoesOn(cut);
        assertEquals(40, ((PixelDataLocation.Native) cut.pixels().orElseThrow()).length());
        assertWarns(cut, "PixelData (7FE0,0010)", whole.length - 112, "40 of 100 bytes are there and were kept");
        DicomFile header = read(Arrays.copyOf(whole, whole.length - 103));
        assertGoesOn(header);
        assertWarns(header, "PixelData (7FE0,0010)", whole.length - 112, "was left out");
    }

    @Test
    void implicitElementsInAnExplicitFileAreRead() throws IOException {
        byte[] item = DicomBytes.implicit().text(Tag.CODE_VALUE, "", "77").bytes();
        DicomFile file = file(start().header(Tag.ANATOMIC_REGION_SEQUENCE, "SQ", 8 + item.length)
                .mark(Tag.ITEM, item.length).raw(item).text(Tag.STUDY_ID, "SH", "after"));
        assertGoesOn(file);
        assertEquals("77", file.data().items(Tag.ANATOMIC_REGION_SEQUENCE).getFirst().text(Tag.CODE_VALUE));
        assertWarns(file, "CodeValue (0008,0100)", bodyAt() + 10 + 12 + 8, "was read as SH");
    }

    @Test
    void elementsOfInventedRepresentationsAreRead() throws IOException {
        for (String vr : new String[]{"??", "  ", "\0\0", "XX", "us"}) {
            DicomFile file = file(start().header(0x00100020, vr, 4).raw("1234".getBytes(StandardCharsets.US_ASCII))
                    .text(Tag.STUDY_ID, "SH", "after"));
            assertGoesOn(file);
            assertEquals("1234", file.data().text(Tag.PATIENT_ID), vr);
            if (!vr.equals("\0\0")) {
                assertWarns(file, "PatientID (0010,0020)", bodyAt() + 10, "was read as LO");
            }
        }
    }

    @Test
    void unknownSequencesAreReadWhicheverWayTheirItemsAreCoded() throws IOException {
        for (DicomBytes coding : List.of(DicomBytes.explicit(), DicomBytes.implicit())) {
            byte[] item = coding.text(Tag.CODE_VALUE, "SH", "77").bytes();
            DicomFile open = file(start().header(0x00111010, "UN", DicomBytes.UNDEFINED).mark(Tag.ITEM, item.length)
                    .raw(item).mark(Tag.SEQUENCE_END, 0).text(Tag.STUDY_ID, "SH", "after"));
            assertGoesOn(open);
            assertEquals("77", open.data().items(0x00111010).getFirst().text(Tag.CODE_VALUE));
            // One of the standard's own, passed on by somebody who did not know it, is known again.
            DicomFile known = file(start().header(Tag.ULTRASOUND_REGIONS, "UN", 8 + item.length)
                    .mark(Tag.ITEM, item.length).raw(item).text(Tag.STUDY_ID, "SH", "after"));
            assertGoesOn(known);
            assertEquals("77", known.data().items(Tag.ULTRASOUND_REGIONS).getFirst().text(Tag.CODE_VALUE));
        }
    }

    @Test
    void aPrivateUnknownOfKnownLengthStaysTheBytesThatItIs() throws IOException {
        byte[] value = DicomBytes.explicit().mark(Tag.ITEM, 4).raw(new byte[]{1, 2, 3, 4}).bytes();
        DicomFile file = file(start().text(0x00110010, "LO", "ACME").bytes(0x00111010, "UN", value)
                .text(Tag.STUDY_ID, "SH", "after"));
        assertEquals(new DataElement.Value(0x00111010, Vr.UN, value),
                file.data().element(0x00111010).orElseThrow());
        assertEquals("ACME", file.data().privateCreator(0x00111010).orElse(""));
        assertEquals(0x00111010, file.data().privateTag(0x0011, "ACME", 0x10).orElse(0));
        assertTrue(file.data().privateTag(0x0011, "OTHER", 0x10).isEmpty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().rewrite(out, file);
        assertEquals(file.data(), read(out.toByteArray()).data());
    }

    @Test
    void aSequenceLongerThanWhatHoldsItIsCutAndOneThatIsShorterIsLeft() throws IOException {
        DicomBytes region = DicomBytes.explicit().number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1);
        DicomFile longer = file(start().text(Tag.STUDY_ID, "SH", "after").header(Tag.ULTRASOUND_REGIONS, "SQ", 500)
                .mark(Tag.ITEM, 10).raw(region.bytes()));
        assertGoesOn(longer);
        assertEquals(1, longer.data().items(Tag.ULTRASOUND_REGIONS).size());
        assertWarns(longer, "SequenceOfUltrasoundRegions (0018,6011)", bodyAt() + 10 + 14, "was cut there");
        DicomFile shorter = file(start().header(Tag.ULTRASOUND_REGIONS, "SQ", 8).mark(Tag.ITEM, 10)
                .raw(region.bytes()).text(Tag.STUDY_ID, "SH", "after"));
        assertEquals(1, shorter.data().items(Tag.ULTRASOUND_REGIONS).size());
        assertEquals("after", shorter.data().text(Tag.STUDY_ID));
        assertWarns(shorter, "longer than its sequence", bodyAt() + 10 + 12, "was cut there");
    }

    @Test
    void wrongDelimitersAreSaidAndWhatCameBeforeIsKept() throws IOException {
        DicomFile wrong = file(start().header(Tag.ULTRASOUND_REGIONS, "SQ", 8 + 10 + 8 + 4).mark(Tag.ITEM, 10)
                .number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1).mark(Tag.ITEM_END, 0).raw(new byte[4])
                .text(Tag.STUDY_ID, "SH", "after"));
        assertGoesOn(wrong);
        assertEquals(1, wrong.data().items(Tag.ULTRASOUND_REGIONS).size());
        assertWarns(wrong, "A sequence is damaged", bodyAt() + 10 + 12 + 18, "were kept");
        DicomFile stray = file(start().mark(Tag.SEQUENCE_END, 0).text(Tag.STUDY_ID, "SH", "after"));
        assertGoesOn(stray);
        assertWarns(stray, "stray delimiter", bodyAt() + 10, "skipped");
    }

    @Test
    void oddLengthsAndPaddingAreReadThroughAndEvenedOut() throws IOException {
        DicomFile file = file(start().bytes(Tag.PATIENT_ID, "LO", "12\0".getBytes(StandardCharsets.US_ASCII))
                .text(Tag.STUDY_ID, "SH", "after").text(Tag.PIXEL_SPACING, "DS", " 0,2 \\0.1 \0"));
        assertGoesOn(file);
        assertEquals("12", file.data().text(Tag.PATIENT_ID));
        assertEquals(List.of(0.2, 0.1), file.data().reals(Tag.PIXEL_SPACING));
        assertWarns(file, "PatientID (0010,0020)", bodyAt() + 10, "is padded when written");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().rewrite(out, file);
        assertEquals(List.of(), read(out.toByteArray()).warnings());
    }

    @Test
    void elementsThatComeTwiceOrDoNotBelongAreSaid() throws IOException {
        DicomFile twice = file(start().text(Tag.STUDY_ID, "SH", "before").text(Tag.STUDY_ID, "SH", "after"));
        assertGoesOn(twice);
        assertWarns(twice, "StudyID (0020,0010)", bodyAt() + 10 + 14, "the later one was taken");
        DicomFile meta = file(start().text(Tag.TRANSFER_SYNTAX_UID, "UI", "1.2").text(Tag.STUDY_ID, "SH", "after"));
        assertGoesOn(meta);
        assertWarns(meta, "TransferSyntaxUID (0002,0010)", bodyAt() + 10, "was skipped");
    }

    @Test
    void fillingBehindTheDataSetIsSkipped() throws IOException {
        DicomFile file = file(start().text(Tag.STUDY_ID, "SH", "after").raw(new byte[100]));
        assertGoesOn(file);
        assertWarns(file, "Nothing but filling", bodyAt() + 10 + 14, "skipped");
        DicomFile few = file(start().text(Tag.STUDY_ID, "SH", "after").raw(new byte[3]));
        assertWarns(few, "3 stray bytes", bodyAt() + 10 + 14, "skipped");
    }

    @Test
    void aWordThatMayBeSignedIsSoByItsOwnDataSetsPixelRepresentation() throws IOException {
        byte[] icon = DicomBytes.implicit().number(Tag.PIXEL_REPRESENTATION, "", 2, 1).number(0x00280106, "", 2, 0xFFFF)
                .bytes();
        DicomFile file = read(DicomBytes.file(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid(),
                DicomBytes.implicit().text(Tag.MODALITY, "", "US")
                        .header(Tag.ANATOMIC_REGION_SEQUENCE, "", 8 + icon.length)
                        .mark(Tag.ITEM, icon.length).raw(icon).number(0x00280106, "", 2, 0xFFFF).bytes()));
        assertEquals(65535, file.data().integer(0x00280106, 0));
        assertEquals(-1, file.data().items(Tag.ANATOMIC_REGION_SEQUENCE).getFirst().integer(0x00280106, 0));
    }

    @Test
    void aDataSetDeclaredDeflatedThatIsNotIsReadAsItIs() throws IOException {
        DicomFile file = read(DicomBytes.file(TransferSyntax.DEFLATED.uid(),
                start().text(Tag.STUDY_ID, "SH", "after").bytes()));
        assertGoesOn(file);
        assertWarns(file, "declared deflated but is not",
                DicomBytes.file(TransferSyntax.DEFLATED.uid(), new byte[0]).length,
                "was read as it is");
    }

    @Test
    void aDeflatedDataSetThatBreaksOffKeepsWhatCameBefore() throws IOException {
        byte[] plain = start().text(Tag.STUDY_ID, "SH", "after").bytes(0x00420011, "OB", noise(4000)).bytes();
        byte[] packed = DataSetCoder.deflated(plain);
        byte[] whole = DicomBytes.file(TransferSyntax.DEFLATED.uid(), packed);
        DicomFile file = read(Arrays.copyOf(whole, whole.length - 1000));
        assertGoesOn(file);
        assertTrue(file.warnings().getFirst().contains("ends early at byte " + (whole.length - 1000)));
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void valuesInAnotherRepresentationThanTheStandardsAreTakenByTheirLength() throws IOException {
        DataSet d = file(start().text(Tag.PHYSICAL_DELTA_X, "DS", "0.025").number(Tag.ROWS, "UL", 4, 480)
                .bytes(Tag.COLUMNS, "UN", new byte[]{(byte) 0x80, 2}).text(Tag.NUMBER_OF_FRAMES, "LO", " 12 ")
                .number(0x00186038, "UL", 4, 7)
                .bytes(Tag.PHYSICAL_DELTA_Y, "OB", new byte[]{0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x3F}))
                .data();
        assertEquals(0.025, d.real(Tag.PHYSICAL_DELTA_X).orElse(0));
        assertEquals(480, d.integer(Tag.ROWS, 0));
        assertEquals(640, d.integer(Tag.COLUMNS, 0));
        assertEquals(12, d.integer(Tag.NUMBER_OF_FRAMES, 0));
        assertEquals(7, d.integer(0x00186038, 0));
        assertEquals(1.0, d.real(Tag.PHYSICAL_DELTA_Y).orElse(0));
    }

    @Test
    void integersOf64BitsAreExact() throws IOException {
        DataSet d = file(start().number(0x00111001, "SV", 8, Long.MIN_VALUE).number(0x00111002, "UV", 8, -1)
                .number(Tag.EXTENDED_OFFSET_TABLE, "OV", 8, (1L << 53) + 1)).data();
        assertEquals(List.of("-9223372036854775808"), d.strings(0x00111001));
        assertEquals(List.of("18446744073709551615"), d.strings(0x00111002));
        assertEquals(0x1p64, d.real(0x00111002).orElse(0));
        assertArrayEquals(new long[]{(1L << 53) + 1}, d.longs(Tag.EXTENDED_OFFSET_TABLE));
    }

    @Test
    void anUnreadableFileSaysWhichByte() {
        try {
            read("%PDF-1.7 not at all".repeat(20).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("byte 128"), e.getMessage());
            return;
        }
        throw new AssertionError("read");
    }
}
