package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.patient.Patient;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.testing.FakeClip;
import foramen.ui.viewer.PictureLook;
import foramen.ui.viewer.TwinViewModel;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.cine.LinkMode;
import foramen.workspace.display.PictureFilter;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.SelectedCommands;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a toolkit: that these run at all is part of the test. */
class ClipPairTest {
    private static final Point A = new Point(200, 200);

    private final ShellFixture f = new ShellFixture(ClipPairTest::clip, Optional.empty());
    private final TwinViewModel twin = f.twin();
    private final ClipPair pair = Objects.requireNonNull(f.pair);
    private Path right = Path.of("unset");
    private Path left = Path.of("unset");

    /** What a file is, by its name. */
    private static FakeClip clip(Path file) {
        String name = String.valueOf(file.getFileName());
        Laterality side = name.startsWith("left")
                ? Laterality.LEFT
                : name.startsWith("right") ? Laterality.RIGHT : Laterality.UNSPECIFIED;
        String patient = name.contains("stranger") ? "FX-0002" : "FX-0001";
        double mm = name.contains("coarse") ? 0.4 : 0.2;
        ClipInfo i = FakeClip.with(new Calibration(List.of(), Optional.of(new PixelSpacing(mm, mm)))).info();
        return FakeClip.calibrated().withInfo(new ClipInfo(
                new ClipInfo.ClipIdentity(i.identity().sopClassUid(), "2.25." + name.hashCode() % 1000 + 5000,
                        i.identity().seriesUid(), i.identity().studyUid(),
                        i.identity().transferSyntaxUid()),
                i.columns(), i.rows(), i.timing(), i.photometric(), i.calibration(),
                new Patient("Example^Anna", patient, Optional.empty(), "F", Optional.empty()), side, i.acquired(),
                new ClipInfo.Origin("Example clinic", "Example maker", "Model 1", "A-17", name), List.of()));
    }

    @BeforeEach
    void files(@TempDir Path folder) throws IOException {
        right = Files.createFile(folder.resolve("right.dcm"));
        left = Files.createFile(folder.resolve("left-coarse.dcm"));
        for (String n : List.of("left-stranger.dcm", "silent.dcm", "silent2.dcm")) {
            Files.createFile(folder.resolve(n));
        }
        f.model.open(List.of(right));
    }

    private Path sibling(String name) {
        return right.resolveSibling(name);
    }

    private String main() {
        return f.model.clipProperty().get().orElseThrow().info().origin().description();
    }

    private String beside() {
        return twin.companion().clipProperty().get().map(c -> c.info().origin().description()).orElse("");
    }

    private FrameRef frame(Clip clip, int index) {
        return new FrameRef(clip.info().identity().sopInstanceUid(), index);
    }

    private void square(String id, FrameRef frame, Laterality side, double edge) {
        Polygon p = new Polygon(List.of(A, new Point(200 + edge, 200), new Point(200 + edge, 200 + edge),
                new Point(200, 200 + edge)));
        f.editor.commit(f.editor.current().withAnnotation(new Annotation(id, frame, new Shape.Outline(p),
                "sciatic-nerve", side, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr Example",
                ShellFixture.NOW)), "Draw sciatic nerve");
    }

    @Test
    void anAddedClipIsListedWithItsSideAndShownBesideAndAddingItIsOneStep() {
        pair.add(List.of(left));
        assertEquals(List.of(Laterality.RIGHT, Laterality.LEFT),
                pair.clips().stream().map(c -> c.side()).toList());
        assertEquals("right.dcm", main());
        assertEquals("left-coarse.dcm", beside());
        assertTrue(twin.showingProperty().get());
        f.editor.undo();
        assertEquals(1, pair.clips().size());
        assertEquals("", beside());
    }

    @Test
    void aClipOfAnotherPatientIsRefusedWithASentence() {
        pair.add(List.of(sibling("left-stranger.dcm")));
        assertEquals(1, pair.clips().size());
        assertEquals("", beside());
        String said = f.model.problemProperty().get().orElseThrow().sentence();
        assertTrue(said.contains("another patient") && said.contains("FX-0002"), said);
    }

