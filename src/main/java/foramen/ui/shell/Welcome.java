package foramen.ui.shell;

import foramen.ui.support.Icons;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.time.Clock;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What stands in place of the picture before a clip is open: what to do first. */
final class Welcome extends ScrollPane {
    private static final double WIDTH = 480;
    private static final int RECENT = 6;

    private final Button open;

    Welcome(ShellViewModel model, ActionRegistry actions, Clock clock) {
        Words words = model.words();
        getStyleClass().add("welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label title = new Label(words.text("welcome.title"));
        title.getStyleClass().add("welcome-title");
        model.shelf().catalogProperty().subscribe(c -> title.setText(c.filter(l -> !l.entries().isEmpty()).isPresent()
                ? words.text("welcome.choose")
                : words.text("welcome.title")));
        Label hint = new Label(words.text("welcome.drop"));
        hint.getStyleClass().add("muted");
        open = actions.bind(new Button(words.text("action.open")), "open");
        open.setId("welcome-open");
        open.getStyleClass().add("accent");
        Button folder = actions.bind(new Button(words.text("welcome.folder")), "open-folder");
        folder.setId("welcome-open-folder");
        HBox buttons = new HBox(open, folder);
        if (model.hasSample()) {
            Button sample = actions.bind(new Button(words.text("action.sample")), "sample");
            sample.setId("welcome-sample");
            buttons.getChildren().add(sample);
        }
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("welcome-buttons");
        SectionTitle recentTitle = new SectionTitle(words.text("welcome.recent"));
        CaseList recent = new CaseList(clock, model::reopen, words);
        model.cases().property().subscribe(cases -> {
            recent.show(cases.subList(0, Math.min(RECENT, cases.size())), Optional.empty());
            recentTitle.setVisible(!cases.isEmpty());
            recentTitle.setManaged(!cases.isEmpty());
        });
        VBox list = new VBox(recentTitle, recent);
        list.setMaxWidth(WIDTH);
        VBox page = new VBox(Icons.of(Material2OutlinedMZ.VIDEO_LIBRARY, "large"), title, hint, buttons, list);
        page.setAlignment(Pos.CENTER);
        page.setMinHeight(Region.USE_PREF_SIZE);
        page.getStyleClass().add("welcome-page");
        setContent(page);
    }

    /** Puts the keyboard where one begins. */
    void begin() {
        open.requestFocus();
    }
}
