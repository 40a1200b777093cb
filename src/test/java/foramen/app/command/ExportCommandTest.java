package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import foramen.app.Terminal;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.read.DicomClip;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeReader;
import foramen.dicom.write.sr.ReportFixture;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Scale;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.storage.SqlCaseStore;
import foramen.testing.Cases;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private final Path folder;
    private final Path home;
    private final Path out;
    private final Terminal terminal;

    ExportCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.out = folder.resolve("out");
        this.terminal = new Terminal(home);
    }

    @Test
    void aFullCaseIsWrittenAsEverythingAndEveryFileOpensAgain() throws IOException {
        stored();

        JsonNode said = terminal.run("export", "case-7", "-o", out, "--what", "all", "--frames", "1-2", "--json")
                .json();

        assertTrue(said.required("complete").asBoolean(), said.toString());
        Map<String, Long> written = StreamSupport.stream(said.required("documents").spliterator(), false)
                .collect(Collectors.groupingBy(d -> d.required("outcome").asText(), Collectors.counting()));
        // The image set and its contact sheet: no frame is marked for them.
        int there = said.required("documents").size() - 2;
        assertEquals(Map.of("written", (long) there, "left_out", 2L), written);
        JsonNode manifest = new ObjectMapper().readTree(new File(said.required("manifest").asText()));
        assertEquals(there, manifest.required("files").size());
        assertEquals(1, manifest.required("case_version").asInt());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(manifest.required("files").size() + 1, files.count());
        }
    }

    @Test
    void theObjectsOfOneExportNameOneAnotherAndShareTheirTrackingUids() throws IOException {
        stored();
        terminal.run("export", "case-7", "-o", out, "--what", "csps,seg,sc,sr", "--frames", "2");

        DataSet report = data("report");
        List<String> evidence = report.items(0x0040A375).stream().flatMap(i -> i.items(0x00081115).stream())
                .flatMap(i -> i.items(0x00081199).stream()).map(i -> i.text(Tag.REFERENCED_SOP_INSTANCE_UID)).toList();
        ContentItem tree = ContentTreeReader.read(report);
        for (String object : List.of("presentation", "segmentation", "capture")) {
            String uid = data(object).text(Tag.SOP_INSTANCE_UID);
            assertEquals(data(object).text(Tag.STUDY_INSTANCE_UID), report.text(Tag.STUDY_INSTANCE_UID));
            assertTrue(evidence.contains(uid), object + " is no evidence");
            assertTrue(tree.all().anyMatch(i -> i.content().toString().contains(uid)), object + " is not named");
        }
        String tracking = tree.all().filter(i -> i.name().filter(n -> n.value().equals("112040")).isPresent())
                .map(i -> i.content().toString()).findFirst().orElseThrow().replaceAll("[^0-9.]", "");
        assertTrue(Files.readString(file("segmentation"), StandardCharsets.ISO_8859_1).contains(tracking), tracking);
        assertTrue(Files.readString(file("presentation"), StandardCharsets.ISO_8859_1).contains(tracking), tracking);
    }

    @Test
    void dciodvfyFindsNoErrorInAnyObjectOfABundle() throws Exception {
        Assumptions.assumeTrue(new File("/usr/bin/dciodvfy").canExecute(), "dciodvfy is not installed");
        stored();
        terminal.run("export", "case-7", "-o", out, "--what", "csps,seg,sc,dpdf,sr");

        for (String object : List.of("presentation", "segmentation", "capture", "plan-pdf", "report")) {
            Process p = new ProcessBuilder("/usr/bin/dciodvfy", file(object).toString()).redirectErrorStream(true)
                    .start();
            String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(List.of(), said.lines().filter(l -> l.startsWith("Error")).toList(), object);
        }
    }

    @Test
    void theReportOfABundleGivesTheCaseBackInAnotherRecord() throws IOException {
        Case c = stored();
        terminal.run("export", "case-7", "-o", out, "--what", "sr");
        Path elsewhere = folder.resolve("elsewhere");

        assertEquals(0, new Terminal(elsewhere).run("import", file("report")).status());

        try (SqlCaseStore store = SqlCaseStore.open(elsewhere)) {
            assertEquals(c.withoutPlaces(), store.find(c.id()).orElseThrow().current().withoutPlaces());
        }
    }

    @Test
    void reportAndPresentationStateAloneGiveTheWholeCaseBack() throws IOException {
        Case c = stored();
        terminal.run("export", "case-7", "-o", out, "--what", "sr,csps,seg");
        Path elsewhere = folder.resolve("elsewhere");

        JsonNode said = new Terminal(elsewhere)
                .run("import", file("presentation"), file("segmentation"), file("report"), "--json").json();

        assertTrue(said.required("exact").asBoolean(), said.toString());
        try (SqlCaseStore store = SqlCaseStore.open(elsewhere)) {
            assertEquals(c.withoutPlaces(), store.find(c.id()).orElseThrow().current().withoutPlaces());
        }
    }

    @Test
    void aPresentationStateAloneGivesItsDrawingsAndItsScaleOnceHoweverOftenItIsImported() throws IOException {
        Case c = stored();
        terminal.run("export", "case-7", "-o", out, "--what", "csps");
        Path elsewhere = folder.resolve("elsewhere");

        JsonNode said = new Terminal(elsewhere).run("import", file("presentation"), "--json").json();
        Terminal.Said again = new Terminal(elsewhere).run("import", file("presentation"));

        assertFalse(said.required("exact").asBoolean());
        assertTrue(again.out().contains("nothing was changed"), again.out() + again.err());
        try (SqlCaseStore store = SqlCaseStore.open(elsewhere)) {
            Case read = store.find(new CaseId(said.required("case").asText())).orElseThrow().current();
            assertEquals(c.annotations().getFirst().structureId(), read.annotations().getFirst().structureId());
            assertEquals(Laterality.LEFT, read.annotations().getFirst().laterality());
            assertEquals(1, read.plans().size());
            assertEquals(CalibrationSource.PRESENTATION_STATE, read.calibrations().getFirst().source());
            Scale.Known scale = (Scale.Known) Calibration.none().withManual(read.calibrations()).overallScale();
            assertEquals(CalibrationSource.PRESENTATION_STATE, scale.source());
            assertEquals(0.125, scale.mmPerPixelX(), 1e-9);
            assertEquals(0.15, scale.mmPerPixelY(), 1e-9);
        }
    }

    @Test
    void aClipWithoutACaseIsExportedAndWhatItHasNothingForIsLeftOut() throws IOException {
        ReportFixture.clip(folder, "bare").close();

        Terminal.Said said = terminal.run("export", folder.resolve("bare.dcm"), "-o", out, "--what",
                "png,roi,seg");

        assertEquals(0, said.status(), said.err());
        assertEquals(3, said.out().lines().filter(l -> l.startsWith("left out")).count(), said.out());
        assertEquals(2, said.out().lines().filter(l -> l.startsWith("written")).count(), said.out());
    }

    @Test
    void whatIsUnclearIsSaidAndNothingIsWritten() throws IOException {
        stored();
        assertEquals(1, terminal.run("export", "case-7", "-o", out, "--what", "docx").status());
        assertEquals(1, terminal.run("export", "case-7", "-o", out, "--what", "png", "--frames", "2-1").status());
        assertEquals(1, terminal.run("export", "case-7", "-o", out, "--what", "png", "--frames", "99").status());
        assertEquals(1, terminal.run("export", "nobody", "-o", out, "--what", "png").status());
        assertEquals(2, terminal.run("export", "case-7", "--what", "png").status());
        assertFalse(Files.exists(out));
    }

    private DataSet data(String name) throws IOException {
        try (DicomFile file = new DicomReader().read(file(name))) {
            return file.data();
        }
    }

    private Path file(String suffix) {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.getFileName().toString().endsWith("_" + suffix + ".dcm")).findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Case stored() throws IOException {
        try (DicomClip clip = ReportFixture.clip(folder, "left"); SqlCaseStore store = SqlCaseStore.open(home)) {
            String uid = clip.info().identity().sopInstanceUid();
            Shape nerve = new Shape.Outline(new Polygon(
                    List.of(new Point(8, 5), new Point(16, 5), new Point(16, 11), new Point(8, 11))));
            Case c = Case.begin(new CaseId("case-7"), ReportFixture.NOW).withPatient(clip.info().patient())
                    .withSide(Laterality.LEFT)
                    .withClip(new ClipRef(uid, folder.resolve("left.dcm").toString(), "Left"))
                    .withAnnotation(new Annotation("a", new FrameRef(uid, 1), nerve, "sciatic-nerve", Laterality.LEFT,
                            ScanLevel.ISCHIAL_SPINE, ScanPlane.SHORT_AXIS, "", false, "Dr", ReportFixture.NOW))
                    .withPlan(new NeedlePlan("p", new FrameRef(uid, 1), new Point(6, 3), new Point(22, 18),
                            Laterality.LEFT, "Piriformis", "22g-80", "slowly", "Dr", ReportFixture.NOW))
                    .withInjection(Cases.injection("i1"));
            store.append(c, 0, new CaseStore.Edit("Draw", "Dr", ReportFixture.NOW));
            return c;
        }
    }
}
