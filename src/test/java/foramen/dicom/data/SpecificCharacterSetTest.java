package foramen.dicom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
}
