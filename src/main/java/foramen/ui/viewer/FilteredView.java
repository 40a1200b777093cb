package foramen.ui.viewer;

import foramen.domain.clip.Frame;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.display.FilteredPicture;
import foramen.workspace.display.PictureFilter;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * Shows the frame as stored, and filtered once that is worked out. While the clip plays it is shown as stored: a filtered
 * picture would lag behind what is drawn over it.
 */
final class FilteredView {
    private final ClipView view;
    private final ViewerViewModel model;
    private final ObservableValue<Optional<LoadedFrame>> frame;
    private final ObservableValue<Boolean> playing;
    private Optional<FilteredPicture> filtering = Optional.empty();

    /**
     * @param view where it is shown
     * @param model how the picture is looked at
     * @param frame what is to be shown
     * @param playing whether the clip plays
     */
    FilteredView(ClipView view, ViewerViewModel model, ObservableValue<Optional<LoadedFrame>> frame,
            ObservableValue<Boolean> playing) {
        this.view = view;
        this.model = model;
        this.frame = frame;
        this.playing = playing;
        frame.subscribe(f -> show());
        playing.addListener((o, was, now) -> show());
        model.lookProperty().map(PictureLook::filter).addListener((o, was, now) -> show());
    }

    /** From now on filters are worked out by {@code by}; without it there are none. */
    void setFiltering(FilteredPicture by) {
        filtering = Optional.of(by);
        show();
    }

    private void show() {
        Optional<Frame> stored = frame.getValue().map(LoadedFrame::frame);
        view.showFrame(stored.orElse(null));
        filtering.ifPresent(FilteredPicture::forget);
        PictureFilter filter = model.lookProperty().get().filter();
        if (stored.isEmpty() || filter == PictureFilter.NONE || playing.getValue()) {
            return;
        }
        filtering.ifPresent(by -> by.want(stored.get(), filter, done -> done.ifPresent(view::showFrame)));
    }
}
