package foramen.ui.annotate;

import foramen.ui.shell.Action;
import foramen.ui.shell.Action.Group;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The keys of following, so that frames are reviewed without leaving the picture. */
public final class FollowActions {
    private final FollowViewModel model;

    /** The keys of what {@code model} does. */
    public FollowActions(FollowViewModel model) {
        this.model = model;
    }

    /** One row each, as the window lists them. */
    public List<Action> rows() {
        Predicate<FollowState> reviewable = s -> s.here().filter(FollowState.Here::isReviewable).isPresent();
        return List.of(
                row("follow", Material2OutlinedAL.DYNAMIC_FEED, shift(KeyCode.F),
                        FollowState::canFollow, model::follow),
                row("follow-next", Material2OutlinedMZ.NEXT_PLAN,
                        new KeyCodeCombination(KeyCode.J), s -> s.tally().toCheck() > 0, model::nextToCheck),
                row("follow-accept", Material2OutlinedAL.CHECK_CIRCLE_OUTLINE,
                        shift(KeyCode.A), reviewable, model::accept),
                row("follow-reject", Material2OutlinedAL.HIGHLIGHT_OFF,
                        shift(KeyCode.R), reviewable, model::reject),
                row("follow-reject-all", Material2OutlinedAL.CANCEL,
                        shift(KeyCode.X), reviewable, model::rejectFromHere));
    }

    private static KeyCodeCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    private Action row(String id, Ikon icon, KeyCodeCombination key, Predicate<FollowState> when,
            Runnable handler) {
        return new Action(id, Group.DRAW, model.words().text("action." + id), icon, List.of(key),
                model.stateProperty().map(when::test), handler);
    }
}
