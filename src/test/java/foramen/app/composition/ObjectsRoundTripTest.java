package foramen.app.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.ObjectFixtures;
import foramen.dicom.write.sr.ReportFixture;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.job.Progress;
import foramen.storage.RandomCases;
import foramen.testing.MemoryCaseStore;
import foramen.workspace.intake.IntakeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A record that has nothing gets a case from its report and its presentation states alone, as it was. */
class ObjectsRoundTripTest {
    private static final List<DicomClip> OPEN = new ArrayList<>();
    private static final List<Path> FOLDER = new ArrayList<>();

    @BeforeContainer
    static void writeClip() throws IOException {
        FOLDER.add(Files.createTempDirectory("objects-round-trip"));
        OPEN.add(ReportFixture.clip(FOLDER.getFirst(), "objects"));
    }

    @AfterContainer
    static void close() {
        OPEN.forEach(DicomClip::close);
        OPEN.clear();
    }

    @Property(tries = 30)
    void aCaseComesBackFromItsReportAndPresentationStateAlone(@ForAll("cases") Case recorded,
            @ForAll long seed) throws Exception {
        DicomClip clip = OPEN.getFirst();
        Case drawn = drawnOn(recorded, clip, new Random(seed));
        Path folder = Files.createTempDirectory(FOLDER.getFirst(), "bundle");
        List<Path> files = new ArrayList<>();
        files.add(Files.write(folder.resolve("report.dcm"),
                ReportFixture.report(drawn, clip, new DicomClipReader())));
        byte[] state = ObjectFixtures.bytes(ObjectFixtures.presentation(),
                new ExportSubject(drawn, clip, 2, ReportFixture.NOW, "Dr", "1.2.3"));
        // The order in which files are named must not matter.
        files.addFirst(Files.write(folder.resolve("state.dcm"), state));
        Composition composition = new Composition(folder.resolve("home"),
                Clock.fixed(ReportFixture.NOW, ZoneOffset.UTC), Locale.ROOT);
        MemoryCaseStore store = new MemoryCaseStore();

        IntakeResult result = composition.intake(store).take(files, false, "Dr", Progress.NONE);

        Case kept = store.find(result.casefile().id()).orElseThrow().current();
        assertEquals(drawn.counted().withoutPlaces(), kept.withoutPlaces());
    }

    @Provide
    Arbitrary<Case> cases() {
        return RandomCases.cases();
    }

    /** What {@code c} records, of the patient of the clip, and drawings of every kind on the clip in place of its own. */
    private static Case drawnOn(Case c, DicomClip clip, Random random) {
        String uid = clip.info().identity().sopInstanceUid();
        Case next = c.withAnnotations(List.of()).withPatient(clip.info().patient())
                .withClip(new ClipRef(uid, "/somewhere/clip.dcm", "Transgluteal"));
        for (NeedlePlan p : c.plans()) {
            next = next.withoutPlan(p.id());
        }
        List<Shape> shapes = List.of(new Shape.Outline(new Polygon(around(random))),
                new Shape.Spline(new ClosedSpline(around(random))),
                new Shape.Ellipse(new Ellipse(point(random), new Point(4 + random.nextDouble(), 2), 3)),
                new Shape.Line(new Segment(point(random), point(random))), new Shape.Polyline(around(random)),
                new Shape.Angle(point(random), point(random), point(random)), new Shape.Marker(point(random)),
                new Shape.Bidirectional(new Segment(point(random), point(random)),
                        new Segment(point(random), point(random))),
                new Shape.Text(point(random)));
        for (Shape shape : shapes) {
            String structure = shape instanceof Shape.Text ? "free-label" : "sciatic-nerve";
            next = next.withAnnotation(ObjectFixtures.annotation("drawn-" + next.annotations().size(),
                    new FrameRef(uid, random.nextInt(4)), structure, shape).withLabel("Label " + random.nextInt(9)));
        }
        return next.withPlan(new NeedlePlan("plan", new FrameRef(uid, 2), point(random), new Point(30, 25),
                Laterality.LEFT, "Piriformis", "22g-80", "slowly", "Dr", ReportFixture.NOW));
    }

    private static Point point(Random random) {
        return new Point(2 + random.nextDouble() * 34, 2 + random.nextDouble() * 24);
    }

    private static List<Point> around(Random random) {
        Point middle = new Point(12 + random.nextDouble() * 14, 10 + random.nextDouble() * 8);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            double angle = 2 * Math.PI * i / 7;
            double length = 3 + random.nextDouble() * 5;
            points.add(new Point(middle.x() + length * Math.cos(angle), middle.y() + length * Math.sin(angle)));
        }
        return points;
    }
}
