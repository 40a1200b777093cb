package foramen.ui.viewer;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Frame;
import foramen.domain.plan.NeedleRules;
import foramen.domain.preference.ThemeChoice;
import foramen.geometry.Point;
import foramen.overlay.DisplayList;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayScene;
import foramen.testing.Cases;
import foramen.testing.GoldenPictures;
import foramen.testing.GoldenScenes;
import foramen.testing.SteppedClip;
import foramen.ui.support.Studio;
import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The screen's picture of everything that can lie over a frame, against pictures that were looked at. */
@ExtendWith(ApplicationExtension.class)
class ScreenGoldenTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final GoldenPictures golden = new GoldenPictures(ScreenGoldenTest.class);
    private final SteppedClip clip = SteppedClip.calibrated();
    private final OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());

    static Stream<GoldenScenes.Scene> scenes() {
        return GoldenScenes.all();
    }

    /** A view of a scene, and how it is looked at. */
    private record Look(GoldenScenes.Scene scene, double width, double height, Consumer<ViewerViewModel> model,
            Consumer<ClipView> view) {
        static Look of(String scene) {
            return new Look(GoldenScenes.named(scene), WIDTH, HEIGHT, m -> {}, v -> {});
        }

        Look by(Consumer<ViewerViewModel> next) {
            return new Look(scene, width, height, next, view);
        }

        Look with(Consumer<ClipView> next) {
            return new Look(scene, width, height, model, next);
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSceneLooksAsItDidWhenItWasLookedAt(GoldenScenes.Scene scene) throws Exception {
        check(scene.name(), new Look(scene, WIDTH, HEIGHT, ViewerViewModel::actualSize, v -> {}));
    }

    @Test
    void theLoupeShowsTheSameNearer() throws Exception {
        check("loupe", Look.of("states").by(ViewerViewModel::actualSize)
                .with(v -> v.showLoupe(Optional.of(new Point(269, 101)))));
    }

    @Test
    void theKeyboardsCrosshairStandsOverThePicture() throws Exception {
        check("crosshair", Look.of("states").by(ViewerViewModel::actualSize)
                .with(v -> v.showCrosshair(Optional.of(new Point(420.5, 231)))));
    }

    @Test
    void aMirroredPictureKeepsItsWordsReadableAndSaysThatItIsMirrored() throws Exception {
        check("mirrored", Look.of("whole-case").by(ViewerViewModel::toggleMirror));
    }

    @Test
    void aPictureIsShownDarkForBright() throws Exception {
        check("inverted", Look.of("whole-case").by(m -> m.lookProperty().set(PictureLook.PLAIN.turned())));
    }

    @Test
    void aPictureIsShownInOtherColoursAndLighter() throws Exception {
        check("colours", Look.of("whole-case")
                .by(m -> m.lookProperty().set(PictureLook.PLAIN.withMap(ColourMap.GREY.next()).withGamma(1.6))));
    }

    @Test
    void whatIsNearIsSmoothAndKeepsTheWidthOfItsLines() throws Exception {
        check("zoomed", Look.of("whole-case").by(m -> {
            m.actualSize();
            m.zoomAt(WIDTH / 2.0 + 10, HEIGHT / 2.0, 2.5);
        }));
    }

    @Test
    void fromFourTimesOnThePixelsThemselvesAreSeen() throws Exception {
        check("pixels", Look.of("whole-case").by(m -> {
            m.actualSize();
            m.zoomAt(WIDTH / 2.0 + 40, HEIGHT / 2.0 + 20, 9);
        }));
    }

    private void check(String name, Look look) throws Exception {
        golden.check(name, picture(look, UnaryOperator.identity(), true),
                picture(look, GoldenScenes::wordless, false));
    }

    private Frame picture(Look look, UnaryOperator<DisplayList> seen, boolean words) throws Exception {
        StackPane shown = Studio.on(() -> view(look, seen));
        return Studio.on(() -> {
            // The chip that says so stays, its letters and its sign go.
            for (Node text : shown.lookupAll(".mirror-badge .text, .mirror-badge .ikonli-font-icon")) {
                text.setOpacity(words ? 1 : 0);
            }
            return Studio.pixels(shown.snapshot(null, null), shown.getLayoutBounds());
        });
    }

    private StackPane view(Look look, UnaryOperator<DisplayList> seen) {
        ViewerViewModel model = new ViewerViewModel(Words.in(Locale.ENGLISH, Locale.ROOT));
        model.infoProperty().set(look.scene().info());
        model.rulersProperty().set(look.scene().rulers());
        ClipView view = new ClipView(model);
        StackPane pane = new StackPane(view, new MirrorBadge(model));
        Scene scene = new Scene(pane, look.width(), look.height());
        Theme.of(ThemeChoice.DARK, false).apply(scene);
        pane.applyCss();
        pane.layout();
        model.showPicture(clip.info().columns(), clip.info().rows());
        look.model().accept(model);
        view.setOverlay((zoom, displayed) -> seen.apply(composer.compose(new OverlayScene(look.scene().casefile(),
                clip.info(), Cases.FRAME, look.scene().selected(), look.scene().draft(), model.notes(),
                look.scene().pointer(), Optional.of(displayed)), model.options(), zoom)));
        view.showFrame(clip.frame(Cases.FRAME));
        look.view().accept(view);
        return pane;
    }
}
