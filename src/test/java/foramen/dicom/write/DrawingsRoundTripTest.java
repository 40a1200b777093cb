package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.PresentationStateReader;
import foramen.dicom.read.SegmentationReader;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Scale;
import foramen.domain.delivery.DrawingReader;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.FoundDrawing;
import foramen.domain.delivery.FoundDrawings;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was drawn leaves as presentation state and segmentation and comes back as it was. */
class DrawingsRoundTripTest {
    /** As far as an outline may be off, in pixels. */
    private static final double CLOSE = 0.5;
    private static final int RANDOM_SHAPES = Integer.getInteger("foramen.ps.shapes", 300);

    private static final PresentationStateReader STATES = new PresentationStateReader(StructureCatalog.standard());
    private static final SegmentationReader SEGMENTS = new SegmentationReader(StructureCatalog.standard());

    private final Path folder;

    DrawingsRoundTripTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(names = {"RGB", "MONOCHROME2", "PALETTE_COLOR", "JPEG_BASELINE"})
    void everyShapeComesBackFromThePresentationStateOfAnyClip(PixelEncoding encoding) throws IOException {
        for (int frames : new int[]{1, 3}) {
            try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, encoding, frames))) {
                Case c = ObjectFixtures.drawn(clip);
                FoundDrawings found = read(STATES, ObjectFixtures.presentation(), c, clip);
                assertEquals(c.annotations().size() + 1, found.drawings().size());
                for (Annotation a : c.annotations()) {
                    assertSame(a, drawing(found, a.id()), frames > 1);
                }
                FoundDrawing needle = drawing(found, "plan1");
                assertEquals(FoundDrawing.Form.NEEDLE, needle.form());
                assertEquals(List.of(new Point(5, 4), new Point(60, 50)), needle.ends());
                assertEquals(List.of(), found.warnings());
                assertEquals(encoding == PixelEncoding.MONOCHROME2
                        ? Optional.of(new FoundDrawings.Window(128, 256))
                        : Optional.empty(), found.window());
            }
        }
    }

    private static void assertSame(Annotation a, FoundDrawing d, boolean multiframe) {
        assertEquals(a.structureId(), d.what().structureId().orElseThrow());
        assertEquals(a.laterality(), d.what().side());
        assertEquals(ScanLevel.PIRIFORMIS, d.what().level());
        assertEquals(ScanPlane.SHORT_AXIS, d.what().plane());
        assertEquals(multiframe ? List.of(a.frame().index()) : List.of(), d.frames());
        assertEquals(a.frame().sopInstanceUid(), d.sopInstanceUid());
        assertEquals(a.shape() instanceof Shape.Text ? a.label() : "", d.words());
        if (a.shape() instanceof Shape.Spline) {
            assertTrue(d.shape() instanceof Shape.Outline);
        } else {
            assertEquals(a.shape().getClass(), d.shape().getClass());
        }
        assertTrue(apart(a.shape(), d.shape()) <= CLOSE, a.id() + " is off by " + apart(a.shape(), d.shape()));
    }

    @Test
    void anyShapeComesBackWithinHalfAPixel() throws IOException {
        Random random = new Random(7);
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 3))) {
            String uid = clip.info().identity().sopInstanceUid();
            Case c = Case.begin(new CaseId("case-0002"), ObjectFixtures.NOW);
            for (int i = 0; i < RANDOM_SHAPES; i++) {
                c = c.withAnnotation(ObjectFixtures.annotation("r" + i, new FrameRef(uid, random.nextInt(3)),
                        "piriformis", random(random)));
            }
            FoundDrawings found = read(STATES, ObjectFixtures.presentation(), c, clip);
            for (Annotation a : c.annotations()) {
                double off = apart(a.shape(), drawing(found, a.id()).shape());
                assertTrue(off <= CLOSE, a.shape() + " is off by " + off);
            }
        }
    }

    private static Shape random(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Shape.Marker(point(random));
            case 1 -> new Shape.Line(new Segment(point(random), point(random)));
            case 2 -> new Shape.Angle(point(random), point(random), point(random));
            case 3 -> new Shape.Polyline(points(random, 2 + random.nextInt(20)));
            case 4 -> new Shape.Ellipse(new Ellipse(point(random),
                    new Point(1 + 60 * random.nextDouble(), 30 * random.nextGaussian()), 1 + 40 * random.nextDouble()));
            default -> new Shape.Outline(new Polygon(points(random, 3 + random.nextInt(60))));
        };
    }

    private static List<Point> points(Random random, int count) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(point(random));
        }
        return points;
    }

    private static Point point(Random random) {
        return new Point(ObjectFixtures.COLUMNS * random.nextDouble(), ObjectFixtures.ROWS * random.nextDouble());
    }

    /** The largest distance between two drawings; of those that leave the picture, only what lies in it counts. */
    private static double apart(Shape a, Shape b) {
        List<Point> p = a.trace().stream().map(DrawingsRoundTripTest::held).toList();
        List<Segment> edges = b.edges();
        return p.stream().mapToDouble(q -> edges.stream().mapToDouble(e -> e.distanceTo(q)).min().orElse(1e9)).max()
                .orElse(1e9);
    }

    private static Point held(Point p) {
        return new Point(Math.clamp(p.x(), 0, ObjectFixtures.COLUMNS), Math.clamp(p.y(), 0, ObjectFixtures.ROWS));
    }

    @Test
    void aNeedleFromOutsideThePictureIsCutAtItsEdgeAndKeepsItsDirection() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 1))) {
            Case c = ObjectFixtures.drawn(clip);
            c = c.withPlan(c.plans().getFirst().withEntry(new Point(-20, 10), ObjectFixtures.NOW));
            List<Point> ends = drawing(read(STATES, ObjectFixtures.presentation(), c, clip), "plan1").ends();
            assertEquals(0, ends.getFirst().x(), 1e-4);
            assertEquals(20, ends.getFirst().y(), 1e-4);
            assertEquals(new Point(60, 50), ends.getLast());
        }
    }

    @Test
    void whatIsHiddenOrDoesNotCountIsLeftOut() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 3))) {
            Case c = ObjectFixtures.drawn(clip);
            c = c.withAnnotation(c.annotation("o1").orElseThrow().withHidden(true));
            c = c.withAnnotation(c.annotation("e1").orElseThrow().withFollow(
                    Optional.of(new Follow("t", false, 0.5, false, Follow.Review.REJECTED))));
            FoundDrawings states = read(STATES, ObjectFixtures.presentation(), c, clip);
            assertTrue(states.drawings().stream().noneMatch(d -> List.of("o1", "e1").contains(d.trackingId())));
            FoundDrawings segments = read(SEGMENTS, ObjectFixtures.segmentation(), c, clip);
            assertEquals(List.of("Sciatic nerve, left", "Sacrospinous ligament, left"),
                    segments.drawings().stream().map(FoundDrawing::layer).toList());
        }
    }

    @Test
    void segmentsComeBackWithStructureSideFrameAndOutline() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.PALETTE_COLOR, 3))) {
            Case c = ObjectFixtures.drawn(clip);
            FoundDrawings found = read(SEGMENTS, ObjectFixtures.segmentation(), c, clip);
            assertEquals(4, found.drawings().size());
            for (String id : List.of("n0", "o1", "s1", "e1")) {
                Annotation a = c.annotation(id).orElseThrow();
                FoundDrawing d = drawing(found, id);
                assertEquals(a.structureId(), d.what().structureId().orElseThrow());
                assertEquals(Laterality.LEFT, d.what().side());
                assertEquals(List.of(a.frame().index()), d.frames());
                double off = Math.max(apart(a.shape(), d.shape()), apart(d.shape(), a.shape()));
                assertTrue(off <= 0.75, id + " is off by " + off);
                double area = ((Shape.Area) a.shape()).polygon().area();
                assertEquals(area, ((Shape.Area) d.shape()).polygon().area(), 0.05 * area);
            }
            assertEquals("7:213", drawing(found, "n0").what().code().orElseThrow().value());
        }
    }

    @Test
    void theSameDrawingHasTheSameTrackingInEveryObject() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 3))) {
            Case c = ObjectFixtures.drawn(clip);
            String inState = drawing(read(STATES, ObjectFixtures.presentation(), c, clip), "o1").trackingUid();
            assertEquals(inState, drawing(read(SEGMENTS, ObjectFixtures.segmentation(), c, clip), "o1").trackingUid());
            assertEquals(inState, DerivedUids.of(ObjectFixtures.subject(c, clip)).tracking("o1"));
        }
    }

    @Test
    void thePresentationStateCarriesTheScaleToAClipThatHasNone() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 1))) {
            FoundDrawings found = read(STATES, ObjectFixtures.presentation(), ObjectFixtures.drawn(clip), clip);
            String uid = clip.info().identity().sopInstanceUid();
            Calibration applied = found.applied(uid, Calibration.none());
            if (!(applied.overallScale() instanceof Scale.Known k)) {
                throw new AssertionError(applied.overallScale());
            }
            assertEquals(CalibrationSource.PRESENTATION_STATE, k.source());
            assertEquals(0.125, k.mmAcross(1), 1e-9);
            assertEquals(0.15, k.mmDown(1), 1e-9);
            assertEquals(Calibration.none().overallScale(), found.applied("1.2.3", Calibration.none()).overallScale());
        }
    }

    @Test
    void aCaseBuiltFromTheFoundDrawingsHasThemAllUnderTheirOwnNames() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 3))) {
            Case c = ObjectFixtures.drawn(clip);
            Case back = read(STATES, ObjectFixtures.presentation(), c, clip).asCase(new CaseId("case-0009"), "other",
                    "Dr Import", ObjectFixtures.NOW);
            assertEquals(c.annotations().stream().map(Annotation::id).sorted().toList(),
                    back.annotations().stream().map(Annotation::id).sorted().toList());
            assertEquals(clip.info().patient().id(), back.patient().id());
            assertEquals(clip.info().patient().name(), back.patient().name());
            assertEquals(c.plans().getFirst().path(), back.plans().getFirst().path());
            assertEquals(c.annotation("o1").orElseThrow().frame(), back.annotation("o1").orElseThrow().frame());
            assertEquals(Laterality.LEFT, back.annotation("o1").orElseThrow().laterality());
        }
    }

    @Test
    void damagedObjectsGiveSentencesOnly() throws IOException {
        Random random = new Random(11);
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.MONOCHROME2, 3))) {
            Case c = ObjectFixtures.drawn(clip);
            byte[] state = ObjectFixtures.bytes(ObjectFixtures.presentation(), ObjectFixtures.subject(c, clip));
            byte[] seg = ObjectFixtures.bytes(ObjectFixtures.segmentation(), ObjectFixtures.subject(c, clip));
            Path file = folder.resolve("damaged.dcm");
            for (int i = 0; i < 400; i++) {
                byte[] bytes = (i % 2 == 0 ? state : seg).clone();
                if (i % 4 < 2) {
                    bytes = Arrays.copyOf(bytes, 132 + random.nextInt(bytes.length - 132));
                }
                for (int k = 0; k < random.nextInt(20); k++) {
                    bytes[132 + random.nextInt(bytes.length - 132)] = (byte) random.nextInt(256);
                }
                Files.write(file, bytes);
                for (DrawingReader reader : List.of(STATES, SEGMENTS)) {
                    try {
                        reader.read(file);
                    } catch (IOException e) {
                        assertTrue(String.valueOf(e.getMessage()).startsWith("damaged.dcm cannot be read"),
                                e.toString());
                    }
                }
            }
        }
    }

    @Test
    void aFilmGetsAPictureAndAPdfButNothingThatWouldReferToIt() throws IOException {
        Clip film = FakeClip.uncalibrated();
        Case c = ObjectFixtures.drawn(film);
        for (Exporter e : List.of(ObjectFixtures.presentation(), ObjectFixtures.segmentation())) {
            IOException refused = assertThrows(IOException.class,
                    () -> ObjectFixtures.bytes(e, ObjectFixtures.subject(c, film)));
            assertTrue(String.valueOf(refused.getMessage()).contains("plain film or picture"));
        }
        for (Exporter e : List.of(ObjectFixtures.capture(), ObjectFixtures.pdf())) {
            assertTrue(ObjectFixtures.bytes(e, ObjectFixtures.subject(c, film)).length > 1000);
        }
    }

    private FoundDrawings read(DrawingReader reader, Exporter exporter, Case c, Clip clip) throws IOException {
        return reader.read(ObjectFixtures.file(folder, exporter, ObjectFixtures.subject(c, clip))).orElseThrow();
    }

    private static FoundDrawing drawing(FoundDrawings found, String id) {
        return found.drawings().stream().filter(d -> d.trackingId().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + id + " among " + found.drawings()));
    }
}
