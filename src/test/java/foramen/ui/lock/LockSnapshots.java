package foramen.ui.lock;

import foramen.domain.preference.ThemeChoice;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.SetClock;
import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Writes pictures of the pages that ask for a passphrase to the folder that is given: for looking at. */
public final class LockSnapshots {
    private static final Words WORDS = Words.in(Locale.forLanguageTag(System.getProperty("foramen.language", "en")),
            Locale.US);

    private LockSnapshots() {}

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                for (ThemeChoice theme : ThemeChoice.values()) {
                    for (int[] size : List.of(new int[]{1280, 800}, new int[]{1920, 1080})) {
                        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png";
                        save(start(), theme, size, folder.resolve("start" + suffix));
                        save(locked(), theme, size, folder.resolve("locked" + suffix));
                    }
                }
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.get(5, TimeUnit.MINUTES);
        Platform.exit();
    }

    private static PassphraseViewModel model() {
        return new PassphraseViewModel(new FakeLock(true), new CurrentThreadJobRunner(), new SetClock(Cases.NOW),
                WORDS);
    }

    private static PassphraseForm start() {
        PassphraseForm form = new PassphraseForm(model(), WORDS.text("passphrase.title"), WORDS.text("passphrase.why"),
                WORDS.text("passphrase.open"), () -> {});
        form.add(new Button(WORDS.text("close")));
        return form;
    }

    private static PassphraseForm locked() {
        PassphraseViewModel model = model();
        model.offer("wrong".toCharArray(), () -> {});
        return new PassphraseForm(model, WORDS.text("lock.title"), WORDS.text("lock.how"), WORDS.text("lock.open"),
                () -> {});
    }

    private static void save(Parent root, ThemeChoice theme, int[] size, Path file) {
        Stage stage = new Stage();
        Scene scene = new Scene(root, size[0], size[1]);
        Theme.of(theme, false).apply(scene);
        stage.setScene(scene);
        stage.show();
        if (root instanceof PassphraseForm form) {
            form.begin();
        }
        WritableImage image = scene.snapshot(null);
        BufferedImage out = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size[1]; y++) {
            for (int x = 0; x < size[0]; x++) {
                out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(out, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.hide();
    }
}
