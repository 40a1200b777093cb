package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.io.DicomReader;
import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import foramen.media.FilmClipReader;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import foramen.workspace.export.Bundle;
import foramen.workspace.export.BundleExport;
import foramen.workspace.export.ExportOutcome;
import foramen.workspace.export.FileNaming;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** An outline lies at the same place of the picture on the screen, on paper, in a film and in a presentation state. */
@ExtendWith(ApplicationExtension.class)
class OnePictureEverywhereTest {
    private static final Instant NOW = Instant.parse("2026-03-14T10:05:00Z");
    private static final int COLUMNS = 320;
    private static final int ROWS = 240;
    private static final int FRAME = 1;
    /** Left, right, top and bottom of the outline, off the pixels' borders and centres. */
    private static final double[] SIDES = {80.3, 230.8, 60.6, 170.2};
    /** The most by which any two may differ, in pixels of the clip. */
    private static final double MOST = 0.5;

    private final Path folder;

    OnePictureEverywhereTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A picture, and where the clip's origin lies in it at what scale. */
    private record Picture(int columns, IntBuffer argb, double scale, double left, double top) {
        int light(int x, int y) {
            int c = argb.get(y * columns + x);
            return Math.max(c >> 16 & 0xFF, Math.max(c >> 8 & 0xFF, c & 0xFF));
        }
    }

    @Test
    void screenImageFilmAndPresentationStateShowAnOutlineAtOnePlace(FxRobot robot) throws Exception {
        Composition composition = new Composition(folder.resolve("home"), Clock.fixed(NOW, ZoneOffset.UTC), Locale.US);
        Map<String, Picture> pictures = new LinkedHashMap<>();
        try (DicomClip clip = clip()) {
            Case casefile = casefile(clip);
            pictures.put("screen", screen(robot, composition, casefile, clip, new ViewTransform(1, 0, 0)));
            pictures.put("screen, zoomed", screen(robot, composition, casefile, clip, new ViewTransform(2.5, -40, 15)));
            Map<ExportKind, Path> files = export(composition, casefile, clip);
            pictures.put("image", image(ImageIO.read(file(files, ExportKind.ANNOTATED_IMAGE).toFile())));
            try (Clip film = new FilmClipReader().open(file(files, ExportKind.FILM))) {
                Frame frame = film.frame(FRAME);
                pictures.put("film", new Picture(frame.columns(), IntBuffer.wrap(frame.argb()),
                        frame.columns() / (double) COLUMNS, 0, 0));
            }
            pictures.put("presentation state", rendered(file(files, ExportKind.PRESENTATION_STATE)));
        }
        double[] least = new double[4];
        double[] greatest = new double[4];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        pictures.forEach((name, p) -> {
            double[] seen = sides(p, name);
            for (int i = 0; i < 4; i++) {
                assertEquals(SIDES[i], seen[i], MOST, name + " shows " + Arrays.toString(seen));
                least[i] = Math.min(least[i], seen[i]);
                greatest[i] = Math.max(greatest[i], seen[i]);
            }
        });
        for (int i = 0; i < 4; i++) {
            assertTrue(greatest[i] - least[i] <= MOST, Arrays.toString(least) + " to " + Arrays.toString(greatest));
        }
    }

