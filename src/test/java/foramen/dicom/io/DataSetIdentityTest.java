package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.SpecificCharacterSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets of every kind come back as they were, whatever syntax they were in and however often they are rewritten. */
class DataSetIdentityTest {
    private static final List<TransferSyntax> SYNTAXES = List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    private static final List<Vr> REPRESENTATIONS = List.of(Vr.values());
    private static final String[] CHARSETS = {"ISO_IR 100", "ISO_IR 144", "ISO_IR 166", "ISO_IR 192", "GB18030", "GBK",
            "ISO_IR 13", "\\ISO 2022 IR 87", "\\ISO 2022 IR 149"};

    private static DicomFile read(byte[] bytes) throws IOException {
        return new DicomReader().read(new MemoryByteSource(bytes));
    }

    private static byte[] rewritten(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().rewrite(out, file);
        return out.toByteArray();
    }

    @Property(tries = 400)
    void anyBytesOfAnyRepresentationSurvive(@ForAll long seed, @ForAll @IntRange(max = 3) int which)
            throws IOException {
        TransferSyntax syntax = SYNTAXES.get(which);
        DataSet data = random(new Random(seed), 0, !syntax.isExplicit());
        DicomFile file = read(new DataSetCoder(syntax, new Random(seed)).file(data));
        assertEquals(List.of(), file.warnings());
        assertEquals(data, file.data());
        byte[] once = rewritten(file);
        DicomFile again = read(once);
        assertEquals(List.of(), again.warnings());
        assertEquals(data, again.data());
        assertArrayEquals(once, rewritten(again));
    }

    /** Elements with random bytes; those of an implicit set have the representation that the dictionary gives them. */
    private static DataSet random(Random random, int depth, boolean implicit) {
        DataSetBuilder set = DataSet.builder(SpecificCharacterSet.ASCII);
        if (depth == 0) {
            set.text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, CHARSETS[random.nextInt(CHARSETS.length)])
                    .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.3").text(0x00110010, Vr.LO, "FORAMEN TEST");
        }
        List<DataDictionary.Entry> known = new ArrayList<>();
        for (int tag : new int[]{Tag.STUDY_ID, Tag.ROWS, Tag.FRAME_TIME, Tag.PHYSICAL_DELTA_X, 0x00400555, 0x00081199,
                Tag.ULTRASOUND_REGIONS, 0x7FE00001, 0x0040A124, Tag.PATIENT_NAME, 0x00142016}) {
            DataDictionary.standard().find(tag).ifPresent(known::add);
        }
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            Vr vr = REPRESENTATIONS.get(random.nextInt(REPRESENTATIONS.size()));
            int tag = Tag.of(0x0009 + random.nextInt(0x5000), 1 + random.nextInt(0xFFFF));
            if (random.nextInt(4) == 0) {
                tag = 0x00111000 + random.nextInt(256);
            } else if (implicit && random.nextBoolean()) {
                tag = known.get(random.nextInt(known.size())).tag();
            }
            vr = implicit ? DataDictionary.standard().implicitVr(tag, false) : vr;
            boolean hidden = vr == Vr.UN && DataDictionary.standard().find(tag).isPresent();
            if (vr == Vr.SQ) {
                set.sequence(tag, depth > 3 ? List.of() : List.of(random(random, depth + 1, implicit)));
            } else if (!hidden && tag != Tag.PIXEL_DATA) {
                byte[] value = new byte[2 * random.nextInt(random.nextInt(20) == 0 ? 40_000 : 20)];
                random.nextBytes(value);
                boolean tooLong = value.length > 0xFFFE && !vr.hasLongForm();
                set.put(new DataElement.Value(tag, vr, tooLong ? new byte[0] : value));
            }
        }
        return set.build();
    }

    @Property(tries = 200)
    void whatTheWriterAcceptsReadsBackTheSame(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        DataSetBuilder set = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.3").text(Tag.PATIENT_NAME, Vr.PN, "Ōtani^Jürgen=大谷^勇")
                .text(0x00080119, Vr.UC, "x".repeat(random.nextInt(100_000)))
                .text(0x0040E010, Vr.UR, "https://example.org/" + random.nextInt())
                .text(0x0040A160, Vr.UT, "a\\b\r\nc" + "ß".repeat(random.nextInt(40_000)))
                .whole(0x00111001, Vr.SV, random.nextLong(), Long.MIN_VALUE)
                .whole(0x00111005, Vr.OV, random.nextLong(), -1L).whole(0x00111003, Vr.UV, -1L)
                .whole(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME)
                .real(Tag.PHYSICAL_DELTA_X, Vr.FD, random.nextGaussian())
                .text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0" + "\\33.333".repeat(random.nextInt(20_000)))
                .sequence(Tag.ULTRASOUND_REGIONS, List.of(DataSet.EMPTY, DataSet.builder()
                        .real(Tag.PHYSICAL_DELTA_Y, Vr.FD, random.nextDouble()).build()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, set.build(), Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        DicomFile file = read(out.toByteArray());
        assertEquals(List.of(), file.warnings());
        for (DataElement e : set.build().elements()) {
            assertArrayEquals(set.build().bytes(e.tag()), file.data().bytes(e.tag()), Tag.format(e.tag()));
            assertEquals(set.build().strings(e.tag()), file.data().strings(e.tag()), Tag.format(e.tag()));
        }
        assertEquals(set.build().items(Tag.ULTRASOUND_REGIONS), file.data().items(Tag.ULTRASOUND_REGIONS));
    }

    @ParameterizedTest
    @CsvSource({"CS,mono", "DA,2020.01.02", "DA,20201345", "DS,1.23456789012345678", "IS,1.0", "UI,1.02.3", "UI,1..2",
            "AS,5Y", "TM,12:00", "AE,a name that is too long", "SH,seventeen letters", "UR,not a link"})
    void aValueAgainstItsRepresentationIsNotWritten(Vr vr, String value) {
        DataSet data = DataSet.builder().text(0x00111001, vr, value).build();
        DataSet nested = DataSet.builder().sequence(Tag.ULTRASOUND_REGIONS, List.of(data)).build();
        for (DataSet d : List.of(data, nested)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomException e = assertThrows(DicomException.class, () -> new DicomWriter().write(out, d,
                    Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()));
            assertTrue(String.valueOf(e.getMessage()).startsWith("(0011,1001) of type " + vr), e.getMessage());
            assertEquals(0, out.size());
        }
    }

    @Test
    void aNameOrTextTooLongIsNotWritten() {
        DataSet name = DataSet.builder().text(Tag.PATIENT_NAME, Vr.PN, "x".repeat(65)).build();
        DataSet text = DataSet.builder().text(Tag.STUDY_DESCRIPTION, Vr.LO, "x".repeat(65)).build();
        DataSet latin = DataSet.builder(SpecificCharacterSet.ASCII)
                .put(new DataElement.Value(Tag.STUDY_ID, Vr.SH, new byte[]{(byte) 0xFC, ' '})).build();
        DataSet broken = DataSet.builder().bytes(Tag.ROWS, Vr.FD, new byte[6]).build();
        for (DataSet d : List.of(name, text, latin, broken)) {
            assertThrows(DicomException.class, () -> new DicomWriter().write(new ByteArrayOutputStream(), d,
                    Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()));
        }
    }
}
