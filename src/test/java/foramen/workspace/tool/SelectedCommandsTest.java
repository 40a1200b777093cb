package foramen.workspace.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectedCommandsTest {
    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final ToolController tools = new ToolController(editor, StructureCatalog.standard());
    private final SelectedCommands commands = new SelectedCommands(editor, tools, Locale.ROOT);

    @BeforeEach
    void open() {
        editor.begin(Fixtures.emptyCase());
        tools.show(Fixtures.info(10), 0);
        put(Fixtures.annotation("a", Fixtures.square(20, 20, 30)));
        editor.selectionProperty().set(Optional.of("a"));
    }

    private void put(Annotation a) {
        editor.commit(editor.current().withAnnotation(a), "Draw");
    }

    private Annotation a() {
        return editor.current().annotation("a").orElseThrow();
    }

    private List<Annotation> on(int frame) {
        return editor.current().annotationsOn(new FrameRef(Fixtures.CLIP_UID, frame));
    }

    private static Shape shaky() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double r = 30 + (i % 2);
            points.add(new Point(100 + r * Math.cos(i * Math.PI / 60), 50 + r * Math.sin(i * Math.PI / 60)));
        }
        return new Shape.Outline(new Polygon(points));
    }

    @Test
    void smoothingIsOneStepOfUndoAndSaysWhatItDidToTheArea() {
        put(Fixtures.annotation("a", shaky()));
        Case before = editor.current();
        commands.smooth();
        assertEquals("Smooth sciatic nerve", editor.undoAction());
        assertTrue(tools.hintProperty().get().matches("Smoothed: the area went from [\\d.]+.mm² to [\\d.]+.mm²\\."),
                tools.hintProperty().get());
        editor.undo();
        assertEquals(before, editor.current());
    }

    @Test
    void aCopyThatIsSmoothedStaysACopy() {
        put(Fixtures.annotation("a", shaky()).withOrigin(Origin.COPIED));
        commands.smooth();
        assertEquals(Origin.COPIED, a().origin());
    }

    @Test
    void whatCannotBeSmoothedIsLeftAndSaid() {
        put(Fixtures.annotation("a", Fixtures.line(0, 0, 9, 9)));
        commands.smooth();
        assertTrue(tools.hintProperty().get().contains("Only an outline"));
        put(Fixtures.annotation("a", shaky()).withLocked(true));
        commands.smooth();
        assertTrue(tools.hintProperty().get().contains("locked"));
        put(Fixtures.annotation("a", new Shape.Outline(new Polygon(List.of(new Point(0, 0), new Point(50, 50),
                new Point(50, 0), new Point(0, 50))))));
        commands.smooth();
        assertTrue(tools.hintProperty().get().contains("crosses itself"));
    }

    @Test
    void lockingAndHidingCanBeTakenBackByTheSameKey() {
        commands.toggleLock();
        assertTrue(a().locked());
        commands.toggleHidden();
        assertTrue(a().hidden() && a().locked());
        commands.toggleHidden();
        commands.toggleLock();
        assertFalse(a().hidden() || a().locked());
    }

    @Test
    void aCopyToTheOtherSideIsMirroredAndMarkedOnTheSameFrameWhereThereIsNoOtherClip() {
        commands.duplicateToOtherSide();
        Annotation copy = on(0).getLast();
        assertEquals(Laterality.RIGHT, copy.laterality());
        assertEquals(Origin.COPIED, copy.origin());
        assertEquals(new Point(180, 20), copy.shape().points().getFirst());
        assertEquals(Optional.of(copy.id()), editor.selectionProperty().get());
        assertEquals("Copy sciatic nerve to the right", editor.undoAction());
    }

    @Test
    void aCopyToTheOtherSideGoesToTheClipOfThatSideToTheSameStructure() {
        FrameRef there = new FrameRef("2.25.9", 4);
        editor.commit(editor.current().withClip(new ClipRef("2.25.9", "/clips/b.dcm", "Right"))
                .withAnnotation(new Annotation("b", there, Fixtures.square(0, 0, 5), "sciatic-nerve",
                        Laterality.RIGHT, a().level(), a().plane(), "", false, "", Fixtures.NOW)),
                "Other clip");
        commands.duplicateToOtherSide();
        assertEquals(2, editor.current().annotationsOn(there).size());
        assertEquals(1, on(0).size());
        assertTrue(tools.hintProperty().get().contains("frame 5"));
    }

    @Test
    void whatHasNoSideHasNoOther() {
        put(a().withLaterality(Laterality.UNSPECIFIED));
        commands.duplicateToOtherSide();
        assertEquals(1, on(0).size());
        assertTrue(tools.hintProperty().get().contains("no side"));
    }

    @Test
    void whatWasCopiedIsPastedOnAnotherFrameAndBesideItselfOnItsOwn() {
        commands.paste();
        assertTrue(tools.hintProperty().get().contains("Nothing has been copied"));
        commands.copy();
        commands.paste();
        assertEquals(new Point(32, 32), on(0).getLast().shape().points().getFirst());
        tools.show(Fixtures.info(10), 3);
        commands.paste();
        assertEquals(a().shape(), on(3).getFirst().shape());
        assertEquals(Origin.COPIED, on(3).getFirst().origin());
        assertFalse(on(3).getFirst().id().equals("a"));
    }

    @Test
    void aPasteStaysInThePicture() {
        put(Fixtures.annotation("a", Fixtures.square(165, 65, 34)));
        commands.copy();
        commands.paste();
        assertTrue(on(0).getLast().shape().points().stream().allMatch(p -> p.x() <= 200 && p.y() <= 100));
    }

    @Test
    void aCopyToTheNextFrameEndsAtTheLast() {
        commands.copyToFrame(1);
        assertEquals(1, on(1).size());
        commands.copyToFrame(-1);
        assertTrue(tools.hintProperty().get().contains("no frame"));
        assertEquals(Optional.of("a"), editor.selectionProperty().get());
    }

    @Test
    void aCopyToTheNeighbourIsMadeOnceAndNotOverWhatIsThere() {
        commands.copyToFrame(1);
        commands.copyToFrame(1);
        assertEquals(1, on(1).size());
        assertEquals("Frame 2 has it already; go there to change it.", tools.hintProperty().get());
        put(on(1).getFirst().withShape(Fixtures.square(50, 50, 9), Fixtures.NOW));
        commands.copyToFrame(1);
        assertEquals(1, on(1).size());
        put(on(1).getFirst().withLaterality(Laterality.RIGHT));
        commands.copyToFrame(1);
        assertEquals(2, on(1).size());
    }

    @Test
    void ofTwoCalcificationsBothCanBeCopied() {
        put(editor.current().annotation("a").orElseThrow().withStructure("calcification"));
        put(Fixtures.annotation("b", Fixtures.square(60, 60, 9)).withStructure("calcification"));
        commands.copyToFrame(1);
        editor.selectionProperty().set(Optional.of("b"));
        commands.copyToFrame(1);
        commands.copyToFrame(1);
        assertEquals(2, on(1).size());
    }

    @Test
    void aCopyToKeyFramesGoesToThoseThatLackIt() {
        put(Fixtures.annotation("p", Fixtures.square(0, 0, 9)).withStructure("piriformis")
                .copiedTo("p2", new FrameRef(Fixtures.CLIP_UID, 2), Origin.DRAWN, Fixtures.NOW));
        put(Fixtures.annotation("q", Fixtures.square(0, 0, 9))
                .copiedTo("q5", new FrameRef(Fixtures.CLIP_UID, 5), Origin.DRAWN, Fixtures.NOW));
        commands.copyToKeyFrames();
        assertEquals(2, on(2).size());
        assertEquals(1, on(5).size());
        assertEquals("Copy sciatic nerve to key frames", editor.undoAction());
        put(on(5).getFirst().withStructure("piriformis").withFollow(Optional.of(Follow.keyFrame("t"))));
        put(Fixtures.annotation("r", Fixtures.square(0, 0, 9)).withStructure("piriformis")
                .copiedTo("r7", new FrameRef(Fixtures.CLIP_UID, 7), Origin.DRAWN, Fixtures.NOW));
        editor.selectionProperty().set(Optional.of("a"));
        commands.copyToKeyFrames();
        assertEquals(2, on(5).size());
        assertEquals(1, on(7).size());
    }

    @Test
    void withNothingSelectedEverythingSaysSo() {
        editor.selectionProperty().set(Optional.empty());
        Case before = editor.current();
        for (Runnable r : List.<Runnable>of(commands::smooth, commands::toggleLock, commands::toggleHidden,
                commands::duplicateToOtherSide, commands::copy, () -> commands.copyToFrame(1),
                commands::copyToKeyFrames)) {
            tools.say("");
            r.run();
            assertTrue(tools.hintProperty().get().startsWith("Select"));
        }
        assertEquals(before, editor.current());
    }
}
