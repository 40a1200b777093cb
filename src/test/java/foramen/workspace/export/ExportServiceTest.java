package foramen.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.patient.Patient;
import foramen.job.CancelledException;
import foramen.job.Progress;
import foramen.workspace.Fixtures;
import foramen.workspace.Fixtures.FakeClip;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportServiceTest {
    private static final Set<ExportKind> ONE = EnumSet.of(ExportKind.ANNOTATED_IMAGE);

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Exporter exporter(ExportKind kind, Writing writing) {
        return new Exporter() {
            @Override
            public ExportKind kind() {
                return kind;
            }

            @Override
            public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
                writing.to(out);
            }
        };
    }

    private static Exporter saying(ExportKind kind, String text) {
        return exporter(kind, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ExportService service(Exporter... exporters) {
        return new ExportService(List.of(exporters));
    }

    private static ExportSubject subject() {
        return subject(Fixtures.emptyCase());
    }

    private static ExportSubject subject(Case casefile) {
        return new ExportSubject(casefile, new FakeClip(90), 30, Fixtures.NOW, "Dr Test", "0.1.0");
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDocumentIsWrittenWholeUnderASafeNameWithItsDigest(@TempDir Path dir) throws IOException {
        ExportResult r = service(saying(ExportKind.ANNOTATED_IMAGE, "abc")).export(subject(), ONE, dir, Progress.NONE);
        ExportOutcome.Written w = r.written().getFirst();
        assertTrue(r.isComplete());
        assertEquals(List.of("foramen_case-1_clip1_f031_annotated.png"), files(dir));
        assertEquals("abc", Files.readString(w.file()));
        assertEquals(3, w.bytes());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", w.sha256());
    }

    @Test
    void nothingIsEverOverwritten(@TempDir Path dir) throws IOException {
        for (String text : List.of("one", "two", "three")) {
            service(saying(ExportKind.ANNOTATED_IMAGE, text)).export(subject(), ONE, dir, Progress.NONE);
        }
        String stem = "foramen_case-1_clip1_f031_annotated";
        assertEquals(List.of(stem + "-2.png", stem + "-3.png", stem + ".png"), files(dir));
        assertEquals("one", Files.readString(dir.resolve(stem + ".png")));
        assertEquals("three", Files.readString(dir.resolve(stem + "-3.png")));
    }

    @Test
    void aFailingDocumentLeavesNothingBehindAndDoesNotHoldBackTheOthers(@TempDir Path dir) {
        ExportResult r = service(exporter(ExportKind.ANNOTATED_IMAGE, out -> {
            out.write(new byte[5000]);
            throw new IOException("The frame is damaged.");
        }), exporter(ExportKind.CLEAN_IMAGE, out -> {
            throw new IllegalStateException("a bug");
        }), saying(ExportKind.PLAN_PDF, "pdf")).export(subject(),
                EnumSet.of(ExportKind.CLEAN_IMAGE, ExportKind.ANNOTATED_IMAGE, ExportKind.PLAN_PDF), dir,
                Progress.NONE);
        assertEquals(List.of("foramen_case-1_clip1_f031_plan.pdf"), files(dir));
        assertFalse(r.isComplete());
        assertEquals(List.of(ExportKind.CLEAN_IMAGE, ExportKind.ANNOTATED_IMAGE, ExportKind.PLAN_PDF),
                r.outcomes().stream().map(ExportOutcome::kind).toList());
        assertEquals("Image, annotated: The frame is damaged.", r.failures().get(1).sentence());
        assertTrue(r.failures().getFirst().sentence().contains("a bug"));
    }

    @Test
    void cancellingLeavesNothingOfTheDocumentUnderWay(@TempDir Path dir) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        ExportService service = service(saying(ExportKind.CLEAN_IMAGE, "done"),
                exporter(ExportKind.ANNOTATED_IMAGE, out -> {
                    out.write(1);
                    cancelled.set(true);
                }));
        assertThrows(CancelledException.class,
                () -> service.export(subject(), EnumSet.of(ExportKind.CLEAN_IMAGE, ExportKind.ANNOTATED_IMAGE), dir,
                        progress));
        assertEquals(List.of("foramen_case-1_clip1_f031_clean.png"), files(dir));
    }

    @Test
    void aMissingFolderIsMadeAndAFileInItsPlaceGivesASentence(@TempDir Path dir) throws IOException {
        ExportService service = service(saying(ExportKind.ANNOTATED_IMAGE, "x"));
        assertTrue(service.export(subject(), ONE, dir.resolve("a/b"), Progress.NONE).isComplete());
        Path file = Files.createFile(dir.resolve("file"));
        ExportResult r = service.export(subject(), ONE, file, Progress.NONE);
        assertTrue(r.failures().getFirst().sentence().endsWith("is a file, not a folder; choose a folder."));
    }

    @Test
    void aReadOnlyFolderGivesASentence(@TempDir Path dir) throws IOException {
        Assumptions.assumeTrue(dir.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "needs POSIX permissions");
        Path locked = Files.createDirectory(dir.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        ExportResult r = service(saying(ExportKind.ANNOTATED_IMAGE, "x")).export(subject(), ONE, locked,
                Progress.NONE);
        assertTrue(r.failures().getFirst().sentence().contains("nothing can be written to the folder"));
        assertEquals(List.of(), files(locked));
    }

    @Test
    void whatTheFileSystemSaysBecomesASentence() {
        Path dir = Path.of("out");
        assertTrue(ExportService.sentence(new IOException("No space left on device"), dir).contains("is full"));
        assertTrue(ExportService.sentence(new AccessDeniedException("out"), dir).contains("choose another folder"));
        assertTrue(ExportService.sentence(new NoSuchFileException("out"), dir).contains("not there any more"));
        assertEquals("Say so.", ExportService.sentence(new IOException("Say so."), dir));
    }

    @Test
    void aWriterThatClosesItsStreamDoesNoHarm(@TempDir Path dir) {
        ExportResult r = service(exporter(ExportKind.ANNOTATED_IMAGE, out -> {
            out.write(7);
            out.close();
        })).export(subject(), ONE, dir, Progress.NONE);
        assertTrue(r.isComplete());
    }

    @Test
    void thePatientsNameIsInTheFileNameOnlyWhereAskedForAndThenSafely(@TempDir Path dir) {
        Case casefile = Fixtures.emptyCase().withPatient(
                new Patient("Łoś/Müller^../Änne 😀", "P1", java.util.Optional.empty(), "", java.util.Optional.empty()));
        ExportService service = service(saying(ExportKind.ANNOTATED_IMAGE, "x"));
        service.export(subject(casefile), ONE, dir, Progress.NONE);
        assertEquals(List.of("foramen_case-1_clip1_f031_annotated.png"), files(dir));
        service.export(subject(casefile), ONE, dir.resolve("named"), FileNaming.PATIENT, Progress.NONE);
        assertEquals(List.of("foramen_os-Muller-Anne_clip1_f031_annotated.png"), files(dir.resolve("named")));
        assertEquals("patient", FileNames.safe("张伟", "patient"));
        assertEquals(40, FileNames.safe("x".repeat(300), "patient").length());
    }

    @Test
    void aDocumentNobodyMakesIsSaidToBeMissing(@TempDir Path dir) {
        ExportResult r = service().export(subject(), ONE, dir, Progress.NONE);
        assertTrue(r.failures().getFirst().sentence().contains("cannot be made"));
        assertThrows(IllegalArgumentException.class,
                () -> service(saying(ExportKind.PLAN_PDF, "a"), saying(ExportKind.PLAN_PDF, "b")));
    }
}
