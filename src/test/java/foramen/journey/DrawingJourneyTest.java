package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.app.composition.Composition;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.annotation.Annotation;
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

/** What is drawn in the real window outlasts it, with its history. */
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
