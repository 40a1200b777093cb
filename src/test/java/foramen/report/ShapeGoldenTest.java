package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Affine;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shape against a picture of it that was looked at. With the system property {@code foramen.golden} set to a folder,
 * the pictures are written there instead; a difference is written to {@code target/golden}.
 */
class ShapeGoldenTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    /** Where the clip has a scale, so that there are numbers. */
    private static final Point INTO_REGION = new Point(120, 80);
    /** Antialiasing differs a little between Java versions: so much, in so few places. */
    private static final int CHANNEL_TOLERANCE = 40;
    private static final double SHARE_TOLERANCE = 0.004;

    record Row(String name, Shape shape, String structure, boolean selected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> shapes() {
        Polygon zone = new Polygon(List.of(new Point(90, 50), new Point(220, 60), new Point(200, 140),
                new Point(100, 130)));
        return Stream.of(new Row("outline", new Shape.Outline(zone), "sciatic-nerve", false),
                new Row("outline-selected", new Shape.Outline(zone), "piriformis", true),
                new Row("spline", new Shape.Spline(new ClosedSpline(zone.vertices())), "sacrospinous-ligament", true),
                new Row("ellipse", new Shape.Ellipse(new Ellipse(new Point(160, 100), new Point(60, 20), 30)),
                        "sciatic-nerve", true),
                new Row("line", new Shape.Line(new Segment(new Point(80, 60), new Point(230, 120))), "piriformis",
                        false),
                new Row("bidirectional", new Shape.Bidirectional(new Segment(new Point(80, 100), new Point(240, 100)),
                        new Segment(new Point(160, 60), new Point(160, 140))), "sciatic-nerve", false),
                new Row("angle", new Shape.Angle(new Point(80, 50), new Point(150, 140), new Point(240, 90)), "bone",
                        false),
                new Row("polyline", new Shape.Polyline(List.of(new Point(60, 120), new Point(140, 80),
                        new Point(250, 100))), "bone", false),
                new Row("marker", new Shape.Marker(new Point(160, 100)), "calcification", false),
                new Row("text", new Shape.Text(new Point(110, 100)), "free-label", true),
                new Row("no-go", new Shape.Outline(zone), "no-go-zone", false));
    }

    private static Annotation annotation(Row row) {
        return new Annotation("x", new FrameRef(FakeClip.UID, Cases.FRAME), row.shape().moved(INTO_REGION),
                row.structure(),
                Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, row.name().equals("text") ? "Scar" : "",
                false, "Dr Example", Cases.NOW);
    }

    private static BufferedImage paint(Annotation a, boolean selected) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int x = 0; x < WIDTH; x++) {
            g.setColor(new Color(x / 2 + 20, x / 2 + 20, x / 2 + 20));
            g.drawLine(x, 0, x, HEIGHT);
        }
        Case casefile = Cases.empty().withAnnotation(a);
        var scene = new OverlayScene(casefile, FakeClip.calibrated().info(), Cases.FRAME,
                selected ? Optional.of(a.id()) : Optional.empty(), Optional.empty(), List.of());
        var list = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard()).compose(scene,
                new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.ROOT));
        new OverlayPainter(Typefaces.load()).paint(g, list,
                new OverlayPainter.Placement(Affine.translate(-INTO_REGION.x(), -INTO_REGION.y()), 1, WIDTH, HEIGHT));
        g.dispose();
        return image;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aShapeLooksAsItDidWhenItWasLookedAt(Row row) throws IOException {
        BufferedImage now = paint(annotation(row), row.selected());
        String folder = System.getProperty("foramen.golden");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            ImageIO.write(now, "png", new File(folder, row.name() + ".png"));
            return;
        }
        BufferedImage then;
        try (InputStream in = Objects.requireNonNull(
                ShapeGoldenTest.class.getResourceAsStream("golden/" + row.name() + ".png"), row.name())) {
            then = ImageIO.read(in);
        }
        assertTrue(share(now, then, row.name()) <= SHARE_TOLERANCE, () -> row + " differs; see target/golden");
    }

    /** The share of pixels that differ; where it is too large, a picture with those in red is written. */
    private static double share(BufferedImage now, BufferedImage then, String name) throws IOException {
        BufferedImage diff = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int differing = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color a = new Color(now.getRGB(x, y));
                Color b = new Color(then.getRGB(x, y));
                boolean differs = Math.abs(a.getRed() - b.getRed()) > CHANNEL_TOLERANCE
                        || Math.abs(a.getGreen() - b.getGreen()) > CHANNEL_TOLERANCE
                        || Math.abs(a.getBlue() - b.getBlue()) > CHANNEL_TOLERANCE;
                differing += differs ? 1 : 0;
                diff.setRGB(x, y, differs ? 0xFF0000 : then.getRGB(x, y));
            }
        }
        double share = differing / (double) (WIDTH * HEIGHT);
        if (share > SHARE_TOLERANCE) {
            Path folder = Files.createDirectories(Path.of("target", "golden"));
            ImageIO.write(now, "png", folder.resolve(name + "-now.png").toFile());
            ImageIO.write(diff, "png", folder.resolve(name + "-diff.png").toFile());
        }
        return share;
    }

    @Test
    void whatIsHiddenIsNotDrawnAtAll() {
        Row row = shapes().findFirst().orElseThrow();
        BufferedImage nothing = paint(annotation(row).copiedTo("y", new FrameRef(FakeClip.UID, 1),
                annotation(row).origin(), Cases.NOW), false);
        BufferedImage hidden = paint(annotation(row).withHidden(true), true);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(nothing.getRGB(x, y), hidden.getRGB(x, y));
            }
        }
    }
}
