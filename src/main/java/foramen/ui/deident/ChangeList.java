package foramen.ui.deident;

import foramen.domain.deident.Action;
import foramen.domain.deident.CopyPreview;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** What would be done with the attributes of a file, by what is done; no value of any is shown. */
final class ChangeList extends VBox {
    private final Words words;
    private Optional<List<CopyPreview.Change>> shown = Optional.empty();

    ChangeList(Words words) {
        this.words = words;
        getStyleClass().add("part");
    }

    void show(Optional<CopyPreview> preview) {
        Optional<List<CopyPreview.Change>> next = preview.map(CopyPreview::changes);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Node> parts = new ArrayList<>();
        preview.ifPresent(p -> {
            parts.add(new SectionTitle(words.text("deident.changes")));
            parts.add(Parts.note(p.pseudonym().isEmpty()
                    ? words.text("deident.pseudonym.later")
                    : words.text("deident.pseudonym.is", p.pseudonym())));
            for (Action action : Action.values()) {
                List<CopyPreview.Change> of = p.changes().stream().filter(c -> c.action() == action).toList();
                if (!of.isEmpty()) {
                    parts.add(group(action, of));
                }
            }
        });
        getChildren().setAll(parts);
    }

    private TitledPane group(Action action, List<CopyPreview.Change> of) {
        // Names of the standard, which has them in English only.
        Label names = Parts
                .note(of.stream().map(c -> c.count() == 1 ? c.attribute() : c.attribute() + " × " + c.count())
                        .sorted().collect(Collectors.joining("\n")));
        TitledPane pane = new TitledPane(words.of(action) + " (" + of.size() + ")", names);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }
}
