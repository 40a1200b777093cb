package foramen.dicom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificCharacterSetTest {
    @ParameterizedTest
    @CsvSource({"ISO_IR 100,ISO-8859-1,Müller", "ISO_IR 101,ISO-8859-2,Łódź", "ISO_IR 109,ISO-8859-3,Ħal",
            "ISO_IR 110,ISO-8859-4,Rīga", "ISO_IR 126,ISO-8859-7,Διονυσιος", "ISO_IR 127,ISO-8859-6,قباني",
            "ISO_IR 138,ISO-8859-8,שרון", "ISO_IR 144,ISO-8859-5,Люкceмбypг", "ISO_IR 148,ISO-8859-9,Çağ",
            "ISO_IR 166,TIS-620,นามสกุล", "ISO_IR 13,JIS_X0201,ﾔﾏﾀﾞ", "ISO_IR 192,UTF-8,王^小東", "GB18030,GB18030,王^小东",
            "GBK,GBK,王^小东", "ISO 2022 IR 100,ISO-8859-1,Müller"})
    void theSetsThatTheStandardNamesAreKnown(String term, String charset, String text) {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of(term));
        SpecificCharacterSet.Text decoded = set.decode(text.getBytes(Charset.forName(charset)));
        assertTrue(set.isKnown());
        assertEquals(text, decoded.text());
        assertFalse(decoded.suspect());
    }

    /** The worked examples of PS3.5 annexes H.3.1 and I.2. */
    @Test
    void escapesSwitchTheSet() {
        byte[] japanese = ("Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B=\u001b$B$d$^$@\u001b(B^"
                + "\u001b$B$?$m$&\u001b(B").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("Yamada^Tarou=山田^太郎=やまだ^たろう",
                SpecificCharacterSet.of(List.of("", "ISO 2022 IR 87")).decode(japanese).text());
        byte[] korean = "Hong^Gildong=\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce\u00d4\u00d7=\u001b$)C\u00c8\u00ab^\u001b$)C\u00b1\u00e6\u00b5\u00bf"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("Hong^Gildong=洪^吉洞=홍^길동",
                SpecificCharacterSet.of(List.of("", "ISO 2022 IR 149")).decode(korean).text());
    }

    @Test
    void bytesThatDoNotFitAreReadAsWindows1252AndReported() {
        SpecificCharacterSet.Text text = SpecificCharacterSet.UTF_8.decode(new byte[]{'M', (byte) 0xFC, 'l'});
        assertEquals("Mül", text.text());
        assertTrue(text.suspect());
        assertTrue(SpecificCharacterSet.ASCII.decode("ü".getBytes(StandardCharsets.UTF_8)).suspect());
        assertFalse(SpecificCharacterSet.of(List.of("ISO_IR 999")).isKnown());
    }

    @Test
    void aBackslashInsideACharacterSeparatesNothing() {
        // The second byte of this character is 5CH.
        byte[] value = "昞\\b".getBytes(Charset.forName("GBK"));
        DataSet set = DataSet.builder(SpecificCharacterSet.of(List.of("GBK")))
                .put(new DataElement.Value(Tag.STUDY_ID, Vr.SH, value)).build();
        assertEquals("昞".getBytes(Charset.forName("GBK"))[1], (byte) 0x5C);
        assertEquals(List.of("昞", "b"), set.strings(Tag.STUDY_ID));
    }

    private static DataSet set(String terms, int tag, Vr vr, byte[] value) {
        return DataSet.builder(SpecificCharacterSet.ASCII).text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, terms)
                .put(new DataElement.Value(tag, vr, value)).build();
    }

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"ISO_IR 13,JIS_X0201,ﾔﾏﾀﾞ", "ISO_IR 166,TIS-620,นาม", "GBK,GBK,昞", "GB18030,GB18030,𠀀昞",
            "ISO_IR 100,ISO-8859-1,Ä", "ISO_IR 192,UTF-8,ä€"})
    void valuesArePartedInEverySet(String term, String charset, String text) {
        byte[] one = text.getBytes(Charset.forName(charset));
        byte[] two = java.util.Arrays.copyOf(one, 2 * one.length + 1);
        two[one.length] = '\\';
        System.arraycopy(one, 0, two, one.length + 1, one.length);
        assertEquals(List.of(text, text), set(term, Tag.STUDY_ID, Vr.SH, two).strings(Tag.STUDY_ID));
        assertEquals(1, set(term, 0x00204000, Vr.LT, two).strings(0x00204000).size());
    }

    @Test
    void anEscapeLastsUntilTheNextValue() {
        DataSet d = set("\\ISO 2022 IR 144\\ISO 2022 IR 87", Tag.STUDY_ID, Vr.LO,
                latin("\u001b-L\u00bb\u00ee=\u00dc\\abc\\\u001b$B;3ED\u001b(B"));
        assertEquals(List.of("Лю=м", "abc", "山田"), d.strings(Tag.STUDY_ID));
        assertFalse(d.isSuspectText(Tag.STUDY_ID));
    }

    @Test
    void inANameAnEscapeLastsUntilTheNextComponent() {
        byte[] forgotten = latin("\u001b$)C\u00fb\u00f3^\u00d1\u00ce");
        DataSet d = set("\\ISO 2022 IR 149", Tag.PATIENT_NAME, Vr.PN, forgotten);
        assertTrue(d.isSuspectText(Tag.PATIENT_NAME), "the second component forgot its escape");
        assertTrue(d.text(Tag.PATIENT_NAME).startsWith("洪^"));
    }

    @Test
    void aDelimiterByteInsideATwoByteCharacterIsPartOfIt() {
        // The second byte of the first character is 5CH, of the second 5EH, of the third 3DH.
        DataSet d = set("\\ISO 2022 IR 87", Tag.PATIENT_NAME, Vr.PN, latin("\u001b$B0\\0^0=\u001b(B^x"));
        assertEquals(1, d.strings(Tag.PATIENT_NAME).size());
        assertEquals(5, d.text(Tag.PATIENT_NAME).length());
        assertTrue(d.text(Tag.PATIENT_NAME).endsWith("^x"));
        assertFalse(d.isSuspectText(Tag.PATIENT_NAME));
    }

    @Test
    void escapesThatWereNotDeclaredAreReadAndSuspect() {
        DataSet d = set("ISO_IR 6", Tag.PATIENT_NAME, Vr.PN, latin("Yamada=\u001b$B;3ED\u001b(B"));
        assertEquals("Yamada=山田", d.text(Tag.PATIENT_NAME));
        assertTrue(d.isSuspectText(Tag.PATIENT_NAME));
    }

    @Test
    void aSetDeclaredSecondIsUsedWhereItsEscapeWasForgotten() {
        DataSet d = set("\\ISO 2022 IR 144", Tag.PATIENT_NAME, Vr.PN, "Люк".getBytes(Charset.forName("ISO-8859-5")));
        assertEquals("Люк", d.text(Tag.PATIENT_NAME));
        assertTrue(d.isSuspectText(Tag.PATIENT_NAME));
    }

    @Test
    void wronglyDeclaredSetsAreSuspectAndKeepTheirBytes() {
        byte[] gb = "王小东".getBytes(Charset.forName("GB18030"));
        DataSet d = set("ISO_IR 192", Tag.PATIENT_NAME, Vr.PN, gb);
        assertTrue(d.isSuspectText(Tag.PATIENT_NAME));
        assertArrayEquals(gb, d.bytes(Tag.PATIENT_NAME));
        assertTrue(set("ISO_IR 6", Tag.PATIENT_NAME, Vr.PN, latin("M\u00fcller")).isSuspectText(Tag.PATIENT_NAME));
        assertEquals("Müller", set("ISO_IR 6", Tag.PATIENT_NAME, Vr.PN, latin("M\u00fcller"))
                .text(Tag.PATIENT_NAME));
    }

    @Test
    void aCharacterWithoutACodeIsRefusedRatherThanLost() {
        DataSetBuilder latin = DataSet.builder(SpecificCharacterSet.of(List.of("ISO_IR 100")));
        assertEquals("Ä", latin.text(Tag.PATIENT_NAME, Vr.PN, "Ä").build().text(Tag.PATIENT_NAME));
        assertThrows(IllegalArgumentException.class,
                () -> latin.text(Tag.PATIENT_NAME, Vr.PN, "王"));
        DataSetBuilder japanese = DataSet.builder(SpecificCharacterSet.of(List.of("ISO_IR 13")));
        assertEquals(List.of("ﾔ", "ﾏ"), japanese.text(Tag.STUDY_ID, Vr.SH, "ﾔ", "ﾏ").build().strings(Tag.STUDY_ID));
    }
}
