package foramen.journey;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import foramen.domain.casefile.CaseStore;
import foramen.domain.injection.InjectateClass;
import foramen.geometry.Polygon;
import foramen.testing.TreatedCase;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes the pictures of the documentation from the real window while the job is done on the sample clips. The one argument
 * is the folder they go to, {@code docs/images}. The clock, the home and all entries are fixed, so that a picture changes
 * only when the window does.
 */
public final class DocumentationPictures {
    private static final int FRAMES = 60;
    private static final int WIDEST = 840;
    /** As far apart as a hand sets the points of an outline, in screen units. */
    private static final double BY_HAND = 28;
    /** So much of both pictures as the nerves need. */
    private static final double PAIR_ZOOM = 3;
    private static final String RIGHT = "a-piriformis-right-swollen";
    private static final String LEFT = "a-piriformis-left-normal";

    private final Path images;
    private final Path work;
    private final Settable clock = new Settable(Instant.parse("2026-03-14T12:03:07Z"));

    private long ids;

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
            DocumentationPictures pictures = new DocumentationPictures(images, work);
            pictures.job();
            pictures.later();
            pictures.pair();
        } finally {
            remove(work);
            Platform.exit();
        }
    }

    private synchronized String nextId() {
        ids++;
        // Spread, since a file's name has the first characters only.
        return new UUID(0x9E3779B97F4A7C15L * ids, ids).toString();
    }

    private PlannerRobot window(String home) throws Exception {
        return PlannerRobot.start(new FxRobot(),
                new Composition(work.resolve(home), clock, Locale.US, Locale.ENGLISH, this::nextId));
    }

    /** The first day: the whole job on the first sample clip. */
    private void job() throws Exception {
        PlannerRobot planner = window("home");
        picture(planner, "welcome");
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        SampleJob job = new SampleJob(planner, truth(SampleJob.CLIP), BY_HAND);
        planner.fill("#indication", "Ligament calcification, left");
        planner.type(KeyCode.ENTER);
        planner.goToFrame(SampleJob.FRAME, FRAMES);
        job.outlinesTrueToTheClip();
        planner.click("#annotate-panel .item");
        picture(planner, "outline");
        planner.step("measure");
        picture(planner, "measure");
        assess(planner);
        job.needle();
        picture(planner, "planner");
        job.injectionPlanned();
        SessionJob session = new SessionJob(planner);
        session.leaf("Mixture");
        picture(planner, "ledger");
        session.leaf("Give");
        planner.click("#session-give");
        Path documents = work.resolve("documents");
        job.export(documents);
        planner.click("#export-summary");
        picture(planner, "export");
        planner.step("clips");
        picture(planner, "clips");
        planner.shortcut(KeyCode.COMMA);
        planner.waitFor("the settings", () -> planner.count("#settings-sheet") == 1);
        picture(planner, "settings");
        planner.type(KeyCode.ESCAPE);
        planner.shortcut(KeyCode.F1);
        planner.waitFor("about", () -> planner.count("#about-sheet") == 1);
        picture(planner, "about");
        planner.type(KeyCode.ESCAPE);
        planner.close();
        annotated(documents);
    }

    /** Red flags, pain and three tests before the injection. */
    private void assess(PlannerRobot planner) throws IOException {
        planner.step("assess");
        planner.click("#flags-rest");
        pain(planner, "8");
        planner.click("#assess-tests");
        planner.type(KeyCode.LEFT, KeyCode.HOME, KeyCode.P, KeyCode.DIGIT8, KeyCode.B, KeyCode.DOWN, KeyCode.P,
                KeyCode.DIGIT6, KeyCode.DOWN, KeyCode.N);
        picture(planner, "assess");
    }

    private static void pain(PlannerRobot planner, String nrs) {
        planner.fill("#pain-nrs-average-7d", nrs);
        planner.type(KeyCode.ENTER);
    }

    /** The follow-up of that case, one window a day, and the registry with others of the same clinic. */
    private void later() throws Exception {
        followed("2wk", 14, "6");
        followed("6wk", 42, "4");
        clock.now = Instant.parse("2026-03-14T12:03:07Z").plus(Duration.ofDays(80));
        PlannerRobot planner = window("home").open();
        planner.step("follow");
        picture(planner, "follow");
        planner.close();
        others();
        PlannerRobot registry = window("home").open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        registry.step("follow");
        registry.click("#follow-registry");
        registry.waitFor("the registry", () -> registry.count("#registry") == 1);
        registry.choose("Group by: Injectate");
        picture(registry, "registry");
        registry.type(KeyCode.ESCAPE);
        registry.close();
    }

    private void followed(String visit, int day, String nrs) throws Exception {
        clock.now = Instant.parse("2026-03-14T12:03:07Z").plus(Duration.ofDays(day));
        PlannerRobot planner = window("home").open();
        planner.step("follow");
        planner.click("#due-add-" + visit);
        pain(planner, nrs);
        planner.close();
    }

    private void others() throws Exception {
        Composition composition = new Composition(work.resolve("home"), clock, Locale.US);
        InjectateClass[] sorts = {InjectateClass.STEROID, InjectateClass.PROLOTHERAPY, InjectateClass.BOTULINUM_TOXIN};
        try (var store = composition.openStore(composition.home())) {
            for (int i = 0; i < 24; i++) {
                // Most get better, some stay as they were or fall back.
                var other = TreatedCase.named("other-" + i).nrs(0, 8).injected(0, sorts[i % sorts.length], "piriformis")
                        .nrs(14, i % 4 == 3 ? 7 : 3).nrs(42, i % 5 == 4 ? 7 : 2).build();
                store.append(other, 0, new CaseStore.Edit("Record", "Dr Example", TreatedCase.day(42)));
            }
        }
    }

    /** Both sides of one patient, traced and compared. */
    private void pair() throws Exception {
        PlannerRobot planner = window("pair").open(SampleJob.samples().resolve(RIGHT + ".dcm"))
                .add(SampleJob.samples().resolve(LEFT + ".dcm"));
        planner.withShift(KeyCode.Y);
        planner.step("outline");
        nerve(planner, RIGHT);
        planner.type(KeyCode.F6);
        nerve(planner, LEFT);
        picture(planner, "pair");
        planner.close();
    }

    private static void nerve(PlannerRobot planner, String clip) throws IOException {
        Polygon nerve = truth(clip).outline(planner.frameNumber() - 1, "sciatic-nerve").orElseThrow().polygon();
        planner.centre(nerve.centroid());
        planner.zoom(nerve.centroid(), PAIR_ZOOM);
        planner.type(KeyCode.P);
        planner.choose("Plane: Short axis");
        planner.choose("#annotate-level", "Piriformis (greater sciatic foramen)");
        planner.outline(nerve.vertices(), BY_HAND / 2);
        planner.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    }

    private static SampleTruth truth(String clip) throws IOException {
        return SampleTruth.read(SampleJob.samples().resolve(clip + ".truth.json"));
    }

    /** A clock that stands until it is set. */
    private static final class Settable extends Clock {
        private Instant now;

        Settable(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
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
