package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.geometry.Point;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Right against left: two clips of one patient beside one another, linked, traced and compared. */
@ExtendWith(ApplicationExtension.class)
class PairJourneyTest {
    private static final Path SAMPLES = Path.of("sample-dicom").toAbsolutePath();
    private static final Path RIGHT = SAMPLES.resolve("a-piriformis-right-swollen.dcm");
    private static final Path LEFT = SAMPLES.resolve("a-piriformis-left-normal.dcm");
    private static final List<Point> LARGE = box(260, 200, 90);
    private static final List<Point> SMALL = box(260, 200, 60);

    private static final Pattern VALUES = Pattern
            .compile(
                    "R [0-9.]+ mm² · L [0-9.]+ mm² · difference \\+[0-9.]+ mm² · R/L ([0-9.]+) · trace, Piriformis .*");

    private PlannerRobot planner;

    @BeforeEach
    void start(FxRobot robot, @TempDir Path home) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(home,
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
    }

    @AfterEach
    void close() {
        planner.close();
    }

    private static List<Point> box(double x, double y, double edge) {
        return List.of(new Point(x, y), new Point(x + edge, y), new Point(x + edge, y + edge),
                new Point(x, y + edge));
    }

    /** The level is chosen in the Outline page, as the comparison needs it. */
    private void trace(List<Point> outline) {
        planner.type(KeyCode.P);
        planner.choose("Plane: Short axis");
        planner.choose("#annotate-level", "Piriformis (greater sciatic foramen)");
        planner.outline(outline);
    }

    @Test
    void bothNervesAreTracedAndTheVerdictStandsBetweenThem() {
        planner.open(RIGHT).add(LEFT);
        planner.withShift(KeyCode.Y);
        planner.step("outline");
        trace(LARGE);
        planner.type(KeyCode.F6);
        assertTrue(planner.spoken("#pair-verdict").startsWith("Outline the same structure"));
        trace(SMALL);
        String values = planner.text("#pair-values");
        Matcher shown = VALUES.matcher(values);
        assertTrue(shown.matches(), values + planner.spoken("#pair-verdict"));
        // 90² by 60², as far as presses on whole units of the screen can tell.
        assertEquals(2.25, Double.parseDouble(shown.group(1)), 0.1);
        assertTrue(planner.text("#pair-verdict").contains("16.4"), planner.text("#pair-verdict"));
        assertEquals(List.of(Laterality.RIGHT, Laterality.LEFT),
                planner.casefile().annotations().stream().map(Annotation::laterality).toList());
        planner.withShift(KeyCode.M);
        assertEquals(values, planner.text("#pair-values"));
    }

    @Test
    void enterOnTheSecondPictureGoesThereAndFinishesNothingInTheFirst() {
        planner.open(RIGHT).add(LEFT);
        planner.type(KeyCode.P);
        planner.clickAt(new Point(200, 200), new Point(260, 200), new Point(260, 260));
        planner.robot().interact(() -> planner.find("#companion-view").requestFocus());
        planner.type(KeyCode.ENTER);
        assertEquals(List.of(), planner.casefile().annotations());
        planner.type(KeyCode.L);
        planner.stroke(new Point(200, 200), new Point(230, 200), new Point(260, 200));
        assertEquals(List.of(Laterality.LEFT),
                planner.casefile().annotations().stream().map(Annotation::laterality).toList());
    }

    @Test
    void whatTheDisplayDoesToThePicturesIsMarkedOnBoth() {
        planner.open(RIGHT).add(LEFT);
        planner.withShift(KeyCode.I);
        for (int i = 0; i < 2; i++) {
            planner.waitFor("both marks", () -> planner.text("#picture-mark").contains("Inverted")
                    && planner.text("#companion-mark").contains("Inverted"));
            planner.type(KeyCode.F6);
        }
        planner.withShift(KeyCode.I);
        planner.waitFor("no mark", () -> planner.count("#picture-mark") + planner.count("#companion-mark") == 0);
    }

    @Test
    void byTheKeyboardAloneToo() {
        planner.open(RIGHT).add(LEFT);
        for (int side = 0; side < 2; side++) {
            planner.type(KeyCode.L, KeyCode.Q, KeyCode.SPACE);
            for (int i = 0; i < 6; i++) {
                planner.withShift(KeyCode.RIGHT);
            }
            planner.type(KeyCode.SPACE, KeyCode.Q, KeyCode.F6);
        }
        assertEquals(List.of(Laterality.RIGHT, Laterality.LEFT),
                planner.casefile().annotations().stream().map(Annotation::laterality).toList());
        planner.withShift(KeyCode.Y);
        planner.type(KeyCode.END);
        planner.waitFor("the last frame", () -> planner.frameNumber() == 60);
        planner.type(KeyCode.F6);
        planner.waitFor("the last frame", () -> planner.frameNumber() == 60);
        planner.withShift(KeyCode.T);
        assertEquals(0, planner.count("#companion"));
        planner.type(KeyCode.PAGE_UP);
        planner.settle();
        assertEquals(2, planner.casefile().clips().size());
    }
}
