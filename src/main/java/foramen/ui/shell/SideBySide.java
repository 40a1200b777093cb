package foramen.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import foramen.overlay.OverlayComposer;
import foramen.ui.shell.Action.Group;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.ui.viewer.CompanionPane;
import foramen.ui.viewer.TwinViewModel;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.OpenClip;
import foramen.workspace.measure.PairVerdict;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Gives a window its second picture: joins it to the first, to the case, and to keys of its own. */
public final class SideBySide {
    private final Shell.Parts parts;
    private final Words words;
    private final TwinViewModel twin;
    private final ClipPair pair;
    private final CompanionPane second;

    /**
     * Joins a second picture to the window that {@code parts} make.
     *
     * @param frames fetches the frames of the first clip
     * @param companion the second clip
     * @param opener opens clips
     * @param composer makes the overlay
     * @param verdicts compares what is drawn in the two
     */
    public SideBySide(Shell.Parts parts, FrameLoader frames, Companion companion, OpenClip opener,
            OverlayComposer composer, PairVerdict verdicts) {
        this.parts = parts;
        this.words = parts.model().words();
        Workbench bench = new Workbench(parts.editor(), parts.tools(), parts.model().clipProperty(), parts.player(),
                ShownFrame.of(frames, parts.player()), words);
        twin = new TwinViewModel(bench, parts.viewerModel(), companion, verdicts);
        pair = new ClipPair(parts.model(), parts.editor(), opener, parts.tools(), twin);
        second = new CompanionPane(twin, composer, this::activate, pair::add, this::choose);
        parts.viewer().pair(twin, second);
    }

    /** Draws what lies over the second picture anew. */
    public void repaint() {
        second.repaint();
    }

    /** The several clips of the case. */
    public ClipPair pair() {
        return pair;
    }

    /** What can be done with two pictures. */
    public List<Action> actions() {
        return actions(twin, pair, parts.model(), parts.editor(), this::choose, this::activate);
    }

    /**
     * One row each, as the window lists them.
     *
     * @param choose lets the user choose a clip to add
     * @param activate goes to the other picture
     */
    static List<Action> actions(TwinViewModel twin, ClipPair pair, ShellViewModel model, CaseEditor editor,
            Runnable choose, Runnable activate) {
        Words words = model.words();
        ObservableValue<Boolean> open = model.phaseProperty().map(p -> p == ShellViewModel.Phase.SHOWING);
        ObservableValue<Boolean> two = twin.companion().clipProperty().map(c -> c.isPresent());
        ObservableValue<Boolean> scaled = Bindings.createBooleanBinding(twin::canScale,
                twin.companion().clipProperty(), editor.caseProperty(), model.clipProperty());
        return List.of(
                row(words, "add-clip", Group.FILE, Material2OutlinedAL.ADD_TO_QUEUE, open, choose,
                        new KeyCodeCombination(KeyCode.A, SHORTCUT_DOWN, SHIFT_DOWN)),
                row(words, "pair", Group.VIEW, Material2OutlinedMZ.VERTICAL_SPLIT, open, pair::toggle,
                        new KeyCodeCombination(KeyCode.T, SHIFT_DOWN)),
                row(words, "other-picture", Group.VIEW, Material2OutlinedMZ.SWAP_HORIZ, two, activate,
                        new KeyCodeCombination(KeyCode.F6)),
                row(words, "link", Group.VIEW, Material2OutlinedAL.LINK, two, twin::toggleLink,
                        new KeyCodeCombination(KeyCode.Y, SHIFT_DOWN)),
                row(words, "same-scale", Group.VIEW, Material2OutlinedAL.LINEAR_SCALE, scaled, twin::toggleScale,
                        new KeyCodeCombination(KeyCode.Z, SHIFT_DOWN)));
    }

    private static Action row(Words words, String id, Group group, Ikon icon, ObservableValue<Boolean> when,
            Runnable handler,
            KeyCodeCombination key) {
        return new Action(id, group, words.text("action." + id), icon, List.of(key), when, handler);
    }

    private void activate() {
        pair.activate();
        parts.viewer().picture().requestFocus();
    }

    private void choose() {
        ClipChooser.choose(parts.viewer().getScene().getWindow(), words, pair::add);
    }
}
