package foramen.ui.ledger;

import foramen.ui.shell.Action;
import foramen.ui.shell.Action.Group;
import foramen.ui.support.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The key of the card about systemic toxicity; a function key, because it must work from within a text field too. */
public final class LedgerActions {
    private final Words words;
    private final Runnable card;

    /**
     * @param words what the window says
     * @param card shows the card, or takes it away
     */
    public LedgerActions(Words words, Runnable card) {
        this.words = words;
        this.card = card;
    }

    /** One row each, as the window lists them. */
    public List<Action> rows() {
        return List.of(new Action("last-card", Group.VIEW, words.text("action.last-card"),
                Material2OutlinedAL.LOCAL_HOSPITAL, List.of(new KeyCodeCombination(KeyCode.F8)),
                new SimpleBooleanProperty(true), card));
    }
}
