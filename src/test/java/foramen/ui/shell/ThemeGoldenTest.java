package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.preference.ThemeChoice;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.overlay.OverlayOptions;
import foramen.testing.FakeClip;
import foramen.testing.GoldenPictures;
import foramen.testing.SteppedClip;
import foramen.ui.support.Studio;
import foramen.ui.support.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Two pictures, one of them mirrored, with all that stands round them in every theme, against pictures looked at. */
@ExtendWith(ApplicationExtension.class)
class ThemeGoldenTest {
    private static final String LEFT = "2.25.77";
    private static final int SHOWN = 30;
    private static final int PASSES = 4;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final GoldenPictures golden = new GoldenPictures(ThemeGoldenTest.class);
    private final Path folder;

    ThemeGoldenTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"pair-dark, DARK, false", "pair-light, LIGHT, false", "pair-high-contrast, HIGH_CONTRAST, false",
            "pair-large, DARK, true"})
    void aPairLooksAsItDidWhenItWasLookedAt(String name, ThemeChoice theme, boolean large) throws Exception {
        Path right = Files.createFile(folder.resolve("right.dcm"));
        Path left = Files.createFile(folder.resolve("left.dcm"));
        Stage stage = Studio.on(Stage::new);
        ShellFixture shown = Studio.on(() -> {
            ShellFixture f = new ShellFixture(
                    file -> file.endsWith("left.dcm") ? otherSide() : SteppedClip.calibrated(),
                    Optional.empty(), new CurrentThreadJobRunner());
            f.show(stage, WIDTH, HEIGHT, Map.of());
            Theme.of(theme, large).apply(stage.getScene());
            f.viewerModel.infoProperty().set(OverlayOptions.Info.NONE);
            f.model.open(List.of(right));
            f.player.seek(SHOWN);
            ClipPair pair = Objects.requireNonNull(f.pair);
            pair.add(List.of(left));
            pair.twin().companion().step(SHOWN);
            pair.twin().second().toggleMirror();
            f.editor.commit(drawn(f.editor.current()), "Draw");
            return f;
        });
        Frame now = picture(stage);
        Studio.on(() -> {
            shown.viewerModel.annotationsProperty().set(false);
            Objects.requireNonNull(shown.pair).twin().second().annotationsProperty().set(false);
            stage.getScene().getRoot().lookupAll(".text, .ikonli-font-icon").forEach(n -> n.setOpacity(0));
            return true;
        });
        Frame wordless = picture(stage);
        Studio.on(() -> {
            stage.close();
            return true;
        });
        golden.check(name, now, wordless);
    }

    private static Frame picture(Stage stage) throws Exception {
        // What changes size while the first is laid out is laid out by the next; what is painted later is painted after it.
        for (int i = 0; i < PASSES; i++) {
            Studio.on(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                return true;
            });
        }
        return Studio.on(() -> {
            Node viewer = stage.getScene().getRoot().lookup(".viewer");
            return Studio.pixels(stage.getScene().snapshot(null), viewer.localToScene(viewer.getLayoutBounds()));
        });
    }

    /** A nerve on either side, and one mark of each kind on the timeline. */
    private static Case drawn(Case to) {
        return to.withAnnotation(nerve(FakeClip.UID, SHOWN, Laterality.RIGHT, 52, Optional.empty()))
                .withAnnotation(nerve(LEFT, SHOWN, Laterality.LEFT, 40, Optional.empty()))
                .withAnnotation(nerve(FakeClip.UID, 10, Laterality.RIGHT, 50, Optional.of(Follow.keyFrame("t"))))
                .withAnnotation(tied(16, 0.9, false, Follow.Review.ACCEPTED))
                .withAnnotation(tied(17, 0.9, false, Follow.Review.ACCEPTED))
                .withAnnotation(tied(42, 0.8, false, Follow.Review.OPEN))
                .withAnnotation(tied(43, 0.8, false, Follow.Review.OPEN))
                .withAnnotation(tied(55, 0.3, true, Follow.Review.OPEN))
                .withAnnotation(tied(70, 0.6, false, Follow.Review.REJECTED));
    }

    private static Annotation tied(int frame, double confidence, boolean drifting, Follow.Review review) {
        return nerve(FakeClip.UID, frame, Laterality.RIGHT, 50,
                Optional.of(new Follow("t", false, confidence, drifting, review)));
    }

    private static Annotation nerve(String uid, int frame, Laterality side, double half, Optional<Follow> follow) {
        return new Annotation("n" + uid + frame, new FrameRef(uid, frame),
                new Shape.Ellipse(new Ellipse(new Point(320, 250), new Point(half, 10), half / 2)), "sciatic-nerve",
                side, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr Example", ShellFixture.NOW)
                .withFollow(follow);
    }

    private static SteppedClip otherSide() {
        ClipInfo i = FakeClip.calibrated().info();
        return new SteppedClip(new ClipInfo(new ClipInfo.ClipIdentity(i.identity().sopClassUid(), LEFT,
                i.identity().seriesUid(), i.identity().studyUid(), i.identity().transferSyntaxUid()), i.columns(),
                i.rows(), i.timing(), i.photometric(), i.calibration(), i.patient(), Laterality.LEFT, i.acquired(),
                i.origin(), List.of()));
    }
}
