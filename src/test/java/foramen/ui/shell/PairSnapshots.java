package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.job.CurrentThreadJobRunner;
import foramen.phantom.PhantomOutline;
import foramen.ui.support.Studio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.Stage;

/** Writes pictures of the window with two clips to the folder that is given: for looking at. */
public final class PairSnapshots {
    private PairSnapshots() {}

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path right = folder.resolve("right.dcm");
        Path left = folder.resolve("left.dcm");
        for (Path file : List.of(right, left)) {
            Files.deleteIfExists(file);
            Files.createFile(file);
        }
        PhantomFrames clip = new PhantomFrames(true);
        Studio.open(() -> {
            for (int[] size : new int[][]{{1024, 680}, {1280, 800}, {1920, 1080}}) {
                for (String kind : List.of("pair", "pair-clips", "pair-empty")) {
                    Studio.shoot(Studio.on(() -> window(clip, right, left, size, kind)),
                            folder.resolve(kind + "-" + size[0] + ".png"));
                }
            }
        });
    }

    private static Stage window(PhantomFrames clip, Path right, Path left, int[] size, String kind) {
        ShellFixture f = new ShellFixture(file -> file.endsWith("left.dcm") ? new Other(clip) : clip, Optional.empty(),
                new CurrentThreadJobRunner());
        Stage stage = new Stage();
        f.show(stage, size[0], size[1], Map.of());
        f.model.open(List.of(right));
        f.player.seek(30);
        ClipPair pair = Objects.requireNonNull(f.pair);
        if (kind.equals("pair-empty")) {
            pair.toggle();
            return stage;
        }
        pair.add(List.of(left));
        pair.twin().companion().step(28);
        nerve(f, clip, clip.info().identity().sopInstanceUid(), 30, Laterality.RIGHT, 1.25);
        nerve(f, clip, "2.25.77", 28, Laterality.LEFT, 1);
        pair.twin().toggleLink();
        pair.twin().toggleScale();
        pair.twin().second().toggleMirror();
        f.model.stepProperty().set(kind.equals("pair") ? Step.MEASURE : Step.CLIPS);
        return stage;
    }

    private static void nerve(ShellFixture f, PhantomFrames clip, String uid, int frame, Laterality side, double size) {
        PhantomOutline o = clip.phantom().outlines().getFirst().stream()
                .filter(p -> p.structure().equals("sciatic-nerve")).findFirst().orElseThrow();
        var middle = o.polygon().centroid();
        var larger = new foramen.geometry.Polygon(o.polygon().vertices().stream()
                .map(p -> middle.plus(p.minus(middle).times(size))).toList());
        f.editor.commit(f.editor.current().withAnnotation(new Annotation("n" + side, new FrameRef(uid, frame),
                new Shape.Outline(larger), o.structure(), side, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false,
                "Dr Example", ShellFixture.NOW)), "Draw sciatic nerve");
    }

    /** The same pictures as a clip of the left side. */
    private record Other(PhantomFrames of) implements Clip {
        @Override
        public ClipInfo info() {
            ClipInfo i = of.info();
            return new ClipInfo(new ClipInfo.ClipIdentity(i.identity().sopClassUid(), "2.25.77",
                    i.identity().seriesUid(), i.identity().studyUid(), i.identity().transferSyntaxUid()), i.columns(),
                    i.rows(), i.timing(), i.photometric(), i.calibration(), i.patient(), Laterality.LEFT, i.acquired(),
                    new ClipInfo.Origin("Example clinic", "Example maker", "Model 1", "A-17", "Deep gluteal, left"),
                    List.of());
        }

        @Override
        public foramen.domain.clip.Frame frame(int index) throws foramen.domain.clip.ClipException {
            return of.frame(index);
        }

        @Override
        public void close() {
            // The other one is still in use.
        }
    }
}
