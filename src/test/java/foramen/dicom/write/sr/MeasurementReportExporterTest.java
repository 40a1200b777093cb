package foramen.dicom.write.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeReader;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Injection;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementReportExporterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DicomClip clip;

    @BeforeEach
    void open() throws IOException {
        clip = ReportFixture.clip(folder, "left");
    }

    @AfterEach
    void close() {
        clip.close();
    }

    @Test
    void theAreaStandsInSquareMillimetresWithItsMethodAndTheSourceOfItsScale() throws IOException {
        ContentItem group = groups(tree(begin().withAnnotation(square("a", Laterality.LEFT)))).getFirst();

        ContentItem area = group.child(Codes.AREA).orElseThrow();

        // 8 × 6 pixels of 0.125 × 0.15 mm.
        assertEquals("0.9 mm2", amount(area));
        assertEquals("122501", area.child(Codes.MEASUREMENT_METHOD).orElseThrow().code().orElseThrow().value());
        assertTrue(area.children().stream().anyMatch(c -> c.code().filter(s -> s.meaning().equals("US region"))
                .isPresent()), "the source of the scale");
    }

    @Test
    void withoutAScaleThereAreNoMillimetresButPixelsAndTheReason() throws IOException {
        // Outside the only region: x 4 to 27.
        Annotation outside = annotation("a", Laterality.LEFT, new Shape.Outline(new Polygon(
                List.of(new Point(28, 2), new Point(38, 2), new Point(38, 12)))));
        ContentItem group = groups(tree(begin().withAnnotation(outside))).getFirst();

        assertTrue(group.all().map(ContentItem::content).filter(Content.Numeric.class::isInstance)
                .map(Content.Numeric.class::cast).flatMap(n -> n.amount().stream())
                .noneMatch(a -> a.unit().value().startsWith("mm")), "no millimetres");
        ContentItem area = group.child(Codes.AREA).orElseThrow();
        assertEquals("50 {square_pixels}", amount(area));
        assertFalse(area.child(Codes.COMMENT).flatMap(ContentItem::text).orElseThrow().isBlank(), "a reason");
    }

    @Test
    void sideStructureAndLevelAreCoded() throws IOException {
        ContentItem group = groups(tree(begin().withAnnotation(square("a", Laterality.RIGHT)))).getFirst();

        assertEquals("7:212", group.child(Codes.FINDING).orElseThrow().code().orElseThrow().value());
        ContentItem site = group.child(Codes.FINDING_SITE).orElseThrow();
        assertEquals("7:214", site.code().orElseThrow().value());
        assertEquals("24028007", site.child(Codes.LATERALITY).orElseThrow().code().orElseThrow().value());
        assertEquals("level-ischial-spine",
                site.child(Codes.TOPOGRAPHICAL_MODIFIER).orElseThrow().code().orElseThrow().value());
    }

    @Test
    void aCurveIsShownClosedAndAnEllipseAsAnEllipseWithItsLongerAxisFirst() throws IOException {
        Case c = begin()
                .withAnnotation(annotation("s", Laterality.LEFT, new Shape.Spline(new ClosedSpline(
                        List.of(new Point(6, 5), new Point(20, 6), new Point(18, 15), new Point(8, 16))))))
                .withAnnotation(annotation("e", Laterality.LEFT,
                        new Shape.Ellipse(new Ellipse(new Point(15, 12), new Point(0, 3), 6))));
        List<ContentItem> groups = groups(tree(c));

        Content.Graphic curve = graphic(groups.get(0));
        assertEquals("POLYLINE", curve.type());
        assertEquals(curve.points().getFirst(), curve.points().getLast());
        Content.Graphic ellipse = graphic(groups.get(1));
        assertEquals("ELLIPSE", ellipse.type());
        assertEquals(12, new Segment(ellipse.points().get(0), ellipse.points().get(1)).length(), 1e-5);
        assertEquals(6, new Segment(ellipse.points().get(2), ellipse.points().get(3)).length(), 1e-5);
    }

    @Test
    void theSidesAreComparedWithBothMeasurementsReferenced() throws IOException {
        DicomClip right = ReportFixture.clip(folder, "right");
        String uid = right.info().identity().sopInstanceUid();
        Case c = begin().withClip(new ClipRef(uid, folder.resolve("right.dcm").toString(), "Right"))
                .withSide(Laterality.LEFT).withAnnotation(square("l", Laterality.LEFT))
                .withAnnotation(square("r", Laterality.RIGHT, new FrameRef(uid, 1)));
        right.close();

        List<ContentItem> groups = groups(tree(c));

        assertEquals(3, groups.size());
        ContentItem ratio = groups.get(2).child(Codes.RATIO).orElseThrow();
        assertEquals("1 1", amount(ratio));
        assertEquals(2, ratio.children().stream().filter(i -> i.content() instanceof Content.Other).count(),
                "references to both areas");
    }

    @Test
    void aClipThatIsNotAtHandIsNamedAndItsOutlineTravelsAllTheSame() throws IOException {
        Annotation elsewhere = square("far", Laterality.LEFT, new FrameRef("2.25.77", 3));
        Case c = begin().withClip(new ClipRef("2.25.77", "/gone/clip.dcm", "Gone")).withAnnotation(elsewhere);

        byte[] report = report(c);

        ContentItem group = groups(ContentTreeReader.read(data(report))).getFirst();
        assertTrue(group.child(Codes.COMMENT).flatMap(ContentItem::text).orElseThrow().contains("not at hand"));
        assertEquals(List.of(elsewhere), ReportFixture.read(report).casefile().annotations());
    }

    @Test
    void aVoidedLineNeverStandsUnderTheConceptOfADrugThatWasGiven() throws IOException {
        Injection voided = Cases.injection("i2").voided(new Injection.Voiding("Twice", "Dr", ReportFixture.NOW));
        ContentItem root = tree(begin().withInjection(Cases.injection("i1")).withInjection(voided));

        assertEquals(1, root.all().filter(i -> i.isNamed(Codes.DRUG_ADMINISTERED)).count());
        assertTrue(root.all().anyMatch(i -> i.name().filter(n -> n.value().equals("voided-line")).isPresent()));
    }

    @Test
    void doseAndVolumeTravelWithTheirUnits() throws IOException {
        ContentItem drug = tree(begin().withInjection(Cases.injection("i1"))).all()
                .filter(i -> i.isNamed(Codes.DRUG_ADMINISTERED)).findFirst().orElseThrow();

        assertEquals("1 mL", amount(drug.child(Codes.VOLUME_ADMINISTERED).orElseThrow()));
        assertEquals("40 mg/mL", amount(drug.child(Codes.CONCENTRATION).orElseThrow()));
        assertEquals("40 mg", amount(drug.child(Codes.MASS_ADMINISTERED).orElseThrow()));
        assertEquals("LOT-7", drug.child(Codes.LOT).flatMap(ContentItem::text).orElseThrow());
    }

    @Test
    void aPlanSaysThatItIsPlannedAndHasPathDepthAngleAndNeedle() throws IOException {
        NeedlePlan plan = new NeedlePlan("p", frame(), new Point(6, 3), new Point(22, 18), Laterality.LEFT,
                "Piriformis",
                "22g-80", "", "Dr", ReportFixture.NOW);
        ContentItem group = groups(tree(begin().withPlan(plan))).getFirst();

        assertTrue(group.all().flatMap(i -> i.code().stream()).anyMatch(c -> c.value().equals("planned")));
        assertEquals("2.25 mm", amount(group.child(Codes.sct("131197000", "Depth")).orElseThrow()));
        assertTrue(group.child(new Code("DCM", "121211", "")).isPresent(), "path length");
        assertTrue(group.child(Codes.sct("1483009", "")).isPresent(), "angle");
        assertEquals("Piriformis", group.child(Codes.TARGET).flatMap(ContentItem::text).orElseThrow());
    }

    @Test
    void theReportLiesInTheStudyOfTheClipAndIsNeverVerified() throws IOException {
        DataSet data = data(report(begin()));

        assertEquals(clip.dataSet().text(Tag.STUDY_INSTANCE_UID), data.text(Tag.STUDY_INSTANCE_UID));
        assertNotEquals(clip.dataSet().text(Tag.SERIES_INSTANCE_UID), data.text(Tag.SERIES_INSTANCE_UID));
        assertEquals("Beispiel^Märta", data.text(Tag.PATIENT_NAME));
        assertEquals("UNVERIFIED", data.text(0x0040A493));
        assertEquals("SR", data.text(Tag.MODALITY));
    }

    @Test
    void noPathOfThisComputerAndNoNameThatTheModuleHasStandsInTheContent() throws IOException {
        Case c = begin().withPatient(clip.info().patient())
                .withClip(new ClipRef(clip.info().identity().sopInstanceUid(), "/home/someone/clip.dcm", "Left"));

        String content = tree(c).toString();

        assertFalse(content.contains("someone"), "a path");
        assertFalse(content.contains("Beispiel"), "the patient's name");
        assertEquals(clip.info().patient(), ReportFixture.read(report(c)).casefile().patient());
    }

    @Test
    void aFilmThatIsNoDicomGetsAStudyOfItsOwnAndIsSaidToBeOne() throws IOException {
        FakeClip film = FakeClip.calibrated();
        Case c = Cases.full();

        byte[] report = ReportFixture.report(c, film, new DicomClipReader());

        assertEquals(c.withoutPlaces(), ReportFixture.read(report).casefile());
        assertTrue(ContentTreeReader.read(data(report)).all().flatMap(i -> i.text().stream())
                .anyMatch(t -> t.contains("without DICOM")));
    }

    @Test
    void rejectedOutlinesStayBehind() throws IOException {
        Annotation rejected = square("a", Laterality.LEFT)
                .withFollow(java.util.Optional.of(new foramen.domain.annotation.Follow("t", false, 0.5, true,
                        foramen.domain.annotation.Follow.Review.REJECTED)));

        assertEquals(List.of(), groups(tree(begin().withAnnotation(rejected))));
    }

    private Case begin() {
        return Case.begin(new CaseId("case-1"), ReportFixture.NOW).withIndication("Deep gluteal pain")
                .withClip(new ClipRef(clip.info().identity().sopInstanceUid(), "", "Left"));
    }

    private FrameRef frame() {
        return new FrameRef(clip.info().identity().sopInstanceUid(), 2);
    }

    private Annotation square(String id, Laterality side) {
        return square(id, side, frame());
    }

    private static Annotation square(String id, Laterality side, FrameRef frame) {
        return annotation(id, side, new Shape.Outline(new Polygon(
                List.of(new Point(8, 5), new Point(16, 5), new Point(16, 11), new Point(8, 11)))), frame);
    }

    private Annotation annotation(String id, Laterality side, Shape shape) {
        return annotation(id, side, shape, frame());
    }

    private static Annotation annotation(String id, Laterality side, Shape shape, FrameRef frame) {
        return new Annotation(id, frame, shape, "sciatic-nerve", side, ScanLevel.ISCHIAL_SPINE, ScanPlane.SHORT_AXIS,
                "", false, "Dr", ReportFixture.NOW);
    }

    private byte[] report(Case c) throws IOException {
        return ReportFixture.report(c, clip, new DicomClipReader());
    }

    private ContentItem tree(Case c) throws IOException {
        return ContentTreeReader.read(data(report(c)));
    }

    private static DataSet data(byte[] report) throws IOException {
        return new DicomReader().read(new MemoryByteSource(report)).data();
    }

    private static List<ContentItem> groups(ContentItem root) {
        return root.all().filter(i -> i.isNamed(Codes.MEASUREMENT_GROUP)).toList();
    }

    private static Content.Graphic graphic(ContentItem group) {
        return (Content.Graphic) group.child(Codes.IMAGE_REGION).orElseThrow().content();
    }

    private static String amount(ContentItem item) {
        Content.Amount a = ((Content.Numeric) item.content()).amount().orElseThrow();
        java.math.BigDecimal plain = a.value().round(new java.math.MathContext(9)).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + " " + a.unit().value();
    }
}
