package foramen.ui.inspector;

import foramen.app.composition.Composition;
import foramen.app.composition.CopyDesk;
import foramen.domain.deident.Box;
import foramen.domain.deident.DeidentOption;
import foramen.job.CurrentThreadJobRunner;
import foramen.ui.deident.DeidentPage;
import foramen.ui.deident.DeidentState.Stroke;
import foramen.ui.deident.DeidentViewModel;
import foramen.ui.support.Studio;
import foramen.ui.support.TestBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Paints the page of de-identification in its states into PNG files to be looked at. Not a test. */
public final class DeidentPictures {
    private DeidentPictures() {}

    /** Writes the pictures into the folder that the first argument names. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Studio.open(() -> all(folder));
    }

    private static void all(Path folder) throws Exception {
        Path samples = Path.of(System.getProperty("foramen.samples"));
        Path home = Files.createTempDirectory("foramen-pictures");
        DeidentViewModel model = new DeidentViewModel(
                new CopyDesk(new Composition(home, TestBench.CLOCK, Locale.US)), new CurrentThreadJobRunner(),
                List::of, TestBench.WORDS);
        Path mixed = Files.createDirectories(home.resolve("clips"));
        for (String clip : List.of("variant-rle.dcm", "variant-palette.dcm")) {
            Files.copy(samples.resolve(clip), mixed.resolve(clip));
        }
        Files.writeString(mixed.resolve("notes.txt"), "no clip");
        paint(folder, "deident-empty", model, model::open);
        paint(folder, "deident-ready", model, () -> {
            model.add(List.of(mixed, home.resolve("gone.dcm")));
            model.stroke(Stroke.OVERWRITE);
            model.draw(new Box(20, 40, 60, 14));
            model.keep(DeidentOption.DATES_SHIFTED, true);
            model.typeFolder(home.resolve("copies").toString());
        });
        paint(folder, "deident-done", model, model::write);
        paint(folder, "deident-refused", model, () -> model.select(3));
    }

    private static void paint(Path folder, String name, DeidentViewModel model, Runnable before) throws Exception {
        Studio.on(() -> {
            before.run();
            return true;
        });
        Studio.page(folder, name + "-1280", () -> new DeidentPage(model, p -> {}), 1280, 800);
        Studio.page(folder, name + "-1920", () -> new DeidentPage(model, p -> {}), 1920, 1080);
    }
}
