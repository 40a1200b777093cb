package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.domain.casefile.StoreLock;
import foramen.domain.preference.Preferences;
import foramen.storage.PreferencesFile;
import foramen.ui.lock.PassphraseForm;
import foramen.ui.lock.PassphraseViewModel;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Parts;
import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Asks for the passphrase of encrypted records at the start, as often as it takes, in the planner's window. */
public final class PassphrasePage {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private PassphrasePage() {}

    /**
     * Shows the page.
     *
     * @param lock the records
     * @param opened called on the window's thread once the records can be read
     * @param givenUp called where the window is closed instead
     */
    public static void show(Stage stage, Composition composition, StoreLock lock, Runnable opened, Runnable givenUp) {
        Words words = composition.words();
        FxJobRunner jobs = new FxJobRunner(words);
        PassphraseViewModel model = new PassphraseViewModel(lock, jobs, composition.clock(), words);
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        Runnable end = () -> {
            seconds.stop();
            jobs.close();
        };
        PassphraseForm form = new PassphraseForm(model, words.text("passphrase.title"), words.text("passphrase.why"),
                words.text("passphrase.open"), () -> {
                    end.run();
                    opened.run();
                });
        Button close = new Button(words.text("close"));
        close.setId("passphrase-close");
        close.setCancelButton(true);
        close.setOnAction(e -> stage.hide());
        form.add(Parts.row(close));
        Scene scene = new Scene(form, WIDTH, HEIGHT);
        Preferences chosen = new PreferencesFile(composition.home()).peek();
        Theme.of(chosen.theme(), chosen.largeTargets()).apply(scene);
        stage.setScene(scene);
        stage.setTitle("Foramen");
        stage.setOnHidden(e -> {
            end.run();
            givenUp.run();
        });
        stage.show();
        form.begin();
        seconds.play();
    }
}
