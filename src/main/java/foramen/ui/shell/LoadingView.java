package foramen.ui.shell;

import foramen.ui.support.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What stands over the picture while a clip is being opened: its name at once, and a way out. */
final class LoadingView extends VBox {
    LoadingView(ShellViewModel model) {
        Words words = model.words();
        getStyleClass().add("loading");
        setAlignment(Pos.CENTER);
        Label name = new Label();
        name.textProperty().bind(model.loadingNameProperty());
        name.getStyleClass().add("welcome-title");
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(words.text("loading.bar"));
        Label opening = new Label(words.text("loading.opening"));
        opening.getStyleClass().add("muted");
        Button cancel = new Button(words.text("cancel"));
        cancel.setOnAction(e -> model.cancelOpening());
        getChildren().addAll(name, opening, bar, cancel);
    }
}
