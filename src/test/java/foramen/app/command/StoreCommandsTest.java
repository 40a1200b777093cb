package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.storage.SqlCaseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsTest {
    private final Path folder;
    private final Path home;
    private final Terminal terminal;

    StoreCommandsTest(@TempDir Path folder) throws StoreException {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.terminal = new Terminal(home);
        try (SqlCaseStore store = SqlCaseStore.open(home)) {
            Case first = Case.begin(new CaseId("first"), Instant.EPOCH);
            store.append(first, 0, new Edit("Begin", "", Instant.EPOCH));
            store.append(first.withIndication("pain"), 1, new Edit("Type", "", Instant.EPOCH));
        }
    }

    @Test
    void verifyTellsThatTheRecordsAreSoundAndUnderWhichHash() {
        JsonNode said = terminal.run("verify", "--json").json();
        assertTrue(said.required("sound").asBoolean());
        assertEquals(2, said.required("entries").asInt());
        assertEquals(1, said.required("cases").asInt());
        String head = said.required("head").asText();
        assertEquals("Sound: 2 edits of 1 cases.\nHead " + head + "\n",
                terminal.run("verify", "--head", head).text().replace("\r", ""));
        Terminal.Said cut = terminal.run("verify", "--head", "0".repeat(64));
        assertEquals(1, cut.status());
        assertTrue(cut.out().contains("it was cut short or made anew"), cut.out());
    }

    @Test
    void verifyFailsWhereAByteOfTheJournalWasChanged() throws IOException {
        Path file = home.resolve("foramen.db");
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"after\":\"pain\"");
        bytes[at + 9] = 'r';
        Files.write(file, bytes);
        Terminal.Said said = terminal.run("verify", "--json");
        assertEquals(1, said.status());
        assertFalse(said.jsonLines().getFirst().required("sound").asBoolean());
        assertTrue(said.out().contains("was changed after it was written"), said.out());
    }

    @Test
    void whatIsBackedUpIsRestoredElsewhereAndNeverOverRecords() throws IOException {
        Path file = folder.resolve("records.fbackup");
        Path secret = Files.writeString(folder.resolve("secret"), "correct horse battery\n");
        assertTrue(terminal.run("backup", file, "--encrypt", "--passphrase-file", secret).text()
                .startsWith("Backed up 2 edits to "));
        assertTrue(terminal.run("restore", file, "--passphrase-file", secret).failure(1)
                .contains("already and it was left as it is"));
        Path to = folder.resolve("to");
        assertTrue(terminal.run("restore", file, "--to", to, "--passphrase-file", secret).text()
                .startsWith("Restored 2 edits to "));
        assertEquals(terminal.run("verify").text(), terminal.run("verify", "--folder", to).text());
    }

    @Test
    void protectMakesAnEncryptedCopy() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "correct horse battery");
        Path to = folder.resolve("protected");
        terminal.run("protect", "--to", to, "--passphrase-file", secret).text();
        assertTrue(terminal.run("verify", "--folder", to).text().contains("their contents need the passphrase"));
        assertFalse(terminal.run("verify", "--folder", to, "--passphrase-file", secret).text().contains("need the"));
    }

    @Test
    void whereThereAreNoRecordsNoneAreMade() {
        Path none = folder.resolve("none");
        assertTrue(terminal.run("verify", "--folder", none).failure(1).contains("There is no store in "));
        assertFalse(Files.exists(none));
    }
}
