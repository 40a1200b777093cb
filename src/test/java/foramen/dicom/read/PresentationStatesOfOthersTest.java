package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.delivery.FoundDrawing;
import foramen.domain.delivery.FoundDrawings;
import foramen.geometry.Point;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presentation states as other makers write them. */
class PresentationStatesOfOthersTest {
    private final Path folder;

    PresentationStatesOfOthersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyGraphicTypeBecomesAShape() throws IOException {
        FoundDrawings found = read(state(List.of(graphic("PIXEL", "POINT", 3, 4),
                graphic("PIXEL", "POLYLINE", 1, 1, 9, 1),
                graphic("PIXEL", "POLYLINE", 1, 1, 9, 1, 9, 9), graphic("PIXEL", "POLYLINE", 1, 1, 9, 1, 9, 9, 1, 1),
                graphic("PIXEL", "INTERPOLATED", 1, 1, 9, 1, 9, 9, 1, 1), graphic("PIXEL", "CIRCLE", 50, 50, 60, 50),
                graphic("PIXEL", "ELLIPSE", 10, 50, 90, 50, 50, 30, 50, 70)), List.of(), area(1, 1, 200, 100), 0));
        assertEquals(
                List.of(Shape.Marker.class, Shape.Line.class, Shape.Polyline.class, Shape.Outline.class,
                        Shape.Spline.class, Shape.Ellipse.class, Shape.Ellipse.class),
                found.drawings().stream().map(d -> (Object) d.shape().getClass()).toList());
        Shape.Ellipse circle = (Shape.Ellipse) found.drawings().get(5).shape();
        assertEquals(Math.PI * 100, circle.ellipse().area(), 1e-9);
        Shape.Ellipse ellipse = (Shape.Ellipse) found.drawings().get(6).shape();
        assertEquals(Math.PI * 800, ellipse.ellipse().area(), 1e-9);
        FoundDrawing first = found.drawings().getFirst();
        assertEquals("ANNOTATIONS", first.layer());
        assertEquals("1.2.3.4", first.sopInstanceUid());
        assertEquals(List.of(1, 2), first.frames());
        assertEquals(FoundDrawing.Subject.UNSAID, first.what());
    }

    @Test
    void aFilledLineIsClosedAlthoughItsEndIsNotRepeated() throws IOException {
        DataSet filled = graphic("PIXEL", "POLYLINE", 1, 1, 9, 1, 9, 9).toBuilder()
                .text(PresentationTag.GRAPHIC_FILLED, Vr.CS, "Y").build();
        assertTrue(read(state(List.of(filled), List.of(), area(1, 1, 9, 9), 0)).drawings().getFirst()
                .shape() instanceof Shape.Outline);
    }

    @Test
    void displayUnitsAreRelativeToTheDisplayedAreaAndFollowItsTurns() throws IOException {
        DataSet point = graphic("DISPLAY", "POINT", 0.25, 0.5);
        assertEquals(new Point(50, 50), only(state(List.of(point), List.of(), area(1, 1, 200, 100), 0)));
        assertEquals(new Point(60, 25), only(state(List.of(point), List.of(), area(41, 21, 120, 30), 0)));
        assertEquals(new Point(150, 50), only(state(List.of(point), List.of(), area(200, 100, 1, 1), 180)));
        // Turned by a quarter, the left edge of the display is the bottom of the image.
        assertEquals(new Point(100, 75), only(state(List.of(point), List.of(), area(1, 100, 200, 1), 90)));
    }

    private Point only(DataSet state) throws IOException {
        return read(state).drawings().getFirst().shape().points().getFirst();
    }

    @Test
    void textsComeFromAnchorOrBox() throws IOException {
        DataSet anchored = DataSet.builder().text(PresentationTag.UNFORMATTED_TEXT, Vr.ST, "Nerv größer\r\nals rechts")
                .text(PresentationTag.ANCHOR_POINT_UNITS, Vr.CS, "PIXEL")
                .real(PresentationTag.ANCHOR_POINT, Vr.FL, 20, 30).build();
        DataSet boxed = DataSet.builder().text(PresentationTag.UNFORMATTED_TEXT, Vr.ST, "boxed")
                .text(PresentationTag.BOUNDING_BOX_UNITS, Vr.CS, "DISPLAY")
                .real(PresentationTag.BOUNDING_BOX_TOP_LEFT, Vr.FL, 0.5, 0.5)
                .real(PresentationTag.BOUNDING_BOX_BOTTOM_RIGHT, Vr.FL, 0.9, 0.6).build();
        FoundDrawings found = read(state(List.of(), List.of(anchored, boxed), area(1, 1, 200, 100), 0));
        assertEquals(List.of("Nerv größer\r\nals rechts", "boxed"),
                found.drawings().stream().map(FoundDrawing::words).toList());
        assertEquals(List.of(new Point(20, 30), new Point(100, 50)),
                found.drawings().stream().map(d -> d.shape().points().getFirst()).toList());
    }

