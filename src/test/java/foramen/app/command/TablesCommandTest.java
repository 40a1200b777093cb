package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.app.Terminal;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.InjectateClass;
import foramen.storage.SqlCaseStore;
import foramen.testing.TreatedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesCommandTest {
    private final Path folder;
    private final Path home;
    private final Terminal terminal;

    TablesCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.terminal = new Terminal(home);
    }

    private void recordTwo() throws StoreException {
        try (CaseStore store = SqlCaseStore.open(home)) {
            for (Case c : List.of(
                    TreatedCase.named("a").nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis").nrs(14, 2)
                            .build(),
                    TreatedCase.named("b").nrs(40, 8).injected(40, InjectateClass.BOTULINUM_TOXIN, "piriformis")
                            .build())) {
                store.append(c, 0, new CaseStore.Edit("Record", "Dr Example", TreatedCase.START));
            }
        }
    }

    @Test
    void allCasesStandInTheTablesAndEveryColumnInTheDictionary() throws Exception {
        recordTwo();
        Path file = folder.resolve("all.json");
        assertEquals(0, terminal.run("tables", "-o", file).status());
        JsonNode all = new JsonMapper().readTree(file.toFile());
        Set<String> cases = new TreeSet<>();
        all.get("tables").get("injections").forEach(r -> cases.add(r.get("case_id").asText()));
        assertEquals(2, cases.size(), all.get("tables").get("injections").toString());
        Set<String> explained = new TreeSet<>();
        all.get("dictionary").get("injections").get("columns").forEach(c -> explained.add(c.get("name").asText()));
        Set<String> used = new TreeSet<>();
        all.get("tables").get("injections").get(0).fieldNames().forEachRemaining(used::add);
        assertEquals(used, explained);
    }

    @Test
    void theZipHoldsATableEachAndTheDictionaryAndTakesNoNameThatIsThere() throws Exception {
        recordTwo();
        Path file = folder.resolve("all.zip");
        Files.writeString(file, "mine");
        Terminal.Said said = terminal.run("tables", "-o", file);
        assertEquals(0, said.status(), said.err());
        assertEquals("mine", Files.readString(file));
        try (ZipFile zip = new ZipFile(folder.resolve("all-2.zip").toFile())) {
            assertTrue(zip.stream().anyMatch(e -> e.getName().equals("dictionary.csv")));
            assertTrue(zip.stream().anyMatch(e -> e.getName().equals("measurements.csv")));
        }
    }

    @Test
    void aNameThatSaysNoFormIsRefusedAndNothingIsWritten() throws IOException, StoreException {
        recordTwo();
        Terminal.Said said = terminal.run("tables", "-o", folder.resolve("all.xls"));
        assertEquals(1, said.status());
        assertTrue(said.err().contains(".zip or .json"), said.err());
        assertFalse(Files.exists(folder.resolve("all.xls")));
    }

    @Test
    void withoutARecordNoneIsMade() {
        assertEquals(1, terminal.run("tables", "-o", folder.resolve("all.zip")).status());
        assertFalse(Files.exists(home));
    }
}