    @Test
    void aClipThatHasDrawingsInAnotherCaseIsRefused() {
        f.model.open(List.of(left));
        square("l", frame(f.model.clipProperty().get().orElseThrow(), 0), Laterality.LEFT, 40);
        f.model.open(List.of(right));
        pair.add(List.of(left));
        assertEquals(1, pair.clips().size());
        assertTrue(f.model.problemProperty().get().orElseThrow().sentence().contains("another case"));
    }

    @Test
    void theStructureChosenIsDrawnOnTheOtherSideTooAndNotInAnotherCase() {
        pair.add(List.of(left));
        f.tools.next().structureIdProperty().set("piriformis");
        f.tools.next().lateralityProperty().set(Laterality.RIGHT);
        pair.activate();
        assertEquals("piriformis", f.tools.next().structureIdProperty().get());
        assertEquals(Laterality.UNSPECIFIED, f.tools.next().lateralityProperty().get());
        f.model.turnTo(-1);
        assertEquals("right.dcm", main());
        assertEquals("piriformis", f.tools.next().structureIdProperty().get());
        f.model.open(List.of(sibling("silent.dcm")));
        assertEquals("sciatic-nerve", f.tools.next().structureIdProperty().get());
    }

    @Test
    void theOtherPictureIsWorkedOnWithoutEitherMoving() {
        pair.add(List.of(left));
        f.player.seek(12);
        twin.companion().step(5);
        boolean before = twin.secondFirstProperty().get();
        pair.activate();
        assertEquals("left-coarse.dcm", main());
        assertEquals("right.dcm", beside());
        assertEquals(5, f.player.frameIndexProperty().get());
        assertEquals(12, twin.companion().frameProperty().get());
        assertEquals(!before, twin.secondFirstProperty().get());
        assertFalse(twin.companion().frames().currentProperty().get().isEmpty());
    }

    @Test
    void whatIsDrawnOnEachClipIsOfItsOwnSideAndNeverOfTheCases() {
        pair.add(List.of(left));
        assertEquals(Laterality.RIGHT, f.editor.current().side());
        caliper();
        pair.activate();
        caliper();
        assertEquals(List.of(Laterality.RIGHT, Laterality.LEFT),
                f.editor.current().annotations().stream().map(Annotation::laterality).toList());
        assertEquals(List.of("right.dcm", "left-coarse.dcm"), f.editor.current().annotations().stream()
                .map(a -> f.editor.current().clip(a.frame().sopInstanceUid()).orElseThrow().description()).toList());
    }

    private void caliper() {
        f.tools.toolProperty().set(ToolId.LINE);
        f.tools.handle(new ToolInput.Press(A, 1, Modifiers.NONE), 4);
        f.tools.handle(new ToolInput.Release(A, Modifiers.NONE), 4);
        Point b = new Point(260, 240);
        f.tools.handle(new ToolInput.Press(b, 1, Modifiers.NONE), 4);
        f.tools.handle(new ToolInput.Release(b, Modifiers.NONE), 4);
    }

    @Test
    void aSilentClipOfAPairHasNoSideUntilItIsSetAndThatIsUndone() {
        pair.add(List.of(sibling("silent.dcm")));
        pair.activate();
        caliper();
        assertEquals(Laterality.UNSPECIFIED, f.editor.current().annotations().getLast().laterality());
        assertTrue(pair.canSetSide(pair.clips().getLast()));
        assertFalse(pair.canSetSide(pair.clips().getFirst()));
        pair.setSide(pair.clips().getLast(), Laterality.LEFT);
        caliper();
        assertEquals(Laterality.LEFT, f.editor.current().annotations().getLast().laterality());
        f.editor.undo();
        f.editor.undo();
        assertEquals(Laterality.UNSPECIFIED, pair.clips().getLast().side());
    }

    @Test
    void theOnlyClipsSideStaysThatOfTheCaseWhenASecondIsAdded() {
        f.model.open(List.of(sibling("silent.dcm")));
        f.editor.commit(f.editor.current().withSide(Laterality.LEFT), "Set side");
        pair.add(List.of(sibling("silent2.dcm")));
        assertEquals(List.of(Laterality.LEFT, Laterality.UNSPECIFIED),
                pair.clips().stream().map(c -> c.side()).toList());
    }

