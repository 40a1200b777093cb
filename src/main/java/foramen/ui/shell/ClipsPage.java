package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.ui.support.EmptyState;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page of the first step: the open clip, what was odd about its file, and the cases of the store. */
final class ClipsPage extends ScrollPane {
    private final Words words;
    private final VBox about = new VBox();

    ClipsPage(ShellViewModel model, ObservableValue<Case> casefile, ActionRegistry actions, Clock clock) {
        words = model.words();
        getStyleClass().add("page");
        setId("clips-page");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        about.getStyleClass().add("clip-about");
        CaseList cases = new CaseList(clock, model::reopen, words);
        EmptyState none = new EmptyState(Material2OutlinedMZ.VIDEO_LIBRARY,
                words.text("clips.nocase"));
        TextField find = finder(model.cases());
        Label more = new Label(words.text("cases.more", RecentCases.MOST));
        more.getStyleClass().add("note");
        more.setWrapText(true);
        Runnable refresh = () -> {
            List<Summary> all = model.cases().property().get();
            boolean looking = !find.getText().isBlank();
            more.setText(words.text(looking ? "cases.notfound" : "cases.more", RecentCases.MOST));
            Parts.shown(more, looking ? all.isEmpty() : all.size() == RecentCases.MOST);
            cases.show(all, model.clipProperty().get().map(c -> casefile.getValue().id()));
            Parts.shown(none, all.isEmpty() && !looking);
            Parts.shown(find, model.cases().canFind() && (looking || !all.isEmpty()));
        };
        model.cases().property().subscribe(refresh);
        model.clipProperty().subscribe(refresh);
        refresh.run();
        model.clipProperty().subscribe(c -> showClip(c.map(Clip::info).orElse(null)));
        Button open = actions.iconButton("open");
        open.setId("clips-open");
        Button folder = actions.iconButton("open-folder");
        folder.setId("clips-open-folder");
        ImageSetPanel images = new ImageSetPanel(model.imageSet(), casefile, actions, words);
        model.clipProperty().subscribe(c -> {
            images.setVisible(c.isPresent());
            images.setManaged(c.isPresent());
        });
        VBox content = new VBox(new SourcePanel(model, casefile));
        model.pair().ifPresent(p -> content.getChildren().add(new CaseClipsSection(model, p, actions)));
        content.getChildren().addAll(about, images, new SectionTitle(words.text("clips.cases"), open, folder), find,
                cases,
                more, none);
        content.getStyleClass().add("page-content");
        setContent(content);
    }

    private TextField finder(RecentCases cases) {
        TextField find = new TextField();
        find.setId("case-find");
        find.setPromptText(words.text("cases.find"));
        find.setAccessibleText(words.text("cases.find"));
        find.textProperty().addListener((o, was, now) -> cases.find(now));
        return find;
    }

    private void showClip(@Nullable ClipInfo info) {
        about.getChildren().clear();
        about.setManaged(info != null);
        if (info == null) {
            return;
        }
        about.getChildren().add(new SectionTitle(words.text("clips.this")));
        String description = info.origin().description();
        line(description.isBlank() ? words.text("clips.nodescription") : description, "case-patient");
        line(words.text("clips.extent", info.frames(), info.columns(), info.rows(),
                Math.round(info.timing().framesPerSecond()), info.timing().source()), "muted");
        String scanner = (info.origin().manufacturer() + " " + info.origin().model()).strip();
        if (!scanner.isEmpty()) {
            line(scanner, "muted");
        }
        info.warnings().forEach(w -> line(w, "caution"));
    }

    private void line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        about.getChildren().add(label);
    }
}
