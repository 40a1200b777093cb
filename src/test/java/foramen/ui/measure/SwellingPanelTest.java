package foramen.ui.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Traits;
import foramen.domain.casefile.Case;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.inspector.SwollenCases;
import foramen.ui.support.Page;
import foramen.ui.support.TestBench;
import foramen.ui.support.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SwellingPanelTest {
    private final TestBench bench = SwollenCases.bench();
    private final List<String> copied = new ArrayList<>();
    @SuppressWarnings("NullAway.Init") // start() makes both before any test
    private SwellingPart part;
    @SuppressWarnings("NullAway.Init")
    private Page page;

    @Start
    void start(Stage stage) {
        part = new SwellingPart(
                new SwellingViewModel(bench.workbench, bench.structures, bench.swelling(), TestBench.LOCALE),
                copied::add);
        page = new Page(part);
        Scene scene = new Scene(page, 340, 960);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void theVerdictStandsWithItsCitationAndBothValues(FxRobot robot) {
        String sides = words(robot, "#swelling-sides");
        assertTrue(sides.contains("Beyond measurement error (> 16.4 mm²); Tagliafico 2012"), sides);
        assertTrue(sides.contains("Ratio R/L") && sides.contains("Difference"), sides);
    }

    @Test
    void excludingATraceByKeyboardChangesTheMeanAndKeepsTheKeyboardAndIsUndone(FxRobot robot) {
        assertTrue(words(robot, "#swelling-repeats").contains("Mean of 4"), words(robot, "#swelling-repeats"));
        CheckBox last = robot.from(robot.lookup("#swelling-repeats").<Node>query()).lookup(".check-box")
                .queryAllAs(CheckBox.class).stream().reduce((a, b) -> b).orElseThrow();
        robot.interact(last::requestFocus);
        robot.type(KeyCode.SPACE);
        String repeats = words(robot, "#swelling-repeats");
        assertTrue(repeats.contains("Mean of 3") && repeats.contains("103.0\u00a0mm²"), repeats);
        assertTrue(page.getScene().getFocusOwner() instanceof CheckBox);
        robot.interact(bench.editor::undo);
        assertTrue(words(robot, "#swelling-repeats").contains("Mean of 4"));
    }

    @Test
    void theCurveGoesToTheFrameClickedAndWalksByKeyboard(FxRobot robot) {
        Node chart = robot.lookup("#area-curve").query();
        assertTrue(String.valueOf(chart.getAccessibleText()).contains("maximum 103.0\u00a0mm² on frame 31"),
                chart.getAccessibleText());
        robot.clickOn("#area-curve");
        int clicked = bench.cine.frameIndexProperty().get();
        assertTrue(clicked > 30 && clicked < 60, "went to " + clicked);
        assertSame(chart, chart.getScene().getFocusOwner());
        robot.type(KeyCode.HOME);
        assertEquals(4, bench.cine.frameIndexProperty().get());
        robot.type(KeyCode.RIGHT);
        assertEquals(14, bench.cine.frameIndexProperty().get());
        robot.type(KeyCode.ENTER);
        assertEquals(30, bench.cine.frameIndexProperty().get());
        robot.type(KeyCode.END);
        robot.clickOn("#curve-maximum");
        assertEquals(30, bench.cine.frameIndexProperty().get());
    }

    @Test
    void aMaximumThatNobodyCheckedSaysSoAndTheLineBreaksAtWhatWasRejected(FxRobot robot) {
        robot.interact(() -> {
            Case now = bench.casefile();
            Annotation key = SwollenCases.nerve("key", 84, Laterality.RIGHT, 60, 30);
            now = now.withAnnotation(key).withAnnotation(followed(85, 60, Follow.Review.REJECTED))
                    .withAnnotation(followed(86, 120, Follow.Review.OPEN));
            bench.editor.commit(now, "Follow");
        });
        Node chart = robot.lookup("#area-curve").query();
        assertTrue(String.valueOf(chart.getAccessibleText()).contains("on frame 87 (trace, followed, to check)"),
                chart.getAccessibleText());
        assertTrue(words(robot, "#area-curve").contains("frame 87 (trace, followed, to check)"),
                words(robot, "#area-curve"));
        Path line = robot.from(chart).lookup(".curve-line").queryAs(Path.class);
        assertEquals(2, line.getElements().stream().filter(MoveTo.class::isInstance).count());
        assertEquals(1, robot.from(chart).lookup(".curve-open.curve-maximum").queryAll().size());
    }

    private static Annotation followed(int frame, double width, Follow.Review review) {
        return SwollenCases.nerve("f" + frame, frame, Laterality.RIGHT, width, 60).withOrigin(Origin.FOLLOWED)
                .withFollow(Optional.of(new Follow("t", false, 0.9, false, review)));
    }

    @Test
    void aLineIsCopiedWithUnitSideMethodAndScaleAndShowsThemWhileItHasTheKeyboard(FxRobot robot) {
        NumberRow row = robot.from(robot.lookup("#swelling-size").<Node>query()).lookup(".number-row")
                .queryAllAs(NumberRow.class).iterator().next();
        robot.interact(row::requestFocus);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(List.of("Sciatic nerve, right, short axis, Piriformis (greater sciatic foramen), frame 31:"
                + " AP diameter 8.0\u00a0mm (extent along the depth axis, scale: US region)"), copied);
        assertTrue(row.getAccessibleText().contains("scale: US region"));
        NumberRow longest = robot.from(robot.lookup("#swelling-size").<Node>query()).lookup(".number-row")
                .queryAllAs(NumberRow.class).stream().filter(r -> r.getAccessibleText().startsWith("Flattening"))
                .findFirst().orElseThrow();
        Labeled source = (Labeled) longest.getChildren().getLast();
        assertTrue(source.getText().contains("scale: US region") && source.isVisible(), source.getText());
        double line = source.getHeight();
        robot.interact(longest::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(source.getHeight() > 1.5 * line, source.getHeight() + " for all of it, " + line + " for a line");
        click(robot, "#swelling-copy");
        assertTrue(copied.getLast().lines().count() > 15);
    }

    @Test
    void aReferenceSiteGivesTheSwellingRatioOfBothLevels(FxRobot robot) {
        click(robot, "Gluteal fold");
        String swelling = words(robot, "#swelling-swelling");
        assertTrue(swelling.contains("Gluteal fold (reference)") && swelling.contains("Swelling ratio"), swelling);
        assertTrue(swelling.contains("No cut-off is published"), swelling);
    }

    @Test
    void aMuscleMeasuredOnBothSidesHasItsDifferenceInMillimetresAndPerCent(FxRobot robot) {
        robot.interact(() -> bench.editor.commit(bench.casefile().withAnnotation(
                Cases.line("m3", "piriformis", new Point(250, 150), new Point(250, 190))
                        .withLaterality(Laterality.LEFT)),
                "Measure"));
        String said = words(robot, "#swelling-thickness0");
        assertTrue(said.contains("+2.8\u00a0mm") && said.contains("+35.0\u00a0%")
                && said.contains("No cut-off is published for the side difference"), said);
    }

    @Test
    void aCalcificationGetsItsShadowAndContour(FxRobot robot) {
        String said = words(robot, "#swelling-k1");
        assertTrue(
                said.contains("6.0\u00a0mm") && said.contains("2.0\u00a0mm") && said.contains("To the sciatic nerve"),
                said);
        click(robot, "partial");
        click(robot, "irregular");
        Traits traits = bench.casefile().annotation("k1").orElseThrow().traits();
        assertEquals(Optional.of(Traits.Shadow.PARTIAL), traits.shadow());
        assertEquals(Optional.of(Traits.Contour.IRREGULAR), traits.contour());
    }

    @Test
    void musclesAndLigamentsSayWhatIsKnownOfTheirThickness(FxRobot robot) {
        String said = words(robot, "#swelling");
        assertTrue(said.contains("Above the cut-off of 9.95 mm. Siahaan 2021"), said);
        assertTrue(said.contains("No ultrasound cut-off is published for this structure."), said);
    }

    @Test
    void whileTheClipPlaysTheComparisonStaysAndTheNeighboursFollowTheFrame(FxRobot robot) {
        robot.interact(() -> {
            bench.editor.selectionProperty().set(Optional.empty());
            bench.cine.play();
            bench.cine.seek(60);
        });
        assertTrue(words(robot, "#swelling-repeats").contains("Mean of 4"));
        assertFalse(words(robot, "#swelling").contains("Siahaan"));
        robot.interact(bench.cine::pause);
        assertTrue(words(robot, "#swelling-repeats").contains("Mean of 2"), words(robot, "#swelling-repeats"));
    }

    @Test
    void withoutAScaleThereIsNoVerdictButTheReason(FxRobot robot) {
        robot.interact(() -> bench.clip.set(Optional.of(FakeClip.uncalibrated())));
        String sides = words(robot, "#swelling-sides");
        assertTrue(sides.contains("No verdict.") && sides.contains("no calibration"), sides);
        assertFalse(words(robot, "#swelling").matches("(?s).*\\d[\\s\\u00a0]mm².*"), words(robot, "#swelling"));
    }

    /** Scrolls to a node and clicks on it. */
    private void click(FxRobot robot, String what) {
        Node node = robot.lookup(what).query();
        robot.interact(() -> {
            double at = part.sceneToLocal(node.localToScene(0, 0)).getY();
            page.setVvalue(Math.clamp((at - 300) / (part.getHeight() - 900), 0, 1));
            page.layout();
        });
        robot.clickOn(what);
    }

    private static String words(FxRobot robot, String id) {
        StringBuilder all = new StringBuilder();
        for (Labeled l : robot.from(robot.lookup(id).<Node>query()).lookup((Node n) -> n instanceof Labeled)
                .queryAllAs(Labeled.class)) {
            if (isShown(l)) {
                all.append(l.getText()).append(" | ");
            }
        }
        return all.toString();
    }

    private static boolean isShown(Node n) {
        return n.isVisible() && (n.getParent() == null || isShown(n.getParent()));
    }
}
