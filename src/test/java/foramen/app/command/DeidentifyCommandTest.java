package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.TestClips;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.clip.Clip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifyCommandTest {
    private final Path folder;
    private final Path home;
    private final Path out;
    private final Path proof;
    private final Terminal terminal;

    DeidentifyCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.out = folder.resolve("out");
        this.proof = folder.resolve("proof.json");
        this.terminal = new Terminal(home);
    }

    private List<Path> copies() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aClipBecomesACopyWithAProofAndAKey() throws Exception {
        Path clip = Terminal.sample("variant-rle.dcm");
        Terminal.Said said = terminal.run("deidentify", clip, "-o", out, "--report", proof, "--json");
        assertEquals(0, said.status(), said.err());
        assertTrue(said.err().contains("a new key was made in " + home.resolve("deident.key")), said.err());
        JsonNode file = said.jsonLines().getFirst();
        assertEquals("done", file.get("status").asText());
        assertEquals(List.of(out.resolve(file.get("output").asText())), copies());
        String name;
        try (Clip before = new DicomClipReader().open(clip); Clip after = new DicomClipReader().open(copies().get(0))) {
            name = before.info().patient().name();
            assertEquals(before.info().calibration().regions(), after.info().calibration().regions());
            assertTrue(after.info().patient().name().startsWith("P-"), after.info().patient().name());
        }
        String bytes = new String(Files.readAllBytes(copies().get(0)), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(name.split("[\\s,^]")[0]), name);
        assertTrue(Files.readString(proof).contains("\"kept_sha256\""));
        assertTrue(Files.notExists(home.resolve("foramen.db")));
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        JsonNode preview = terminal.run("deidentify", Terminal.sample("variant-rle.dcm"), "--dry-run", "--json",
                "--mask", "0,0,10,10").json();
        assertEquals("masked", preview.get("picture").get("pixels").asText());
        assertTrue(preview.get("picture").get("overwritten").size() > 0);
        assertTrue(preview.get("expected_bytes").asLong() > 100_000);
        assertTrue(preview.get("attributes").findValuesAsText("attribute").contains("PatientName"));
        String text = terminal.run("deidentify", Terminal.sample("variant-rle.dcm"), "--dry-run").text();
        assertTrue(text.contains("PatientBirthDate emptied") && text.contains("60 frames"), text);
        assertTrue(Files.notExists(home) && copies().isEmpty());
    }

    @Test
    void aClipWithoutRegionsNeedsADecision() throws Exception {
        Path clip = TestClips.uncalibrated(folder);
        Terminal.Said refused = terminal.run("deidentify", clip, "-o", out, "--report", proof);
        assertEquals(1, refused.status());
        assertTrue(refused.out().contains("refused") && refused.out().contains("no ultrasound regions"),
                refused.out());
        assertEquals(List.of(), copies());
        Path other = folder.resolve("other.html");
        assertEquals(0, terminal.run("deidentify", clip, "-o", out, "--report", other, "--keep-area", "0,20,200,80",
                "--pseudonym", "TEST-1=Case7").status());
        assertTrue(copies().getFirst().toString().contains("Case7"), copies()::toString);
        assertTrue(Files.readString(other).startsWith("<!DOCTYPE html>"));
        try (Clip copy = new DicomClipReader().open(copies().getFirst())) {
            assertEquals(0xFF000000, copy.frame(1).argb()[200 * 19]);
            assertEquals(0xFF202020, copy.frame(1).argb()[200 * 20]);
        }
    }

    @Test
    void aPresentationStateInAFolderIsCopiedBesideItsClipAndAReportIsToldFrom() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path clip = Files.copy(Terminal.sample("variant-rle.dcm"), in.resolve("clip.dcm"));
        Terminal.Said exported = terminal.run("export", clip, "-o", in, "--what", "csps,sr");
        assertEquals(0, exported.status(), exported.out() + exported.err());
        Terminal.Said said = terminal.run("deidentify", in, "-o", out, "--report", proof, "--json");
        assertEquals(0, said.status(), said.out());
        List<JsonNode> files = said.jsonLines();
        assertEquals(2, files.stream().filter(n -> n.get("status").asText().equals("done")).count(), said.out());
        assertTrue(files.stream().anyMatch(n -> n.path("reason").asText().contains("structured report")), said.out());
        assertEquals(2, copies().size());
        assertEquals(1, copies().stream().map(Path::getParent).distinct().count());
        Terminal.Said look = terminal.run("deidentify", in, "--dry-run");
        assertTrue(look.text().contains("no picture") && look.text().contains("shapes and coded words"), look.text());
    }

    @Test
    void foldersAndArchivesBecomeBatches() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path good = Files.copy(Terminal.sample("variant-rle.dcm"), in.resolve("good.dcm"));
        byte[] whole = Files.readAllBytes(good);
        int described = new String(whole, StandardCharsets.ISO_8859_1).indexOf("(\0\u0000\u0001US");
        Files.write(in.resolve("bad.dcm"), java.util.Arrays.copyOf(whole, described));
        Files.writeString(in.resolve("readme.txt"), "words of no picture, long enough to be looked at by anybody");
        Path zip = folder.resolve("clips.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream pack = new ZipOutputStream(file)) {
            pack.putNextEntry(new ZipEntry("a/rgb.dcm"));
            pack.write(Files.readAllBytes(Terminal.sample("variant-rgb.dcm")));
            pack.closeEntry();
        }
        Terminal.Said said = terminal.run("deidentify", in, zip, "-o", out, "--report", proof, "--json");
        assertEquals(1, said.status());
        assertEquals(2, copies().size(), said.out());
        List<String> states = said.jsonLines().stream().map(n -> n.get("status").asText()).sorted().toList();
        assertEquals(List.of("done", "done", "failed", "refused"), states);
        Files.delete(good);
        Files.write(in.resolve("bad.dcm"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Terminal.Said again = terminal.run("deidentify", in, "-o", folder.resolve("out2"), "--report",
                folder.resolve("proof2.json"));
        assertEquals(0, again.status(), again.out() + again.err());
        assertTrue(again.out().contains("of the 60 frames that the file states"), again.out());
    }

    @Test
    void theSameKeyMakesTheSameCopies() throws Exception {
        Path key = folder.resolve("my.key");
        Path one = folder.resolve("one.dcm");
        Path two = folder.resolve("two.dcm");
        for (Path copy : List.of(one, two)) {
            assertEquals(0, terminal.run("deidentify", Terminal.sample("variant-palette.dcm"), "-o", copy, "--key", key,
                    "--keep-dates-shifted", "--report", folder.resolve(copy.getFileName() + ".html")).status());
        }
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        Path third = folder.resolve("three.dcm");
        terminal.run("deidentify", Terminal.sample("variant-palette.dcm"), "-o", third, "--report",
                folder.resolve("three.html"), "--keep-dates-shifted");
        assertFalse(java.util.Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(third)));
    }

    @Test
    void nothingIsOverwrittenNorReadAgain() throws Exception {
        Path clip = Files.copy(Terminal.sample("variant-rle.dcm"), folder.resolve("clip.dcm"));
        assertTrue(terminal.run("deidentify", clip, "-o", clip, "--report", proof).failure(1).contains("already"));
        Files.writeString(proof, "mine");
        assertTrue(terminal.run("deidentify", clip, "-o", out, "--report", proof).failure(1).contains("already"));
        assertEquals("mine", Files.readString(proof));
        String said = terminal.run("deidentify", folder, "-o", out, "--report", folder.resolve("p.json")).failure(1);
        assertTrue(said.contains("lies in " + folder), said);
        Path key = Files.writeString(folder.resolve("bad.key"), "no key");
        assertTrue(terminal.run("deidentify", clip, "-o", out, "--report", folder.resolve("p.json"), "--key", key)
                .failure(1).contains("holds no key"));
        assertEquals(List.of(), copies());
    }

    @Test
    void aRememberedMaskIsUsedForTheNextClipOfTheScanner() throws Exception {
        Path clip = TestClips.uncalibrated(folder);
        assertEquals(0, terminal.run("deidentify", clip, "-o", out, "--report", proof, "--mask", "0,0,200,30",
                "--remember-mask").status());
        JsonNode next = terminal.run("deidentify", clip, "--dry-run", "--json").json();
        assertEquals("[[0,0,200,30]]", next.get("picture").get("overwritten").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.dcm", "x.dcm -o out", "x.dcm --report p", "x.dcm -o out --report p --mask 1,2,3",
            "x.dcm -o out --report p --mask 1,2,0,4", "x.dcm -o out --report p --leave-pixels --mask 1,2,3,4",
            "x.dcm -o out --report p --remember-mask", "x.dcm -o out --report p --pseudonym a/b", "-o out --report p"})
    void wrongUsageIsOneLine(String words) {
        terminal.run(Stream.concat(Stream.of("deidentify"), Stream.of(words.split(" "))).toArray()).failure(2);
    }
}
