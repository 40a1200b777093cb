package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.composition.ProductVersion;
import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.DoseLimits;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseCheckCommandTest {
    private final Path folder;
    private final Path home;
    private final Terminal terminal;

    DoseCheckCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.terminal = new Terminal(home);
    }

    @ParameterizedTest
    // 70 kg: the maximum of plain lidocaine is 300 mg (fact sheet 3.3).
    @CsvSource({"10, 70, 0", "25, 70, 3", "10, , 4", "31, 70, 5"})
    void the_exit_status_is_that_of_the_gravest_alert(String volume, String weight, int status) throws Exception {
        assertEquals(status, terminal.run("dose", "check", session(volume, weight).toString()).status());
    }

    @Test
    void the_document_has_alerts_totals_and_versions() throws Exception {
        JsonNode node = terminal.run("dose", "check", "--json", session("31", "70").toString()).jsonLines().getFirst();
        assertEquals("stop", node.get("worst").asText());
        assertEquals("la-sum-over", node.get("alerts").get(0).get("id").asText());
        assertEquals(0, new BigDecimal("310").compareTo(
                node.get("totals").get("local_anaesthetics").get(0).get("mg").decimalValue()));
        assertTrue(node.get("versions").get("limits").asText().length() > 3);
        assertTrue(node.get("note").asText().contains("never prescribes"));
    }

    @Test
    void the_text_says_what_and_where_from_and_that_it_never_prescribes() throws Exception {
        String said = terminal.run("dose", "check", session("31", "70").toString()).out();
        assertTrue(said.startsWith("STOP"), said);
        assertTrue(said.contains("[la-sum-over] US label"), said);
        assertTrue(said.contains("never prescribes"), said);
    }

    @Test
    void a_slip_in_the_file_is_one_sentence_with_its_line() throws Exception {
        Path file = Files.writeString(folder.resolve("slip.json"), "{\"date\": \"2026-11-21\",\n\"side\": \"port\"}");
        String complaint = terminal.run("dose", "check", file.toString()).failure(1);
        assertTrue(complaint.contains("line 2") && complaint.contains("LEFT"), complaint);
    }

    @Test
    void a_clinics_own_limits_hold_and_a_damaged_copy_stops() throws Exception {
        Files.createDirectories(home);
        String own;
        try (InputStream in = DoseLimits.class.getResourceAsStream("dose-limits.json")) {
            own = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.writeString(home.resolve("dose-limits.json"),
                own.replace("\"maximumMg\": \"300\"", "\"maximumMg\": \"90\""));
        assertEquals(5, terminal.run("dose", "check", session("10", "70").toString()).status());
        Files.writeString(home.resolve("dose-limits.json"), own.replace("\"warnAt\"", "\"warnat\""));
        var run = terminal.run("dose", "check", session("10", "70").toString());
        assertEquals(5, run.status());
        assertTrue(run.out().contains("dose-limits.json, line"), run.out());
    }

    @Test
    void a_copy_of_an_older_foramen_is_filled_told_once_and_stops_nothing() throws Exception {
        Files.createDirectories(home);
        String own;
        try (InputStream in = AlertCatalog.class.getResourceAsStream("alerts.json")) {
            own = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String version = AlertCatalog.standard().version();
        Files.writeString(home.resolve("alerts.json"),
                own.replaceFirst("(?m)^.*\"interval-short\".*\\R", "").replace(version, "2026-05-1"));
        var run = terminal.run("dose", "check", "--json", session("10", "70").toString());
        assertEquals(0, run.status(), run.err());
        assertEquals("2026-05-1, filled from " + version + " shipped with Foramen " + ProductVersion.current(),
                run.jsonLines().getFirst().get("versions").get("alerts").asText());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(home.resolve("alerts.json").toString()), run.err());
        assertTrue(run.err().contains("alerts/interval-short (severity caution, override with-reason)"), run.err());
    }

    private Path session(String volume, String weight) throws IOException {
        return Files.writeString(folder.resolve("session.json"),
                """
                        {"date": "2026-11-21", "side": "left", "patient": {"heightCm": 175, "sex": "F"%s},
                         "risks": {"asked": true}, "history": [],
                         "syringes": [{"id": "A", "components": [{"product": "lidocaine", "stock": "1 %%", "volume": "%s mL"}]}],
                         "portions": [{"id": "1", "syringe": "A", "target": "piriformis", "volume": "%s mL"}]}
                        """
                        .formatted(weight == null ? "" : ", \"weightKg\": " + weight, volume, volume));
    }
}
