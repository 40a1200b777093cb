package foramen.dicom.read.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeWriter;
import foramen.dicom.sr.Relationship;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.geometry.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignReportTest {
    private static final Content.Image IMAGE = new Content.Image("1.2.840.10008.5.1.4.1.1.3.1", "2.25.5",
            List.of(3));
    private static final List<Point> SQUARE = List.of(new Point(1, 1), new Point(9, 1), new Point(9, 7),
            new Point(1, 7), new Point(1, 1));

    @Test
    void anOutlineWithSiteAndSideBecomesAnAnnotationOnItsFrame() throws IOException {
        ContentItem site = ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.FINDING_SITE,
                new Code("MDC", "7:212", "Nervus ischiadicus")).with(
                        List.of(ContentItem.code(
                                Relationship.HAS_CONCEPT_MOD, Codes.LATERALITY, new Code("SRT", "G-A101", "Left"))));

        Annotation a = one(region("POLYLINE", SQUARE), site);

        assertEquals("sciatic-nerve", a.structureId());
        assertEquals(Laterality.LEFT, a.laterality());
        assertEquals(2, a.frame().index());
        assertEquals("2.25.5", a.frame().sopInstanceUid());
        assertEquals(Origin.IMPORTED, a.origin());
        assertEquals(SQUARE.subList(0, 4), assertInstanceOf(Shape.Outline.class, a.shape()).points());
    }

    @ParameterizedTest
    @CsvSource({"POINT,1,Marker", "POLYLINE,2,Line", "POLYLINE,3,Polyline", "POLYGON,4,Outline", "CIRCLE,2,Ellipse",
            "ELLIPSE,4,Ellipse"})
    void everyGraphicTypeHasItsShape(String type, int points, String shape) throws IOException {
        Annotation a = one(region(type, SQUARE.subList(0, points)));

        assertEquals(shape, a.shape().getClass().getSimpleName());
    }

    @Test
    void statedNumbersBecomeWordsWithTheirUnitAndAreMeasuredAgain() throws IOException {
        ImportedCase read = read(group(region("POLYLINE", SQUARE), ContentItem.number(Relationship.CONTAINS, Codes.AREA,
                new BigDecimal("34.25"), new Code("UCUM", "mm2", "square millimeter"))));

        assertTrue(read.casefile().annotations().getFirst().label().contains("stated: Area 34.25 mm2"));
        assertTrue(read.remarks().stream().anyMatch(r -> r.contains("measures again")), read.remarks().toString());
        assertFalse(read.isExact());
    }

    @Test
    void sidesThatContradictGiveNoSide() throws IOException {
        ContentItem left = ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.FINDING_SITE,
                new Code("MDC", "7:213", "left")).with(
                        List.of(ContentItem.code(Relationship.HAS_CONCEPT_MOD,
                                Codes.LATERALITY, Codes.side(Laterality.RIGHT).orElseThrow())));

        ImportedCase read = read(group(region("POLYLINE", SQUARE), left));

        assertEquals(Laterality.UNSPECIFIED, read.casefile().annotations().getFirst().laterality());
        assertTrue(read.remarks().stream().anyMatch(r -> r.contains("contradicts itself")));
    }

    @Test
    void aReportWithoutOutlinesIsRefusedWithTheReason() {
        ContentItem number = ContentItem.number(Relationship.CONTAINS, Codes.AREA, BigDecimal.ONE,
                new Code("UCUM", "mm2", "mm2"));

        ImportException e = assertThrows(ImportException.class, () -> read(group(number)));

        assertTrue(String.valueOf(e.getMessage()).startsWith("other.dcm holds no outlines"), e.getMessage());
    }

    @Test
    void theReportsOfOtherMakersAmongTheSamplesAreReadOrRefusedWithASentence() throws IOException {
        assertEquals(2, sample("dcmjs/sample-sr.dcm").casefile().annotations().size());
        ImportedCase highdicom = sample("highdicom/sr_document_with_multiple_groups.dcm");
        assertEquals(List.of("Ellipse", "Outline"), highdicom.casefile().annotations().stream()
                .map(a -> a.shape().getClass().getSimpleName()).toList().stream().map(s -> s.equals("Polyline")
                        ? "Outline"
                        : s)
                .toList());
        assertTrue(highdicom.remarks().stream().anyMatch(r -> r.contains("SCOORD3D")), "what was not understood");
        assertThrows(ImportException.class, () -> sample("dicom-decoder-thales/sr_tid1500_measurement_report.dcm"));
        assertThrows(ImportException.class, () -> sample("pydicom/reportsi.dcm"));
    }

    private static ImportedCase sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("foramen.shared", "absent"), "samples", name);
        Assumptions.assumeTrue(Files.exists(file), "the shared sample files are not here");
        return new MeasurementReportImporter(StructureCatalog.standard()).read(file).orElseThrow();
    }

    private static ContentItem region(String type, List<Point> points) {
        return ContentItem.graphic(Relationship.CONTAINS, Codes.IMAGE_REGION, type, points, IMAGE);
    }

    private static ContentItem group(ContentItem... items) {
        List<ContentItem> all = new ArrayList<>();
        all.add(ContentItem.text(Relationship.HAS_OBS_CONTEXT, Codes.TRACKING_IDENTIFIER, "Lesion 1"));
        all.addAll(List.of(items));
        return ContentItem.container(Relationship.CONTAINS, Codes.MEASUREMENT_GROUP, all);
    }

    private static ContentItem root(ContentItem group) {
        return ContentItem.container(Relationship.NONE, Codes.IMAGING_MEASUREMENT_REPORT,
                List.of(ContentItem.container(Relationship.CONTAINS, Codes.IMAGING_MEASUREMENTS, List.of(group))));
    }

    private static DataSetBuilder head() {
        return DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.88.34")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.6").text(Tag.PATIENT_NAME, Vr.PN, "Doe^Jane")
                .text(Tag.CONTENT_DATE, Vr.DA, "20260102").text(Tag.CONTENT_TIME, Vr.TM, "030405");
    }

    private static ImportedCase read(ContentItem group) throws IOException {
        DataSetBuilder data = head();
        ContentTreeWriter.write(data, root(group), ZoneOffset.UTC);
        return read(data.build());
    }

    private static ImportedCase read(DataSet data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, data, Optional.empty(), "1.2.840.10008.1.2.1");
        return new MeasurementReportImporter(StructureCatalog.standard()).read(out.toByteArray(), "other.dcm");
    }

    private static Annotation one(ContentItem... items) throws IOException {
        List<Annotation> all = read(group(items)).casefile().annotations();
        assertEquals(1, all.size());
        return all.getFirst();
    }
}
