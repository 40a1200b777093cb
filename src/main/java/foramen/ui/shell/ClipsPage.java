package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.ui.support.EmptyState;
import foramen.ui.support.SectionTitle;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page of the first step: the open clip, what was odd about its file, and the cases of the store. */
final class ClipsPage extends ScrollPane {
    private final VBox about = new VBox();

    ClipsPage(ShellViewModel model, ObservableValue<Case> casefile, ActionRegistry actions, Clock clock) {
        getStyleClass().add("page");
        setId("clips-page");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        about.getStyleClass().add("clip-about");
        CaseList cases = new CaseList(clock, model::reopen);
        EmptyState none = new EmptyState(Material2OutlinedMZ.VIDEO_LIBRARY,
                "No case yet. Open a clip; its case is kept here.");
        Runnable refresh = () -> {
            List<Summary> all = model.recentProperty().get();
            cases.show(all, model.clipProperty().get().map(c -> casefile.getValue().id()));
            none.setVisible(all.isEmpty());
            none.setManaged(all.isEmpty());
        };
        model.recentProperty().subscribe(refresh);
        model.clipProperty().subscribe(refresh);
        refresh.run();
        model.clipProperty().subscribe(c -> showClip(c.map(Clip::info).orElse(null)));
        Button open = actions.iconButton("open");
        open.setId("clips-open");
        Button folder = actions.iconButton("open-folder");
        folder.setId("clips-open-folder");
        VBox content = new VBox(new SourcePanel(model, casefile), about, new SectionTitle("Cases", open, folder), cases,
                none);
        content.getStyleClass().add("page-content");
        setContent(content);
    }

    private void showClip(@Nullable ClipInfo info) {
        about.getChildren().clear();
        about.setManaged(info != null);
        if (info == null) {
            return;
        }
        about.getChildren().add(new SectionTitle("This clip"));
        String description = info.origin().description();
        line(description.isBlank() ? "No description" : description, "case-patient");
        line(info.frames() + " frames, " + info.columns() + " × " + info.rows() + ", "
                + Math.round(info.timing().framesPerSecond()) + " frames/s (" + info.timing().source() + ")", "muted");
        String scanner = (info.origin().manufacturer() + " " + info.origin().model()).strip();
        if (!scanner.isEmpty()) {
            line(scanner, "muted");
        }
        info.warnings().forEach(w -> line(w, "caution"));
    }

    private void line(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        about.getChildren().add(label);
    }
}