    @Test
    void spacingAndWindowAreTakenAndAnImpossibleSpacingIsNot() throws IOException {
        DataSet good = area(1, 1, 200, 100).toBuilder()
                .text(PresentationTag.PRESENTATION_PIXEL_SPACING, Vr.DS, "0.2", "0.1").build();
        FoundDrawings found = read(state(List.of(), List.of(), good, 0).toBuilder()
                .sequence(PresentationTag.SOFTCOPY_VOI_LUT_SEQUENCE, List.of(DataSet.builder()
                        .text(Tag.WINDOW_CENTER, Vr.DS, "90").text(Tag.WINDOW_WIDTH, Vr.DS, "60").build()))
                .build());
        assertEquals(Map.of("1.2.3.4", new PixelSpacing(0.2, 0.1)), found.spacings());
        assertEquals(Optional.of(new FoundDrawings.Window(90, 60)), found.window());
        DataSet bad = area(1, 1, 200, 100).toBuilder()
                .text(PresentationTag.PRESENTATION_PIXEL_SPACING, Vr.DS, "0", "1000").build();
        assertEquals(Map.of(), read(state(List.of(), List.of(), bad, 0)).spacings());
    }

    @Test
    void whatMakesNoShapeIsLeftOutWithASentence() throws IOException {
        FoundDrawings found = read(state(List.of(graphic("PIXEL", "SPIRAL", 1, 1), graphic("PIXEL", "CIRCLE", 5, 5),
                graphic("PIXEL", "POINT", Double.NaN, 1), graphic("PIXEL", "POINT", 7, 8)), List.of(),
                area(1, 1, 9, 9), 0));
        assertEquals(1, found.drawings().size());
        assertEquals(3, found.warnings().size());
        assertTrue(found.warnings().getFirst().contains("SPIRAL"));
    }

    @Test
    void compoundGraphicsAreTakenUnlessSimpleOnesStandForThem() throws IOException {
        DataSet twin = graphic("PIXEL", "POLYLINE", 1, 1, 9, 1).toBuilder()
                .whole(PresentationTag.COMPOUND_GRAPHIC_INSTANCE_ID, Vr.UL, 7).build();
        FoundDrawings found = read(withCompounds(List.of(twin), compound(7, "RULER", 1, 1, 9, 1),
                compound(8, "RECTANGLE", 10, 20, 30, 60), compound(9, "ELLIPSE", 10, 20, 30, 60),
                compound(10, "MULTILINE", 1, 2, 3, 4, 5, 6, 7, 8), compound(11, "CROSSHAIR", 5, 5),
                compound(12, "RECTANGLE", 10, 20, 30, 60).toBuilder().real(PresentationTag.ROTATION_ANGLE, Vr.FD, 45)
                        .build()));
        assertEquals(
                List.of(Shape.Line.class, Shape.Outline.class, Shape.Ellipse.class, Shape.Line.class, Shape.Line.class),
                found.drawings().stream().map(d -> (Object) d.shape().getClass()).toList());
        assertEquals(800, Math.abs(((Shape.Outline) found.drawings().get(1).shape()).polygon().area()), 1e-9);
        assertEquals(Math.PI * 10 * 20, ((Shape.Ellipse) found.drawings().get(2).shape()).ellipse().area(), 1e-9);
        assertEquals(2, found.warnings().size(), found.warnings().toString());
        assertTrue(found.warnings().getFirst().contains("CROSSHAIR"));
        assertTrue(found.warnings().getLast().contains("turned"));
    }

    @Test
    void aBitmapOverlayIsOutlinedWhereItIsARegionOfInterestAndElseToldOf() throws IOException {
        BitSet block = new BitSet();
        for (int y = 2; y < 5; y++) {
            block.set(y * 16 + 3, y * 16 + 7);
        }
        DataSet region = overlay(0x6000, "R", block).whole(Tag.of(0x6000, 0x0050), Vr.SS, 11, 21).build();
        FoundDrawings found = read(region);
        assertEquals(1, found.drawings().size(), found.warnings().toString());
        Shape.Outline outline = (Shape.Outline) found.drawings().getFirst().shape();
        // The corners of the pixels are cut, an eighth of a pixel each.
        assertEquals(11.5, Math.abs(outline.polygon().area()), 1e-9);
        assertEquals(new Point(25, 13.5), outline.polygon().centroid());
        assertEquals(List.of(), found.warnings());
        FoundDrawings graphics = read(overlay(0x6002, "G", block).build());
        assertEquals(List.of(), graphics.drawings());
        assertTrue(graphics.warnings().getFirst().contains("6002"), graphics.warnings().toString());
        FoundDrawings damaged = read(overlay(0x6000, "R", block).whole(Tag.of(0x6000, 0x0010), Vr.US, 1).build());
        assertEquals(List.of(), damaged.drawings());
        assertEquals(1, damaged.warnings().size());
    }

