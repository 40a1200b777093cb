package foramen.dicom.write;

import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.PicturePainter;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.job.Progress;
import foramen.overlay.OverlayComposer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Clips of every photometric, a case with every shape drawn on them, and the exporters as the application has them. */
public final class ObjectFixtures {
    /** Width of the clips. */
    public static final int COLUMNS = 203;
    /** Height of the clips. */
    public static final int ROWS = 161;
    /** When everything was drawn and exported. */
    public static final Instant NOW = Instant.parse("2026-03-14T10:05:00Z");
    /** The clinic's zone. */
    public static final ZoneId ZONE = ZoneOffset.UTC;

    private ObjectFixtures() {}

    /** A clip file of {@code frames} frames, stored as {@code encoding}. */
    public static Path clip(Path folder, PixelEncoding encoding, int frames) throws IOException {
        Path file = folder.resolve(encoding + "-" + frames + ".dcm");
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object(encoding + "-" + frames), frames,
                i -> UltrasoundFixtures.frame(COLUMNS, ROWS, i), encoding);
        return file;
    }

    /** The open clip of {@link #clip}. */
    public static Clip open(Path file) throws IOException {
        return new DicomClipReader().open(file);
    }

    /** A case with one of every shape on the last frame of {@code clip}, a nerve on the first, and a plan. */
    public static Case drawn(Clip clip) {
        String uid = clip.info().identity().sopInstanceUid();
        FrameRef last = new FrameRef(uid, clip.info().frames() - 1);
        Case c = Case.begin(new CaseId("case-0001"), NOW).withSide(Laterality.LEFT);
        for (Annotation a : List.of(
                annotation("n0", new FrameRef(uid, 0), "sciatic-nerve", outline(40.25, 30.5, 12)),
                annotation("o1", last, "piriformis", outline(60.75, 50.25, 20)),
                annotation("s1", last, "sacrospinous-ligament", new Shape.Spline(new ClosedSpline(
                        List.of(new Point(110, 40), new Point(140, 45), new Point(150, 70), new Point(115, 66))))),
                annotation("e1", last, "calcification", new Shape.Ellipse(
                        new Ellipse(new Point(100, 110), new Point(14, 6), 8))),
                annotation("l1", last, "piriformis", new Shape.Line(new Segment(new Point(20, 20), new Point(35, 44)))),
                annotation("b1", last, "sciatic-nerve", new Shape.Bidirectional(
                        new Segment(new Point(150, 100), new Point(170, 120)),
                        new Segment(new Point(152, 118), new Point(168, 102)))),
                annotation("g1", last, "ischial-spine", new Shape.Angle(new Point(20, 100), new Point(40, 120),
                        new Point(60, 101))),
                annotation("p1", last, "fascia", new Shape.Polyline(
                        List.of(new Point(10, 140), new Point(50, 145), new Point(90, 139)))),
                annotation("m1", last, "other", new Shape.Marker(new Point(180.5, 20.5))),
                annotation("t1", last, "free-label", new Shape.Text(new Point(120.5, 140.5)))
                        .withLabel("Blöd \\ sitzend, 針"))) {
            c = c.withAnnotation(a);
        }
        return c.withPlan(new NeedlePlan("plan1", last, new Point(5, 4), new Point(60, 50), Laterality.LEFT,
                "Piriformis", "22g-80", "", "Dr Example", NOW));
    }

    /** An annotation on the left side. */
    public static Annotation annotation(String id, FrameRef frame, String structure, Shape shape) {
        return new Annotation(id, frame, shape, structure, Laterality.LEFT, ScanLevel.PIRIFORMIS,
                ScanPlane.SHORT_AXIS, "", false, "Dr Example", NOW);
    }

    /** An uneven closed outline round a point. */
    public static Shape.Outline outline(double x, double y, double r) {
        List<Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double angle = 2 * Math.PI * i / 24;
            double length = r * (1 + 0.3 * Math.sin(3 * angle));
            points.add(new Point(x + length * Math.cos(angle), y + length * Math.sin(angle)));
        }
        return new Shape.Outline(new Polygon(points));
    }

    /** The subject of an export of the last frame. */
    public static ExportSubject subject(Case casefile, Clip clip) {
        return new ExportSubject(casefile, clip, clip.info().frames() - 1, NOW, "Example, Änne", "0.2.0-test");
    }

    /** Makes display lists. */
    public static OverlayComposer composer() {
        return new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());
    }

    /** The presentation state exporter. */
    public static Exporter presentation() {
        return new PresentationStateExporter(composer(), StructureCatalog.standard(), ZONE);
    }

    /** The segmentation exporter. */
    public static Exporter segmentation() {
        return new SegmentationExporter(StructureCatalog.standard(), ZONE);
    }

    /** Paints as the report does, as far as this room can see: the frame twice as large, and a strip beneath. */
    public static PicturePainter painter() {
        return (subject, progress) -> {
            Frame frame = subject.clip().frame(subject.frameIndex());
            int columns = 2 * frame.columns();
            int rows = 2 * frame.rows() + 10;
            int[] argb = new int[columns * rows];
            for (int i = 0; i < argb.length; i++) {
                int y = i / columns / 2;
                argb[i] = y < frame.rows() ? frame.argb(i % columns / 2, y) : 0xFF102030;
            }
            return new PicturePainter.Painted(new Frame(columns, rows, argb), 2);
        };
    }

    /** The secondary capture exporter. */
    public static Exporter capture() {
        return new SecondaryCaptureExporter(painter(), ZONE);
    }

    /** A document of an odd number of bytes. */
    public static byte[] document() {
        return "%PDF-1.7\nA plan\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    }

    /** The encapsulated PDF exporter. */
    public static Exporter pdf() {
        return new EncapsulatedPdfExporter(new Exporter() {
            @Override
            public ExportKind kind() {
                return ExportKind.PLAN_PDF;
            }

            @Override
            public void write(ExportSubject subject, java.io.OutputStream out, Progress progress) throws IOException {
                out.write(document());
            }
        }, ZONE);
    }

    /** All of them. */
    public static List<Exporter> exporters() {
        return List.of(presentation(), segmentation(), capture(), pdf());
    }

    /** What {@code exporter} writes. */
    public static byte[] bytes(Exporter exporter, ExportSubject subject) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.write(subject, out, Progress.NONE);
        return out.toByteArray();
    }

    /** What {@code exporter} writes, as a file. */
    public static Path file(Path folder, Exporter exporter, ExportSubject subject) throws IOException {
        Path file = Files.createTempFile(folder, exporter.kind().nameSuffix(), ".dcm");
        Files.write(file, bytes(exporter, subject));
        return file;
    }

    /** A file in memory. */
    public static DicomFile read(byte[] bytes) throws IOException {
        return new DicomReader().read(new MemoryByteSource(bytes));
    }

    /** The tool's path, where it is installed. */
    public static Optional<Path> tool(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + java.io.File.pathSeparator + "/usr/sbin";
        for (String folder : path.split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return Optional.of(Path.of(folder, name));
            }
        }
        return Optional.empty();
    }

    /** Runs a command and gives what it said on both channels. */
    public static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
