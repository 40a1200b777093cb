package foramen.domain.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.injection.Gs1.UnreadableException;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1Test {
    private static final int YEAR = 2026;
    private static final String GTIN = "09506000134352";

    @ParameterizedTest
    @ValueSource(strings = {"(01)09506000134352(17)270331(10)ABC123(21)S-1",
            "(01) 09506000134352 (17) 270331 (10) ABC123 (21) S-1",
            "010950600013435217270331" + "10ABC123\u001d21S-1", "]C1010950600013435217270331" + "10ABC123\u001d21S-1",
            "]d2\u001d010950600013435221S-1\u001d10ABC123\u001d17270331"})
    void a_code_reads_the_same_scanned_or_printed_in_any_order(String code) throws Exception {
        assertEquals(new Gs1(Optional.of(GTIN), Optional.of("ABC123"), Optional.empty(),
                Optional.of(LocalDate.of(2027, 3, 31)), Optional.of("S-1")), Gs1.parse(code, YEAR));
    }

    @Test
    void day_nought_is_the_last_of_the_month() throws Exception {
        assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), Gs1.parse("(17)280200", YEAR).expiry());
    }

    @ParameterizedTest
    @CsvSource({"76, 2076", "77, 1977", "26, 2026", "27, 2027", "99, 1999", "00, 2000"})
    void the_century_is_the_nearer_one(String two, int year) throws Exception {
        assertEquals(year, Gs1.parse("(11)" + two + "0115", YEAR).produced().orElseThrow().getYear());
    }

    @Test
    void a_lot_may_have_brackets_of_its_own() throws Exception {
        assertEquals(Optional.of("A(1)B"), Gs1.parse("(10)A(1)B(17)270331", YEAR).lot());
    }

    @Test
    void fields_it_does_not_want_are_passed_over() throws Exception {
        assertEquals(Optional.of("L"), Gs1.parse("3103001750" + "240X1\u001d10L", YEAR).lot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "(01)09506000134353", "(01)950600013435", "(17)271301", "(17)270230",
            "(17)2703", "0109506000134", "17\u001d270331", "(10)" + "A23456789012345678901", "(10)A(10)B", "(10)",
            "(10)ä",
            "10\u001d", "(", "(17)270331trailing("})
    void what_is_no_code_is_refused_with_a_sentence(String code) {
        UnreadableException e = assertThrows(UnreadableException.class, () -> Gs1.parse(code, YEAR));
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
    }

    @Property(tries = 500, seed = "2604")
    void what_is_written_is_read(@ForAll("codes") Gs1 code) throws Exception {
        if (code.scanned().isEmpty()) {
            return;
        }
        assertEquals(code, Gs1.parse(code.scanned(), YEAR));
        assertEquals(code, Gs1.parse("]d2" + code.scanned(), YEAR));
        boolean bracketed = code.lot().orElse("").contains("(") || code.serial().orElse("").contains("(");
        if (!bracketed) {
            assertEquals(code, Gs1.parse(code.printed(), YEAR));
        }
    }

    @Property(tries = 500, seed = "2605")
    void no_text_does_anything_but_read_or_be_refused(@ForAll String text) {
        try {
            Gs1.parse(text, YEAR);
        } catch (UnreadableException e) {
            assertTrue(String.valueOf(e.getMessage()).length() > 10);
        }
    }

    @Provide
    Arbitrary<Gs1> codes() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("ABCXYZabcxyz0123456789-_./+%&'()*,:;<=>?!\"").ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> gtins = Arbitraries.strings().numeric().ofLength(13).map(Gs1Test::withCheckDigit);
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(LocalDate.of(YEAR - 49, 1, 1).toEpochDay(), LocalDate.of(YEAR + 50, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(gtins.optional(), words.optional(), days.optional(), days.optional(),
                words.optional()).as(Gs1::new);
    }

    private static String withCheckDigit(String thirteen) {
        int sum = 0;
        for (int i = 0; i < thirteen.length(); i++) {
            sum += (thirteen.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return thirteen + (10 - sum % 10) % 10;
    }
}
