package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.domain.assessment.CareEvent;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.patient.Patient;
import foramen.storage.SqlCaseStore;
import foramen.testing.TreatedCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryCommandTest {
    private final Path folder;
    private final Path home;
    private final Terminal terminal;

    RegistryCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.terminal = new Terminal(home);
    }

    private void record(Case... cases) throws StoreException {
        try (CaseStore store = SqlCaseStore.open(home)) {
            for (Case c : cases) {
                store.append(c, 0, new CaseStore.Edit("Record", "Dr Example", TreatedCase.START));
            }
        }
    }

    private void recordThree() throws StoreException {
        record(TreatedCase.named("a").nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis").nrs(14, 2).nrs(60, 7)
                .build(),
                TreatedCase.named("b").nrs(40, 8).injected(40, InjectateClass.BOTULINUM_TOXIN, "piriformis").nrs(54, 7)
                        .build(),
                TreatedCase.named("c").nrs(0, 8).event(0, CareEvent.Kind.CONSERVATIVE_CARE, false).build());
    }

    @Test
    void countsTheRecordByArmWithEveryDenominator() throws StoreException {
        recordThree();
        JsonNode said = terminal.run("registry", "--json").json();
        assertEquals(3, said.required("cases").asInt());
        assertEquals("pain-50", said.required("definition").required("id").asText());
        assertEquals("2026-11-21", said.required("as_of").asText());
        JsonNode conservative = said.required("groups").get(0);
        JsonNode injection = said.required("groups").get(1);
        assertEquals("Injection", injection.required("group").asText());
        assertEquals("{\"n\":1,\"of\":2,\"percent\":50.0,\"wilson_95\":[9.5,90.5]}",
                injection.required("response").toString());
        assertEquals("{\"n\":1,\"of\":1,\"percent\":100.0,\"wilson_95\":[20.7,100.0]}",
                injection.required("recurrence_of_responders").toString());
        assertEquals(2, injection.required("recurrence_of_all").required("of").asInt());
        assertEquals(1, conservative.required("missing").asInt());
        assertTrue(conservative.required("response").required("percent").isNull());
    }

    @Test
    void inWordsNoPercentageStandsWithoutItsCounts() throws StoreException {
        recordThree();
        String said = terminal.run("registry", "--by", "injectate").text();
        assertTrue(said.contains("Steroid: 1 courses, 1 procedures"), said);
        assertTrue(said.lines().filter(l -> l.startsWith("  ") && l.contains(" = ")).allMatch(l -> l.matches(
                ".*\\d+/\\d+ = [\\d.]+ % \\(95 % CI [\\d.]+–[\\d.]+ %\\).*")), said);
        assertTrue(said.contains("1 missing, 0 lost, 0 pending"), said);
        assertTrue(said.contains("65/100 = 65.0 % (95 % CI 55.3–73.6 %) (inferred)"), said);
    }

    @Test
    void daysAndDefinitionNarrowTheAnswer() throws StoreException {
        recordThree();
        JsonNode late = terminal.run("registry", "--json", "--since", "2026-01-06").json().required("groups");
        assertEquals(1, late.size());
        JsonNode early = terminal.run("registry", "--json", "--as-of", "2026-01-20").json().required("groups").get(0);
        assertEquals(1, early.required("pending").asInt());
        assertEquals(0, early.required("missing").asInt());
    }

    @Test
    void whatLeavesAsCsvGivesTheSameTableWhenItComesBack() throws StoreException, IOException {
        recordThree();
        Path file = folder.resolve("registry.csv");
        Files.writeString(file, terminal.run("registry", "--csv").text());
        JsonNode direct = terminal.run("registry", "--json").json().required("groups");
        JsonNode back = terminal.run("registry", "--json", "--from", file).json().required("groups");
        assertEquals(direct, back);
        assertTrue(terminal.run("registry", "--dictionary").text().contains("recurrence_cause"));
    }

    @Test
    void theCsvNamesNoPatient() throws StoreException {
        Case c = TreatedCase.named("a").injected(0, InjectateClass.STEROID, "piriformis").build();
        record(c.withPatient(new Patient("Anna Muster", "FX-77", Optional.empty(),
                "F", Optional.empty())));
        String csv = terminal.run("registry", "--csv").text();
        assertEquals(2, csv.lines().count());
        assertFalse(csv.contains("Muster") || csv.contains("FX-77"), csv);
    }

    @Test
    void theClinicsOwnRulesGoFirstAndWrongOnesAreRefused() throws StoreException, IOException {
        recordThree();
        String shipped;
        try (var in = OutcomeRules.class.getResourceAsStream("outcome-rules.json")) {
            shipped = new String(Objects.requireNonNull(in).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        Path own = home.resolve("outcome-rules.json");
        Files.writeString(own, shipped.replace("\"percent\": 50, \"fromDays\"", "\"percent\": 10, \"fromDays\"")
                .replace("2026-11-1", "ours"));
        JsonNode said = terminal.run("registry", "--json").json();
        assertEquals("ours", said.required("rules_version").asText());
        assertEquals(2, said.required("groups").get(1).required("response").required("n").asInt());
        Files.writeString(own, shipped.replace("\"fromDays\": 7", "\"fromDay\": 7"));
        Terminal.Said refused = terminal.run("registry", "--json");
        assertEquals(1, refused.status());
        assertTrue(refused.err().contains("entry 1 of responders (pain-50) lacks “fromDays”"), refused.err());
    }

    @Test
    void listsTheVisitsThatAreDueOnADay() throws StoreException {
        recordThree();
        JsonNode due = terminal.run("due", "--on", "2026-02-20", "--json").json().required("visits");
        List<String> listed = new ArrayList<>();
        due.forEach(v -> listed.add(v.required("case_id").asText() + " " + v.required("window").asText() + " "
                + v.required("state").asText()));
        assertEquals(List.of("a 6wk due", "c 6wk due"), listed);
        assertTrue(terminal.run("due", "--on", "2026-02-20").text().startsWith("due      2026-02-16  6 wk"));
    }

    @Test
    void aRecordThatIsNotThereIsNotMade() {
        assertEquals(1, terminal.run("registry").status());
        assertEquals(1, terminal.run("due").status());
        assertTrue(Files.notExists(home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--by nothing", "--since soon", "--json --csv", "--definition pain-99"})
    void wrongUsageIsStatusTwo(String words) throws StoreException {
        recordThree();
        Object[] args = ("registry " + words).split(" ");
        assertEquals(2, terminal.run(args).status());
    }

    @Test
    void aDamagedFileIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "case_id,\"day\nno end");
        Terminal.Said said = terminal.run("registry", "--from", file);
        assertEquals(1, said.status());
        assertEquals(1, said.err().lines().count());
        assertTrue(said.err().startsWith("foramen: The registry file"), said.err());
    }
}
