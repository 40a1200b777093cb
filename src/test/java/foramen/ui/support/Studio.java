package foramen.ui.support;

import foramen.domain.clip.Frame;
import foramen.domain.preference.ThemeChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Where pictures of the window and its pages are taken, to be looked at. {@code -Dforamen.theme=light} or
 * {@code high-contrast} takes other colours, {@code -Dforamen.large=true} large targets.
 */
public final class Studio {
    private static final int PATIENCE_SECONDS = 60;
    /** What changes while the first is laid out is painted by the next; the last finds nothing left to do. */
    private static final int PULSES = 3;

    private Studio() {}

    /** What is done in the studio. */
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Starts the toolkit, does {@code work} on the calling thread, and ends the toolkit. */
    public static void open(Work work) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            work.run();
        } finally {
            Platform.exit();
        }
    }

    /** The colours and sizes that were asked for; dark and usual unless said otherwise. */
    public static Theme theme() {
        String asked = System.getProperty("foramen.theme", "dark").toUpperCase(Locale.ROOT).replace('-', '_');
        return Theme.of(ThemeChoice.valueOf(asked), Boolean.getBoolean("foramen.large"));
    }

    /** Does {@code step} on the toolkit's thread and gives what it gives. */
    public static <T> T on(Callable<T> step) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(step.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A picture could not be taken", e.getCause());
        }
    }

    /** Takes a picture of {@code stage} into {@code file} once all is painted, and closes it. */
    public static void shoot(Stage stage, Path file) throws Exception {
        for (int i = 0; i < PULSES; i++) {
            pulse(stage.getScene());
        }
        WritableImage image = on(() -> {
            WritableImage taken = stage.getScene().snapshot(null);
            stage.close();
            return taken;
        });
        save(image, file);
    }

    /** Takes a picture of a page by itself. */
    public static void page(Path folder, String name, Callable<? extends Parent> page, int width, int height)
            throws Exception {
        Stage stage = on(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(new StackPane(page.call()), width, height);
            theme().apply(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        shoot(stage, folder.resolve(name + ".png"));
    }

    private static void pulse(Scene scene) throws Exception {
        CompletableFuture<Boolean> painted = new CompletableFuture<>();
        Runnable listener = () -> painted.complete(true);
        on(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return true;
        });
        painted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        on(() -> {
            scene.removePostLayoutPulseListener(listener);
            return true;
        });
    }

    /** The pixels of that part of {@code image}. */
    public static Frame pixels(Image image, Bounds part) {
        int w = (int) part.getWidth();
        int h = (int) part.getHeight();
        int[] argb = new int[w * h];
        image.getPixelReader().getPixels((int) part.getMinX(), (int) part.getMinY(), w, h,
                PixelFormat.getIntArgbInstance(), argb, 0, w);
        return new Frame(w, h, argb);
    }

    /** Writes {@code image} as a PNG. */
    public static void save(WritableImage image, Path file) throws IOException {
        Frame all = pixels(image, new BoundingBox(0, 0, image.getWidth(), image.getHeight()));
        BufferedImage out = new BufferedImage(all.columns(), all.rows(), BufferedImage.TYPE_INT_RGB);
        out.setRGB(0, 0, all.columns(), all.rows(), all.argb(), 0, all.columns());
        ImageIO.write(out, "png", file.toFile());
    }
}
