package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.FrameRef;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.phantom.PhantomOutline;
import foramen.testing.FakeClip;
import foramen.ui.annotate.AnnotatePanel;
import foramen.ui.annotate.AnnotateViewModel;
import foramen.ui.annotate.FakeCarrier;
import foramen.ui.annotate.FollowSection;
import foramen.ui.annotate.FollowViewModel;
import foramen.ui.support.Studio;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.follow.Following;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.OutlineProposer;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Writes pictures of following and of one click to the folder that is given: for looking at. */
public final class FollowSnapshots {
    private static final int KEY = 30;

    private final Path folder;
    private final PhantomFrames clip = new PhantomFrames(true);

    private FollowSnapshots(Path folder) {
        this.folder = folder;
    }

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        FollowSnapshots pictures = new FollowSnapshots(folder);
        Studio.open(() -> {
            pictures.picture("follow-open", 40, m -> {});
            pictures.picture("follow-drifting", 62, m -> {});
            pictures.picture("follow-rejected", 63, FollowViewModel::reject);
            pictures.picture("follow-key", KEY, m -> {});
            pictures.proposal();
        });
    }

    private void picture(String name, int frame, Consumer<FollowViewModel> then) throws Exception {
        Stage taken = Studio.on(() -> {
            ShellFixture f = fixture();
            Stage stage = new Stage();
            FollowViewModel model = show(f, stage);
            model.follow();
            f.player.seek(10);
            model.accept();
            f.player.seek(70);
            model.rejectFromHere();
            f.player.seek(20);
            model.makeKey();
            f.editor.selectionProperty().set(Optional.empty());
            f.player.seek(frame);
            then.accept(model);
            return stage;
        });
        Studio.shoot(taken, folder.resolve(name + ".png"));
    }

    private void proposal() throws Exception {
        Stage taken = Studio.on(() -> {
            ShellFixture f = fixture();
            Stage stage = new Stage();
            show(f, stage);
            List<foramen.geometry.Point> outline = outline().polygon().vertices();
            f.editor.commit(f.editor.current().withoutAnnotation("nerve"), "Delete");
            f.tools.setProposer((frame, seed, then) -> {
                then.accept(new OutlineProposer.Answer.Found(outline, 0.78));
                return new CurrentThreadJobRunner().start("", p -> "", d -> {}, e -> {});
            });
            f.tools.toolProperty().set(ToolId.PROPOSE);
            f.tools.handle(new ToolInput.Press(outline().polygon().centroid(), 1, Modifiers.NONE), 5);
            return stage;
        });
        Studio.shoot(taken, folder.resolve("propose.png"));
    }

    private ShellFixture fixture() {
        return new ShellFixture(file -> clip, new SnapshotCatalogs(), Optional.of(Path.of("").toAbsolutePath()),
                new CurrentThreadJobRunner());
    }

    private PhantomOutline outline() {
        return clip.phantom().outlines().getFirst().stream().filter(o -> o.structure().equals("sciatic-nerve"))
                .findFirst().orElse(clip.phantom().outlines().getFirst().getFirst());
    }

    private FollowViewModel show(ShellFixture f, Stage stage) {
        Workbench bench = new Workbench(f.editor, f.tools, f.model.clipProperty(), f.player,
                ShownFrame.of(f.frames, f.player), f.words);
        JobRunner jobs = new CurrentThreadJobRunner();
        FollowViewModel model = new FollowViewModel(bench, StructureCatalog.standard(),
                new Following(f.editor, jobs, new FakeCarrier()), Locale.US);
        Shell shell = f.shell(Map.of(Step.OUTLINE, () -> {
            AnnotatePanel panel = new AnnotatePanel(new AnnotateViewModel(bench, StructureCatalog.standard()));
            panel.setFollow(new FollowSection(model));
            return panel;
        }));
        Scene scene = new Scene(shell.root(), 1280, 800);
        Studio.theme().apply(scene);
        stage.setScene(scene);
        stage.show();
        f.model.open(List.of(Path.of("").toAbsolutePath()));
        f.model.stepProperty().set(Step.OUTLINE);
        f.player.seek(KEY);
        f.editor.commit(f.editor.current()
                .withAnnotation(new Annotation("nerve", new FrameRef(FakeClip.UID, KEY),
                        new Shape.Outline(outline().polygon()), "sciatic-nerve", Laterality.RIGHT,
                        ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr Example", ShellFixture.NOW)),
                "Draw sciatic nerve");
        f.editor.selectionProperty().set(Optional.of("nerve"));
        return model;
    }
}
