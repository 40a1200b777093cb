package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.geometry.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every drawing tool in the real window, once with the mouse and once with the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class DrawingJourneyTest {
    private static final Point A = new Point(40, 40);
    private static final Point B = new Point(110, 40);
    private static final Point C = new Point(110, 85);

    private final Path folder;
    private PlannerRobot planner;
    private Composition composition;

    DrawingJourneyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        composition = new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
        planner = PlannerRobot.start(robot, composition);
        planner.open(clip());
    }

    private Path clip() throws IOException {
        Path file = folder.resolve("drawing.dcm");
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("drawing"), 5,
                i -> UltrasoundFixtures.frame(160, 120, i), PixelEncoding.JPEG_BASELINE);
        return file;
    }

    /** Closes the window and reads what it left. */
    private Case saved() throws Exception {
        planner.close();
        try (var store = composition.openStore(composition.home())) {
            return store.find(store.list().getFirst().id()).orElseThrow().current();
        }
    }

    private static List<? extends Class<?>> shapes(Case c) {
        return c.annotations().stream().map(Annotation::shape).map(Object::getClass).toList();
    }

    @Test
    void everyToolWithTheMouse() throws Exception {
        planner.type(KeyCode.P);
        planner.clickAt(A, B, C);
        planner.type(KeyCode.ENTER, KeyCode.F);
        planner.stroke(A, B, C);
        planner.shift(KeyCode.P);
        planner.clickAt(A, B, C);
        planner.type(KeyCode.ENTER, KeyCode.E);
        planner.stroke(A, B);
        planner.clickAt(new Point(75, 55));
        planner.type(KeyCode.ESCAPE, KeyCode.B);
        planner.clickAt(new Point(140, 100));
        planner.shift(KeyCode.B);
        planner.stroke(new Point(140, 112), new Point(140, 118));
        planner.type(KeyCode.L);
        planner.stroke(A, B);
        planner.shift(KeyCode.L);
        planner.stroke(A, B);
        planner.stroke(new Point(75, 30), new Point(75, 60));
        planner.type(KeyCode.A);
        planner.clickAt(A, B, C);
        planner.type(KeyCode.Y);
        planner.clickAt(A, B);
        planner.type(KeyCode.ENTER, KeyCode.D);
        planner.clickAt(C);
        planner.type(KeyCode.X);
        planner.clickAt(A);
        planner.write("Scar");
        planner.type(KeyCode.ENTER);
        planner.shift(KeyCode.N);
        planner.clickAt(A, B, C);
        planner.type(KeyCode.ENTER, KeyCode.N);
        planner.stroke(A, C);
        Case c = saved();
        assertEquals(List.of(Shape.Outline.class, Shape.Outline.class, Shape.Spline.class, Shape.Ellipse.class,
                Shape.Outline.class, Shape.Line.class, Shape.Bidirectional.class, Shape.Angle.class,
                Shape.Polyline.class, Shape.Marker.class, Shape.Text.class, Shape.Outline.class), shapes(c));
        assertEquals(1, c.plans().size());
        assertEquals("Scar", c.annotations().get(10).label());
        assertEquals("no-go-zone", c.annotations().getLast().structureId());
        Shape.Outline rubbed = (Shape.Outline) c.annotations().get(4).shape();
        assertTrue(rubbed.polygon().area() < 0.95 * Math.PI * 144, "rubbed: " + rubbed.polygon().area());
    }

    @Test
    void everyToolWithTheKeyboardAlone() throws Exception {
        planner.type(KeyCode.P, KeyCode.Q);
        triangle();
        planner.type(KeyCode.ENTER, KeyCode.F);
        triangle();
        planner.type(KeyCode.ENTER);
        planner.shift(KeyCode.P);
        triangle();
        planner.type(KeyCode.ENTER, KeyCode.E);
        triangle();
        // Away from the ellipse, on which the brush would paint.
        for (int i = 0; i < 4; i++) {
            go(KeyCode.DOWN);
        }
        planner.type(KeyCode.B, KeyCode.OPEN_BRACKET, KeyCode.SPACE, KeyCode.L);
        line();
        planner.shift(KeyCode.L);
        line();
        line();
        planner.type(KeyCode.A);
        triangle();
        planner.type(KeyCode.Y);
        line();
        planner.type(KeyCode.ENTER, KeyCode.D, KeyCode.SPACE, KeyCode.X, KeyCode.SPACE);
        planner.write("Scar");
        planner.type(KeyCode.ENTER);
        planner.shift(KeyCode.N);
        triangle();
        planner.type(KeyCode.ENTER, KeyCode.N);
        planner.shift(KeyCode.SPACE);
        planner.shift(KeyCode.LEFT);
        planner.shift(KeyCode.LEFT);
        planner.shift(KeyCode.SPACE);
        Case c = saved();
        assertEquals(List.of(Shape.Outline.class, Shape.Outline.class, Shape.Spline.class, Shape.Ellipse.class,
                Shape.Outline.class, Shape.Line.class, Shape.Bidirectional.class, Shape.Angle.class,
                Shape.Polyline.class, Shape.Marker.class, Shape.Text.class, Shape.Outline.class), shapes(c));
        assertEquals(1, c.plans().size());
    }

    @Test
    void livewireAndWandLookAtThePixels() throws Exception {
        planner.type(KeyCode.V);
        planner.waitFor("the edges", () -> {
            planner.clickAt(A);
            return !planner.text("#hint").contains("not there yet");
        });
        planner.clickAt(B, C);
        planner.type(KeyCode.ENTER);
        planner.type(KeyCode.G);
        planner.clickAt(new Point(80, 60));
        Case c = saved();
        assertEquals(Origin.LIVEWIRE, c.annotations().getFirst().origin());
    }

    /** Three clicks, each somewhere else, and back to where it began. */
    private void triangle() {
        planner.type(KeyCode.SPACE);
        go(KeyCode.RIGHT);
        planner.type(KeyCode.SPACE);
        go(KeyCode.DOWN);
        planner.type(KeyCode.SPACE);
        go(KeyCode.LEFT);
        go(KeyCode.UP);
    }

    /** Two clicks apart, and back. */
    private void line() {
        planner.type(KeyCode.SPACE);
        go(KeyCode.RIGHT);
        planner.type(KeyCode.SPACE);
        go(KeyCode.LEFT);
    }

    private void go(KeyCode way) {
        planner.shift(way);
    }

    @Test
    void whatWasDrawnBeforeTheWindowWasClosedCanBeUndoneAfterwards(FxRobot robot) throws Exception {
        planner.type(KeyCode.L);
        planner.stroke(A, B);
        planner.type(KeyCode.A);
        planner.clickAt(A, B, C);
        planner.close();
        planner = PlannerRobot.start(robot, composition);
        planner.open();
        planner.waitFor("the history", () -> planner.find("#undo").isDisabled() == false);
        planner.shortcut(KeyCode.Z);
        planner.shortcut(KeyCode.Z);
        planner.shortcut(KeyCode.Y);
        Case c = saved();
        assertEquals(List.of(Shape.Line.class), shapes(c));
    }
}
