package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is no clip gives one sentence that names it and the cause, whichever command it is given to. */
class BadFilesTest {
    private final Path folder;
    private final Terminal terminal;

    BadFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.terminal = new Terminal(folder.resolve("home"));
    }

    private void everyCommandSays(Path file, String cause) {
        for (List<Object> command : List.<List<Object>>of(List.of("info", file),
                List.of("frame", file, "-o", folder.resolve("never.png")),
                List.of("measure", file, "--length", "1,1 2,2", "--json"),
                List.of("plan", file, "--entry", "1,1", "--target", "2,2", "--json"))) {
            String said = terminal.run(command.toArray()).failure(1);
            assertTrue(said.contains(String.valueOf(file.getFileName())), command + ": " + said);
            assertTrue(said.contains(cause), command + ": " + said);
        }
        assertTrue(Files.notExists(folder.resolve("never.png")));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        everyCommandSays(folder.resolve("missing.dcm"), "There is no file");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        everyCommandSays(Files.createFile(folder.resolve("empty.dcm")), "is empty");
    }

    @Test
    void aFolderIsSaidToBeAFolder() {
        String said = terminal.run("frame", folder, "-o", folder.resolve("never.png")).failure(1);
        assertTrue(said.contains("is a folder"), said);
    }

    @Test
    void aTextIsSaidToBeNoDicomFile() throws IOException {
        everyCommandSays(Files.writeString(folder.resolve("notes.dcm"), "These are notes, not pictures. ".repeat(99)),
                "is not a DICOM file");
    }

    @Test
    void aPictureCutInHalfIsSaidToBeCutShort() throws IOException {
        Path png = folder.resolve("picture.png");
        terminal.run("frame", Terminal.sample("variant-rle.dcm"), "-o", png).text();
        byte[] whole = Files.readAllBytes(png);
        everyCommandSays(Files.write(folder.resolve("half.png"), Arrays.copyOf(whole, whole.length / 2)),
                "is cut short (at byte");
    }

    @Test
    void aFileCutOffInItsHeaderIsSaidToBeDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(Terminal.sample("variant-rle.dcm"));
        for (int length : List.of(1, 100, 132, 140, 200, 400, 1000)) {
            Path file = Files.write(folder.resolve("cut-" + length + ".dcm"), Arrays.copyOf(whole, length));
            everyCommandSays(file, "");
        }
    }

    @Test
    void aFileCutOffInItsPixelsSaysSoForTheFramesThatAreGone() throws IOException {
        byte[] whole = Files.readAllBytes(Terminal.sample("variant-rgb.dcm"));
        Path file = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length / 2));
        Terminal.Said info = terminal.run("info", file);
        assertTrue(info.out().contains("warning: ") || info.err().contains("cut.dcm"), info.toString());
        Terminal.Said last = terminal.run("frame", file, "-n", 60, "-o", folder.resolve("last.png"));
        assertTrue(last.failure(1).contains("cut.dcm"), last.toString());
        assertTrue(Files.notExists(folder.resolve("last.png")));
        terminal.run("frame", file, "-n", 1, "-o", folder.resolve("first.png")).text();
    }

    @Test
    void aReportIsSaidToHoldNoPicture() {
        Path report = Path.of(System.getProperty("foramen.shared", "absent"), "samples", "highdicom",
                "sr_document.dcm");
        Assumptions.assumeTrue(Files.isRegularFile(report), "the shared sample files are not here");
        everyCommandSays(report, "no picture");
    }

    @Test
    void noSharedSampleBringsAStackTrace() throws IOException {
        Path samples = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "the shared sample files are not here");
        List<Path> files;
        try (var walk = Files.walk(samples)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Terminal.Said said = terminal.run("info", "--json", file);
            boolean index = String.valueOf(file.getFileName()).startsWith("DICOMDIR");
            if (said.status() == 0 && !index) {
                said.json();
            } else {
                assertTrue(said.err().lines().allMatch(l -> l.startsWith("foramen: ")), said.err());
                assertTrue(index || said.err().lines().count() == 1, said.err());
            }
        }
    }

    @Test
    void aNameOfAnotherAlphabetIsNoHindrance() throws IOException {
        Path file = Files.copy(Terminal.sample("variant-rle.dcm"), folder.resolve("@nerf sciatique – 坐骨.dcm"));
        assertTrue(terminal.run("info", file).text().contains("坐骨"));
        assertTrue(terminal.run("info", "@absent").failure(1).contains("@absent"));
    }

    @Test
    void bytesOfRandomnessAreRefusedLikeAnythingElse() throws IOException {
        byte[] bytes = new byte[4096];
        new java.util.Random(3).nextBytes(bytes);
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, bytes, 128, 4);
        everyCommandSays(Files.write(folder.resolve("noise.dcm"), bytes), "");
    }
}
