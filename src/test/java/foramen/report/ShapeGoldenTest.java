package foramen.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Frame;
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
import foramen.testing.GoldenPictures;
import foramen.testing.GoldenScenes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape against a picture of it that was looked at. */
class ShapeGoldenTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    /** Where the clip has a scale, so that there are numbers. */
    private static final Point INTO_REGION = new Point(120, 80);

    private final GoldenPictures golden = new GoldenPictures(ShapeGoldenTest.class);

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

    private static Frame paint(Annotation a, boolean selected, boolean words) {
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
        new OverlayPainter(Typefaces.load()).paint(g, words ? list : GoldenScenes.wordless(list),
                new OverlayPainter.Placement(Affine.translate(-INTO_REGION.x(), -INTO_REGION.y()), 1, WIDTH, HEIGHT));
        g.dispose();
        return GoldenPictures.of(image);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aShapeLooksAsItDidWhenItWasLookedAt(Row row) throws IOException {
        Annotation a = annotation(row);
        golden.check(row.name(), paint(a, row.selected(), true), paint(a, row.selected(), false));
    }

    @Test
    void whatIsHiddenIsNotDrawnAtAll() {
        Row row = shapes().findFirst().orElseThrow();
        Frame nothing = paint(annotation(row).copiedTo("y", new FrameRef(FakeClip.UID, 1),
                annotation(row).origin(), Cases.NOW), false, true);
        Frame hidden = paint(annotation(row).withHidden(true), true, true);
        assertArrayEquals(nothing.argb(), hidden.argb());
    }
}