    @Test
    void onlyAClipWithNothingOnItCanBeRemoved() {
        pair.add(List.of(left));
        square("r", frame(f.model.clipProperty().get().orElseThrow(), 0), Laterality.RIGHT, 40);
        assertFalse(pair.canRemove(pair.clips().getFirst()));
        pair.remove(pair.clips().getFirst());
        assertEquals(2, pair.clips().size());
        pair.remove(pair.clips().getLast());
        assertEquals(List.of("right.dcm"), pair.clips().stream().map(c -> c.description()).toList());
        assertFalse(twin.showingProperty().get());
    }

    @Test
    void pageKeysGoThroughTheClipsOfTheCaseAndTheRemovedOneInViewGivesWay() {
        pair.add(List.of(left));
        pair.toggle();
        f.model.turnTo(1);
        assertEquals("left-coarse.dcm", main());
        f.model.turnTo(1);
        assertEquals("left-coarse.dcm", main());
        pair.remove(pair.clips().getLast());
        assertEquals("right.dcm", main());
    }

    @Test
    void theVerdictIsOfWhatIsOnBothPicturesAndNothingElse() {
        pair.add(List.of(left));
        Clip one = f.model.clipProperty().get().orElseThrow();
        Clip other = twin.companion().clipProperty().get().orElseThrow();
        assertTrue(twin.stateProperty().get().verdict().startsWith("Outline the same structure"));
        square("r", frame(one, 0), Laterality.RIGHT, 50);
        square("l", frame(other, 3), Laterality.LEFT, 20);
        assertEquals("", twin.stateProperty().get().values());
        twin.companion().step(3);
        // 50 px at 0.2 mm and 20 px at 0.4 mm, squared.
        assertEquals("R 100.0 mm² · L 64.0 mm² · difference +36.0 mm² · R/L 1.56 · trace, Piriformis"
                + " (greater sciatic foramen)", twin.stateProperty().get().values());
        assertTrue(twin.stateProperty().get().verdict().contains("16.4"), twin.stateProperty().get().verdict());
        pair.activate();
        assertEquals("R 100.0 mm² · L 64.0 mm² · difference +36.0 mm² · R/L 1.56 · trace, Piriformis"
                + " (greater sciatic foramen)", twin.stateProperty().get().values());
        f.player.step(1);
        assertEquals("", twin.stateProperty().get().values());
    }

    @Test
    void mirroringChangesNoValueAndNoCoordinate() {
        pair.add(List.of(left));
        square("r", frame(f.model.clipProperty().get().orElseThrow(), 0), Laterality.RIGHT, 50);
        square("l", frame(twin.companion().clipProperty().get().orElseThrow(), 0), Laterality.LEFT, 20);
        String before = twin.stateProperty().get().values();
        var annotations = f.editor.current().annotations();
        f.viewerModel.toggleMirror();
        twin.second().toggleMirror();
        assertEquals(before, twin.stateProperty().get().values());
        assertEquals(annotations, f.editor.current().annotations());
        pair.activate();
        assertTrue(f.viewerModel.mirroredProperty().get());
    }

    @Test
    void bothPicturesAreLookedAtInOneWayWhicheverIsWorkedOn() {
        PictureLook look = PictureLook.PLAIN.withFilter(PictureFilter.MEDIAN).turned();
        f.viewerModel.lookProperty().set(look);
        pair.add(List.of(left));
        assertEquals(look, f.viewerModel.lookProperty().get(), "a second picture changes nothing of the first");
        assertEquals(look, twin.second().lookProperty().get());
        pair.activate();
        assertEquals(look, f.viewerModel.lookProperty().get());
        assertEquals(look, twin.second().lookProperty().get());
        f.viewerModel.lookProperty().set(PictureLook.PLAIN);
        assertEquals(PictureLook.PLAIN, twin.second().lookProperty().get());
    }

