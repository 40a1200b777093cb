package foramen.ui.shell;

import foramen.ui.support.Icons;
import foramen.ui.support.Words;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Where somebody looks who needs help: keys, guide, diagnostics, and what this program is. */
final class HelpMenu extends MenuButton {
    private static final List<String> ITEMS = List.of("guide", "keys", "diagnostics", "about");

    HelpMenu(ActionRegistry actions, Words words) {
        setId("help");
        getStyleClass().addAll("flat", "icon-button", "help-menu");
        setGraphic(Icons.of(Material2OutlinedAL.HELP_OUTLINE));
        setAccessibleText(words.text("help.title"));
        setTooltip(new Tooltip(words.text("help.title")));
        for (String id : ITEMS) {
            actions.named(id).ifPresent(a -> getItems().add(item(actions, a, words)));
        }
    }

    private static MenuItem item(ActionRegistry actions, Action action, Words words) {
        MenuItem item = new MenuItem("", Icons.of(action.icon()));
        item.setId("help-" + action.id());
        actions.keymapProperty().subscribe(k -> item.setText(actions.get(action.id()).title(words)));
        item.setOnAction(e -> action.run());
        return item;
    }
}
