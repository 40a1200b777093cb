package foramen.dicom.write.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.annotation.Traits;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.injection.Injection;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAgainstPeersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void dciodvfyFindsNoErrorInAReportWithEverythingInIt() throws Exception {
        require("dciodvfy");

        String said = run("dciodvfy", written(everything()));

        assertEquals(List.of(), said.lines().filter(l -> l.startsWith("Error")).toList(), said);
        assertTrue(said.contains("ComprehensiveSR"), said);
    }

    @Test
    void dciodvfyFindsNoErrorInAReportOnAFilmThatIsNoDicom() throws Exception {
        require("dciodvfy");
        Path file = folder.resolve("film.dcm");
        Files.write(file, ReportFixture.report(Cases.full(), FakeClip.calibrated(), new DicomClipReader()));

        String said = run("dciodvfy", file);

        assertEquals(List.of(), said.lines().filter(l -> l.startsWith("Error")).toList(), said);
    }

    @Test
    void dciodvfyFindsNoErrorInAReportOfAnEmptyCase() throws Exception {
        require("dciodvfy");
        try (DicomClip clip = ReportFixture.clip(folder, "empty")) {
            Path file = folder.resolve("none.dcm");
            Files.write(file, ReportFixture.report(Case.begin(new CaseId("c"), ReportFixture.NOW), clip,
                    new DicomClipReader()));

            String said = run("dciodvfy", file);

            assertEquals(List.of(), said.lines().filter(l -> l.startsWith("Error")).toList(), said);
        }
    }

    @Test
    void dcmtkReadsTheWholeTreeWithoutAWarning() throws Exception {
        require("dsrdump");

        String said = run("dsrdump", written(everything()));

        assertTrue(said.contains("Comprehensive SR Document"), said);
        assertEquals(List.of(), said.lines().filter(l -> l.startsWith("E:") || l.startsWith("W:")
                || l.startsWith("error")).filter(l -> !l.contains("VR checker does not support")).toList(), said);
        assertTrue(said.contains("\"Drug administered\")"), said);
        assertTrue(said.contains("<inferred from"), said);
    }

    private byte[] report(Case c, Clip clip) throws IOException {
        return ReportFixture.report(c, clip, new DicomClipReader());
    }

    private Path written(Case c) throws IOException {
        try (DicomClip clip = new DicomClipReader().open(folder.resolve("left.dcm"))) {
            Path file = folder.resolve("report.dcm");
            Files.write(file, report(c, clip));
            return file;
        }
    }

    /** Every shape, both sides, a plan, ledger lines, a scale set by hand, a clip of another study, a visit. */
    private Case everything() throws IOException {
        String left = uid("left");
        String right = uid("right");
        Case c = Case.begin(new CaseId("case-1"), ReportFixture.NOW).withSide(Laterality.LEFT)
                .withIndication("Schmerz tief gluteal, 坐骨神経 🦴")
                .withClip(new ClipRef(left, folder.resolve("left.dcm").toString(), "Left"))
                .withClip(new ClipRef(right, folder.resolve("right.dcm").toString(), "Right"))
                .withClip(new ClipRef("2.25.9", "/gone.dcm", "Gone"));
        int number = 0;
        for (Shape shape : shapes()) {
            c = c.withAnnotation(annotation("a" + number, new FrameRef(left, number++ % 4), Laterality.LEFT, shape));
        }
        Shape square = new Shape.Outline(new Polygon(
                List.of(new Point(8, 5), new Point(16, 5), new Point(16, 11), new Point(8, 11))));
        c = c.withAnnotation(annotation("r", new FrameRef(right, 1), Laterality.RIGHT, square))
                .withAnnotation(annotation("far", new FrameRef("2.25.9", 1), Laterality.RIGHT, square))
                .withAnnotation(annotation("calc", new FrameRef(left, 2), Laterality.LEFT, square)
                        .withStructure("calcification").withOrigin(Origin.WAND)
                        .withTraits(new Traits(true, Optional.of(Traits.Shadow.PARTIAL),
                                Optional.of(Traits.Contour.IRREGULAR))))
                .withPlan(new NeedlePlan("p", new FrameRef(left, 2), new Point(6, 3), new Point(22, 18),
                        Laterality.LEFT, "Piriformis", "22g-80", "slowly", "Dr", ReportFixture.NOW));
        return c.withInjection(Cases.injection("i1"))
                .withInjection(Cases.injection("i2")
                        .voided(new Injection.Voiding("Entered twice", "Dr", ReportFixture.NOW)))
                .withCalibration(new ManualCalibration("m", new FrameRef(right, 0),
                        List.of(new KnownLength(new Segment(new Point(5, 4), new Point(5, 26)), 40)), "Dr",
                        ReportFixture.NOW, "checked on the ruler"))
                .withRisks(ReportedCareTest.cared().risks())
                .withSession(ReportedCareTest.cared().sessions().getFirst())
                .withFollowUp(ReportedCareTest.cared().followUp());
    }

    private static List<Shape> shapes() {
        Point p = new Point(6, 5);
        Point q = new Point(20, 6);
        Point r = new Point(18, 15);
        Point s = new Point(8, 16);
        return List.of(new Shape.Outline(new Polygon(List.of(p, q, r, s))),
                new Shape.Outline(new Polygon(List.of(new Point(-9, 2), new Point(60, 5), new Point(10, 99)))),
                new Shape.Spline(new ClosedSpline(List.of(p, q, r, s))),
                new Shape.Ellipse(new Ellipse(new Point(15, 12), new Point(3, 2), 5)),
                new Shape.Line(new Segment(p, r)),
                new Shape.Polyline(List.of(p, q, r)), new Shape.Bidirectional(new Segment(p, r), new Segment(q, s)),
                new Shape.Angle(p, q, r), new Shape.Marker(s), new Shape.Text(q));
    }

    private static Annotation annotation(String id, FrameRef frame, Laterality side, Shape shape) {
        return new Annotation(id, frame, shape, "sciatic-nerve", side, ScanLevel.ISCHIAL_SPINE, ScanPlane.SHORT_AXIS,
                "note of " + id, false, "Dr", ReportFixture.NOW);
    }

    private String uid(String seed) throws IOException {
        try (DicomClip clip = ReportFixture.clip(folder, seed)) {
            return clip.info().identity().sopInstanceUid();
        }
    }

    private static void require(String tool) {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, tool))), tool + " is not installed");
    }

    private static String run(String tool, Path file) throws Exception {
        Process process = new ProcessBuilder(tool, file.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