    @Test
    void aCopyForTheOtherSideLiesOnThePictureBeside() {
        pair.add(List.of(left));
        square("r", frame(f.model.clipProperty().get().orElseThrow(), 0), Laterality.RIGHT, 50);
        twin.companion().step(7);
        f.editor.selectionProperty().set(Optional.of("r"));
        new SelectedCommands(f.editor, f.tools, Locale.US).duplicateToOtherSide();
        Annotation copy = f.editor.current().annotations().getLast();
        assertEquals(Laterality.LEFT, copy.laterality());
        assertEquals(frame(twin.companion().clipProperty().get().orElseThrow(), 7), copy.frame());
        // 640 wide: what lay from 200 to 250 lies from 390 to 440.
        assertEquals(390, copy.shape().trace().stream().mapToDouble(Point::x).min().orElseThrow(), 1e-9);
        assertTrue(f.tools.hintProperty().get().contains("picture beside"));
    }

    @Test
    void atOneScaleBothLieAtTheSameHeightWhateverSizeTheSecondBeganWith() {
        f.viewerModel.showPicture(FakeClip.COLUMNS, FakeClip.ROWS);
        pair.add(List.of(left));
        twin.toggleScale();
        f.viewerModel.resizeView(400, 500);
        twin.second().resizeView(400, 500);
        assertScales();
        Point middle = new Point(FakeClip.COLUMNS / 2.0, FakeClip.ROWS / 2.0);
        assertEquals(f.viewerModel.transformProperty().get().toView(middle).y(),
                twin.second().transformProperty().get().toView(middle).y(), 1);
    }

    @Test
    void atOneScaleAMillimetreIsAsWideInBothHoweverTheyAreMoved() {
        f.viewerModel.showPicture(FakeClip.COLUMNS, FakeClip.ROWS);
        f.viewerModel.resizeView(400, 500);
        pair.add(List.of(left));
        twin.second().resizeView(400, 500);
        twin.toggleScale();
        assertTrue(twin.sameScaleProperty().get());
        assertScales();
        f.viewerModel.zoomAt(100, 80, 1.7);
        assertScales();
        twin.second().zoomAt(30, 300, 0.6);
        assertScales();
        f.viewerModel.pan(20, -30);
        f.viewerModel.resizeView(500, 420);
        twin.second().resizeView(500, 420);
        f.viewerModel.zoomIn();
        assertScales();
        f.viewerModel.zoomAt(100, 100, 1000);
        assertScales();
        f.viewerModel.fit();
        assertScales();
        pair.activate();
        assertScales();
    }

    private void assertScales() {
        double mainMm = main().contains("coarse") ? 0.4 : 0.2;
        double besideMm = beside().contains("coarse") ? 0.4 : 0.2;
        assertEquals(f.viewerModel.transformProperty().get().zoom() / mainMm,
                twin.second().transformProperty().get().zoom() / besideMm, 1e-6);
    }

    @Test
    void anotherCaseLeavesNoPictureOfTheOldOneBeside() {
        pair.add(List.of(left));
        f.model.open(List.of(sibling("left-stranger.dcm")));
        assertEquals("", beside());
        assertFalse(twin.showingProperty().get());
    }

    @Test
    void linkingTakesTheModeThatFitsAndSaysIt() {
        pair.add(List.of(left));
        f.player.seek(10);
        twin.toggleLink();
        assertEquals(LinkMode.FRAME, twin.companion().linkProperty().get().mode());
        assertEquals("Lead of the other picture: −10 frames.", twin.stateProperty().get().link());
        twin.toggleLink();
        assertEquals(LinkMode.FREE, twin.companion().linkProperty().get().mode());
    }

    @Test
    void theClipAskedForLastIsShownHoweverLateAnotherComes() {
        List<String> closed = new ArrayList<>();
        ManualJobRunner jobs = new ManualJobRunner();
        ShellFixture slow = new ShellFixture(file -> clip(file).closing(i -> closed.add(i.origin().description())),
                Optional.empty(), jobs);
        slow.twin();
        ClipPair several = Objects.requireNonNull(slow.pair);
        slow.model.open(List.of(right));
        jobs.runAll();
        several.add(List.of(left, sibling("silent.dcm")));
        jobs.runAll();
        closed.clear();

        several.show(several.clips().get(1));
        several.show(several.clips().get(0));
        several.show(several.clips().get(2));
        jobs.runLast();
        jobs.runAll();

        assertEquals("silent.dcm", slow.model.clipProperty().get().orElseThrow().info().origin().description());
        assertEquals(List.of("left-coarse.dcm"), closed.stream().filter(n -> n.startsWith("left")).toList());
    }
}
