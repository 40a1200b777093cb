package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameTiming;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.Opener;
import ij.io.RoiDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ImageJ itself makes of the files written for it. */
class ImageJExportersTest {
    private static final StructureCatalog CATALOG = StructureCatalog.standard();

    @Test
    void imageJReadsEveryOutlineWithItsPlaceFrameAndName() throws IOException {
        Shape.Ellipse ellipse = new Shape.Ellipse(new foramen.geometry.Ellipse(new Point(300.25, 200.5),
                new Point(60, 20), 18));
        Case casefile = Cases.full().withAnnotation(Cases.annotation("e", "gluteus-medius", ellipse))
                .withAnnotation(Cases.annotation("m", "ischial-spine", new Shape.Marker(new Point(50.5, 61.25))))
                .withAnnotation(Cases.annotation("two", "sciatic-nerve", new Shape.Bidirectional(
                        new Segment(new Point(10, 10), new Point(40, 12)),
                        new Segment(new Point(20, 5), new Point(21, 22)))));
        List<Roi> rois = rois(casefile);
        assertEquals(rois.size(), rois.stream().map(Roi::getName).distinct().count());
        for (Roi roi : rois) {
            assertEquals(Cases.FRAME + 1, Math.max(roi.getPosition(), roi.getTPosition()), roi.getName());
        }
        Roi muscle = named(rois, "Gluteus medius");
        assertEquals(Roi.POLYGON, muscle.getType());
        var float2d = muscle.getFloatPolygon();
        List<Point> expected = ellipse.polygon().vertices();
        assertEquals(expected.size(), float2d.npoints);
        for (int i = 0; i < float2d.npoints; i++) {
            assertEquals(expected.get(i).x(), float2d.xpoints[i], 1e-3);
            assertEquals(expected.get(i).y(), float2d.ypoints[i], 1e-3);
        }
        Roi spine = named(rois, "Ischial spine");
        assertEquals(50.5, spine.getFloatPolygon().xpoints[0], 1e-3);
        assertEquals(Roi.LINE, named(rois, "Needle plan").getType());
        assertEquals(3, rois.stream().filter(r -> r.getName().startsWith("Sciatic nerve")).count());
    }

    @Test
    void hiddenAndRejectedOutlinesStayBehindAndAnEmptyClipIsRefused() throws IOException {
        Annotation hidden = Cases.nerve("h").withHidden(true);
        IOException e = assertThrows(IOException.class, () -> rois(Cases.empty().withAnnotation(hidden)));
        assertTrue(String.valueOf(e.getMessage()).contains("draw an outline first"), e.getMessage());
    }

    @Test
    void areasMeasuredByImageJOnTheStackAreForamensWithinItsPixelCount(@TempDir Path folder) throws IOException {
        Case casefile = Cases.empty().withAnnotation(Cases.annotation("e", "sciatic-nerve", new Shape.Ellipse(
                new foramen.geometry.Ellipse(new Point(300.25, 200.5), new Point(60, 20), 18))));
        ImagePlus stack = stack(folder, casefile, 4);
        assertEquals(4, stack.getNFrames());
        assertEquals("mm", stack.getCalibration().getUnit());
        assertEquals(FakeClip.MM_PER_PIXEL, stack.getCalibration().pixelWidth, 1e-9);
        assertEquals(0.04, stack.getCalibration().frameInterval, 1e-9);
        Roi roi = rois(casefile).getFirst();
        stack.setRoi(roi);
        Shape.Area area = (Shape.Area) casefile.annotations().getFirst().shape();
        double mm2 = area.polygon().area() * FakeClip.MM_PER_PIXEL * FakeClip.MM_PER_PIXEL;
        // A pixel is inside or not: the error of its count is below half the perimeter.
        double bound = area.polygon().perimeter() / 2 * FakeClip.MM_PER_PIXEL * FakeClip.MM_PER_PIXEL;
        assertEquals(mm2, stack.getStatistics(ij.measure.Measurements.AREA).area, bound);
        assertEquals(mm2, stack.getStatistics(ij.measure.Measurements.AREA).area, 0.02 * mm2);
    }

    @Test
    void thePixelsOfTheStackAreThoseOfTheClip(@TempDir Path folder) throws IOException {
        ImagePlus stack = stack(folder, Cases.empty(), 3);
        for (int n = 1; n <= 3; n++) {
            stack.setSlice(n);
            for (int i = 0; i < 500; i++) {
                int x = i * 37 % FakeClip.COLUMNS;
                int y = i * 53 % FakeClip.ROWS;
                int[] rgb = stack.getPixel(x, y);
                int expected = FakeClip.pixel(x, y, n - 1);
                int shown = stack.getBitDepth() == 8 ? rgb[0] * 0x010101 : rgb[0] << 16 | rgb[1] << 8 | rgb[2];
                assertEquals(expected & 0xFFFFFF, shown);
            }
        }
    }

    @Test
    void aClipWithoutAScaleStaysInPixels(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stack.tif");
        Files.write(file, Exports.bytes(new ImageJStackExporter(), Cases.empty(),
                FakeClip.uncalibrated().withTiming(FrameTiming.uniform(Cases.FRAME + 1, 40, "test"))));
        assertFalse(open(file).getCalibration().scaled());
    }

    private static ImagePlus stack(Path folder, Case casefile, int frames) throws IOException {
        Path file = folder.resolve("stack.tif");
        var out = new java.io.ByteArrayOutputStream();
        new ImageJStackExporter().write(new foramen.domain.delivery.ExportSubject(casefile,
                FakeClip.calibrated().withTiming(FrameTiming.uniform(frames, 40, "test")), 0, Cases.NOW, "",
                "0.1.0-test"), out, foramen.job.Progress.NONE);
        Files.write(file, out.toByteArray());
        return open(file);
    }

    private static ImagePlus open(Path file) {
        return Objects.requireNonNull(new Opener().openImage(file.toString()));
    }

    private static Roi named(List<Roi> rois, String start) {
        return rois.stream().filter(r -> r.getName().startsWith(start)).findFirst().orElseThrow();
    }

    private static List<Roi> rois(Case casefile) throws IOException {
        byte[] zip = Exports.bytes(new ImageJRoisExporter(CATALOG), casefile, FakeClip.calibrated());
        List<Roi> rois = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                String name = e.getName();
                rois.add(new RoiDecoder(in.readAllBytes(), name.substring(0, name.length() - 4)).getRoi());
            }
        }
        return rois;
    }
}
