package foramen.ui.support;

import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.ToolController;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * What every panel works on: the case, and the clip and frame in view.
 *
 * @param editor the case
 * @param tools the tool in hand, and the case as it would be if the button were let go now
 * @param clip the open clip
 * @param cine its playback
 * @param frameShown index of the frame whose picture is on the screen, which lags behind a seek; numbers and documents
 *     are about this one
 * @param words what the window says
 */
public record Workbench(CaseEditor editor, ToolController tools, ObservableValue<Optional<Clip>> clip,
        CinePlayer cine, ObservableValue<Number> frameShown, Words words) {
    /** The case as it is on the screen: what is being dragged is where the pointer has it. For reading only. */
    public Case shown() {
        return tools.previewCase();
    }

    /** The case as it is now, which edits start from. */
    public Case casefile() {
        return editor.current();
    }

    /** What the open clip says about itself. */
    public Optional<ClipInfo> info() {
        return clip.getValue().map(Clip::info);
    }

    /** The frame whose picture is on the screen. */
    public Optional<FrameRef> frame() {
        return info().map(i -> new FrameRef(i.identity().sopInstanceUid(), frameShown.getValue().intValue()));
    }

    /** Identifier of the selected annotation or plan. */
    public Optional<String> selected() {
        return editor.selectionProperty().get();
    }

    /** Calls {@code action} whenever case, selection, clip or frame change. */
    public void onChange(Runnable action) {
        editor.caseProperty().addListener((o, was, now) -> action.run());
        tools.previewProperty().addListener((o, was, now) -> action.run());
        editor.selectionProperty().addListener((o, was, now) -> action.run());
        clip.addListener((o, was, now) -> action.run());
        frameShown.addListener((o, was, now) -> action.run());
    }
}
