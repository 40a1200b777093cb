package foramen.domain.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.safety.SafetyBook;
import foramen.domain.session.ProtocolCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'{\"list\": [\n{\"id\": \"a\", \"dose\": 1},\n{\"id\": \"b\"}]}'|lists.json, line 3: entry 2 of list (b) lacks “dose”. Mend it.",
            "'{\"list\": [\n{\"id\": \"a\",\n\"dose\": \"much\"}]}'|lists.json, line 3: entry 1 of list (a) needs a plain number above 0 in “dose”. Mend it.",
            "'{\"list\": [{\"id\": \"a\", \"dose\": 1,\n\"dosis\": 2}]}'|lists.json, line 2: entry 1 of list (a) has the unknown field “dosis”. Mend it.",
            "'{\"list\": [{\"id\": \"a\", \"dose\": 1},\n{\"id\": \"a\", \"dose\": 2}]}'|lists.json, line 2: entry 2 of list (a) repeats the id “a”. Mend it.",
            "'{\"list\": [\n'|lists.json, line 2: this is no valid JSON. Mend it.",
            "'[]'|lists.json, line 1: the file is not an object. Mend it."})
    void a_slip_is_told_with_file_line_entry_and_field(String text, String sentence) {
        DataFileException e = assertThrows(DataFileException.class, () -> DataFile.read(text, "lists.json", "Mend it",
                f -> f.byId("list", x -> x.decimal("dose"))));
        assertEquals(sentence, e.getMessage());
    }

    @Test
    void a_number_is_exact_whichever_way_it_is_written() throws Exception {
        BigDecimal sum = DataFile.read("{\"a\": 0.1, \"b\": \"0.2\"}", "f", "Mend it",
                f -> f.decimal("a").add(f.decimal("b")));
        assertEquals(new BigDecimal("0.3"), sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e999999999", "1e-999999999", "\"1e3\"", "\"1,5\"", "null", "true", "[]"})
    void what_is_no_plain_amount_is_refused(String amount) {
        assertThrows(DataFileException.class,
                () -> DataFile.read("{\"a\": " + amount + "}", "f", "Mend it", f -> f.decimal("a")));
    }

    @Test
    void a_file_that_is_nested_without_end_is_refused() {
        String deep = "[".repeat(200) + "]".repeat(200);
        assertThrows(DataFileException.class, () -> DataFile.read(deep, "f", "Mend it", f -> f.decimal("a")));
    }

    @Test
    void every_line_of_the_shipped_files_is_needed_or_said_to_be_wrong() throws Exception {
        refusesEachMissingLine(AlertCatalog.FILE);
    }

    @Test
    void the_shipped_files_are_sound() {
        assertTrue(ProductCatalog.standard().products().size() > 10);
        assertTrue(DoseLimits.standard().profiles().size() >= 2);
        assertTrue(SafetyBook.standard().checklist().size() > 10);
        assertTrue(ProtocolCatalog.standard().protocols().size() >= 18);
    }

    /** Each alert has a line of its own, and without it a rule could not speak. */
    private static void refusesEachMissingLine(DataFile<?> file) throws IOException {
        String text;
        try (InputStream in = file.home().getResourceAsStream(file.name())) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String line : text.lines().filter(l -> l.contains("\"severity\"") && l.endsWith(",")).toList()) {
            String without = text.replace(line + "\n", "");
            assertThrows(DataFileException.class, () -> file.read(without, "own.json"), line);
        }
    }
}
