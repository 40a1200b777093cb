package foramen.report;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Affine;
import foramen.overlay.DisplayList;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import foramen.testing.Cases;
import foramen.testing.GoldenPictures;
import foramen.testing.GoldenScenes;
import foramen.testing.SteppedClip;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture of an export of everything that can lie over a frame, against pictures that were looked at. */
class PaperGoldenTest {
    private static final int FACTOR = 2;

    private final GoldenPictures golden = new GoldenPictures(PaperGoldenTest.class);
    private final SteppedClip clip = SteppedClip.calibrated();
    private final Frame frame = clip.frame(Cases.FRAME);
    private final OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());
    private final Typefaces typefaces = Typefaces.load();

    static Stream<GoldenScenes.Scene> scenes() {
        // What is selected or being drawn is never exported.
        return Stream.of("whole-case", "structures", "measures", "followed", "states", "needle-free",
                "needle-out-of-plane", "needle-seen").map(GoldenScenes::named);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSceneLooksAsItDidWhenItWasLookedAt(GoldenScenes.Scene scene) throws IOException {
        DisplayList list = composer.compose(new OverlayScene(scene.casefile(), clip.info(), Cases.FRAME,
                Optional.empty(), Optional.empty(), List.of()),
                new OverlayOptions(true, scene.info(), scene.rulers(), Locale.ROOT));
        golden.check(scene.name(), painted(list, 1, 1), painted(GoldenScenes.wordless(list), 1, 1));
    }

    @Test
    void anExportedFrameLooksAsItDidWhenItWasLookedAt() throws IOException {
        var casefile = GoldenScenes.wholeCase();
        BufferedImage picture = AnnotatedFrame.blank(frame.columns(), frame.rows(), FACTOR);
        new AnnotatedFrame(composer, typefaces, ZoneOffset.UTC, Locale.ROOT).paint(
                new ExportSubject(casefile, clip, Cases.FRAME, Cases.NOW, "Dr Example", "1.0"), frame, FACTOR, picture);
        double unit = frame.columns() * FACTOR / 1000.0;
        DisplayList list = composer.compose(new OverlayScene(casefile, clip.info(), Cases.FRAME, Optional.empty(),
                Optional.empty(), List.of()), new OverlayOptions(true, OverlayOptions.Info.NONE, true, Locale.ROOT),
                FACTOR / unit);
        // The same by hand, without words and with an empty strip: what is left of the difference are texts.
        BufferedImage wordless = AnnotatedFrame.blank(frame.columns(), frame.rows(), FACTOR);
        Graphics2D g = wordless.createGraphics();
        g.setColor(new Color(picture.getRGB(1, picture.getHeight() - 2)));
        g.fillRect(0, 0, wordless.getWidth(), wordless.getHeight());
        g.drawImage(image(painted(GoldenScenes.wordless(list), FACTOR, unit)), 0, 0, null);
        g.dispose();
        golden.check("exported-frame", GoldenPictures.of(picture), GoldenPictures.of(wordless));
    }

    private Frame painted(DisplayList list, int factor, double unit) {
        int width = frame.columns() * factor;
        int height = frame.rows() * factor;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(PngImages.picture(frame), 0, 0, width, height, null);
        g.setClip(0, 0, width, height);
        new OverlayPainter(typefaces).paint(g, list,
                new OverlayPainter.Placement(Affine.scale(factor, factor), unit, width, height));
        g.dispose();
        return GoldenPictures.of(image);
    }

    private static BufferedImage image(Frame of) {
        BufferedImage image = new BufferedImage(of.columns(), of.rows(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, of.columns(), of.rows(), of.argb(), 0, of.columns());
        return image;
    }
}
