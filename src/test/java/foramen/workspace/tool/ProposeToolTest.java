package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.del;
import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.enter;
import static foramen.workspace.tool.Bench.esc;
import static foramen.workspace.tool.Bench.move;
import static foramen.workspace.tool.Bench.nudge;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.overlay.Draft;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.OutlineProposer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProposeToolTest {
    /** A circle of radius 20 round (100, 50). */
    private static final List<Point> FOUND = IntStream.range(0, 72)
            .mapToObj(i -> new Point(100 + 20 * Math.cos(i * Math.PI / 36), 50 + 20 * Math.sin(i * Math.PI / 36)))
            .toList();

    private final Bench bench = new Bench(new ProposeTool());

    private Bench proposed() {
        bench.feed(press(100, 50));
        bench.last = ProposeTool.answered(new Answer.Found(FOUND, 0.82), bench.context());
        bench.state = bench.last.next();
        return bench;
    }

    private static List<Point> outline(Bench b) {
        return assertInstanceOf(ToolState.Proposed.class, b.state).outline();
    }

    @Test
    void aDoubtfulProposalSaysSoInThePictureAndInTheLineBelow() {
        ToolStep sure = ProposeTool.answered(new Answer.Found(FOUND, 0.82), bench.context());
        ToolStep doubtful = ProposeTool.answered(new Answer.Found(FOUND, 0.75), bench.context());
        assertFalse(sure.hint().contains("doubtful"), sure.hint());
        assertTrue(doubtful.hint().contains("(doubtful, confidence 0.75)"), doubtful.hint());
        assertTrue(doubtful.draft().orElseThrow().words().startsWith("doubtful"));
    }

    @Test
    void aClickAsksAndEscStops() {
        bench.feed(press(100, 50), release(100, 50));
        assertEquals(new ToolState.Asking(new Point(100, 50)), bench.state);
        bench.feed(esc());
        assertTrue(bench.idle());
    }

    @Test
    void theProposalIsADraftWithItsConfidenceAndNothingIsDrawnYet() {
        proposed();
        Draft draft = bench.last.draft().orElseThrow();
        assertEquals(Draft.Kind.PROPOSAL, draft.kind());
        assertEquals(FOUND, draft.placed());
        assertTrue(draft.words().contains("0.82"), draft.words());
        assertTrue(bench.last.hint().contains("0.82"), bench.last.hint());
        assertEquals(List.of(), bench.casefile.annotations());
        bench.feed(move(10, 10), release(10, 10));
        assertEquals(FOUND, outline(bench));
        assertEquals(List.of(), bench.casefile.annotations());
    }

    @Test
    void enterTakesItOverAsOneEditThatSaysHowItCameToBe() {
        proposed().feed(enter());
        Annotation a = bench.casefile.annotations().getFirst();
        assertEquals(Origin.PROPOSED, a.origin());
        assertEquals(new Shape.Outline(new Polygon(FOUND)), a.shape());
        assertEquals(List.of("Take over proposed sciatic nerve"), bench.actions);
        assertEquals(Optional.of(a.id()), bench.selected);
        assertTrue(bench.idle());
    }

    @Test
    void aDoubleClickInsideTakesItOverAndASingleOneDoesNothing() {
        proposed().feed(press(100, 50), release(100, 50));
        assertEquals(FOUND, outline(bench));
        assertEquals(List.of(), bench.casefile.annotations());
        bench.feed(twice(100, 50), release(100, 50));
        assertEquals(new Shape.Outline(new Polygon(FOUND)), bench.casefile.annotations().getFirst().shape());
        assertEquals(Origin.PROPOSED, bench.casefile.annotations().getFirst().origin());
        assertTrue(bench.idle());
    }

    @Test
    void theSecondPressOfTheClickThatAskedTakesNothingOver() {
        proposed().feed(twice(100, 50), release(100, 50));
        assertEquals(FOUND, outline(bench));
        assertEquals(List.of(), bench.casefile.annotations());
    }

    @Test
    void aDoubleTapOfAFingerNearTheBorderCountsWhereItLiesInsideAndDragsNothing() {
        // For a finger nearly all of a small nerve is near the border.
        proposed().feed(press(117, 50), drag(118, 50), release(118, 50), twice(117, 50), release(117, 50));
        assertEquals(new Shape.Outline(new Polygon(FOUND)), bench.casefile.annotations().getFirst().shape());
        proposed().feed(press(117, 50), drag(130, 50), release(130, 50), twice(117, 50));
        assertEquals(1, bench.casefile.annotations().size(), "after a drag the next press is a first one");
    }

    @Test
    void aDoubleClickOutsideTakesNothingOver() {
        proposed().feed(press(30, 30), twice(30, 30));
        assertEquals(List.of(), bench.casefile.annotations());
    }

    private static ToolInput.Press twice(double x, double y) {
        return new ToolInput.Press(new Point(x, y), 2, Modifiers.NONE);
    }

    @Test
    void escAndDeleteDropIt() {
        proposed().feed(esc());
        assertTrue(bench.idle());
        proposed().feed(del());
        assertTrue(bench.idle());
        assertEquals(List.of(), bench.casefile.annotations());
    }

    @Test
    void theBorderIsDraggedWithItsNeighboursAndTheRestStays() {
        proposed().feed(press(121, 50), drag(125, 50), drag(131, 50), release(131, 50));
        List<Point> now = outline(bench);
        assertEquals(new Point(130, 50), now.getFirst());
        assertTrue(now.get(4).distanceTo(FOUND.get(4)) > 1);
        assertEquals(FOUND.get(36), now.get(36));
        bench.feed(enter());
        assertEquals(130, ((Shape.Area) bench.casefile.annotations().getFirst().shape()).polygon().bounds().maxX(),
                1e-9);
    }

    @Test
    void aTremblingPressOnTheBorderMovesNothing() {
        proposed().feed(press(121, 50), drag(122, 50), release(122, 50));
        assertEquals(FOUND, outline(bench));
    }

    @Test
    void anotherClickAsksAnewAndArrowsMoveAllOfIt() {
        proposed().feed(nudge(3, 0));
        assertEquals(103 + 20, outline(bench).getFirst().x(), 1e-9);
        bench.feed(press(30, 30));
        assertEquals(new ToolState.Asking(new Point(30, 30)), bench.state);
    }

    @Test
    void onlyANerveIsProposed() {
        ToolContext c = bench.context();
        ToolContext muscle = new ToolContext(c.casefile(), c.frame(), c.bounds(),
                new Labelling("piriformis", c.labelling().laterality(), c.labelling().level(), c.labelling().plane()),
                c.tolerance(), c.selectedId(), c.author(), c.now(), c.ids(), c.structures(), c.brushRadius(),
                c.picture());
        ToolStep step = new ProposeTool().step(ToolState.Idle.START, press(100, 50), muscle);
        assertInstanceOf(ToolState.Idle.class, step.next());
        assertTrue(step.hint().contains("piriformis"), step.hint());
    }

    @Test
    void theControllerAsksInAJobAndAnAnswerThatComesTooLateIsDropped() {
        CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
                () -> "Dr Test", Fixtures.ids());
        editor.open(new StoredCase(Fixtures.emptyCase(), 0));
        ToolController tools = new ToolController(editor, StructureCatalog.standard());
        ManualJobRunner jobs = new ManualJobRunner();
        List<Answer> answers = new ArrayList<>(List.of(new Answer.Refused("No border there."),
                new Answer.Found(FOUND, 0.5), new Answer.Found(FOUND, 0.6)));
        tools.setProposer((frame, seed, then) -> jobs.start("Looking", p -> answers.removeFirst(), then, e -> {}));
        tools.show(Fixtures.info(3), 0);
        tools.toolProperty().set(ToolId.PROPOSE);

        tools.handle(press(100, 50), 6);
        assertTrue(tools.busyProperty().get());
        jobs.runAll();
        assertEquals("No border there.", tools.hintProperty().get());
        assertFalse(tools.busyProperty().get());

        tools.handle(press(100, 50), 6);
        tools.show(Fixtures.info(3), 1);
        jobs.runAll();
        assertEquals(Optional.empty(), tools.draftProperty().get());

        tools.handle(press(100, 50), 6);
        jobs.runAll();
        assertEquals(FOUND, tools.draftProperty().get().orElseThrow().placed());
        tools.handle(enter(), 6);
        assertEquals(1, editor.current().annotations().size());
        assertEquals(1, editor.current().annotations().getFirst().frame().index());
    }
}