    /** Black, so that whatever is light was drawn. */
    private DicomClip clip() throws IOException {
        Path file = folder.resolve("clip.dcm");
        int[] black = new int[COLUMNS * ROWS];
        Arrays.fill(black, 0xFF000000);
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("one picture"), 4,
                i -> new Frame(COLUMNS, ROWS, black), PixelEncoding.RGB);
        return new DicomClipReader().open(file);
    }

    private Case casefile(DicomClip clip) {
        String uid = clip.info().identity().sopInstanceUid();
        Shape nerve = new Shape.Outline(new Polygon(List.of(new Point(SIDES[0], SIDES[2]),
                new Point(SIDES[1], SIDES[2]), new Point(SIDES[1], SIDES[3]), new Point(SIDES[0], SIDES[3]))));
        return Case.begin(new CaseId("case-7"), NOW).withPatient(clip.info().patient()).withSide(Laterality.LEFT)
                .withClip(new ClipRef(uid, folder.resolve("clip.dcm").toString(), "Left"))
                .withAnnotation(new Annotation("a", new FrameRef(uid, FRAME), nerve, "sciatic-nerve", Laterality.LEFT,
                        ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr", NOW));
    }

    private static Picture screen(FxRobot robot, Composition composition, Case casefile, DicomClip clip,
            ViewTransform view) {
        int width = (int) Math.ceil(COLUMNS * view.zoom() + Math.abs(view.tx()));
        int height = (int) Math.ceil(ROWS * view.zoom() + Math.abs(view.ty()));
        int[] argb = new int[width * height];
        robot.interact(() -> {
            Canvas canvas = new Canvas(width, height);
            canvas.getGraphicsContext2D().fillRect(0, 0, width, height);
            OverlayScene scene = new OverlayScene(casefile, clip.info(), FRAME, Optional.empty(), Optional.empty(),
                    List.of());
            new OverlayPainter(canvas.getGraphicsContext2D(), view, width, height)
                    .paint(composition.overlayComposer().compose(scene,
                            new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.US), view.zoom()));
            WritableImage image = canvas.snapshot(null, null);
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        });
        return new Picture(width, IntBuffer.wrap(argb), view.zoom(), view.tx(), view.ty());
    }

    private Map<ExportKind, Path> export(Composition composition, Case casefile, DicomClip clip) {
        ExportSubject subject = new ExportSubject(casefile, clip, FRAME, NOW, "Dr", "1");
        BundleExport.Result result = new BundleExport(composition.exports()).write(
                new Bundle(subject,
                        EnumSet.of(ExportKind.ANNOTATED_IMAGE, ExportKind.FILM, ExportKind.PRESENTATION_STATE),
                        List.of(FRAME), FileNaming.CASE, OptionalLong.empty()),
                folder.resolve("out"), e -> {}, Progress.NONE);
        Map<ExportKind, Path> files = new EnumMap<>(ExportKind.class);
        for (ExportOutcome outcome : result.result().outcomes()) {
            if (outcome instanceof ExportOutcome.Written w) {
                files.put(w.kind(), w.file());
            }
        }
        return files;
    }

    private static Path file(Map<ExportKind, Path> files, ExportKind kind) {
        Path file = files.getOrDefault(kind, Path.of("missing " + kind));
        assertTrue(Files.exists(file), file::toString);
        return file;
    }

    private static Picture image(BufferedImage image) {
        int w = image.getWidth();
        int[] argb = image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
        return new Picture(w, IntBuffer.wrap(argb), w / (double) COLUMNS, 0, 0);
    }

    /** What was drawn, drawn once more as the standard says (PS3.3 C.10.5: the corner of the first pixel is 0\0). */
    private static Picture rendered(Path state) throws IOException {
        int scale = 4;
        BufferedImage image = new BufferedImage(COLUMNS * scale, ROWS * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(1));
        DataSet data = new DicomReader().read(state).data();
        for (DataSet item : data.items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE)) {
            for (DataSet graphic : item.items(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)) {
                if (!graphic.text(PresentationTag.TRACKING_UID).isEmpty()) {
                    assertEquals("POLYLINE", graphic.text(PresentationTag.GRAPHIC_TYPE));
                    g.draw(path(graphic.reals(PresentationTag.GRAPHIC_DATA)));
                }
            }
        }
        g.dispose();
        return image(image);
    }

    private static Path2D path(List<Double> xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy.get(0), xy.get(1));
        for (int i = 2; i + 1 < xy.size(); i += 2) {
            path.lineTo(xy.get(i), xy.get(i + 1));
        }
        return path;
    }

    /** Where the four sides are seen, each by the middle of its line in many rows or columns. */
    private static double[] sides(Picture p, String name) {
        return new double[]{side(p, true, SIDES[0], SIDES[2], SIDES[3], name),
                side(p, true, SIDES[1], SIDES[2], SIDES[3], name), side(p, false, SIDES[2], SIDES[0], SIDES[1], name),
                side(p, false, SIDES[3], SIDES[0], SIDES[1], name)};
    }

    private static double side(Picture p, boolean upright, double at, double from, double to, String name) {
        double across = upright ? p.left() : p.top();
        double along = upright ? p.top() : p.left();
        int middle = (int) Math.round(at * p.scale() + across);
        int reach = (int) Math.ceil(4 * p.scale());
        // The corners are another line's, and a label may lie over some of the rest: the median is neither.
        double[] found = IntStream
                .range((int) (along + p.scale() * (0.8 * from + 0.2 * to)),
                        (int) (along + p.scale() * (0.2 * from + 0.8 * to)))
                .mapToDouble(row -> centre(p, upright, middle - reach, middle + reach, row))
                .filter(c -> !Double.isNaN(c)).sorted().toArray();
        assertTrue(found.length > 10, () -> name + " shows no line near " + at);
        return (found[found.length / 2] - across) / p.scale();
    }

    private static double centre(Picture p, boolean upright, int from, int to, int row) {
        double sum = 0;
        double weight = 0;
        for (int i = from; i <= to; i++) {
            int light = upright ? p.light(i, row) : p.light(row, i);
            sum += light * (i + 0.5);
            weight += light;
        }
        return weight < 100 ? Double.NaN : sum / weight;
    }
}
