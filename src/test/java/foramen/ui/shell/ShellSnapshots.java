package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Thresholds;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.phantom.PhantomOutline;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.inspector.SwollenCases;
import foramen.ui.measure.CalibrateViewModel;
import foramen.ui.measure.MeasurePanel;
import foramen.ui.measure.MeasureViewModel;
import foramen.ui.measure.SwellingViewModel;
import foramen.ui.support.Studio;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import foramen.workspace.tool.ToolId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;

/** Writes pictures of the window in its states to the folder that is given: for looking at. */
public final class ShellSnapshots {
    private static final int FRAME = 30;

    private final Path folder;

    private ShellSnapshots(Path folder) {
        this.folder = folder;
    }

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Studio.open(() -> new ShellSnapshots(folder).all(new PhantomFrames(true)));
    }

    private void all(PhantomFrames clip) throws Exception {
        for (int[] size : new int[][]{{1280, 800}, {1920, 1080}}) {
            String suffix = "-" + size[0] + ".png";
            window(clip, size, "empty" + suffix, f -> {});
            window(clip, size, "outline" + suffix, f -> opened(f, clip));
            window(clip, size, "shapes" + suffix, ShellSnapshots::everyShape);
            window(FakeClip.calibrated(), size, "measure" + suffix, f -> {
                f.model.open(List.of(path()));
                f.player.seek(Cases.FRAME);
                Case swollen = SwollenCases.casefile();
                Case now = f.editor.current();
                for (Annotation a : swollen.annotations()) {
                    now = now.withAnnotation(a);
                }
                f.editor.commit(now, "Draw sciatic nerve");
                f.editor.selectionProperty().set(Optional.of("r1"));
                f.model.stepProperty().set(Step.MEASURE);
            });
        }
        int[] small = {1280, 800};
        window(clip, small, "keys.png", f -> opened(f, clip), true);
        window(FakeClip.uncalibrated(), small, "uncalibrated.png", f -> {
            f.model.open(List.of(path()));
            f.model.stepProperty().set(Step.CLIPS);
            f.player.seek(10);
            f.tools.toolProperty().set(ToolId.LINE);
        });
        window(clip, small, "source-empty.png", f -> f.model.open(List.of(Path.of("some.zip"))));
        window(clip, small, "source.png", f -> {
            opened(f, clip);
            f.model.open(List.of(Path.of("some.zip")));
        });
        window(clip, small, "source-none.png", f -> f.model.open(List.of(Path.of("none.zip"))));
        window(clip, small, "error.png", f -> {
            opened(f, clip);
            f.model.open(List.of(Path.of("gone.dcm")));
        });
    }

    private static Path path() {
        return Path.of("").toAbsolutePath();
    }

    private static void opened(ShellFixture f, PhantomFrames clip) {
        f.model.open(List.of(path()));
        f.player.seek(FRAME);
        Case now = f.editor.current().withIndication("Deep gluteal syndrome, piriformis");
        FrameRef frame = new FrameRef(FakeClip.UID, FRAME);
        int i = 0;
        Point nerve = new Point(500, 400);
        for (PhantomOutline o : clip.phantom().outlines().getFirst()) {
            now = now.withAnnotation(new Annotation("a" + i++, frame, new Shape.Outline(o.polygon()), o.structure(),
                    Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr Example",
                    ShellFixture.NOW));
            if (o.structure().equals("piriformis")) {
                nerve = o.polygon().centroid();
            }
        }
        now = now.withPlan(new NeedlePlan("p1", frame, new Point(300, 190), nerve, Laterality.RIGHT, "Piriformis",
                "22g-80", "", "Dr Example", ShellFixture.NOW));
        f.editor.commit(now, "Draw sciatic nerve");
        f.editor.selectionProperty().set(Optional.of("a0"));
    }

    private static void everyShape(ShellFixture f) {
        f.model.open(List.of(path()));
        f.player.seek(FRAME);
        FrameRef frame = new FrameRef(FakeClip.UID, FRAME);
        List<Shape> shapes = List.of(
                new Shape.Spline(new foramen.geometry.ClosedSpline(List.of(new Point(380, 300), new Point(470, 280),
                        new Point(500, 340), new Point(420, 380)))),
                new Shape.Ellipse(new foramen.geometry.Ellipse(new Point(640, 340), new Point(60, 20), 26)),
                new Shape.Bidirectional(new foramen.geometry.Segment(new Point(360, 470), new Point(520, 490)),
                        new foramen.geometry.Segment(new Point(440, 440), new Point(430, 520))),
                new Shape.Angle(new Point(560, 440), new Point(620, 540), new Point(720, 480)),
                new Shape.Polyline(List.of(new Point(300, 600), new Point(420, 620), new Point(520, 600))),
                new Shape.Text(new Point(620, 240)),
                new Shape.Outline(new foramen.geometry.Polygon(List.of(new Point(720, 330), new Point(800, 320),
                        new Point(790, 400), new Point(730, 410)))));
        List<String> structures = List.of("sciatic-nerve", "piriformis", "sacrospinous-ligament", "bone",
                "ischial-spine", "free-label", "no-go-zone");
        Case now = f.editor.current();
        for (int i = 0; i < shapes.size(); i++) {
            now = now.withAnnotation(new Annotation("s" + i, frame, shapes.get(i), structures.get(i),
                    i == 1 ? Laterality.LEFT : Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS,
                    i == 5 ? "Scar of the last injection" : "", false, "Dr Example", ShellFixture.NOW));
        }
        f.editor.commit(now, "Draw");
        f.editor.selectionProperty().set(Optional.of("s1"));
        f.tools.toolProperty().set(ToolId.BRUSH);
        f.tools.handle(new foramen.workspace.tool.ToolInput.Move(new Point(560, 420),
                foramen.workspace.tool.Modifiers.NONE), 8);
        f.viewerModel.crosshairProperty().set(true);
    }

    private interface Setup {
        void on(ShellFixture fixture);
    }

    private void window(Clip clip, int[] size, String name, Setup setup) throws Exception {
        window(clip, size, name, setup, false);
    }

    private void window(Clip clip, int[] size, String name, Setup setup, boolean keys) throws Exception {
        Studio.shoot(Studio.on(() -> shown(clip, size, setup, keys)), folder.resolve(name));
    }

    private static Stage shown(Clip clip, int[] size, Setup setup, boolean keys) {
        ShellFixture f = new ShellFixture(file -> {
            if (file.toString().endsWith("gone.dcm")) {
                throw new ClipException("gone.dcm is not there.");
            }
            return clip;
        }, new SnapshotCatalogs(), Optional.of(path()), new CurrentThreadJobRunner());
        f.store.append(Cases.full(), 0, new CaseStore.Edit("Draw", "",
                ShellFixture.NOW));
        Stage stage = new Stage();
        Shell shell = f.show(stage, size[0], size[1], Map.of(Step.MEASURE, () -> measure(f)));
        setup.on(f);
        if (keys) {
            shell.actions().get("keys").run();
        }
        return stage;
    }

    private static Node measure(ShellFixture f) {
        Workbench bench = new Workbench(f.editor, f.tools, f.model.clipProperty(), f.player,
                f.player.frameIndexProperty(), f.words);
        StructureCatalog structures = StructureCatalog.standard();
        CaseReadings readings = new CaseReadings(structures, NeedleRules.standard(), Locale.US);
        SwellingDesk desk = SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()), file -> {
            throw new ClipException(file + " is not there.");
        }, new CurrentThreadJobRunner());
        return new MeasurePanel(new MeasureViewModel(bench, readings), new CalibrateViewModel(bench, ZoneOffset.UTC),
                new SwellingViewModel(bench, structures, desk, Locale.US));
    }
}
