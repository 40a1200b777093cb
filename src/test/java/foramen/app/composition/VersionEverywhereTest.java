package foramen.app.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.DicomClip;
import foramen.dicom.write.sr.ReportFixture;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import foramen.testing.Cases;
import foramen.workspace.export.Bundle;
import foramen.workspace.export.BundleExport;
import foramen.workspace.export.ExportOutcome;
import foramen.workspace.export.ExportService;
import foramen.workspace.export.FileNaming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever finds an exported file can tell which version of Foramen made it. */
class VersionEverywhereTest {
    /** No version of anything, so that it cannot be in a file by chance. */
    private static final String VERSION = "98.76.54-of-the-test";

    private final Path folder;

    VersionEverywhereTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyKindOfExportAndTheManifestCarryTheVersionTheyWereMadeBy() throws IOException {
        Composition composition = new Composition(folder.resolve("home"),
                Clock.fixed(ReportFixture.NOW, ZoneOffset.UTC), Locale.US);
        ExportService service = composition.exports();
        assertEquals(EnumSet.allOf(ExportKind.class), service.kinds());
        Path out = folder.resolve("out");
        try (DicomClip clip = ReportFixture.clip(folder, "left")) {
            ExportSubject subject = new ExportSubject(casefile(clip), clip, 1, ReportFixture.NOW, "Dr", VERSION);
            BundleExport.Result result = new BundleExport(service).write(new Bundle(subject, service.kinds(),
                    List.of(1), FileNaming.CASE, OptionalLong.empty()), out, e -> {}, Progress.NONE);
            Set<ExportKind> silent = new TreeSet<>();
            for (ExportOutcome outcome : result.result().outcomes()) {
                assertTrue(outcome instanceof ExportOutcome.Written, () -> outcome.toString());
                if (outcome instanceof ExportOutcome.Written w && !says(w.file())) {
                    silent.add(w.kind());
                }
            }
            assertEquals(Set.of(), silent, "files that do not say which version made them");
            assertTrue(says(result.manifest().orElseThrow()));
        }
    }

    private static boolean says(Path file) throws IOException {
        if (file.toString().endsWith(".pdf")) {
            try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                PDDocumentInformation about = pdf.getDocumentInformation();
                return (about.getProducer() + about.getCreator()).contains("Foramen " + VERSION);
            }
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(VERSION);
    }

    private Case casefile(DicomClip clip) {
        String uid = clip.info().identity().sopInstanceUid();
        FrameRef frame = new FrameRef(uid, 1);
        Shape nerve = new Shape.Outline(
                new Polygon(List.of(new Point(8, 5), new Point(16, 5), new Point(16, 11), new Point(8, 11))));
        return Case.begin(new CaseId("case-7"), ReportFixture.NOW).withPatient(clip.info().patient())
                .withSide(Laterality.LEFT)
                .withClip(new ClipRef(uid, folder.resolve("left.dcm").toString(), "Left"))
                .withAnnotation(new Annotation("a", frame, nerve, "sciatic-nerve", Laterality.LEFT,
                        ScanLevel.ISCHIAL_SPINE, ScanPlane.SHORT_AXIS, "", false, "Dr", ReportFixture.NOW))
                .withPlan(new NeedlePlan("p", frame, new Point(6, 3), new Point(22, 18), Laterality.LEFT,
                        "Piriformis", "22g-80", "slowly", "Dr", ReportFixture.NOW))
                .withInjection(Cases.injection("i1")).withImage(ImageRole.TARGET, frame);
    }
}
