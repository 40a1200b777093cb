package foramen.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import foramen.domain.delivery.Companion;
import foramen.domain.delivery.DeliveryCheck;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.NotApplicableException;
import foramen.job.CancelledException;
import foramen.job.Progress;
import foramen.workspace.Fixtures;
import foramen.workspace.Fixtures.FakeClip;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleExportTest {
    private static final Set<ExportKind> KINDS = EnumSet.of(ExportKind.CLEAN_IMAGE, ExportKind.PLAN_PDF,
            ExportKind.STRUCTURED_REPORT);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private interface Writing {
        void to(ExportSubject subject, OutputStream out) throws IOException;
    }

    private record Writer(ExportKind kind, Writing writing) implements Exporter {
        @Override
        public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
            writing.to(subject, out);
        }
    }

    private record Check(Set<ExportKind> kinds, boolean passes) implements DeliveryCheck {
        @Override
        public void check(ExportKind kind, Path file, ExportSubject subject) throws IOException {
            if (!passes || Files.size(file) == 0) {
                throw new IOException("it is empty");
            }
        }
    }

    private static Writer saying(ExportKind kind, String words) {
        return new Writer(kind, (s, out) -> out.write(words.getBytes(StandardCharsets.UTF_8)));
    }

    private static Bundle bundle(Set<ExportKind> kinds, Integer... frames) {
        return new Bundle(new ExportSubject(Fixtures.emptyCase(), new FakeClip(90), 30, Fixtures.NOW, "Dr Test",
                "0.1.0"), kinds, List.of(frames), FileNaming.CASE, OptionalLong.of(7));
    }

    private BundleExport.Result write(Bundle bundle, Exporter... exporters) {
        return new BundleExport(new ExportService(List.of(exporters))).write(bundle, folder, e -> {}, Progress.NONE);
    }

    private static List<String> files(Path in) {
        try (Stream<Path> all = Files.list(in)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachFrameMakesItsOwnPictureAndTheManifestNamesThemAll() throws IOException {
        BundleExport.Result r = write(bundle(EnumSet.of(ExportKind.CLEAN_IMAGE, ExportKind.PLAN_PDF), 3, 30, 44),
                saying(ExportKind.CLEAN_IMAGE, "abc"), saying(ExportKind.PLAN_PDF, "pdf"));

        assertTrue(r.isComplete());
        assertEquals(List.of("foramen_case-1_clip1_f004_clean.png", "foramen_case-1_clip1_f031_clean.png",
                "foramen_case-1_clip1_f031_manifest.json", "foramen_case-1_clip1_f031_plan.pdf",
                "foramen_case-1_clip1_f045_clean.png"), files(folder));
        JsonNode manifest = new ObjectMapper().readTree(r.manifest().orElseThrow().toFile());
        assertEquals(4, manifest.path("files").size());
        assertEquals(7, manifest.path("case_version").asLong());
        assertEquals("0.1.0", manifest.path("software_version").asText());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                manifest.path("files").get(0).path("sha256").asText());
        assertEquals(4, manifest.path("files").get(0).path("frame").asInt());
    }

    @Test
    void theReportIsWrittenLastAndKnowsWhatWasWrittenBeforeAndNothingElse() {
        List<Companion> known = new ArrayList<>();
        write(bundle(EnumSet.of(ExportKind.STRUCTURED_REPORT, ExportKind.SEGMENTATION, ExportKind.IMAGEJ_ROIS,
                ExportKind.SECONDARY_CAPTURE), 5, 6), new Writer(ExportKind.STRUCTURED_REPORT, (s, out) -> {
                    known.addAll(s.companions());
                    out.write(1);
                }), new Writer(ExportKind.SEGMENTATION, (s, out) -> {
                    throw new IOException("The outline is broken.");
                }), saying(ExportKind.IMAGEJ_ROIS, "z"), saying(ExportKind.SECONDARY_CAPTURE, "c"));

        assertEquals(List.of(new Companion(ExportKind.SECONDARY_CAPTURE, 5),
                new Companion(ExportKind.SECONDARY_CAPTURE, 6), new Companion(ExportKind.IMAGEJ_ROIS, 30)), known);
    }

    @Test
    void whatDoesNotOpenAgainIsNotThereAndSaysSo() {
        ExportService service = new ExportService(
                List.of(saying(ExportKind.CLEAN_IMAGE, "x"), saying(ExportKind.PLAN_PDF, "pdf")),
                List.of(new Check(EnumSet.of(ExportKind.CLEAN_IMAGE), false),
                        new Check(EnumSet.of(ExportKind.PLAN_PDF), true)));

        BundleExport.Result r = new BundleExport(service).write(bundle(KINDS, 30), folder, e -> {}, Progress.NONE);

        assertFalse(r.isComplete());
        assertTrue(r.result().failures().getFirst().sentence().contains("does not open as it should"));
        assertEquals(List.of("foramen_case-1_clip1_f031_manifest.json", "foramen_case-1_clip1_f031_plan.pdf"),
                files(folder));
    }

    @Test
    void whatTheCaseHasNothingForIsLeftOutAndIsNoFailure() throws IOException {
        BundleExport.Result r = write(bundle(EnumSet.of(ExportKind.SEGMENTATION, ExportKind.PLAN_PDF), 30),
                new Writer(ExportKind.SEGMENTATION, (s, out) -> {
                    out.write(new byte[100]);
                    throw new NotApplicableException("There is no outline.");
                }), saying(ExportKind.PLAN_PDF, "pdf"));

        assertTrue(r.isComplete());
        assertEquals("DICOM segmentation: There is no outline.", r.result().leftOut().getFirst().sentence());
        assertEquals(2, files(folder).size());
        assertEquals(1, new ObjectMapper().readTree(r.manifest().orElseThrow().toFile()).path("left_out").size());
    }

    @Test
    void aTakenNameGetsANumberAndWhatWasThereStays() throws IOException {
        for (String words : List.of("one", "two")) {
            write(bundle(EnumSet.of(ExportKind.PLAN_PDF), 30), saying(ExportKind.PLAN_PDF, words));
        }
        assertEquals("one", Files.readString(folder.resolve("foramen_case-1_clip1_f031_plan.pdf")));
        assertEquals("two", Files.readString(folder.resolve("foramen_case-1_clip1_f031_plan-2.pdf")));
    }

    @Test
    void cancellingInTheMiddleLeavesWhatWasFinishedAndTellsOfIt() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        List<BundleExport.Entry> told = new ArrayList<>();
        ExportService service = new ExportService(
                List.of(saying(ExportKind.CLEAN_IMAGE, "done"), new Writer(ExportKind.PLAN_PDF, (s, out) -> {
                    out.write(new byte[9999]);
                    cancelled.set(true);
                })));

        assertThrows(CancelledException.class,
                () -> new BundleExport(service).write(bundle(KINDS, 30), folder, told::add, progress));

        assertEquals(List.of("foramen_case-1_clip1_f031_clean.png"), files(folder));
        assertEquals(List.of(new Companion(ExportKind.CLEAN_IMAGE, 30)),
                told.stream().map(BundleExport.Entry::document).toList());
    }

    @Test
    void aFullDiskLeavesNoHalfFileAndWhatStillFitsIsWritten() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(new File("/bin/mount").canExecute() && run("/bin/mount", "-t", "tmpfs", "-o", "size=64k",
                "tmpfs", disk.toString()) == 0, "only root can mount a small disk");
        try {
            Exporter large = new Writer(ExportKind.CLEAN_IMAGE, (s, out) -> {
                for (int i = 0; i < 100; i++) {
                    out.write(new byte[4096]);
                }
            });
            ExportService service = new ExportService(List.of(large, saying(ExportKind.PLAN_PDF, "pdf")));

            BundleExport.Result r = new BundleExport(service).write(
                    bundle(EnumSet.of(ExportKind.CLEAN_IMAGE, ExportKind.PLAN_PDF), 30), disk, e -> {}, Progress.NONE);

            assertTrue(r.result().failures().getFirst().sentence().contains("is full"),
                    r.result().failures().getFirst().sentence());
            assertEquals(List.of("foramen_case-1_clip1_f031_manifest.json", "foramen_case-1_clip1_f031_plan.pdf"),
                    files(disk));
        } finally {
            run("/bin/umount", disk.toString());
        }
    }

    @Test
    void aFolderInWhichNothingCanBeMadeGivesASentenceForEachDocument() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("locked"));
        Assumptions.assumeTrue(new File("/bin/mount").canExecute() && run("/bin/mount", "-t", "tmpfs", "-o",
                "size=64k,ro", "tmpfs", disk.toString()) == 0, "only root can mount a disk that is read only");
        try {
            ExportService service = new ExportService(
                    List.of(saying(ExportKind.CLEAN_IMAGE, "x"), saying(ExportKind.PLAN_PDF, "pdf")));

            BundleExport.Result r = new BundleExport(service).write(
                    bundle(EnumSet.of(ExportKind.CLEAN_IMAGE, ExportKind.PLAN_PDF), 30), disk, e -> {}, Progress.NONE);

            assertEquals(2, r.result().failures().size());
            assertTrue(r.result().failures().getFirst().sentence().contains("nothing can be written"),
                    r.result().failures().getFirst().sentence());
            assertEquals(List.of(), files(disk));
            assertTrue(r.manifest().isEmpty());
        } finally {
            run("/bin/umount", disk.toString());
        }
    }

    private static int run(String... command) throws Exception {
        Process p = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return p.waitFor();
    }
}