    private static DataSetBuilder overlay(int group, String type, BitSet pixels) {
        byte[] bytes = Arrays.copyOf(pixels.toByteArray(), 16 * 16 / 8);
        return state(List.of(), List.of(), area(1, 1, 200, 100), 0).toBuilder()
                .whole(Tag.of(group, 0x0010), Vr.US, 16).whole(Tag.of(group, 0x0011), Vr.US, 16)
                .text(Tag.of(group, 0x0040), Vr.CS, type).bytes(Tag.of(group, 0x3000), Vr.OW, bytes);
    }

    private static DataSet compound(int instance, String type, double... data) {
        return DataSet.builder().whole(PresentationTag.NUMBER_OF_GRAPHIC_POINTS, Vr.US, data.length / 2)
                .real(PresentationTag.GRAPHIC_DATA, Vr.FL, data)
                .whole(PresentationTag.COMPOUND_GRAPHIC_INSTANCE_ID, Vr.UL, instance)
                .text(PresentationTag.COMPOUND_GRAPHIC_UNITS, Vr.CS, "PIXEL")
                .text(PresentationTag.COMPOUND_GRAPHIC_TYPE, Vr.CS, type).build();
    }

    private static DataSet withCompounds(List<DataSet> graphics, DataSet... compounds) {
        DataSet plain = state(graphics, List.of(), area(1, 1, 200, 100), 0);
        DataSet item = plain.items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE).getFirst().toBuilder()
                .sequence(PresentationTag.COMPOUND_GRAPHIC_SEQUENCE, List.of(compounds)).build();
        return plain.toBuilder().sequence(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE, List.of(item)).build();
    }

    @Test
    void anObjectOfAnotherKindIsNobodysPresentationState() throws IOException {
        DataSet other = state(List.of(), List.of(), area(1, 1, 9, 9), 0).toBuilder()
                .text(Tag.SOP_CLASS_UID, Vr.UI, Uid.ENCAPSULATED_PDF).build();
        assertEquals(Optional.empty(), new PresentationStateReader(StructureCatalog.standard()).read(file(other)));
        assertEquals(Optional.empty(), new SegmentationReader(StructureCatalog.standard()).read(file(other)));
    }

    private FoundDrawings read(DataSet state) throws IOException {
        return new PresentationStateReader(StructureCatalog.standard()).read(file(state)).orElseThrow();
    }

    private Path file(DataSet data) throws IOException {
        Path file = Files.createTempFile(folder, "state", ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            new DicomWriter().write(out, data, Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        }
        return file;
    }

    private static DataSet graphic(String units, String type, double... data) {
        return DataSet.builder().text(PresentationTag.GRAPHIC_UNITS, Vr.CS, units)
                .whole(PresentationTag.GRAPHIC_DIMENSIONS, Vr.US, 2)
                .whole(PresentationTag.NUMBER_OF_GRAPHIC_POINTS, Vr.US, data.length / 2)
                .real(PresentationTag.GRAPHIC_DATA, Vr.FL, data).text(PresentationTag.GRAPHIC_TYPE, Vr.CS, type)
                .build();
    }

    private static DataSet area(int left, int top, int right, int bottom) {
        return DataSet.builder().whole(PresentationTag.DISPLAYED_AREA_TOP_LEFT, Vr.SL, left, top)
                .whole(PresentationTag.DISPLAYED_AREA_BOTTOM_RIGHT, Vr.SL, right, bottom).build();
    }

    private static DataSet state(List<DataSet> graphics, List<DataSet> texts, DataSet area, int rotation) {
        DataSet image = DataSet.builder().text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, Uid.US_MULTIFRAME_IMAGE)
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "1.2.3.4")
                .text(Tag.REFERENCED_FRAME_NUMBER, Vr.IS, "2", "3").build();
        DataSetBuilder data = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, Vr.UI, Uid.GRAYSCALE_PRESENTATION_STATE)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.5").text(Tag.MODEL_NAME, Vr.LO, "Another viewer")
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, List.of(DataSet.builder()
                        .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.3")
                        .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, List.of(image)).build()))
                .sequence(PresentationTag.DISPLAYED_AREA_SEQUENCE, Arrays.asList(area))
                .whole(PresentationTag.IMAGE_ROTATION, Vr.US, rotation);
        return data.sequence(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE, List.of(DataSet.builder()
                .text(PresentationTag.GRAPHIC_LAYER, Vr.CS, "ANNOTATIONS")
                .sequence(PresentationTag.GRAPHIC_OBJECT_SEQUENCE, graphics)
                .sequence(PresentationTag.TEXT_OBJECT_SEQUENCE, texts).build())).build();
    }
}
