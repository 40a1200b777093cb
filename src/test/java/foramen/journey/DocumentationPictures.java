package foramen.journey;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes the pictures of the documentation from the real window while the job is done on the first sample clip. The one
 * argument is the folder they go to, {@code docs/images}.
 */
public final class DocumentationPictures {
    private static final int FRAMES = 60;
    private static final int WIDEST = 840;
    /** As far apart as a hand sets the points of an outline, in screen units. */
    private static final double BY_HAND = 28;

    private final Path images;
    private final Path work;

    private DocumentationPictures(Path images, Path work) {
        this.images = images;
        this.work = work;
    }

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path images = Files.createDirectories(Path.of(args[0]));
        // A fixed place, since it can be read on the picture of the export.
        Path work = Path.of(System.getProperty("java.io.tmpdir"), "foramen-pictures");
        remove(work);
        Files.createDirectories(work);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            new DocumentationPictures(images, work).take();
        } finally {
            remove(work);
            Platform.exit();
        }
    }

    private void take() throws Exception {
        Composition composition = new Composition(work.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
        PlannerRobot planner = PlannerRobot.start(new FxRobot(), composition);
        picture(planner, "welcome");
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        SampleJob job = new SampleJob(planner,
                SampleTruth.read(SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json")), BY_HAND);
        planner.fill("#indication", "Ligament calcification, left");
        planner.type(KeyCode.ENTER);
        planner.goToFrame(SampleJob.FRAME, FRAMES);
        job.outlinesTrueToTheClip();
        planner.click("#annotate-panel .item");
        picture(planner, "outline");
        planner.step("measure");
        picture(planner, "measure");
        job.needle();
        picture(planner, "planner");
        job.injectionPlanned();
        picture(planner, "ledger");
        planner.click("#session-give");
        Path documents = work.resolve("documents");
        job.export(documents);
        picture(planner, "export");
        planner.step("clips");
        picture(planner, "clips");
        planner.close();
        annotated(documents);
    }

    private void picture(PlannerRobot planner, String name) throws IOException {
        // The pointer would leave a mark under it.
        planner.rest();
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> planner.stage().getScene().snapshot(null));
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] argb = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, javafx.scene.image.PixelFormat.getIntArgbInstance(), argb, 0, w);
        out.setRGB(0, 0, w, h, argb, 0, w);
        ImageIO.write(out, "png", images.resolve(name + ".png").toFile());
    }

    private void annotated(Path documents) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(documents)) {
            files = list.filter(f -> f.toString().endsWith("_annotated.png")).toList();
        }
        BufferedImage whole = ImageIO.read(files.getFirst().toFile());
        int w = Math.min(WIDEST, whole.getWidth());
        int h = Math.round((float) whole.getHeight() * w / whole.getWidth());
        BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(whole, 0, 0, w, h, null);
        g.dispose();
        ImageIO.write(small, "png", images.resolve("annotated.png").toFile());
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }
}
