package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.enter;
import static foramen.workspace.tool.Bench.move;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Frame;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.overlay.Draft;
import foramen.overlay.Mark;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The side beside what is being drawn is the side it is stored with. */
class DraftSideTest {
    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final ToolController tools = new ToolController(editor, StructureCatalog.standard());
    private final OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());

    /** How a tool is worked until its draft has a label, and how it is then finished. */
    private record Gesture(ToolId tool, List<ToolInput> begun, List<ToolInput> ended) {
        @Override
        public String toString() {
            return tool.label();
        }
    }

    static Stream<Gesture> gestures() {
        List<ToolInput> dragged = List.of(press(20, 20), drag(60, 60));
        return Stream.of(new Gesture(ToolId.LINE, dragged, List.of(release(60, 60))),
                new Gesture(ToolId.ELLIPSE, List.of(press(20, 40), drag(60, 40), release(60, 40), move(40, 50)),
                        List.of(press(40, 50), release(40, 50))),
                new Gesture(ToolId.BIDIRECTIONAL, List.of(press(20, 40), drag(60, 40), release(60, 40), press(40, 20),
                        drag(40, 60)), List.of(release(40, 60))),
                new Gesture(ToolId.ANGLE, List.of(press(20, 20), release(20, 20), press(40, 40), release(40, 40),
                        move(60, 20)), List.of(press(60, 20), release(60, 20))),
                new Gesture(ToolId.BRUSH, dragged, List.of(release(60, 60))),
                new Gesture(ToolId.WAND, dragged, List.of(release(60, 60))),
                new Gesture(ToolId.PROPOSE, List.of(press(40, 40), release(40, 40)), List.of(enter())));
    }

    @BeforeEach
    void open() {
        editor.begin(Fixtures.emptyCase().withSide(Laterality.RIGHT));
        tools.setSight((frame, seen) -> seen.accept(Optional.of(new FakePicture())));
        tools.setProposer((frame, seed, then) -> new CurrentThreadJobRunner().start("Looking",
                p -> new OutlineProposer.Answer.Found(Bench.points(30, 30, 50, 30, 50, 50, 30, 50), 0.9), then,
                e -> {}));
        tools.show(Fixtures.info(10), 0);
        tools.see(new Frame(1, 1, new int[1]));
    }

    private void feed(List<ToolInput> inputs) {
        inputs.forEach(i -> tools.handle(i, Bench.TOLERANCE));
    }

    private List<String> labels() {
        OverlayScene scene = new OverlayScene(tools.previewCase(), Fixtures.info(10), 0, Optional.empty(),
                tools.draftProperty().get(), List.of());
        List<String> labels = new ArrayList<>();
        for (Mark m : composer.compose(scene,
                new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.ROOT)).marks()) {
            if (m instanceof Mark.Label label) {
                labels.add(label.text());
            }
        }
        return labels;
    }

    private boolean says(Laterality side) {
        return labels().stream().anyMatch(l -> l.matches(".*\\b" + side.letter() + "\\b.*"));
    }

    @ParameterizedTest
    @MethodSource("gestures")
    void aDraftIsLabelledWithTheSideChosenForItAndNotWithTheCases(Gesture g) {
        tools.toolProperty().set(g.tool());
        tools.next().lateralityProperty().set(Laterality.LEFT);
        feed(g.begun());
        assertTrue(says(Laterality.LEFT), labels()::toString);
        assertEquals(false, says(Laterality.RIGHT), labels()::toString);
        feed(g.ended());
        assertEquals(Laterality.LEFT, editor.current().annotations().getFirst().laterality());
    }

    @ParameterizedTest
    @EnumSource(value = ToolId.class, names = {"NEEDLE", "PUNCTURE"})
    void aNeedleBeingPlannedIsOfTheSideChosenForIt(ToolId needle) {
        tools.toolProperty().set(needle);
        tools.next().lateralityProperty().set(Laterality.LEFT);
        feed(List.of(press(20, 20), drag(60, 60)));
        assertEquals(Laterality.LEFT, tools.draftProperty().get().orElseThrow().side());
        feed(List.of(release(60, 60)));
        assertEquals(Laterality.LEFT, editor.current().plans().getFirst().laterality());
    }

    @Test
    void aFurtherTargetIsOfTheSideOfItsPlanWhateverIsDrawnNext() {
        editor.commit(editor.current().withPlan(
                Fixtures.plan("p1", new Point(20, 20), new Point(60, 60)).withLaterality(Laterality.RIGHT)), "Plan");
        tools.toolProperty().set(ToolId.NEXT_TARGET);
        tools.next().lateralityProperty().set(Laterality.LEFT);
        feed(List.of(press(20, 20), drag(80, 60)));
        assertEquals(Laterality.RIGHT, tools.draftProperty().get().orElseThrow().side());
    }

    @Test
    void aSideChosenWhileDrawingIsSaidAtOnce() {
        tools.toolProperty().set(ToolId.PROPOSE);
        feed(List.of(press(40, 40), release(40, 40)));
        assertTrue(says(Laterality.RIGHT), labels()::toString);
        tools.next().lateralityProperty().set(Laterality.LEFT);
        assertTrue(says(Laterality.LEFT), labels()::toString);
        tools.next().lateralityProperty().set(Laterality.UNSPECIFIED);
        editor.commit(editor.current().withSide(Laterality.LEFT), "Set side");
        assertTrue(says(Laterality.LEFT), labels()::toString);
        tools.next().structureIdProperty().set("pudendal-nerve");
        assertEquals("pudendal-nerve", tools.draftProperty().map(d -> d.map(Draft::structureId)).getValue()
                .orElseThrow());
    }
}
