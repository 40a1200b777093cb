package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DataSetCoder;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.delivery.FoundDrawing;
import foramen.domain.delivery.FoundDrawings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Label maps of other makers (PS3.3 A.51, Label Map Segmentation): a pixel is the number of its segment. */
class LabelMapTest {
    private static final int SIDE = 16;

    private final Path folder;

    LabelMapTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void eachNumberIsOutlinedOnItsFrameAndOneThatNothingDescribesIsToldOf(int bits) throws IOException {
        int[] first = new int[SIDE * SIDE];
        block(first, 1, 1, 4, 3, 1);
        block(first, 8, 8, 2, 2, 2);
        block(first, 12, 1, 2, 2, 9);
        int[] second = new int[SIDE * SIDE];
        block(second, 3, 3, 5, 5, 2);
        FoundDrawings found = read(map(bits, first, second));
        // The corners of the pixels are cut, an eighth of a pixel each.
        assertEquals(List.of("Nerve on [4], 11.5", "Muscle on [4], 3.5", "Muscle on [7], 24.5"),
                found.drawings().stream().map(LabelMapTest::said).toList());
        assertEquals(List.of("1.2.3.4"), found.images());
        assertEquals(1, found.warnings().size(), found.warnings().toString());
        assertTrue(found.warnings().getFirst().contains("number 9"));
    }

    @Test
    void aMapWithoutAnImageIsToldOf() throws IOException {
        DataSet bare = map(8, new int[SIDE * SIDE]).toBuilder()
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS, List.of(DataSet.builder().build())).build();
        FoundDrawings found = read(bare);
        assertEquals(List.of(), found.drawings());
        assertEquals(1, found.warnings().size());
    }

    private static String said(FoundDrawing d) {
        return d.layer() + " on " + d.frames() + ", "
                + Math.abs(((Shape.Outline) d.shape()).polygon().area());
    }

    private static void block(int[] to, int x, int y, int width, int height, int value) {
        for (int i = 0; i < width * height; i++) {
            to[(y + i / width) * SIDE + x + i % width] = value;
        }
    }

    private static DataSet segment(int number, String label) {
        return DataSet.builder().whole(SegmentationTag.SEGMENT_NUMBER, Vr.US, number)
                .text(SegmentationTag.SEGMENT_LABEL, Vr.LO, label).build();
    }

    private static DataSet frame(int of) {
        DataSet image = DataSet.builder().text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, Uid.US_MULTIFRAME_IMAGE)
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "1.2.3.4")
                .text(Tag.REFERENCED_FRAME_NUMBER, Vr.IS, Integer.toString(of)).build();
        return DataSet.builder().sequence(SegmentationTag.DERIVATION_IMAGE_SEQUENCE, List.of(DataSet.builder()
                .sequence(Tag.SOURCE_IMAGE_SEQUENCE, List.of(image)).build())).build();
    }

    private static DataSet map(int bits, int[]... frames) {
        byte[] pixels = new byte[frames.length * SIDE * SIDE * bits / 8];
        for (int f = 0; f < frames.length; f++) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                pixels[(f * SIDE * SIDE + i) * bits / 8] = (byte) frames[f][i];
            }
        }
        DataSetBuilder data = DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, Uid.LABEL_MAP)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.9")
                .text(SegmentationTag.SEGMENTATION_TYPE, Vr.CS, "LABELMAP")
                .sequence(SegmentationTag.SEGMENT_SEQUENCE, List.of(segment(1, "Nerve"), segment(2, "Muscle")))
                .whole(Tag.SAMPLES_PER_PIXEL, Vr.US, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames.length)).whole(Tag.ROWS, Vr.US, SIDE)
                .whole(Tag.COLUMNS, Vr.US, SIDE).whole(Tag.BITS_ALLOCATED, Vr.US, bits)
                .whole(Tag.BITS_STORED, Vr.US, bits).whole(Tag.HIGH_BIT, Vr.US, bits - 1)
                .whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS,
                        frames.length == 1 ? List.of(frame(5)) : List.of(frame(5), frame(8)));
        return data.bytes(Tag.PIXEL_DATA, bits == 8 ? Vr.OB : Vr.OW, pixels).build();
    }

    private FoundDrawings read(DataSet map) throws IOException {
        Path file = folder.resolve("map.dcm");
        Files.write(file, new DataSetCoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, new Random(1)).file(map));
        return new SegmentationReader(StructureCatalog.standard()).read(file).orElseThrow();
    }
}
