package foramen.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What stands over the picture while a clip is being opened: its name at once, and a way out. */
final class LoadingView extends VBox {
    LoadingView(ShellViewModel model) {
        getStyleClass().add("loading");
        setAlignment(Pos.CENTER);
        Label name = new Label();
        name.textProperty().bind(model.loadingNameProperty());
        name.getStyleClass().add("welcome-title");
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Opening the clip");
        Label words = new Label("Opening…");
        words.getStyleClass().add("muted");
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> model.cancelOpening());
        getChildren().addAll(name, words, bar, cancel);
    }
}
