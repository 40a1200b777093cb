package foramen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least a JavaFX program can do: a window with one label, which says when it was first painted and ends. */
public final class EmptyWindow extends Application {
    /** Starts it. */
    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("Empty"), 1280, 800));
        stage.show();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                // The second pulse comes after the first paint.
                if (++pulses == 2) {
                    stop();
                    System.out.println(StartBench.SIGNAL);
                    System.out.flush();
                    awaitReader();
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start();
    }

    /** Whoever measures looks at the process once more and then closes its input. */
    private static void awaitReader() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to an empty window.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
