package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.sr.ReportFixture;
import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ClipRef;
import foramen.domain.patient.Patient;
import foramen.storage.SqlCaseStore;
import foramen.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private final Path folder;
    private final Path home;
    private final Terminal terminal;

    ImportCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.terminal = new Terminal(home);
    }

    @Test
    void aCaseComesFromItsReportIntoTheRecordAndItsClipIsFoundWhereItLies() throws IOException {
        Case drawn = drawn("left", "case-7");
        Path report = report(drawn, "left");

        JsonNode said = terminal.run("import", report, folder.resolve("left.dcm"), "--json").json();

        assertEquals("added", said.required("outcome").asText());
        assertTrue(said.required("exact").asBoolean());
        assertEquals(folder.resolve("left.dcm").toString(),
                said.required("clips").required(0).required("location").asText());
        assertEquals(Optional.of(drawn.withoutPlaces()), stored("case-7").map(Case::withoutPlaces));
    }

    @Test
    void theSameReportAgainChangesNothing() throws IOException {
        Path report = report(drawn("left", "case-7"), "left");
        terminal.run("import", report);

        Terminal.Said said = terminal.run("import", report);

        assertEquals(0, said.status());
        assertTrue(said.out().contains("nothing was changed"), said.out());
    }

    @Test
    void anotherStateOfACaseIsNeverPutOverItButBesideItWhenAsked() throws IOException {
        Case drawn = drawn("left", "case-7");
        Path report = report(drawn, "left");
        Case later = drawn.withIndication("Something else by now");
        try (SqlCaseStore store = SqlCaseStore.open(home)) {
            store.append(later, 0, new CaseStore.Edit("Draw", "", ReportFixture.NOW));
        }

        Terminal.Said refused = terminal.run("import", report);
        Terminal.Said added = terminal.run("import", report, "--as-new");

        assertEquals(1, refused.status());
        assertTrue(refused.err().contains("--as-new"), refused.err());
        assertEquals(0, added.status());
        assertEquals(Optional.of(later), stored("case-7"));
    }

    @Test
    void aReportAboutAnotherPatientThanTheClipIsRefused() throws IOException {
        Case drawn = drawn("left", "case-7")
                .withPatient(new Patient("Other, Person", "PH-999", Optional.empty(), "M", Optional.empty()));
        Path report = report(drawn, "left");

        Terminal.Said said = terminal.run("import", report, folder.resolve("left.dcm"));

        assertEquals(1, said.status());
        assertTrue(said.err().contains("another patient"), said.err());
        assertEquals(Optional.empty(), stored("case-7"));
    }

    @Test
    void reportsOfTwoCasesAndClipsOfNoneAreRefused() throws IOException {
        Path first = report(drawn("left", "case-7"), "left");
        Path second = report(drawn("right", "case-8"), "right");

        Terminal.Said two = terminal.run("import", first, second);
        Terminal.Said stray = terminal.run("import", first, folder.resolve("right.dcm"));

        assertEquals(1, two.status());
        assertTrue(two.err().contains("one by one"), two.err());
        assertEquals(1, stray.status());
        assertTrue(stray.err().contains("does not speak of"), stray.err());
    }

    @Test
    void aFileThatIsNothingIsSaidToBeNothing() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "no report");

        Terminal.Said said = terminal.run("import", words);

        assertEquals(1, said.status());
        assertTrue(said.err().contains("words.txt is neither a report nor a clip"), said.err());
        assertEquals(1, terminal.run("import", folder.resolve("absent.dcm")).status());
    }

    private Optional<Case> stored(String id) throws IOException {
        try (SqlCaseStore store = SqlCaseStore.open(home)) {
            return store.find(new CaseId(id)).map(CaseStore.StoredCase::current);
        }
    }

    private Case drawn(String clip, String id) throws IOException {
        try (DicomClip open = ReportFixture.clip(folder, clip)) {
            return Case.begin(new CaseId(id), ReportFixture.NOW).withPatient(open.info().patient())
                    .withSide(Laterality.LEFT).withIndication("Deep gluteal pain")
                    .withClip(new ClipRef(open.info().identity().sopInstanceUid(), "/elsewhere", "Left"))
                    .withInjection(Cases.injection("i1"));
        }
    }

    private Path report(Case c, String clip) throws IOException {
        try (DicomClip open = new DicomClipReader().open(folder.resolve(clip + ".dcm"))) {
            return Files.write(folder.resolve(clip + "-report.dcm"),
                    ReportFixture.report(c, open, new DicomClipReader()));
        }
    }
}
