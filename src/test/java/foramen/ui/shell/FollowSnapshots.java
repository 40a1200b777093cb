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
import foramen.ui.support.Workbench;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.follow.Following;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.OutlineProposer;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Writes pictures of following and of one click to the folder that is given: for looking at. */
public final class FollowSnapshots {
    private static final int KEY = 30;

    private final Path folder;
    private final PhantomFrames clip = new PhantomFrames(true);
    private Runnable pending = () -> {};

    private FollowSnapshots(Path folder) {
        this.folder = folder;
    }

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        FollowSnapshots pictures = new FollowSnapshots(folder);
        pictures.picture("follow-open", 40, m -> {});
        pictures.picture("follow-drifting", 62, m -> {});
        pictures.picture("follow-rejected", 63, FollowViewModel::reject);
        pictures.picture("follow-key", KEY, m -> {});
        pictures.proposal();
        Platform.exit();
    }

    private void picture(String name, int frame, Consumer<FollowViewModel> then) throws Exception {
        on(() -> {
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
            pending = () -> {
                save(stage.getScene().snapshot(null), name + ".png");
                stage.close();
            };
        });
    }

    private void proposal() throws Exception {
        on(() -> {
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
            pending = () -> {
                save(stage.getScene().snapshot(null), "propose.png");
                stage.close();
            };
        });
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
        foramen.ui.support.Theme.dark().apply(scene);
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

    private void on(Runnable step) throws Exception {
        run(step);
        for (int i = 0; i < 4; i++) {
            Thread.sleep(100);
            run(() -> {});
        }
        run(pending);
    }

    private static void run(Runnable step) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                step.run();
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.get(60, TimeUnit.SECONDS);
    }

    private void save(WritableImage image, String name) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(out, "png", folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
