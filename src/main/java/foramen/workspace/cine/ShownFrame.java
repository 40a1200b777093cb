package foramen.workspace.cine;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Which frame the picture is of: not always the one that is due, for decoding takes its time. */
public final class ShownFrame {
    private ShownFrame() {}

    /** The frame on the screen, from 0; the one that is due while there is none yet. */
    public static ObservableValue<Number> of(FrameLoader frames, CinePlayer player) {
        return Bindings.createIntegerBinding(
                () -> frames.currentProperty().get().map(LoadedFrame::index).orElse(player.frameIndexProperty().get()),
                frames.currentProperty(), player.frameIndexProperty());
    }
}
