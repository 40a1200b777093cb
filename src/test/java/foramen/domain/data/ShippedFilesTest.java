package foramen.domain.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.registry.PublishedCohorts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedFilesTest {
    private static final List<DataFile<?>> FILES = List.of(TestCatalog.FILE, HarrisSheet.FILE, OutcomeRules.FILE,
            FollowUpSchedule.FILE, PublishedCohorts.FILE);

    private static String shipped(DataFile<?> file) throws IOException {
        try (InputStream in = file.home().getResourceAsStream(file.name())) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String refusal(DataFile<?> file, String json) {
        return String.valueOf(assertThrows(DataFileException.class, () -> file.read(json, "own.json")).getMessage());
    }

    @Test
    void everyFileThatShipsReadsAndBreaksWithoutItsVersion() throws IOException {
        for (DataFile<?> file : FILES) {
            file.standard();
            assertEquals("own.json, line 1: the file lacks “version”. " + DataFile.ADVICE + ".",
                    refusal(file, shipped(file).replaceFirst("\"version\": \"[^\"]*\",", "")));
        }
    }

    @Test
    void aFigureWithoutItsSourceIsRefused() throws IOException {
        for (DataFile<?> file : FILES) {
            String without = shipped(file).replaceFirst(", \"source\": \"[^\"]*\"", "");
            assertTrue(refusal(file, without).contains("lacks “source”. "), refusal(file, without));
        }
    }

    @Test
    void anUnknownFieldIsRefusedSoThatASlipSwitchesNothingOff() throws IOException {
        for (DataFile<?> file : FILES) {
            String more = shipped(file).replaceFirst("\"source\"", "\"sauce\": 1, \"source\"");
            assertTrue(refusal(file, more).contains("has the unknown field “sauce”"), refusal(file, more));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"percent\": 50, \"fromDays\" | \"percent\": 500, \"fromDays\" | needs a number from 1 to 100 in “percent”",
            "\"nearDays\": 14 | \"nearDays\": 60 | the days of the response “pain-50” are out of order",
            "\"ofBaselinePercent\": 80 | \"ofBaselinePercent\": \"80\" | recurrence needs a number from 0 to 100",
            "\"nrs:average-7d\" | \"nrs:sometimes\" | “nrs:sometimes” names no state of pain",
            "\"responders\": [ | \"responders\": [[ | no valid JSON",
            "\"instrument\": \"NRS\", \"by\" | \"instrument\": \"NRSX\", \"by\" | knows no “NRSX”"})
    void whatIsWrongIsNamedWithItsPlace(String from, String to, String said) throws IOException {
        String json = shipped(OutcomeRules.FILE);
        assertTrue(json.contains(from), from);
        String refused = refusal(OutcomeRules.FILE, json.replace(from, to));
        assertTrue(refused.contains(said), refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"due\": \"P14D\" | \"due\": \"P9D\" | times of the visit “2wk” are out of order",
            "\"due\": \"P14D\" | \"due\": \"a fortnight\" | cannot have “a fortnight” in “due”",
            "\"id\": \"2wk\" | \"id\": \"3wk\" | names a visit that is not in “windows”",
            "\"id\": \"standard\", \"name\": \"Injection\", \"arms\": [] | \"id\": \"standard\", \"name\": \"Injection\", \"arms\": [\"injection\"] | last protocol must fit every procedure"})
    void aScheduleThatForgetsAProcedureIsRefused(String from, String to, String said) throws IOException {
        String json = shipped(FollowUpSchedule.FILE);
        assertTrue(json.contains(from), from);
        String refused = refusal(FollowUpSchedule.FILE, json.replace(from, to));
        assertTrue(refused.contains(said), refused);
    }
}
