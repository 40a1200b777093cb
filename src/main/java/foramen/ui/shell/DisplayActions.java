package foramen.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import foramen.ui.shell.Action.Group;
import foramen.ui.support.Words;
import foramen.ui.viewer.PictureLook;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.display.PictureFilter;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What can be done to the picture for the eye only. */
final class DisplayActions {
    private static final double GAMMA_STEP = 1.15;

    private final Words words;
    private final ObservableValue<Boolean> open;
    private final ViewerViewModel viewer;

    DisplayActions(Words words, ObservableValue<Boolean> open, ViewerViewModel viewer) {
        this.words = words;
        this.open = open;
        this.viewer = viewer;
    }

    List<Action> rows() {
        return List.of(
                row("invert", Material2OutlinedAL.INVERT_COLORS, new KeyCodeCombination(KeyCode.I, SHIFT_DOWN),
                        PictureLook::turned),
                row("gamma-up", Material2OutlinedAL.EXPOSURE_PLUS_1,
                        new KeyCodeCombination(KeyCode.CLOSE_BRACKET, SHORTCUT_DOWN),
                        l -> gamma(l, GAMMA_STEP)),
                row("gamma-down", Material2OutlinedAL.EXPOSURE_NEG_1,
                        new KeyCodeCombination(KeyCode.OPEN_BRACKET, SHORTCUT_DOWN),
                        l -> gamma(l, 1 / GAMMA_STEP)),
                row("colour-map", Material2OutlinedMZ.PALETTE, new KeyCodeCombination(KeyCode.C, SHIFT_DOWN),
                        l -> l.withMap(l.map().next())),
                row("filter", Material2OutlinedAL.FILTER_ALT, new KeyCodeCombination(KeyCode.V, SHIFT_DOWN),
                        l -> l.withFilter(next(l.filter()))),
                row("plain-picture", Material2OutlinedAL.FILTER_NONE,
                        new KeyCodeCombination(KeyCode.I, SHORTCUT_DOWN), l -> PictureLook.PLAIN));
    }

    /** Close to 1 it is 1, so that so many steps up and down come back to the plain picture. */
    private static PictureLook gamma(PictureLook look, double factor) {
        double next = look.gamma() * factor;
        return look.withGamma(Math.abs(next - 1) < (GAMMA_STEP - 1) / 2 ? 1 : next);
    }

    private static PictureFilter next(PictureFilter filter) {
        List<PictureFilter> all = List.of(PictureFilter.values());
        return all.get((all.indexOf(filter) + 1) % all.size());
    }

    private Action row(String id, Ikon icon, KeyCodeCombination key, UnaryOperator<PictureLook> change) {
        return new Action(id, Group.VIEW, words.text("action." + id), icon, List.of(key), open,
                () -> viewer.lookProperty().set(change.apply(viewer.lookProperty().get())));
    }
}
